using System.ComponentModel;
using System.Diagnostics;

namespace Agents.Benchmarks;

/// <summary>The C++ forms of our workloads (benchmarks/reference), built with g++ at the first use.</summary>
internal sealed class Reference
{
    private readonly string folder;

    private Reference(string folder, string compiler) => (this.folder, Compiler) = (folder, compiler);

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
            return new Reference(target, compiler);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            complaint = exception.Message;
            return null;
        }
    }

    /// <summary>How the programs were compiled, for the record.</summary>
    public static string About(Reference? reference) => reference is null
        ? "Reference: none, since the C++ could not be built here; what needs it was skipped."
        : $"Reference: {reference.Compiler}, -O3 -march=native -ffp-contract=off.";

    /// <summary>What one of the programs prints, line by line.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public string[] Run(string program, params string[] arguments) =>
        Call(Path.Combine(folder, program), arguments).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Call(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{file}: {complaint.Result.Trim()}");
    }
}
