using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Experiments.Config;

namespace Experiments.Cluster;

/// <summary>Slurm's own commands. Nothing is asked of sacct: it needs an accounting database that many clusters lack.</summary>
internal static partial class Slurm
{
    /// <summary>Most tasks of one array, as the controller says.</summary>
    /// <exception cref="ConfigException">There is no Slurm here, or the controller does not answer.</exception>
    public static int MaxTasks()
    {
        var config = Run("scontrol", ["show", "config"]);
        // An array's indices end below its size; and the controller holds no more jobs than it says, the merge included.
        var limits = new[] { Limit(config, MaxArraySize()), Limit(config, MaxJobCount()), Limit(config, MaxArrayTasks()) + 1 };
        return Math.Max(1, limits.OfType<int>().DefaultIfEmpty(int.MaxValue).Min() - 1);
    }

    /// <summary>Hands a script to sbatch.</summary>
    /// <param name="arguments">Its options, then the script.</param>
    /// <returns>The job's number.</returns>
    /// <exception cref="ConfigException">sbatch is not there, or refuses.</exception>
    public static string Submit(IEnumerable<string> arguments)
    {
        var answer = Run("sbatch", ["--parsable", .. arguments]);
        // On a federation the cluster's name follows the number.
        var job = answer.Split(';', '\n')[0].Trim();
        return JobNumber().IsMatch(job) ? job : throw Refusal("sbatch", $"answers {Problem.Quote(answer.Trim())}, which is no job's number");
    }

    /// <summary>Those of some jobs that have not ended.</summary>
    /// <exception cref="ConfigException">There is no Slurm here.</exception>
    public static IReadOnlyList<string> StillQueued(IEnumerable<string> jobs)
    {
        var all = Run("squeue", ["--noheader", "--format=%A %F"]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. jobs.Where(all.Contains)];
    }

    private static int? Limit(string config, Regex key) =>
        key.Match(config) is { Success: true } match && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;

    private static string Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // What Slurm tells a job about itself is no business of the jobs that this one submits.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SLURM_", StringComparison.Ordinal) && name != "SLURM_CONF").ToList())
            start.Environment.Remove(name);
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw Refusal(program, Complaint(program, error.Result, process.ExitCode));
        }
        catch (Win32Exception)
        {
            throw Refusal(program, "is not found: this machine has no Slurm, or its commands are not on the PATH. "
                + "With --dry-run the scripts are written without it; abm run-chunk works under any other scheduler");
        }
    }

    /// <summary>What a command of Slurm said, its own name and the word error left out.</summary>
    private static string Complaint(string program, string error, int code)
    {
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Replace($"{program}: ", "", StringComparison.Ordinal).Replace("error: ", "", StringComparison.Ordinal));
        var text = string.Join("; ", lines);
        return text.Length > 0 ? text : string.Create(CultureInfo.InvariantCulture, $"ended with {code} and said nothing");
    }

    private static ConfigException Refusal(string program, string message) => new(new Problem(program, 0, 0, "", message));

    [GeneratedRegex(@"\A[0-9]+\z")]
    private static partial Regex JobNumber();

    [GeneratedRegex(@"(?m)^MaxArraySize\s*=\s*([0-9]+)")]
    private static partial Regex MaxArraySize();

    [GeneratedRegex(@"(?m)^MaxJobCount\s*=\s*([0-9]+)")]
    private static partial Regex MaxJobCount();

    [GeneratedRegex(@"max_array_tasks=([0-9]+)")]
    private static partial Regex MaxArrayTasks();
}
