using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Agents;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>
/// The steps that all scenarios of a design row and replication have in common, carried out once: each run takes over
/// their rows and goes on from their end, or fails as they did. Used again for group after group.
/// </summary>
internal sealed class BurnIn : IDisposable
{
    /// <summary>Bytes of rows that are kept in memory; what is more goes to a temporary file.</summary>
    private const int HeldRows = 1 << 20;

    /// <summary>Bytes of state that are kept in memory: some 50,000 agents of the elites model.</summary>
    private const int HeldState = 8 << 20;

    private readonly Study study;
    private readonly SpillStream kept;
    private readonly SpillStream state;
    private readonly RecordedRows rows;

    // Of the run that carried the steps out, until it goes on; for good where the model came to its end in them.
    private RunCourse? course;
    private bool isOver;
    private TimeSpan steps;
    private ExceptionDispatchInfo? failure;

    /// <param name="study">A study that has a row to branch at.</param>
    /// <param name="newSpillPath">Names temporary files.</param>
    public BurnIn(Study study, Func<string> newSpillPath)
    {
        this.study = study;
        (kept, state) = (new SpillStream(newSpillPath(), HeldRows), new SpillStream(newSpillPath(), HeldState));
        rows = new RecordedRows(study, kept);
    }

    /// <summary>How long the common steps took, the model's making included.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>Time that runs would have taken for these steps, less what it took to keep and restore the state.</summary>
    public TimeSpan Spared { get; private set; }

    /// <summary>Carries out the common steps of runs; what fails is told to each of them.</summary>
    /// <param name="runId">The first of them, from 1.</param>
    /// <param name="blockWorkers">Threads for the blocks of its rules, or null.</param>
    /// <param name="limit">Time after which a run is given up, or null.</param>
    /// <param name="cancel">Seen between two steps.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Start(int runId, Workers? blockWorkers, TimeSpan? limit, CancellationToken cancel)
    {
        kept.Clear();
        state.Clear();
        (course, isOver, failure, Spared) = (null, false, null, TimeSpan.Zero);
        var clock = new RunClock(limit, TimeSpan.Zero, cancel);
        try
        {
            var (point, replication) = study.Run(runId);
            course = new RunCourse(study, point, replication, blockWorkers);
            var made = clock.Elapsed;
            course.Advance(study.BranchAt!.Value, rows, clock);
            (Duration, steps) = (clock.Elapsed, clock.Elapsed - made);
            isOver = course.Model.IsFinished;
            if (!isOver)
                Checkpoint.Save(course.Model, state);
            Spared = Duration - clock.Elapsed;
        }
        catch (Exception exception) when (exception is not StorageException && !(exception is OperationCanceledException && cancel.IsCancellationRequested))
        {
            Duration = clock.Elapsed;
            failure = ExceptionDispatchInfo.Capture(exception);
        }
    }

    /// <summary>A run at the end of the common steps, which have become its own.</summary>
    /// <param name="runId">The run; first that with which it was started.</param>
    /// <param name="blockWorkers">Threads for the blocks of its rules, or null.</param>
    /// <param name="own">Takes the rows so far.</param>
    public RunCourse Branch(int runId, Workers? blockWorkers, RunRows own)
    {
        // Rows first: where no table can hold one of them, that is what the run fails of, whatever came later.
        rows.Replay(own);
        failure?.Throw();
        if (course is { } past)
        {
            course = isOver ? past : null;
            return past;
        }
        var (point, replication) = study.Run(runId);
        var branch = new RunCourse(study, point, replication, blockWorkers);
        var clock = Stopwatch.StartNew();
        state.Position = 0;
        branch.Branch(study.BranchAt!.Value, state);
        Spared += steps - clock.Elapsed;
        return branch;
    }

    public void Dispose()
    {
        kept.Dispose();
        state.Dispose();
    }
}
