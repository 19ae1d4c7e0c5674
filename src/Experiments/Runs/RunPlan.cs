using Experiments.Analysis;
using Experiments.Config;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>The runs that a study wants in its tables, as far as its ledger tells by now.</summary>
internal sealed class RunPlan
{
    private readonly Func<int, bool> wants;
    private int pointsPerReplication;

    /// <param name="last">Greatest run_id that is wanted.</param>
    /// <param name="count">Number of runs that are wanted.</param>
    /// <param name="wants">Says whether a run up to there is wanted.</param>
    public RunPlan(int last, int count, Func<int, bool> wants) => (Last, Count, this.wants) = (last, count, wants);

    /// <summary>Greatest run_id that is wanted.</summary>
    public int Last { get; }

    /// <summary>Number of runs that are wanted.</summary>
    public int Count { get; }

    /// <summary>Where each row of the design stands with the stop rule; none without one.</summary>
    public IReadOnlyList<StopState> Stops { get; private init; } = [];

    /// <summary>The run ids in order.</summary>
    public IEnumerable<int> Runs => Enumerable.Range(1, Last).Where(wants);

    /// <summary>The runs, in order, that this plan wants and an earlier one of the same study did not, without going through those that both want.</summary>
    /// <param name="earlier">The plan that was made before it, or null.</param>
    public IEnumerable<int> RunsBeyond(RunPlan? earlier)
    {
        // Without a stop rule nothing tells which rows have grown.
        if (earlier is null || Stops.Count == 0)
            return Runs;
        var first = Stops.Zip(earlier.Stops).Where(pair => pair.First.Replications > pair.Second.Replications)
            .Select(pair => pair.Second.Replications * pointsPerReplication + 1).DefaultIfEmpty(Last + 1).Min();
        return Enumerable.Range(first, Last - first + 1).Where(runId => wants(runId) && !earlier.Contains(runId));
    }

    /// <summary>Whether a run belongs into the tables.</summary>
    public bool Contains(int runId) => runId <= Last && wants(runId);

    /// <summary>Number of runs that are wanted and over.</summary>
    public int Known(Ledger ledger) => Runs.Count(runId => ledger.StatusOf(runId) is not null);

    /// <summary>The summary of the runs that belong into the tables.</summary>
    /// <param name="study">The study.</param>
    /// <param name="ledger">Its ledger; nothing may be added meanwhile.</param>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public Summary Summarise(Study study, Ledger ledger)
    {
        var summary = new SummaryBuilder(study);
        foreach (var (record, run) in SeenRunReader.Read(ledger, study, ResponseReadings.PartsOf(study)).Where(run => Contains(run.Record.RunId)))
            summary.Add(record, run);
        return summary.Build() with { Planned = Count, StopRule = StopRounds.Sentence(study, Stops) };
    }

    /// <summary>
    /// Runs as threads take them: one by one, or, where a study branches, all scenarios of a design row and replication
    /// together, as far as they are among the runs.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="runs">Run ids in order.</param>
    public static IEnumerable<IReadOnlyList<int>> Groups(Study study, IEnumerable<int> runs)
    {
        var size = study.BranchAt is null ? 1 : study.Scenarios.Count;
        var group = new List<int>(size);
        foreach (var runId in runs)
        {
            if (group.Count > 0 && (runId - 1) / size != (group[0] - 1) / size)
            {
                yield return group;
                group = new List<int>(size);
            }
            group.Add(runId);
        }
        if (group.Count > 0)
            yield return group;
    }

    /// <summary>What a study wants, as far as its ledger tells.</summary>
    public static RunPlan Of(Study study, Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return Of(study, study.StopRule is { } rule ? new StopRounds(study, rule, SeenRunReader.Read(ledger, study, StopRounds.PartsOf(rule))) : null);
    }

    /// <summary>
    /// What a study wants: after each round it is asked again, until nothing that it wants is missing. It follows from
    /// the records alone, so that threads, interruptions and shards cannot show.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="rounds">What is known of its runs; null where it has no stop rule.</param>
    public static RunPlan Of(Study study, StopRounds? rounds)
    {
        if (rounds is null)
            return new RunPlan(study.Runs, study.Runs, _ => true);
        var stops = rounds.States;
        var (points, scenarios) = (study.DesignPoints.Count, study.Scenarios.Count);
        return new RunPlan(
            checked(stops.Max(stop => stop.Replications) * points),
            stops.Sum(stop => checked(stop.Replications * scenarios)),
            runId => (runId - 1) / points < stops[(runId - 1) % points / scenarios].Replications)
        {
            Stops = stops,
            pointsPerReplication = points,
        };
    }
}
