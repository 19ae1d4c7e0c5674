using Agents;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Causes;

/// <summary>What became of a run in the worlds of one cause.</summary>
/// <param name="Run">The run, from 1.</param>
/// <param name="Cause">The cause.</param>
/// <param name="State">How it stands in the run.</param>
/// <param name="Without">How the run ends without it; null where that was not played.</param>
/// <param name="Alone">How the run ends with it and no other of its kind; null where that was not played.</param>
/// <param name="None">How the run ends without any of its kind; null where that was not played.</param>
public sealed record Verdict(int Run, Cause Cause, CauseState State, Outcome? Without, Outcome? Alone, Outcome? None)
{
    /// <summary>Whether the run ends otherwise without it; null where that is not known.</summary>
    public bool? IsNecessary(OutcomeSet outcome) => Without is { } end ? !outcome.Holds(end) : null;

    /// <summary>Whether the run ends so with it alone; null where that is not known.</summary>
    public bool? IsSufficient(OutcomeSet outcome) => Alone is { } end ? outcome.Holds(end) : null;

    /// <summary>Whether the run ends so even without any cause of its kind; null where that is not known.</summary>
    public bool? IsNeedless(OutcomeSet outcome) => None is { } end ? outcome.Holds(end) : null;
}

/// <summary>A run that is asked about, and what became of it in other worlds.</summary>
/// <param name="Run">Its number, from 1.</param>
/// <param name="Scenario">Its scenario.</param>
/// <param name="Row">Its row of the design, from 1.</param>
/// <param name="Replication">Its replication, from 1.</param>
/// <param name="From">The row of ticks from which causes are out.</param>
/// <param name="Stored">How it ended.</param>
/// <param name="Verdicts">One for each cause.</param>
public sealed record AskedRun(int Run, string Scenario, int Row, int Replication, int From, Outcome Stored, IReadOnlyList<Verdict> Verdicts);

/// <summary>Reads what became of runs from the ledger of their worlds.</summary>
/// <param name="worlds">The study of worlds.</param>
/// <param name="ledger">Its ledger; nobody writes it.</param>
internal sealed class VerdictReader(WorldStudy worlds, Ledger ledger)
{
    private readonly Dictionary<int, Outcome> ends = ledger.Records().Where(record => record.IsDone).ToDictionary(record => record.RunId, record => record.Outcome);

    /// <summary>How a run ends when it is played again as it was; null where that is not known.</summary>
    public Outcome? Again(int run) => End(run, 0);

    /// <summary>What became of a run.</summary>
    /// <param name="run">From 1.</param>
    /// <param name="stored">How it ended.</param>
    /// <param name="withLevers">Whether levers were asked about.</param>
    public AskedRun Read(int run, Outcome stored, bool withLevers)
    {
        var (point, replication) = worlds.Source.Run(run);
        var verdicts = worlds.Causes.Where(cause => withLevers || !cause.IsLever).Select(cause => new Verdict(
            run, cause, worlds.StateOf(run, cause), End(run, Question.Without, cause), End(run, Question.Alone, cause), End(run, Question.None, null, cause.IsLever)));
        return new AskedRun(run, point.Scenario, point.Row, replication, worlds.FromOf(run), stored, [.. verdicts]);
    }

    private Outcome? End(int run, Question question, Cause cause) => End(run, question, cause, cause.IsLever);

    private Outcome? End(int run, Question question, Cause? cause, bool isOfLevers) =>
        worlds.NumberOf(question, cause, isOfLevers) is { } world ? End(run, world) : null;

    private Outcome? End(int run, int world) => ends.TryGetValue(worlds.RunOf(run, world), out var end) ? end : null;
}
