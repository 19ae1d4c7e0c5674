using System.Diagnostics;
using System.Globalization;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>
/// One execution of a study: it asks what is wanted and missing, carries that out, and asks again, until nothing is
/// missing; then it writes the tables from the ledger.
/// </summary>
internal sealed class StudyExecution : IDisposable
{
    /// <summary>Failures that are told one by one; timings.csv has all.</summary>
    private const int ToldFailures = 100;

    /// <summary>Times that runs are made again which turn out damaged in the middle of an execution.</summary>
    private const int Attempts = 3;

    private readonly Study study;
    private readonly RunOptions options;
    private readonly StudyTables tables;
    private readonly Manifest manifest;
    private readonly ResultDirectory directory;
    private readonly Ledger ledger;
    private readonly RunKeys keys;
    private readonly RunCheckpoints? checkpoints;
    private readonly RunPool pool;
    private readonly ProgressMeter progress;
    private readonly Func<Ledger, RunPlan>? chosen;
    private readonly StopRounds? rounds;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly HashSet<int> notDone = [];
    private readonly Lock gate = new();
    private readonly CancellationTokenSource failing = new();
    private readonly int kept;
    private int failures;

    /// <summary>Takes the directory and opens its ledger.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="atOnce">Most runs at a time.</param>
    /// <param name="gzip">Whether the tables are packed.</param>
    /// <param name="onlyRun">The one run that is wanted, where the directory is not for the whole study.</param>
    /// <param name="chosen">Says which runs are wanted, as far as the ledger tells, where that does not follow from the study; asked again after each round.</param>
    /// <exception cref="StorageException">The directory or its ledger cannot be had.</exception>
    public StudyExecution(Study study, RunOptions options, int atOnce, bool gzip, int? onlyRun = null, Func<Ledger, RunPlan>? chosen = null)
    {
        (this.study, this.options) = (study, options);
        this.chosen = onlyRun is { } one ? _ => new RunPlan(one, 1, runId => runId == one) : chosen;
        tables = new StudyTables(study, gzip);
        manifest = Manifest.Of(study, options.Threads, options.Force, gzip, onlyRun);
        progress = new ProgressMeter(options.Progress, Math.Min(options.Threads, atOnce));
        keys = new RunKeys(study);
        directory = ResultDirectory.Open(options.Directory, study, tables, manifest, options.Note);
        try
        {
            ledger = Ledger.Open(directory.Path, study, options.AcceptBuild, options.Note);
            ProgressFile.Of(study.Runs, null, 0, ledger, 0).Write(directory.Path);
            keys.Require(ledger, directory.Path);
            // Only now: a result whose directory is refused stays what it was, to the last byte.
            directory.Describe(study, tables, manifest);
            checkpoints = RunCheckpoints.Of(study, ledger, keys, options);
            pool = new RunPool(study, options, atOnce, () => new RunRows(study, tables, directory.NewSpillPath, () => ledger.Packs), directory.NewSpillPath, checkpoints, Store);
            kept = ledger.Count(RunStatus.Done);
            if (this.chosen is null && study.StopRule is { } rule)
                rounds = new StopRounds(study, rule, SeenRunReader.Read(ledger, study, StopRounds.PartsOf(rule)));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <exception cref="StorageException">The file system gave way; the runs that were committed are kept.</exception>
    /// <exception cref="ModelFaultException">The model is not what its definition says; the runs that were over are kept.</exception>
    public StudyResult Run(CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, failing.Token);
        for (var attempt = 1; ; attempt++)
        {
            var plan = CarryOut(stop.Token);
            try
            {
                return End(plan, cancel.IsCancellationRequested);
            }
            catch (StorageException exception) when (exception.IsDamage && attempt < Attempts && !stop.IsCancellationRequested)
            {
                // A disk that goes bad meanwhile: such rows must not reach the tables.
                ledger.ForgetDamagedRuns(options.Note);
            }
        }
    }

    public void Dispose()
    {
        ledger?.Dispose();
        directory.Dispose();
        failing.Dispose();
    }

    /// <summary>Carries out what is missing, and gives the plan of what is then wanted.</summary>
    private RunPlan CarryOut(CancellationToken stop)
    {
        var (plan, earlier) = (Plan(), (RunPlan?)null);
        for (var missing = Missing(plan, earlier); missing.Count > 0 && !stop.IsCancellationRequested; missing = Missing(plan, earlier))
        {
            progress.Plan(plan.Count - missing.Count, plan.Count);
            var groups = RunPlan.Groups(study, missing);
            Execute(groups, stop);
            // Asked again even when it was stopped: a round that was just over does not make the study complete.
            (plan, earlier) = (Plan(), plan);
        }
        ledger.Commit();
        ledger.GiveRoomBack();
        return plan;
    }

    private RunPlan Plan() => chosen?.Invoke(ledger) ?? RunPlan.Of(study, rounds);

    /// <summary>
    /// Listed before a round begins: what the round's threads then store must not be looked at while they take their runs.
    /// What the plan before wanted is over once its round is.
    /// </summary>
    private List<int> Missing(RunPlan plan, RunPlan? earlier) => [.. plan.RunsBeyond(earlier).Where(IsMissing)];

    private void Execute(IEnumerable<IReadOnlyList<int>> groups, CancellationToken stop)
    {
        try
        {
            pool.Execute(groups, groups.Take(options.Threads).Count(), () => Tend(stop), stop);
        }
        catch (ModelFaultException)
        {
            ledger.Commit();
            throw;
        }
    }

    /// <summary>What timed out is tried again, and on request what failed; but only once in one execution.</summary>
    private bool IsMissing(int runId) => ledger.StatusOf(runId) switch
    {
        null => true,
        RunStatus.Done => false,
        RunStatus.Failed when !options.RetryFailed => false,
        _ => !notDone.Contains(runId),
    };

    /// <summary>Called by the threads that carry runs out.</summary>
    private void Store(RunRecord record, RunRows rows)
    {
        ledger.Add(record, keys.Of(record.RunId), rows.Parts());
        var run = rounds is null ? null : SeenRunReader.One(record, study, tables, StopRounds.PartsOf(study.StopRule!), rows.Parts());
        lock (gate)
        {
            rounds?.Add(record, run);
            if (!record.IsDone)
                notDone.Add(record.RunId);
            if (record.Status == RunStatus.Failed && ++failures == options.MaxFailures)
                failing.Cancel();
            progress.Advance();
        }
    }

    /// <summary>What is to be done from time to time while runs go on.</summary>
    private void Tend(CancellationToken stop)
    {
        // Whoever asks for the end does not wait for ever: a tick of a large model may outlast the process.
        if (stop.IsCancellationRequested)
            ledger.Commit();
        if (!ledger.CommitIfDue())
            return;
        directory.RequireHeld();
        Progress now;
        lock (gate)
            now = progress.Current;
        ProgressFile.Of(now.Total, now.TimeLeft, now.Uncertainty, ledger, pool.Running).Write(directory.Path);
    }

    private StudyResult End(RunPlan plan, bool isCancelled)
    {
        var told = new List<RunFailure>();
        var counts = new int[Enum.GetValues<RunStatus>().Length];
        using var files = new TableFiles(directory.Path);
        using var written = new LedgerTables(study, tables, ledger, plan.Contains, files.Start);
        written.Write(record =>
        {
            counts[(int)record.Status]++;
            if (!record.IsDone && told.Count < ToldFailures)
                told.Add(new RunFailure(record.RunId, record.Scenario, study.Seed, record.Replication, record.Message));
        });
        var total = plan.Count;
        var runs = new ManifestRuns(total, counts[(int)RunStatus.Done], counts[(int)RunStatus.Failed], counts[(int)RunStatus.TimedOut], total - counts.Sum());
        directory.Commit(files.All, study, tables, manifest with
        {
            Status = runs.Missing > 0 && isCancelled ? Manifest.Interrupted : runs.Done < runs.Total ? Manifest.Incomplete : Manifest.Complete,
            Runs = runs,
            Stops = Told(plan.Stops),
            Failures = [.. told.Select(failure => new ManifestFailure(failure.RunId, failure.Scenario, failure.Seed, failure.Replication, failure.Message))],
            Finished = DateTime.UtcNow,
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3),
        });
        return new StudyResult
        {
            ExitCode = runs.Done < runs.Total ? 1 : 0,
            Directory = directory.Path,
            IsInterrupted = runs.Missing > 0 && isCancelled,
            Message = string.Join('\n', Messages(runs, told, isCancelled)),
            Summary = chosen is null && counts.Sum() > 0 ? plan.Summarise(study, ledger) : null,
            Failures = told,
        };
    }

