using System.Globalization;
using Commands.Screen;
using Experiments.Config;

namespace Commands;

/// <summary>What a study will cost at most: runs can end before the horizon.</summary>
internal sealed class Cost
{
    private const int BytesOfIds = 10;

    private const int BytesOfValue = 5;

    private const int BytesOfEvent = 40;

    /// <summary>What the ledger keeps of a run beside its rows.</summary>
    private const int BytesOfRun = 300;

    /// <summary>Rows that the ledger keeps as they are before it begins to pack them.</summary>
    private const double PlainBytes = 16e6;

    /// <summary>Packed rows in the ledger, as a share of the tables that are written from them.</summary>
    private const double PackedShare = 0.3;

    /// <summary>Scripts, manifest and the pages of an empty ledger.</summary>
    private const int BytesBeside = 60_000;

    /// <summary>What config.resolved.yaml and datapackage.json say of a parameter.</summary>
    private const int BytesOfParameter = 320;

    private readonly Study study;
    private readonly long[] agents;
    private readonly Probe probe;

    private Cost(Study study, long[] agents, Probe probe) => (this.study, this.agents, this.probe) = (study, agents, probe);

    /// <summary>Looks at the design point with the most agents.</summary>
    public static Cost Of(Study study)
    {
        var agents = study.AgentsOfPoints().ToArray();
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
            yield return Calibration(plan, threads);
        yield return Line($"agents: {Span()} a run");
        yield return Line($"ticks: {study.Ticks} a run, of one {study.Model.TickUnit} each");
        yield return Line($"agent-ticks: at most {agentTicks:G3}");
        yield return Line($"tables: at most {RowsOfTables:0} rows, about {Size(BytesOfDesign + BytesOfRows)}");
        yield return Line($"disk: at most about {Size(Disk(study.Runs))} at a time, tables, ledger and what describes them");
        yield return Line($"time: at most about {Duration.Text(Time(study.Runs, threads))} on {threads} threads of this machine");
        yield return Line($"memory: at least {Size((double)probe.Bytes * Math.Min(threads, study.Runs))} of models at a time");
    }

    private string Calibration(CalibrationPlan plan, int threads)
    {
        var runsOfOne = (double)plan.Replications * study.Scenarios.Count;
        var (least, most) = plan.Proposals;
        var how = plan.Method switch
        {
            CalibrationMethod.Sequential => Line($"{plan.Generations} generations of {plan.Particles} particles"),
            CalibrationMethod.Rejection => Line($"the nearest {plan.Particles} are kept"),
            _ => Line($"{plan.Budget} for the surrogate, and {plan.Particles} particles"),
        };
        return Line($"calibration: at least {least} and at most {most} proposals ({how}), and {plan.Predictive} draws run anew; {plan.Replications} runs of each in every scenario: {(least + plan.Predictive) * runsOfOne:0} to {(most + plan.Predictive) * runsOfOne:0} runs, at most about {Duration.Text(Time((most + plan.Predictive) * runsOfOne, threads))} and {Size(Disk(plan.Batch * runsOfOne) + BytesOfProposals(plan, most))} at a time; the lines below are those of abm run");
    }

    private static double BytesOfProposals(CalibrationPlan plan, double most) => most * (plan.Factors.Count + plan.Targets.Count + 1) * 2 * BytesOfIds;

    private double RowsOfTicks => (double)study.Runs * (study.Ticks / study.Every + 1);

    private double RowsOfAgents => study.AgentMeasures.Count == 0 ? 0 : agents.Sum(count => (double)count) * study.Replications * (study.Ticks / study.Every + 1);

    private double RowsOfTables => study.DesignPoints.Count + study.Runs + study.Runs * probe.EventsPerTick * study.Ticks + (study.ModelMeasures.Count == 0 ? 0 : RowsOfTicks) + RowsOfAgents;

    private double BytesOfDesign => (double)study.DesignPoints.Count * study.Catalogue.Parameters.Count * BytesOfValue;

    private double BytesOfRows
    {
        get
        {
            var perMeasure = study.ModelMeasures.Count == 0 ? BytesOfIds : probe.BytesPerRow / study.ModelMeasures.Count;
            return study.Runs * (probe.BytesPerRow + 5 * BytesOfIds + probe.EventsPerTick * study.Ticks * BytesOfEvent)
                + (study.ModelMeasures.Count == 0 ? 0 : RowsOfTicks * (probe.BytesPerRow + BytesOfIds))
                + RowsOfAgents * (study.AgentMeasures.Count * perMeasure + 3 * BytesOfIds);
        }
    }

    /// <summary>The directory of so many runs of the study.</summary>
    private double Disk(double runs)
    {
        var rows = BytesOfRows / study.Runs * runs;
        var ledger = Math.Min(rows, PlainBytes) + PackedShare * Math.Max(0, rows - PlainBytes) + runs * BytesOfRun;
        return BytesOfDesign + rows + ledger + BytesBeside + (double)study.Catalogue.Parameters.Count * BytesOfParameter;
    }

    private TimeSpan Time(double runs, int threads)
    {
        var run = probe.Start.TotalSeconds + study.Ticks * probe.Tick.TotalSeconds;
        var atOnce = Math.Min(Math.Min(threads, Environment.ProcessorCount), runs);
        var seconds = runs * run / atOnce;
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
