using System.Diagnostics;

namespace Experiments.Runs;

/// <summary>Tells how far a study has come, but not more often than an eye can follow; used by one thread at a time.</summary>
internal sealed class ProgressMeter(Action<Progress>? report)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan next;
    private int before;
    private int now;
    private int total;

    /// <summary>Where the study stands.</summary>
    public Progress Current
    {
        get
        {
            var rate = now / Math.Max(clock.Elapsed.TotalSeconds, 1e-9);
            return new Progress(before + now, total, rate, now == 0 ? null : TimeSpan.FromSeconds((total - before - now) / rate));
        }
    }

    /// <summary>Sets what there is to do from here on.</summary>
    /// <param name="over">Runs that are over.</param>
    /// <param name="wanted">Runs that are wanted, those included.</param>
    public void Plan(int over, int wanted) => (before, total) = (over - now, wanted);

    /// <summary>Counts a run that is over.</summary>
    public void Advance()
    {
        now++;
        if (report is null || (clock.Elapsed < next && before + now < total))
            return;
        next = clock.Elapsed + Pause;
        report(Current);
    }
}
