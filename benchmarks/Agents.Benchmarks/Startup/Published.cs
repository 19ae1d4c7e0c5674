using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Agents.Benchmarks.Startup;

/// <summary>Forms in which abm can be published for this system, beside the benchmarks' own build.</summary>
internal static class Published
{
    /// <summary>One file with the runtime in it: what a user gets. Null where it cannot be published here.</summary>
    public static AbmProgram? OneFile() => Publish("published: one file", "one-file");

    /// <summary>Compiled ahead, but run by an installed runtime.</summary>
    public static AbmProgram? NeedingRuntime() => Publish("published, needs .NET", "needs-runtime", "-p:SelfContained=false", "-p:PublishSingleFile=false");

    private static AbmProgram? Publish(string form, string folder, params string[] settings)
    {
        Console.WriteLine($"publishing abm ({form})");
        var target = Path.Combine(AppContext.BaseDirectory, "published", folder);
        string[] arguments = ["publish", Path.Combine(Repository.Find("src"), "Cli"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", target, .. settings];
        try
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0)
                return new AbmProgram(form, Path.Combine(target, OperatingSystem.IsWindows() ? "abm.exe" : "abm"));
            Console.WriteLine($"skipped: {form} ({output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? "dotnet publish failed"})");
        }
        catch (Win32Exception exception)
        {
            Console.WriteLine($"skipped: {form} ({exception.Message})");
        }
        return null;
    }
}
