using System.Globalization;
using Experiments.Calibration.Guided;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Calibration;

/// <summary>
/// Evaluates proposals by running a study of them, batch by batch, each in a folder of its own that is removed once the
/// statistics are written down. A batch that is written down is read, and one that was interrupted goes on.
/// </summary>
internal sealed class BatchEvaluator(
    Study study, CalibrationPlan plan, CountedTargets? counted, CalibrationDirectory directory, CalibrationOptions options, CancellationToken cancel)
{
    private readonly ProposalFile file = new(plan, counted?.Sides ?? []);

    /// <summary>Runs that failed so far.</summary>
    public int FailedRuns { get; private set; }

    /// <summary>Proposals so far whose values the model refused to combine.</summary>
    public int RefusedProposals { get; private set; }

    /// <summary>One evaluation for each position; see <see cref="Evaluate"/>.</summary>
    /// <exception cref="CalibrationStop">It was cancelled, or the runs could not be made.</exception>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public IReadOnlyList<Evaluation> Evaluate(int generation, int batch, int first, IReadOnlyList<double[]> positions)
    {
        var cells = positions.Select(plan.CellsOf).ToList();
        var folder = directory.Generation(generation);
        var name = string.Create(CultureInfo.InvariantCulture, $"batch-{batch:000}");
        var path = Path.Combine(folder, name + ".csv");
        if (file.Read(path, first, cells) is not { } results)
        {
            if (ProposalFile.IsChanged(path))
                options.Note?.Invoke($"{path} is not what was written: its runs are made again.");
            Directory.CreateDirectory(folder);
            ResultFile.PathOf(folder, name);
            results = Simulate(Path.Combine(folder, name), generation, batch, cells);
            file.Write(path, first, cells, results);
        }
        var runs = Path.Combine(folder, name);
        if (Directory.Exists(runs))
            Directory.Delete(runs, recursive: true);
        FailedRuns += results.Sum(result => Math.Max(0, result.FailedRuns));
        RefusedProposals += results.Count(result => result.FailedRuns < 0);
        return [.. results.Select(EvaluationOf)];
    }

    private Evaluation EvaluationOf(ProposalResult result)
    {
        var (missing, distance) = CalibrationTarget.Compare(plan.Targets, result.Statistics);
        return result.FailedRuns == 0 ? new(distance, result.Statistics, missing) { Counts = result.Counts } : new(double.NaN, result.Statistics);
    }

    private List<ProposalResult> Simulate(string folder, int generation, int batch, List<double[]> cells)
    {
        var made = BatchStudy.Of(study, plan, cells, ProposalDraws.RunSeed(study.Seed, generation, batch));
        var tallies = made.Study is { } runs
            ? StudyRunner.Read(runs, Run(runs, folder, generation, batch), () => Read(runs, folder, made.Proposals, cells.Count), cancel)
            : Tallies(cells.Count);
        return [.. tallies.Select((tally, i) => new ProposalResult(made.Proposals.Contains(i) ? tally.Failed : -1, [.. tally.Statistics().Select(ProposalFile.Kept)], counted?.Read(tally.Sums) ?? []))];
    }

    private List<TargetTally> Read(Study runs, string folder, IReadOnlyList<int> proposals, int count)
    {
        var tallies = Tallies(count);
        SeenRunReader.ForEach(folder, runs, BatchStudy.PartsOf(plan), (row, run) =>
        {
            var tally = tallies[proposals[row - 1]];
            if (run is null)
                tally.Fail();
            else
                tally.Add(run);
        });
        return tallies;
    }

    private List<TargetTally> Tallies(int count) => [.. Enumerable.Range(0, count).Select(_ => new TargetTally(plan, study.Ticks))];

    private RunOptions Run(Study runs, string folder, int generation, int batch)
    {
        // Whatever else is there was left by a search that took another way, or is what was left of it when somebody died who removed it.
        if (DirectoryInspection.Look(folder, Manifest.IdentityOf(runs)).State is DirectoryState.OtherStudy or DirectoryState.Foreign)
            Directory.Delete(folder, recursive: true);
        var execution = new RunOptions
        {
            Directory = folder,
            Threads = options.Threads,
            AcceptBuild = options.AcceptBuild,
            CheckpointEvery = options.CheckpointEvery,
            Note = options.Note,
            Progress = options.Progress is { } report ? progress => report(new CalibrationProgress(generation, batch, progress)) : null,
        };
        var result = StudyRunner.Run(runs, execution, cancel);
        if (result.IsInterrupted)
            throw new CalibrationStop(1, "") { IsInterruption = true };
        if (result.ExitCode > 1)
            throw new CalibrationStop(result.ExitCode, result.Message);
        return execution;
    }
}
