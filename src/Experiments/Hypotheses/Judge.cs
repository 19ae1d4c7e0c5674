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
            return Run(studies, options, StoredStudy.FullPath(options.Directory), cancel);
        }
        catch (StorageException exception)
        {
            return new JudgeResult { ExitCode = exception.ExitCode, Directory = options.Directory, Message = exception.Message };
        }
    }

    private static JudgeResult Run(IReadOnlyList<Study> studies, JudgeOptions options, string directory, CancellationToken cancel)
    {
        RequireNothingElse(directory);
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
        JudgementTable.Write(Path.Combine(directory, TableName), judgements);
        return new JudgeResult { ExitCode = messages.Count > 0 ? 1 : 0, Directory = directory, Message = string.Join('\n', messages), Judgements = judgements };
    }

    /// <summary>The folders of hypotheses are results; within another result nobody would look for them.</summary>
    private static void RequireNothingElse(string directory)
    {
        var other = File.Exists(Path.Combine(directory, ResultDirectory.CalibrationName)) ? "a calibration"
            : Manifest.Read(directory) is not null || LedgerFile.IsThere(directory) ? "the result of a study"
            : null;
        if (other is not null)
            throw StorageException.BadDirectory($"{directory} holds {other}: choose another directory with --out.");
    }

    /// <summary>How far all studies have come, from how far one has, at its rate; with a rule of power as far as is known by now.</summary>
    private static Progress Overall(Progress progress, int before, int wanted)
    {
        var done = before + progress.Done;
        var left = progress.TimeLeft is null ? (TimeSpan?)null : TimeSpan.FromSeconds((wanted - done) / progress.RunsPerSecond);
        return new Progress(done, wanted, progress.RunsPerSecond, left, progress.Uncertainty);
    }
}
