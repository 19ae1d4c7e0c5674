using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Agents.Benchmarks.Influence;

/// <summary>The C++ form of W1 (benchmarks/reference), built with g++ at the first use.</summary>
internal sealed class Reference
{
    private readonly string program;

    private Reference(string program, string compiler) => (this.program, Compiler) = (program, compiler);

    /// <summary>First line of g++ --version.</summary>
    public string Compiler { get; }

    /// <summary>Builds the reference, or says why it cannot be had.</summary>
    public static Reference? Build(string sources, string target, out string complaint)
    {
        complaint = "";
        try
        {
            var compiler = Call("g++", "--version").Split('\n')[0].Trim();
            Call("sh", Path.Combine(sources, "build.sh"), target);
            return new Reference(Path.Combine(target, "w1"), compiler);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            complaint = exception.Message;
            return null;
        }
    }

    /// <summary>Runs some forms on a saved society, each at least once and for some seconds.</summary>
    /// <returns>One entry a run; forms that this processor cannot run are missing.</returns>
    public IEnumerable<(string Form, Measurement Measurement)> Run(string input, double seconds, params string[] forms)
    {
        var output = Call(program, [input, seconds.ToString(CultureInfo.InvariantCulture), .. forms]);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            yield return (words[0], new Measurement(
                double.Parse(words[3], CultureInfo.InvariantCulture),
                ulong.Parse(words[4], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        }
    }

    private static string Call(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{file}: {complaint.Result.Trim()}");
    }
}

/// <summary>One run of W1.</summary>
/// <param name="Nanoseconds">Per agent and tick.</param>
/// <param name="Hash">Of the end state.</param>
internal readonly record struct Measurement(double Nanoseconds, ulong Hash);
