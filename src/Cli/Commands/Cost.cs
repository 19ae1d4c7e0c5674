using System.Globalization;
using Cli.Screen;
using Experiments.Config;

namespace Cli.Commands;

/// <summary>What a study will cost at most: runs can end before the horizon.</summary>
internal sealed class Cost
{
    private const int BytesOfIds = 10;

    private const int BytesOfValue = 5;

    /// <summary>Compressed rows beside the tables that are written from them, as a share of the tables.</summary>
    private const double LedgerShare = 0.3;

    private readonly Study study;
    private readonly long[] agents;
    private readonly Probe probe;

    private Cost(Study study, long[] agents, Probe probe) => (this.study, this.agents, this.probe) = (study, agents, probe);

    /// <summary>Looks at the design point with the most agents.</summary>
    public static Cost Of(Study study)
    {
        var agents = study.DesignPoints.Select(point => study.Model.CountAgents(study.Catalogue.Make(point.Values))).ToArray();
        var largest = study.DesignPoints[Array.IndexOf(agents, agents.Max())];
        return new Cost(study, agents, Probe.Of(study, largest));
    }

    /// <summary>The cost in words, one line each.</summary>
    public IEnumerable<string> Lines(int threads)
    {
        var agentTicks = agents.Sum(count => (double)count) * study.Replications * study.Ticks;
        yield return study.StopRule is { } rule
            ? Line($"runs: {study.DesignPoints.Count * (long)rule.Min} to {study.Runs} ({Rows()}scenarios: {study.Scenarios.Count}, replications of each: {rule.Min} to {rule.Max}, until it is precise)")
            : Line($"runs: {study.Runs} ({Rows()}scenarios: {study.Scenarios.Count}, replications of each: {study.Replications})");
        if (study.Calibration is { } plan)
            yield return Calibration(plan);
        yield return Line($"agents: {Span()} a run");
        yield return Line($"ticks: {study.Ticks} a run, of one {study.Model.TickUnit} each");
        yield return Line($"agent-ticks: at most {agentTicks:G3}");
        yield return Line($"tables: at most {RowsOfTables:0} rows, about {Size(Bytes)}");
        yield return Line($"disk: at most about {Size(Bytes * (1 + LedgerShare))} at a time, tables and ledger");
        yield return Line($"time: at most about {Duration.Text(Time(threads))} on {threads} threads of this machine");
        yield return Line($"memory: at least {Size((double)probe.Bytes * Math.Min(threads, study.Runs))} of models at a time");
    }

    private static string Calibration(CalibrationPlan plan)
    {
        var (least, most) = plan.Proposals;
        var how = plan.IsSequential ? Line($"{plan.Generations} generations of {plan.Particles} particles") : Line($"the nearest {plan.Particles} are kept");
        return Line($"calibration: at least {least} and at most {most} proposals ({how}), and {plan.Predictive} draws run anew; {plan.Replications} runs of each in every scenario");
    }

    private double RowsOfTicks => (double)study.Runs * (study.Ticks / study.Every + 1);

    private double RowsOfAgents => study.AgentMeasures.Count == 0 ? 0 : agents.Sum(count => (double)count) * study.Replications * (study.Ticks / study.Every + 1);

    private double RowsOfTables => study.DesignPoints.Count + study.Runs + (study.ModelMeasures.Count == 0 ? 0 : RowsOfTicks) + RowsOfAgents;

    private double Bytes
    {
        get
        {
            var perMeasure = study.ModelMeasures.Count == 0 ? BytesOfIds : probe.BytesPerRow / study.ModelMeasures.Count;
            return (double)study.DesignPoints.Count * study.Catalogue.Parameters.Count * BytesOfValue
                + study.Runs * (probe.BytesPerRow + 5 * BytesOfIds)
                + (study.ModelMeasures.Count == 0 ? 0 : RowsOfTicks * (probe.BytesPerRow + BytesOfIds))
                + RowsOfAgents * (study.AgentMeasures.Count * perMeasure + 3 * BytesOfIds);
        }
    }

    private TimeSpan Time(int threads)
    {
        var run = probe.Start.TotalSeconds + study.Ticks * probe.Tick.TotalSeconds;
        var atOnce = Math.Min(Math.Min(threads, Environment.ProcessorCount), study.Runs);
        var seconds = study.Runs * run / atOnce;
        return seconds < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue / 2;
    }

    private string Rows() => study.Design.Factors.Count == 0 ? "" : Line($"rows of the design: {study.Design.Rows}, ");

    private string Span() => agents.Min() == agents.Max()
        ? Line($"{agents.Max()}")
        : Line($"{agents.Min()} to {agents.Max()}");

    private static string Size(double bytes) => bytes switch
    {
        < 1e6 => Line($"{bytes / 1e3:0.#} kB"),
        < 1e9 => Line($"{bytes / 1e6:0.#} MB"),
        _ => Line($"{bytes / 1e9:0.#} GB"),
    };

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
