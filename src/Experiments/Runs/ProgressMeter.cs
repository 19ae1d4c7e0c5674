using System.Diagnostics;

namespace Experiments.Runs;

/// <summary>Tells how far a study has come, but not more often than an eye can follow.</summary>
internal sealed class ProgressMeter(int total, Action<Progress>? report)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan next;
    private int done;

    /// <summary>Counts a run that is over.</summary>
    public void Advance()
    {
        done++;
        if (report is null || (clock.Elapsed < next && done < total))
            return;
        next = clock.Elapsed + Pause;
        var rate = done / Math.Max(clock.Elapsed.TotalSeconds, 1e-9);
        report(new Progress(done, total, rate, TimeSpan.FromSeconds((total - done) / rate)));
    }
}
