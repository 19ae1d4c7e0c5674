using System.Diagnostics;
using System.Globalization;

namespace Agents.Benchmarks;

/// <summary>The command abm in one of the forms that it can be started in.</summary>
/// <param name="Form">What the form is called in tables.</param>
/// <param name="Command">Program and first arguments.</param>
internal sealed record AbmProgram(string Form, params string[] Command)
{
    /// <summary>As it was built beside the benchmarks.</summary>
    public static AbmProgram OfBuild() => new("built: dotnet abm.dll", "dotnet", Path.Combine(AppContext.BaseDirectory, "abm.dll"));

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public ProcessCost Run(params string[] arguments)
    {
        var (cpu, peak) = (CpuOfChildren(), 0L);
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(Command[0], [.. Command[1..], .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, complaint) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var end = process.WaitForExitAsync();
        while (!end.Wait(20))
            peak = Math.Max(peak, PeakOf(process));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return process.ExitCode == 0
            ? new ProcessCost(seconds, CpuOfChildren() - cpu, peak, output.Result)
            : throw new InvalidOperationException($"{Form}: {complaint.Result.Trim()}");
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>User and system time of the children that have ended, in hundredths of a second as Linux counts them; NaN elsewhere.</summary>
    private static double CpuOfChildren()
    {
        const string Source = "/proc/self/stat";
        if (!File.Exists(Source))
            return double.NaN;
        var text = File.ReadAllText(Source);
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
    }
}

/// <summary>What a process took.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="CpuSeconds">User and system time; NaN where the system does not tell.</param>
/// <param name="PeakBytes">Most memory in use, seen fifty times a second.</param>
/// <param name="Output">What it printed.</param>
internal sealed record ProcessCost(double Seconds, double CpuSeconds, long PeakBytes, string Output)
{
    /// <summary>Share of so many cores that was busy.</summary>
    public double BusyShare(int cores) => CpuSeconds / (cores * Seconds);
}
