using System.Runtime.InteropServices;

namespace Cli.Commands;

/// <summary>
/// Turns Ctrl-C and SIGTERM into a request to end soon, and on request SIGUSR1, by which a scheduler tells a task that its
/// time is almost over. A second one ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private const int None = -1;

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private int exitCode = None;

    /// <param name="heedsWarnings">
    /// Whether SIGUSR1 counts: to end early on such a warning is what was asked for, so that it is no failure.
    /// </param>
    public Interruption(bool heedsWarnings = false)
    {
        List<(PosixSignal Signal, int Code)> signals = [(PosixSignal.SIGINT, Cli.ExitCode.Interrupted), (PosixSignal.SIGTERM, Cli.ExitCode.Terminated)];
        if (heedsWarnings && !OperatingSystem.IsWindows())
            signals.Add((Warning, Cli.ExitCode.Done));
        registrations = [.. signals.Select(one => PosixSignalRegistration.Create(one.Signal, context => Stop(context, one.Code)))];
    }

    public CancellationToken Token => source.Token;

    /// <summary>128 + the signal that came, 0 for a warning, or null.</summary>
    public int? ExitCode => Volatile.Read(ref exitCode) is var code and not None ? code : null;

    /// <summary>SIGUSR1 by its number, for which there is no name.</summary>
    private static PosixSignal Warning => (PosixSignal)(OperatingSystem.IsMacOS() ? 30 : 10);

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context, int code)
    {
        context.Cancel = Interlocked.CompareExchange(ref exitCode, code, None) == None;
        if (context.Cancel)
            source.Cancel();
    }
}
