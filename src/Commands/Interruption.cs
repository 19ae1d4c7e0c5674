using System.Runtime.InteropServices;

namespace Commands;

/// <summary>
/// Turns Ctrl-C and SIGTERM into a request to end soon, and on request SIGUSR1, by which a scheduler tells a task that its
/// time is almost over. What has not come to its end a moment after Ctrl-C or SIGTERM is left where it stands: that is no
/// more than a kill, which loses nothing of what is stored. A second one ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private const int None = -1;

    /// <summary>Time to come to an end; the process is gone within two seconds of the signal.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.5);

    /// <summary>Time for the last words, which nobody may be there to read.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(0.1);

    private readonly CancellationTokenSource source = new();
    private readonly ManualResetEventSlim isOver = new();
    private readonly PosixSignalRegistration[] registrations;
    private int exitCode = None;

    /// <param name="heedsWarnings">
    /// Whether SIGUSR1 counts: to end early on such a warning is what was asked for, so that it is no failure.
    /// </param>
    public Interruption(bool heedsWarnings = false)
    {
        List<(PosixSignal Signal, int Code)> signals = [(PosixSignal.SIGINT, Commands.ExitCode.Interrupted), (PosixSignal.SIGTERM, Commands.ExitCode.Terminated)];
        if (heedsWarnings && !OperatingSystem.IsWindows())
            signals.Add((Warning, Commands.ExitCode.Done));
        registrations = [.. signals.Select(one => PosixSignalRegistration.Create(one.Signal, context => Stop(context, one.Code)))];
    }

    public CancellationToken Token => source.Token;

    /// <summary>128 + the signal that came, 0 for a warning, or null.</summary>
    public int? ExitCode => Volatile.Read(ref exitCode) is var code and not None ? code : null;

    /// <summary>SIGUSR1 by its number, for which there is no name.</summary>
    private static PosixSignal Warning => (PosixSignal)(OperatingSystem.IsMacOS() ? 30 : 10);

    public void Dispose()
    {
        isOver.Set();
        foreach (var registration in registrations)
            registration.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context, int code)
    {
        context.Cancel = Interlocked.CompareExchange(ref exitCode, code, None) == None;
        if (!context.Cancel)
            return;
        if (code != Commands.ExitCode.Done)
            new Thread(() => EndAfterGrace(code)) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
        source.Cancel();
    }

    private void EndAfterGrace(int code)
    {
        if (isOver.Wait(Grace))
            return;
        // A thread of its own, because a pipe that nobody empties takes no words.
        var words = new Thread(() => Terminal.OfThisProcess().Error.WriteLine("Stopped where it was: what is stored is kept, and the same command, or abm resume, goes on from there.")) { IsBackground = true };
        words.Start();
        words.Join(LastWords);
        Environment.Exit(code);
    }
}
