using System.Diagnostics;
using System.Globalization;

namespace Experiments.Runs;

/// <summary>A run took longer than a run may.</summary>
internal sealed class RunTimeoutException(string message) : Exception(message);

/// <summary>What can end a run between two steps: a time limit, or whoever runs the study.</summary>
/// <param name="limit">Time after which it is given up, or null.</param>
/// <param name="before">Time that it took before this clock.</param>
/// <param name="cancel">Ends it.</param>
internal sealed class RunClock(TimeSpan? limit, TimeSpan before, CancellationToken cancel)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>Time since this clock was made.</summary>
    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Time that the run took so far, before this clock too.</summary>
    public TimeSpan Total => before + clock.Elapsed;

    /// <summary>Goes on, or not.</summary>
    /// <exception cref="RunTimeoutException">The run took too long.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Check()
    {
        cancel.ThrowIfCancellationRequested();
        if (limit is { } time && Total > time)
            throw new RunTimeoutException(string.Create(CultureInfo.InvariantCulture, $"The run took longer than {time.TotalSeconds} s and was given up."));
    }
}
