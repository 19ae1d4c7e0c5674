using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Agents;
using Microsoft.Win32.SafeHandles;

namespace Commands;

/// <summary>
/// What is seen to before anything is loaded that needs room: descriptors, memory, and that whatever goes wrong anywhere
/// ends with a line and a promised exit code.
/// </summary>
internal static class Startup
{
    private const int StandardStreams = 3;

    /// <summary>Numbers among which the other end of a pipe is looked for that has a standard stream's.</summary>
    private const int FirstNumbers = 8;

    /// <summary>Files that .NET and this program have open at once at most, and some more: each library counts twice, also within a single file.</summary>
    private const long Files = 160;

    /// <summary>Bytes that the C library reserves for each thread's heap, and those that are taken before the first one.</summary>
    private const long Arena = 64L << 20, Base = 300L << 20;

    /// <summary>Threads that .NET has of its own.</summary>
    private const int OwnThreads = 12;

    // Kept for the whole life of the process.
    private static readonly List<SafeFileHandle> Held = [];

    /// <summary>Runs the program.</summary>
    public static int Run(string[] args, IReadOnlyList<ModelDefinition> models)
    {
        try
        {
            HoldStandardStreams();
            if (Shortage() is not { } shortage)
                return Start(args, models);
            TrySay($"abm: {shortage}");
        }
        catch (Exception exception)
        {
            TrySay($"abm: .NET cannot start here: {exception.Message}");
        }
        return ExitCode.NoSpace;
    }

    /// <summary>One line on what nobody has foreseen.</summary>
    public static string Words(Exception exception)
    {
        var place = new StackTrace(exception).GetFrame(0)?.GetMethod() is { } method ? $" in {method.DeclaringType?.Name}.{method.Name}" : "";
        return string.Join(' ', $"abm: a fault of this program, {exception.GetType().Name}{place}: {exception.Message}".Split('\n', StringSplitOptions.TrimEntries))
            + " Please report it with the command; what was stored before is kept.";
    }

    private static void TrySay(string message)
    {
        try
        {
            Console.Error.WriteLine(message);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Where there is too little of everything, no line can be written either.
        }
    }

    // What it needs is loaded only now.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Start(string[] args, IReadOnlyList<ModelDefinition> models)
    {
        if (IsOfTheRuntime(1))
            Console.SetOut(new StreamWriter(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0)) { AutoFlush = true });
        if (IsOfTheRuntime(2))
            Console.SetError(TextWriter.Null);
        LedgerLibrary.FallBack();
        var terminal = Terminal.OfThisProcess();
        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
        {
            terminal.Error.WriteLine(Words((Exception)unhandled.ExceptionObject));
            Environment.Exit(ExitCode.BadInput);
        };
        return CommandLine.Run(args, models, terminal);
    }

    /// <summary>
    /// Where a standard stream is closed, the next file that is opened takes its number, and a message would be written into a
    /// table: something that takes nothing has those numbers.
    /// </summary>
    private static void HoldStandardStreams()
    {
        if (OperatingSystem.IsWindows())
            return;
        while (true)
        {
            var handle = File.OpenHandle("/dev/null");
            if (handle.DangerousGetHandle() >= StandardStreams)
            {
                handle.Dispose();
                return;
            }
            Held.Add(handle);
        }
    }

    /// <summary>
    /// True where the number of a closed stream went to a pipe of .NET's own before this program began, of which this process
    /// has the other end too: what is written there goes nowhere, and waits for ever when the pipe is full.
    /// </summary>
    private static bool IsOfTheRuntime(int stream)
    {
        if (!OperatingSystem.IsLinux() || Target(stream) is not ['p', 'i', 'p', 'e', ':', ..] pipe)
            return false;
        return Enumerable.Range(0, FirstNumbers).Any(other => other != stream && Target(other) == pipe && Reads(other));

        static string? Target(int number) => new FileInfo(FormattableString.Invariant($"/proc/self/fd/{number}")).LinkTarget;

        static bool Reads(int number) => File.ReadLines(FormattableString.Invariant($"/proc/self/fdinfo/{number}"))
            .Any(line => line.StartsWith("flags:", StringComparison.Ordinal) && line[^1] is '0' or '4');
    }

    /// <summary>What there is too little of, and what to do; null where there is enough, or where the system does not say.</summary>
    private static string? Shortage()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/proc/self/limits"))
            return null;
        var lines = File.ReadAllLines("/proc/self/limits");
        if (Limit(lines, "Max open files") is { } files && files < Files)
            return string.Create(CultureInfo.InvariantCulture, $"no more than {files} files may be open at once here, and .NET and the tables need up to {Files}: ulimit -n 1024 in the same shell lets it, or a system's administrator.");
        var memory = Limit(lines, "Max address space");
        // Half of what is allowed goes to .NET's own heap; the rest has to do for the heaps of all threads.
        if (memory is { } bytes && bytes / 2 < Base + Arena * (OwnThreads + Environment.ProcessorCount) && Environment.GetEnvironmentVariable("MALLOC_ARENA_MAX") is null)
            return string.Create(CultureInfo.InvariantCulture, $"no more than {bytes >> 20} MiB of addresses may be reserved here (ulimit -v), which {Environment.ProcessorCount} threads may not find enough: set MALLOC_ARENA_MAX=1 and start it again, or raise the limit.");
        return null;
    }

    /// <summary>A limit in force; null for none.</summary>
    private static long? Limit(string[] lines, string name)
    {
        foreach (var line in lines)
        {
            if (line.StartsWith(name, StringComparison.Ordinal))
                return long.TryParse(line[name.Length..].TrimStart().Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
        }
        return null;
    }
}
