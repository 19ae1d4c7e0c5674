using System.Diagnostics;

namespace Cli.Tests;

/// <summary>The built executable, as a child process.</summary>
internal static class AbmProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static (int ExitCode, string Out, string Error) Run(params string[] arguments) => Run(Start(arguments));

    public static (int ExitCode, string Out, string Error) Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(Patience))
            process.Kill();
        return (process.ExitCode, output, error.Result);
    }

    public static ProcessStartInfo Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(TestContext.CurrentContext.TestDirectory, "abm.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "de_DE.UTF-8";
        return start;
    }
}
