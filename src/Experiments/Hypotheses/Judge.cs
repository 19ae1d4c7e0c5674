using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;

namespace Experiments.Hypotheses;

/// <summary>Runs the studies of hypotheses and says what their runs make of the statements.</summary>
public static class Judge
{
    /// <summary>The table of verdicts.</summary>
    internal const string TableName = ResultDirectory.JudgementName;

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
            using var held = JudgementDirectory.Open(StoredStudy.FullPath(options.Directory), JudgementMark.Judge, studies, options.Note);
            return Run(studies, options, held, cancel);
        }
        catch (StorageException exception)
        {
            return Refused(options, exception);
        }
    }

    /// <summary>A directory that cannot be used, or a disk that is full.</summary>
    internal static JudgeResult Refused(JudgeOptions options, StorageException exception) =>
        new() { ExitCode = exception.ExitCode, Directory = options.Directory, Message = exception.Message };

    /// <summary>The same in a directory that is held already.</summary>
    /// <exception cref="StorageException">The file system gave way, or somebody took the directory away.</exception>
    internal static JudgeResult Run(IReadOnlyList<Study> studies, JudgeOptions options, JudgementDirectory held, CancellationToken cancel)
    {
        var directory = held.Path;
        var (before, messages) = (0, new List<string>());
        var effects = new List<(Hypothesis, IReadOnlyList<ContrastEstimate>)>();
        var all = studies.Select(study => new HypothesisRuns(study, Path.Combine(directory, study.Hypothesis!.Id), options, Judgement.Level / studies.Count)).ToList();
        foreach (var (hypothesis, runs) in studies.Select(study => study.Hypothesis!).Zip(all))
        {
            var result = runs.Execute(progress => options.Progress?.Invoke(hypothesis.Id, Overall(progress, before, all.Sum(one => one.Runs))), cancel);
            if (result.IsInterrupted)
                return new JudgeResult { ExitCode = 1, Directory = directory, IsInterrupted = true, Message = $"Interrupted: the same command goes on from what is kept in {directory}." };
            if (result.ExitCode > 1)
                return new JudgeResult { ExitCode = result.ExitCode, Directory = directory, Message = $"{hypothesis.Id}: {result.Message}" };
            if (result.ExitCode == 1)
                messages.Add($"{hypothesis.Id}: {result.Message}");
            effects.Add((hypothesis, runs.Effects));
            before += runs.Runs;
        }
        var judgements = Judgement.Of(effects, options.Power?.Target ?? PowerRule.Usual);
        held.RequireHeld();
        JudgementTable.Write(Path.Combine(directory, TableName), judgements);
        return new JudgeResult { ExitCode = messages.Count > 0 ? 1 : 0, Directory = directory, Message = string.Join('\n', messages), Judgements = judgements };
    }

    /// <summary>How far all studies have come, from how far one has, at its rate; with a rule of power as far as is known by now.</summary>
    private static Progress Overall(Progress progress, int before, int wanted)
    {
        var done = before + progress.Done;
        var left = progress.TimeLeft is null ? (TimeSpan?)null : TimeSpan.FromSeconds((wanted - done) / progress.RunsPerSecond);
        return new Progress(done, wanted, progress.RunsPerSecond, left, progress.Uncertainty);
    }
}
