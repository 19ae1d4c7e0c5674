using Experiments.Config;
using Experiments.Runs;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Hypotheses;

/// <summary>Runs the study of one hypothesis, once or in rounds until the power suffices, and estimates its contrasts.</summary>
/// <param name="study">The study with its hypothesis, as its config has it.</param>
/// <param name="folder">The folder of its result.</param>
/// <param name="options">How to run it.</param>
/// <param name="level">The level of the tests whose power counts.</param>
internal sealed class HypothesisRuns(Study study, string folder, JudgeOptions options, double level)
{
    private readonly Hypothesis hypothesis = study.Hypothesis!;

    /// <summary>Replications of each row of the design at the look that is being made.</summary>
    public int Replications { get; private set; } = options.Power?.FirstOf(study) ?? study.Replications;

    /// <summary>Runs that make them.</summary>
    public int Runs => checked(Replications * study.DesignPoints.Count);

    /// <summary>The effects of the contrasts at the last look.</summary>
    public IReadOnlyList<ContrastEstimate> Effects { get; private set; } = [];

    /// <summary>
    /// Makes the runs that are missing, round by round. Which looks there are, and what they see, follows from the runs in
    /// their order alone, so that it is the same again after an interruption and where more runs are kept than a look asks for.
    /// </summary>
    /// <param name="progress">Told of each round's progress.</param>
    /// <param name="cancel">Stops it soon.</param>
    /// <returns>What became of the last round.</returns>
    /// <exception cref="StorageException">The result cannot be read.</exception>
    public StudyResult Execute(Action<Progress> progress, CancellationToken cancel)
    {
        var kept = options.Power is null ? 0 : Kept();
        StudyResult? result = null;
        while (true)
        {
            var round = Round();
            if (Replications > kept)
                result = Execute(round, progress, cancel);
            if (result is { IsInterrupted: true } or { ExitCode: > 1 })
                return result;
            Effects = StudyRunner.Read(round, Execution(progress), () => Estimate(round), cancel);
            if (options.Power is not { } rule || rule.Next(Judged(rule), Replications, study) is not { } next)
                break;
            Replications = next;
        }
        // Where none was missing, the tables may still be those of more replications than this rule stops at.
        return result ?? Execute(Round(), progress, cancel);
    }

    private StudyResult Execute(Study round, Action<Progress> progress, CancellationToken cancel) => StudyRunner.Run(round, Execution(progress), cancel);

    private RunOptions Execution(Action<Progress> progress) => new()
    {
        Directory = folder,
        Threads = options.Threads,
        AcceptBuild = options.AcceptBuild,
        CheckpointEvery = options.CheckpointEvery,
        Force = options.Force,
        Progress = progress,
        Note = options.Note is { } note ? text => note($"{hypothesis.Id}: {text}") : null,
    };

    private IEnumerable<ContrastJudgement> Judged(PowerRule rule) =>
        hypothesis.Contrasts.Zip(Effects, (contrast, effect) => ContrastJudgement.Of(contrast, effect, level, rule.Target));

    /// <summary>The replications of a complete result that is there already.</summary>
    private int Kept() =>
        Manifest.Read(folder) is { Status: Manifest.Complete } found && found.Identity == Manifest.IdentityOf(Round()) && LedgerFile.IsThere(folder) ? found.Replications : 0;

    /// <summary>
    /// The study with the replications of this look, and the measures and rows of ticks that its contrasts read. Rows of a design
    /// draw random numbers of their own, because the draws of an ensemble would otherwise be copies in what chance does to them.
    /// </summary>
    private Study Round()
    {
        var drawsAlone = study.HasSharedDraws;
        var made = study with
        {
            Replications = Replications,
            CommonRandomNumbers = study.CommonRandomNumbers && !drawsAlone,
            RowsDrawAlone = study.RowsDrawAlone || drawsAlone,
            ModelMeasures = hypothesis.Measures,
            AgentMeasures = [],
            Responses = [],
            Every = RowsNeeded.Every(hypothesis.Parts, study),
        };
        return made with { ResolvedYaml = ResolvedConfig.Write(made, study.Scenarios[0].Values) };
    }

    /// <summary>A replication of a row counts where none of its runs failed. The ledger may hold more of them than this look asks for.</summary>
    private List<ContrastEstimate> Estimate(Study round)
    {
        var names = hypothesis.Measures.Select(measure => measure.Name).ToList();
        var tallies = hypothesis.Contrasts.Select(contrast => new ContrastTally(contrast, names, round.Ticks, round.Design.Rows)).ToList();
        var runs = new List<SeenRun?>();
        using var ledger = Ledger.Read(folder, round);
        foreach (var (record, run) in SeenRunReader.All(ledger, round, [.. hypothesis.Parts]))
        {
            runs.Add(run);
            if (runs.Count < round.Scenarios.Count)
                continue;
            if (runs.OfType<SeenRun>().ToList() is var done && done.Count == runs.Count)
                tallies.ForEach(tally => tally.Add(done, (record.DesignId - 1) / round.Scenarios.Count + 1));
            runs.Clear();
        }
        return [.. tallies.Select(tally => tally.Estimate())];
    }
}
