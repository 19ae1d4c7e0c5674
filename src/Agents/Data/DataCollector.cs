namespace Agents.Data;

/// <summary>Takes what a <see cref="DataCollector"/> reads, tick by tick.</summary>
public interface ISink
{
    /// <summary>One row of model reporters, in the collector's order. The span is only valid during the call.</summary>
    void ModelRow(int tick, ReadOnlySpan<double> values);

    /// <summary>One agent's row, in the collector's order; NaN where a reporter is of another population.</summary>
    void AgentRow(int tick, string population, uint agent, ReadOnlySpan<double> values);
}

/// <summary>
/// Reads reporters every so many ticks and streams the rows to a sink. It reads committed state only and draws no
/// random numbers, so that collecting more never changes a run.
/// </summary>
public sealed class DataCollector
{
    private readonly IReadOnlyList<ModelReporter> modelReporters;
    private readonly IReadOnlyList<AgentReporter> agentReporters;
    private readonly int every;
    private readonly ISink sink;
    private readonly double[] modelRow;
    private readonly double[] agentRow;

    /// <summary>A collector of these reporters.</summary>
    /// <param name="modelReporters">One column each of the model's rows.</param>
    /// <param name="agentReporters">One column each of the agents' rows.</param>
    /// <param name="every">Ticks between rows, 1 or more; tick 0 is always collected.</param>
    /// <param name="sink">Where the rows go.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is less than 1.</exception>
    public DataCollector(IReadOnlyList<ModelReporter> modelReporters, IReadOnlyList<AgentReporter> agentReporters, int every, ISink sink)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        (this.modelReporters, this.agentReporters, this.every, this.sink) = (modelReporters, agentReporters, every, sink);
        modelRow = new double[modelReporters.Count];
        agentRow = new double[agentReporters.Count];
    }

    /// <summary>Reads the model if its tick is one to be collected.</summary>
    public void Collect(Model model)
    {
        if (model.Tick % every != 0)
            return;
        if (modelReporters.Count > 0)
        {
            for (var i = 0; i < modelRow.Length; i++)
                modelRow[i] = modelReporters[i].Read(model);
            sink.ModelRow(model.Tick, modelRow);
        }
        if (agentReporters.Count > 0)
        {
            foreach (var population in model.Populations)
                CollectAgents(model, population);
        }
    }

    private void CollectAgents(Model model, Population population)
    {
        var isReported = false;
        foreach (var reporter in agentReporters)
            isReported |= ReferenceEquals(reporter.Population(model), population);
        for (var row = 0; isReported && row < population.Count; row++)
        {
            if (!population.IsAlive(row))
                continue;
            for (var i = 0; i < agentRow.Length; i++)
                agentRow[i] = ReferenceEquals(agentReporters[i].Population(model), population) ? agentReporters[i].Read(model, row) : double.NaN;
            sink.AgentRow(model.Tick, population.Name, population.Ids[row], agentRow);
        }
    }
}
