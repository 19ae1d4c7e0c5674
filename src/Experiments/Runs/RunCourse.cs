using Agents;
using Agents.Data;
using Experiments.Config;

namespace Experiments.Runs;

/// <summary>A run under way: its parameters, what changes them, and its model.</summary>
internal sealed class RunCourse
{
    private readonly Study study;
    private readonly InterventionSchedule interventions;

    /// <summary>Makes the model in its initial state.</summary>
    public RunCourse(Study study, DesignPoint point, int replication, Workers? blockWorkers)
    {
        this.study = study;
        var parameters = study.Catalogue.Make(point.Values);
        interventions = new InterventionSchedule(study.Catalogue, point.Interventions, point.Series, parameters);
        Model = study.Make(parameters, study.SeedOf(point, replication));
        Model.Workers = blockWorkers;
    }

    public Model Model { get; }

    /// <summary>Steps to the model's own end, but not beyond a row of ticks.</summary>
    /// <param name="last">That row.</param>
    /// <param name="rows">Takes a row for each step, and before the first one that of the initial state.</param>
    /// <param name="clock">Looked at before each step.</param>
    /// <param name="keeper">Keeps the state between two steps from time to time, or null.</param>
    public void Advance(int last, ISink rows, RunClock clock, RunKeeper? keeper = null)
    {
        var collector = new DataCollector(study.ModelMeasures, study.AgentMeasures, study.Every, rows);
        if (Model.Tick == 0)
            collector.Collect(Model);
        while (!Model.IsFinished && Model.Tick < last)
        {
            clock.Check();
            keeper?.KeepIfDue(Model, clock);
            interventions.Apply(Model.Tick);
            Model.Advance();
            collector.Collect(Model);
        }
    }

    /// <summary>Goes on from a row of ticks to which this run, or another with the same past, had come.</summary>
    /// <param name="tick">That row.</param>
    /// <param name="state">The state of its model there.</param>
    public void Branch(int tick, Stream state)
    {
        for (var row = 0; row < tick; row++)
            interventions.Apply(row);
        Checkpoint.Restore(Model, state);
    }
}
