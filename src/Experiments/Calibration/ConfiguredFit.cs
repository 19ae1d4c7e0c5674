using Experiments.Analysis;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Calibration;

/// <summary>How the parameter values of a config itself, sought or not, fit one target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Statistic">What came out; NaN where it cannot be computed.</param>
/// <param name="Interval">95 % percentile interval, by resampling replications with all their scenarios.</param>
public sealed record ConfiguredFit(CalibrationTarget Target, double Statistic, Interval Interval)
{
    /// <summary>The folder, below the calibration's, of the runs and of fit.csv.</summary>
    public const string Folder = "configured";

    /// <summary>True where the statistic is within the target's tolerance.</summary>
    public bool IsInside => Target.Holds(Statistic);

    /// <summary>Runs the study as it is configured, with its own seed, which no search draws from, and compares it with the targets.</summary>
    /// <param name="study">A study with a <see cref="Study.Calibration"/>.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Stops it soon; the runs that are over are kept, and the next call goes on from them.</param>
    /// <returns>What became of the runs, and a fit for each target where they are complete.</returns>
    public static (StudyResult Runs, IReadOnlyList<ConfiguredFit> Fits) Run(Study study, RunOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        var plan = study.Calibration ?? throw new ArgumentException("The study has no calibration.", nameof(study));
        var made = BatchStudy.AsConfigured(study, plan);
        var result = StudyRunner.Run(made, options, cancel);
        if (result.ExitCode != 0 || result.IsInterrupted)
            return (result, []);
        try
        {
            var fits = Of(plan, made, StudyRunner.Read(made, options, () => Read(options.Directory, made, plan), cancel));
            CalibrationTables.WriteConfigured(options.Directory, fits);
            return (result, fits);
        }
        catch (StorageException exception)
        {
            return (new StudyResult { ExitCode = exception.ExitCode, Directory = options.Directory, Message = exception.Message }, []);
        }
    }

    private static List<SeenRun>[] Read(string directory, Study made, CalibrationPlan plan)
    {
        var replications = new List<SeenRun>[made.Replications];
        var seen = 0;
        SeenRunReader.ForEach(directory, made, BatchStudy.PartsOf(plan), (_, run) =>
        {
            (replications[seen++ / made.Scenarios.Count] ??= []).Add(run!);
        });
        return replications;
    }

    private static List<ConfiguredFit> Of(CalibrationPlan plan, Study study, List<SeenRun>[] replications)
    {
        double[] Statistics(IEnumerable<int> drawn)
        {
            var tally = new TargetTally(plan, study.Ticks);
            foreach (var replication in drawn)
                replications[replication].ForEach(tally.Add);
            return tally.Statistics();
        }

        var intervals = new Bootstrap(study.Seed).Percentile(
            replications.Length, plan.Targets.Count, (resample, statistics) => Statistics(resample.ToArray()).CopyTo(statistics));
        var values = Statistics(Enumerable.Range(0, replications.Length));
        return [.. plan.Targets.Select((target, i) => new ConfiguredFit(target, values[i], intervals[i]))];
    }
}
