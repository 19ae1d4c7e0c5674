using System.Diagnostics;

namespace Experiments.Runs;

/// <summary>Tells how far a study has come, but not more often than an eye can follow; used by one thread at a time.</summary>
/// <param name="report">Told of progress, or null.</param>
/// <param name="atOnce">Runs that are carried out at a time.</param>
internal sealed class ProgressMeter(Action<Progress>? report, int atOnce)
{
    private const int FewRuns = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    // Begins with the first run, so that what is read and checked before does not count as theirs.
    private readonly Stopwatch clock = new();
    private TimeSpan next;
    private int before;
    private int now;
    private int total;

    /// <summary>Where the study stands.</summary>
    public Progress Current => At(clock.Elapsed);

    /// <summary>Sets what there is to do from here on.</summary>
    /// <param name="over">Runs that are over.</param>
    /// <param name="wanted">Runs that are wanted, those included.</param>
    public void Plan(int over, int wanted)
    {
        (before, total) = (over - now, wanted);
        clock.Start();
    }

    /// <summary>Counts a run that is over.</summary>
    public void Advance()
    {
        now++;
        if (report is null || (clock.Elapsed < next && before + now < total))
            return;
        next = clock.Elapsed + Pause;
        report(Current);
    }

    /// <summary>
    /// Where the study stands after so long. Until every thread has ended a run, and five did or two seconds are over, a
    /// rate would tell of the first runs and not of the study.
    /// </summary>
    internal Progress At(TimeSpan elapsed)
    {
        var rate = now / Math.Max(elapsed.TotalSeconds, 1e-9);
        var left = total - before - now;
        if (left == 0)
            return new Progress(before + now, total, rate, TimeSpan.Zero);
        if (now == 0 || now < atOnce || (now < FewRuns && elapsed < Soon))
            return new Progress(before + now, total, rate, null);
        return new Progress(before + now, total, rate, TimeSpan.FromSeconds(left / rate), 1 / Math.Sqrt(now));
    }
}
