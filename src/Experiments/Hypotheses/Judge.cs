using Experiments.Config;
using Experiments.Runs;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Hypotheses;

/// <summary>Runs the studies of hypotheses and says what their runs make of the statements.</summary>
public static class Judge
{
    /// <summary>The table of verdicts.</summary>
    internal const string TableName = "hypotheses.csv";

    /// <summary>Judges hypotheses together, or goes on with what was interrupted.</summary>
    /// <param name="studies">Studies, each with a <see cref="Study.Hypothesis"/> of another id.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Stops it soon; the runs that are over are kept.</param>
    /// <returns>What became of it. Unusable directories and full disks are told here, not thrown.</returns>
    public static JudgeResult Run(IReadOnlyList<Study> studies, JudgeOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return Run([.. studies.Select(AsEvidence)], options, StoredStudy.FullPath(options.Directory), cancel);
        }
        catch (StorageException exception)
        {
            return new JudgeResult { ExitCode = exception.ExitCode, Directory = options.Directory, Message = exception.Message };
        }
    }

    private static JudgeResult Run(List<Study> studies, JudgeOptions options, string directory, CancellationToken cancel)
    {
        var (before, messages) = (0, new List<string>());
        var effects = new List<(Hypothesis, IReadOnlyList<ContrastEstimate>)>();
        var wanted = studies.Sum(study => study.Runs);
        foreach (var study in studies)
        {
            var hypothesis = study.Hypothesis!;
            var folder = Path.Combine(directory, hypothesis.Id);
            var over = before;
            var result = StudyRunner.Run(study, OptionsOf(options, folder, progress => options.Progress?.Invoke(hypothesis.Id, Overall(progress, over, wanted))), cancel);
            if (result.IsInterrupted)
                return new JudgeResult { ExitCode = 1, Directory = directory, IsInterrupted = true, Message = $"Interrupted: the same command goes on from what is kept in {directory}." };
            if (result.ExitCode > 1)
                return new JudgeResult { ExitCode = result.ExitCode, Directory = directory, Message = $"{hypothesis.Id}: {result.Message}" };
            if (result.ExitCode == 1)
                messages.Add($"{hypothesis.Id}: {result.Message}");
            effects.Add((hypothesis, Effects(folder, study)));
            before += study.Runs;
        }
        var judgements = Judgement.Of(effects);
        JudgementTable.Write(Path.Combine(directory, TableName), judgements);
        return new JudgeResult { ExitCode = messages.Count > 0 ? 1 : 0, Directory = directory, Message = string.Join('\n', messages), Judgements = judgements };
    }

    /// <summary>
    /// The study with the measures, and the rows of ticks, that its contrasts read; rows of a design draw random numbers of their
    /// own, because the draws of an ensemble would otherwise be copies in what chance does to them.
    /// </summary>
    private static Study AsEvidence(Study study)
    {
        var drawsAlone = study.HasSharedDraws;
        var made = study with
        {
            CommonRandomNumbers = study.CommonRandomNumbers && !drawsAlone,
            RowsDrawAlone = study.RowsDrawAlone || drawsAlone,
            ModelMeasures = study.Hypothesis!.Measures,
            AgentMeasures = [],
            Responses = [],
            Every = RowsNeeded.Every(study.Hypothesis.Parts, study),
        };
        return made with { ResolvedYaml = ResolvedConfig.Write(made, study.Scenarios[0].Values) };
    }

    private static RunOptions OptionsOf(JudgeOptions options, string folder, Action<Progress> progress) => new()
    {
        Directory = folder,
        Threads = options.Threads,
        AcceptBuild = options.AcceptBuild,
        Force = options.Force,
        Progress = progress,
    };

    /// <summary>How far all studies have come, from how far one has, at its rate.</summary>
    private static Progress Overall(Progress progress, int before, int wanted)
    {
        var done = before + progress.Done;
        var left = progress.TimeLeft is null ? (TimeSpan?)null : TimeSpan.FromSeconds((wanted - done) / progress.RunsPerSecond);
        return new Progress(done, wanted, progress.RunsPerSecond, left, progress.Uncertainty);
    }

    /// <summary>A replication of a row counts where none of its runs failed. The ledger may hold more of them than are asked for.</summary>
    private static List<ContrastEstimate> Effects(string folder, Study study)
    {
        var hypothesis = study.Hypothesis!;
        var names = hypothesis.Measures.Select(measure => measure.Name).ToList();
        var tallies = hypothesis.Contrasts.Select(contrast => new ContrastTally(contrast, names, study.Ticks, study.Design.Rows)).ToList();
        var runs = new List<SeenRun?>();
        using var ledger = Ledger.Read(folder, study);
        foreach (var (record, run) in SeenRunReader.Read(ledger, study, [.. hypothesis.Parts]).TakeWhile(one => one.Record.Replication <= study.Replications))
        {
            runs.Add(run);
            if (runs.Count < study.Scenarios.Count)
                continue;
            if (runs.OfType<SeenRun>().ToList() is var done && done.Count == runs.Count)
                tallies.ForEach(tally => tally.Add(done, (record.DesignId - 1) / study.Scenarios.Count + 1));
            runs.Clear();
        }
        return [.. tallies.Select(tally => tally.Estimate())];
    }
}
