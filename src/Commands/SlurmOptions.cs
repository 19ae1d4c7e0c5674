using System.CommandLine;
using System.Globalization;
using Experiments.Cluster;
using Experiments.Config;
using Experiments.Runs;

namespace Commands;

/// <summary>The options with which a command hands runs to a cluster.</summary>
internal sealed class SlurmOptions
{
    /// <summary>The name under which what stands after <c>--</c> is read.</summary>
    public const string PassedOnName = "-- sbatch options";

    private static readonly string[] Schedulers = ["slurm"];

    private readonly Option<string?> on = new("--on") { Description = "The scheduler that takes the runs.", HelpName = "slurm" };
    private readonly Option<string?> tasks = new("--tasks")
    {
        Description = "Tasks of the array, each with its share of the runs; wins over slurm.tasks. The default is a task for each 20 runs, at most 100; the controller's limit holds in any case.",
        HelpName = "N",
    };
    private readonly Option<bool> isDryRun = new("--dry-run") { Description = "Write the scripts and print them, but submit nothing; needs no Slurm." };
    private readonly Option<string?> abm = new("--abm")
    {
        Description = "abm as the nodes see it; the default is this very program, which then has to stand on a file system that they share. "
            + "dotnet publish src/Cli -c Release -r linux-x64 makes one that needs no .NET there.",
        HelpName = "PATH",
    };
    private readonly Argument<string[]> passedOn = new(PassedOnName)
    {
        Description = "Options for sbatch, after two hyphens, such as -- --qos=low --mem 8G; they win over the config's slurm section.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public void AddTo(Command command)
    {
        command.Add(on);
        command.Add(tasks);
        command.Add(isDryRun);
        command.Add(abm);
        command.Add(passedOn);
    }

    /// <summary>True where a cluster is named.</summary>
    /// <exception cref="ConfigException">It is one that abm does not know, or options for a cluster stand without one.</exception>
    public bool IsOnCluster(ParseResult result)
    {
        if (result.GetValue(on) is not { } name)
        {
            var idle = new Option[] { tasks, isDryRun, abm }.Where(option => result.GetResult(option) is { Implicit: false }).Select(option => option.Name);
            var first = result.GetValue(passedOn) is { Length: > 0 } ? "--" : idle.FirstOrDefault();
            return first is null ? false : throw Refusal(first, "says how to use a cluster, and none is named: say --on slurm too");
        }
        return Schedulers.Contains(name)
            ? true
            : throw Refusal("--on", $"there is no scheduler {Problem.Quote(name)}{Spelling.Hint(name, Schedulers)}; the only one is slurm (under others, abm run-chunk does a share of the runs)");
    }

    /// <summary>What a command that has no such options says of a cluster.</summary>
    public static SubmitOptions OfThisProgram(ParseResult result, string directory) =>
        new() { Directory = directory, ThisAbm = [.. ThisProgram(), .. ModelsOption.Words(result)] };

    /// <summary>The options, where a cluster is named.</summary>
    /// <exception cref="ConfigException">One of them cannot be used.</exception>
    public SubmitOptions Read(ParseResult result, string directory) => OfThisProgram(result, directory) with
    {
        Tasks = Tasks(result.GetValue(tasks)),
        IsDryRun = result.GetValue(isDryRun),
        PassedOn = result.GetValue(passedOn) ?? [],
        Abm = result.GetValue(abm) is { } path ? [.. Words(path), .. ModelsOption.Words(result)] : null,
    };

    /// <summary>The options of a command that carries out runs here unless a cluster is named.</summary>
    /// <exception cref="ConfigException">One of them cannot be used.</exception>
    public SubmitOptions Read(ParseResult result, RunOptions options) => Read(result, options.Directory) with
    {
        RetryFailed = options.RetryFailed,
        AcceptBuild = options.AcceptBuild,
        RefusesForeign = options.RefusesForeign,
        RunTimeLimit = options.RunTimeLimit,
        CheckpointEvery = options.CheckpointEvery,
    };

    private static int? Tasks(string? typed)
    {
        if (typed is null)
            return null;
        var isNumber = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        return isNumber && count is >= 1 and <= Chunk.MaxCount
            ? count
            : throw Refusal("--tasks", $"{Problem.Quote(typed)} is not an integer from 1 to {Chunk.MaxCount}");
    }

    private static IReadOnlyList<string> Words(string path)
    {
        if (path.Trim().Length == 0 || path.Any(char.IsControl))
            throw Refusal("--abm", $"{Problem.Quote(path)} is not the name of a program");
        // A word without a folder is one that the nodes find on their PATH.
        var program = path.Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(path) : path;
        return program.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", program] : [program];
    }

    private static IReadOnlyList<string> ThisProgram()
    {
        var program = Environment.ProcessPath ?? "abm";
        return Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, Path.GetFullPath(Environment.GetCommandLineArgs()[0])] : [program];
    }

    private static ConfigException Refusal(string option, string message) => new(new Problem(option, 0, 0, "", message));
}
