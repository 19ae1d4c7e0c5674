using System.Diagnostics;
using System.Globalization;

namespace Commands.Tests;

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

    /// <summary>Runs a command that has to come to its end.</summary>
    /// <returns>Its messages.</returns>
    public static string Finish(params string[] arguments)
    {
        var (code, _, error) = Run(arguments);
        Assert.That(code, Is.Zero, error);
        return error;
    }

    /// <summary>Waits until something is so, or a process has ended.</summary>
    public static void Await(Process process, Func<bool> isThere)
    {
        while (!process.HasExited && !isThere())
            Thread.Sleep(5);
    }

    /// <summary>Whether a process has put itself down as the writer of a directory.</summary>
    public static bool IsWriter(Process process, string directory) =>
        TryRead(Path.Combine(directory, ".lock.owner")).Split('\n').Contains(process.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>A file that others write; empty while it cannot be read.</summary>
    public static string TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
