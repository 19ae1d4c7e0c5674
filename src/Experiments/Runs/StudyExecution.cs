using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Agents;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>One execution of a study: the threads, the order of their rows, and the end.</summary>
internal sealed class StudyExecution : IDisposable
{
    /// <summary>Runs that a thread may be ahead of the oldest one that is not over, for each thread.</summary>
    private const int WindowPerThread = 4;

    /// <summary>Failures that are told one by one; timings.csv has all.</summary>
    private const int ToldFailures = 100;

    private readonly Study study;
    private readonly RunOptions options;
    private readonly Manifest manifest;
    private readonly ResultDirectory directory;
    private readonly RunQueue queue;
    private readonly SummaryBuilder summary;
    private readonly ProgressMeter progress;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<RunTables> allTables = [];
    private readonly List<RunFailure> failures = [];
    private readonly int runThreads;
    private int failed;
    private Exception? lost;

    /// <summary>Takes the directory.</summary>
    /// <exception cref="StorageException">It cannot be had.</exception>
    public StudyExecution(Study study, RunOptions options, StudyTables tables)
    {
        (this.study, this.options) = (study, options);
        manifest = Manifest.Of(study, options.Threads, options.Force);
        summary = new SummaryBuilder(study);
        progress = new ProgressMeter(study.Runs, options.Progress);
        runThreads = Math.Min(options.Threads, study.Runs);
        directory = ResultDirectory.Open(options.Directory, study, tables, manifest);
        queue = new RunQueue(study, WindowPerThread * runThreads, () => NewTables(tables), Write);
    }

    /// <exception cref="StorageException">The file system gave way; nothing stands under a final name.</exception>
    public StudyResult Run(CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using (stop.Token.Register(queue.WakeAll))
        {
            var threads = Enumerable.Range(0, runThreads).Select(number => new Thread(() => Work(number, stop)) { Name = $"run worker {number + 1}" }).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
        }
        if (lost is not null)
            ExceptionDispatchInfo.Throw(lost);
        return End();
    }

    public void Dispose()
    {
        foreach (var tables in allTables)
            tables.Dispose();
        directory.Dispose();
    }

    /// <summary>Whole runs come first: only threads that find no run of their own share the blocks of another's.</summary>
    private int BlockThreads(int number) =>
        study.Runs >= options.Threads ? 1 : options.Threads / runThreads + (number < options.Threads % runThreads ? 1 : 0);

    private void Work(int number, CancellationTokenSource stop)
    {
        try
        {
            var blockThreads = BlockThreads(number);
            using var blockWorkers = blockThreads > 1 ? new Workers(blockThreads) : null;
            for (var runId = queue.Take(stop.Token); runId > 0; runId = queue.Take(stop.Token))
            {
                var rows = queue.Rent();
                var record = SingleRun.Execute(study, runId, blockWorkers, rows, stop.Token);
                rows.Time(record, number + 1, blockThreads);
                queue.Return(rows);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What this thread had begun is given up; what was over is kept.
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref lost, exception, null);
            stop.Cancel();
        }
    }

    private RunTables NewTables(StudyTables tables)
    {
        var made = new RunTables(study, tables, directory.NewSpillPath);
        lock (allTables)
            allTables.Add(made);
        return made;
    }

    /// <summary>Called in the order of run_id, by one thread at a time.</summary>
    private void Write(RunTables rows)
    {
        var record = rows.Record!;
        rows.MoveTo(directory.File);
        summary.Add(record);
        if (!record.IsDone && ++failed <= ToldFailures)
            failures.Add(new RunFailure(record.RunId, record.Point.Scenario, study.Seed, record.Replication, record.Error!));
        progress.Advance();
    }

    private StudyResult End()
    {
        var written = queue.Written;
        var isInterrupted = written < study.Runs;
        directory.Commit(manifest with
        {
            Status = isInterrupted ? Manifest.Interrupted : failed > 0 ? Manifest.Incomplete : Manifest.Complete,
            Runs = new ManifestRuns(study.Runs, written - failed, failed, study.Runs - written),
            Failures = [.. failures.Select(failure => new ManifestFailure(failure.RunId, failure.Scenario, failure.Seed, failure.Replication, failure.Message))],
            Finished = DateTime.UtcNow,
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3),
        });
        return new StudyResult
        {
            ExitCode = isInterrupted || failed > 0 ? 1 : 0,
            Directory = options.Directory,
            IsInterrupted = isInterrupted,
            Message = Message(written),
            Summary = written > 0 ? summary.Build() : null,
            Failures = failures,
        };
    }

    private string Message(int written)
    {
        var lines = new List<string>();
        if (written < study.Runs)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Interrupted: {written} of {study.Runs} runs are kept in {options.Directory}; the same command runs the study again from the start."));
        if (failed > 0)
        {
            var first = failures[0];
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"{failed} of {study.Runs} runs failed; the first is run {first.RunId} (scenario {first.Scenario}, replication {first.Replication}): {first.Message}"));
        }
        return string.Join('\n', lines);
    }
}