    /// <summary>What a stop rule decided, for the manifest; null where there is no rule.</summary>
    private static ManifestStops? Told(IReadOnlyList<StopState> stops) => stops.Count == 0 ? null : new(
        [.. stops.Select(stop => stop.Replications)],
        [.. stops.Select(stop => stop.IsPrecise)],
        [.. stops.Select(stop => double.IsFinite(stop.HalfWidth) ? stop.HalfWidth : (double?)null)]);

    private IEnumerable<string> Messages(ManifestRuns runs, List<RunFailure> told, bool isCancelled)
    {
        if (kept > 0)
            yield return Text($"{kept} runs were done before and are kept.");
        if (study.StopRule is null && ledger.LastRunId > study.Runs)
            yield return Text($"Some of them are of replications after {study.Replications}, which are no longer asked for: they are left out of the tables, and abm resume {directory.Path} --replications {(ledger.LastRunId - 1) / study.DesignPoints.Count + 1} brings them back.");
        foreach (var message in checkpoints?.Messages ?? [])
            yield return message;
        if (pool.Spared != TimeSpan.Zero)
        {
            yield return pool.Spared > TimeSpan.Zero
                ? Text($"The scenarios branched at row {study.BranchAt}, which saved about {pool.Spared.TotalSeconds:0.0} s of computing.")
                : Text($"The scenarios branched at row {study.BranchAt}, which saved nothing: the steps before it take less time than to keep and restore the state.");
        }
        if (told.Count > 0)
        {
            var first = told[0];
            var counts = runs.TimedOut == 0 ? Text($"{runs.Failed} of {runs.Total} runs failed") : Text($"{runs.Failed} of {runs.Total} runs failed and {runs.TimedOut} timed out");
            yield return Text($"{counts}; the first is run {first.RunId} (scenario {first.Scenario}, replication {first.Replication}): {first.Message}");
            if (chosen is null || manifest.OnlyRun is not null)
                yield return $"abm resume {directory.Path}{(runs.Failed > 0 ? " --retry-failed" : "")} tries them again.";
        }
        if (runs.Missing > 0)
        {
            var reason = isCancelled ? "Interrupted" : Text($"Stopped after {failures} failures");
            yield return Text($"{reason}: {runs.Done} of {runs.Total} runs are done and stored; abm resume {directory.Path} goes on from there.");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
