using System.ComponentModel;
using System.Diagnostics;

namespace Experiments.Tests.Analysis.Survival;

/// <summary>Runs a script in R.</summary>
internal static class RProgram
{
    /// <summary>True where R has a package.</summary>
    public static bool Has(string package) => Start("-e", $"library({package})").ExitCode == 0;

    /// <summary>What a script prints on lines of numbers, one array a line.</summary>
    public static List<double[]> Numbers(string script)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, script);
            var (code, output, errors) = Start(path);
            Assert.That(code, Is.Zero, errors);
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ').Select(Parse).ToArray())];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double Parse(string word) => word is "NA" or "NaN" ? double.NaN : double.Parse(word, System.Globalization.CultureInfo.InvariantCulture);

    private static (int ExitCode, string Output, string Errors) Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("Rscript", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.Result);
        }
        catch (Win32Exception)
        {
            return (127, "", "not found");
        }
    }
}
