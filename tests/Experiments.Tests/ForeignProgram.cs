using System.ComponentModel;
using System.Diagnostics;

namespace Experiments.Tests;

/// <summary>Runs R and Python, in which people make and read the files.</summary>
internal static class ForeignProgram
{
    /// <summary>What it wrote, errors last; 127 where there is no such program.</summary>
    public static (int ExitCode, string Output) Start(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (Win32Exception)
        {
            return (127, "not found");
        }
    }
}
