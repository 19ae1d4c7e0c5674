using System.Globalization;
using Experiments.Calibration.Guided;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Calibration;

/// <summary>Carries out a calibration: its search, its tables, and a look at how the result fits.</summary>
public static class CalibrationRunner
{
    /// <summary>Calibrates, or goes on with a calibration that was interrupted.</summary>
    /// <param name="study">A study with a <see cref="Study.Calibration"/>.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Stops it soon; the runs that are over are kept.</param>
    /// <returns>What became of it. Unusable directories and full disks are told here, not thrown.</returns>
    public static CalibrationResult Run(Study study, CalibrationOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        var plan = study.Calibration ?? throw new ArgumentException("The study has no calibration.", nameof(study));
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Directory));
        try
        {
            using var directory = CalibrationDirectory.Open(path, study, plan, options);
            return Run(study, plan, directory, options, cancel);
        }
        catch (StorageException exception)
        {
            return new CalibrationResult { ExitCode = exception.ExitCode, Directory = path, Message = exception.Message };
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            return new CalibrationResult { ExitCode = 3, Directory = path, Message = StorageException.Lost(path, exception).Message };
        }
    }

    private static CalibrationResult Run(Study study, CalibrationPlan plan, CalibrationDirectory directory, CalibrationOptions options, CancellationToken cancel)
    {
        var evaluator = new BatchEvaluator(study, plan, CountedTargets.Of(plan), directory, options, cancel);
        var state = directory.State;
        try
        {
            var (result, tables) = Search(study, plan, directory, evaluator, options);
            directory.Write(state with
            {
                Status = result.ExitCode == 0 ? Manifest.Complete : Manifest.Incomplete,
                End = SnakeCase.Of((result.Search?.End ?? (result.Posterior is null ? AbcEnd.LowAcceptance : AbcEnd.Reached)).ToString()),
                Generations = result.Search?.Generations.Count ?? result.Guided?.Rounds.Count ?? 0,
                FailedRuns = evaluator.FailedRuns,
                RefusedProposals = evaluator.RefusedProposals,
                Finished = DateTime.UtcNow,
            }, tables);
            return result;
        }
        catch (CalibrationStop stop)
        {
            directory.Write(state with { Status = stop.IsInterruption ? Manifest.Interrupted : Manifest.Incomplete, Finished = DateTime.UtcNow });
            return new CalibrationResult
            {
                ExitCode = stop.ExitCode,
                Directory = directory.Path,
                IsInterrupted = stop.IsInterruption,
                Message = stop.IsInterruption ? $"Interrupted: the same command goes on from what is kept in {directory.Path}." : stop.Message,
            };
        }
    }

    private static (CalibrationResult Result, IReadOnlyList<StoredFile> Tables) Search(Study study, CalibrationPlan plan, CalibrationDirectory directory, BatchEvaluator evaluator, CalibrationOptions options)
    {
        var (abc, guided) = (default(AbcResult), default(GuidedResult));
        var counted = CountedTargets.Of(plan);
        if (counted is null)
            abc = AbcSampler.Run(Settings(study, plan), evaluator.Evaluate, options.GenerationDone);
        else
            guided = GuidedSampler.Run(counted.Settings(plan, study.Seed, options.Threads), evaluator.Evaluate, options.RoundDone);
        var result = new CalibrationResult
        {
            ExitCode = 0,
            Directory = directory.Path,
            Search = abc,
            Guided = guided,
            Posterior = abc is { Generations: [.., var end] } ? end : guided?.Posterior,
        };
        if (result.Posterior is not { } last)
        {
            return (Told(result, evaluator) with
            {
                ExitCode = 1,
                Message = $"No posterior sample: too few proposals from the prior could be run ({Words(evaluator)}).",
            }, []);
        }
        var draws = Posterior.Draw(last, plan.Predictive, study.Seed);
        var predictive = draws.Chunk(plan.Batch)
            .SelectMany((positions, i) => evaluator.Evaluate(0, i + 1, i * plan.Batch + 1, positions)).ToList();
        result = Told(result, evaluator) with
        {
            Parameters = Posterior.Summarise(plan, last),
            Fits = guided is null ? Posterior.Fit(plan, last, predictive) : GuidedFit.Of(plan, counted!, guided, draws, predictive),
            Message = evaluator.FailedRuns + evaluator.RefusedProposals > 0 ? $"Proposals that could not be used: {Words(evaluator)}." : "",
        };
        return (result, [.. Write(plan, result, draws)]);
    }

    private static CalibrationResult Told(CalibrationResult result, BatchEvaluator evaluator) =>
        result with { FailedRuns = evaluator.FailedRuns, RefusedProposals = evaluator.RefusedProposals };

    private static IEnumerable<StoredFile> Write(CalibrationPlan plan, CalibrationResult result, IReadOnlyList<double[]> draws)
    {
        yield return CalibrationTables.WritePosterior(result.Directory, plan, result.Posterior!);
        yield return CalibrationTables.WriteDesign(result.Directory, plan, draws);
        yield return CalibrationTables.WriteSummary(result.Directory, result.Parameters);
        yield return CalibrationTables.WriteFit(result.Directory, result.Fits);
        if (result.Search is { } search)
            yield return CalibrationTables.WriteGenerations(result.Directory, search.Generations);
        if (result.Guided is { } guided)
            yield return CalibrationTables.WriteSurrogate(result.Directory, guided.Rounds);
    }

    private static AbcSettings Settings(Study study, CalibrationPlan plan) => new()
    {
        IsSequential = plan.Method == CalibrationMethod.Sequential,
        Dimensions = plan.Factors.Count,
        Particles = plan.Particles,
        Quantile = plan.Quantile,
        Generations = plan.Generations,
        FinalTolerance = plan.Tolerance,
        MinAcceptance = plan.MinAcceptance,
        Batch = plan.Batch,
        Seed = study.Seed,
    };

    private static string Words(BatchEvaluator evaluator) => string.Create(
        CultureInfo.InvariantCulture, $"{evaluator.FailedRuns} runs failed, {evaluator.RefusedProposals} combinations of values were refused by the model");
}
