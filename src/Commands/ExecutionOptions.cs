using System.CommandLine;
using System.Globalization;
using Experiments.Config;
using Experiments.Runs;

namespace Commands;

/// <summary>The options of a command that carries out runs: they never change results.</summary>
internal sealed class ExecutionOptions
{
    private const int MaxThreads = 1024;

    private readonly Option<string?> threads = MakeThreads();
    private readonly Option<string?> maxFailures = new("--max-failures") { Description = "Stop after so many failed runs; the default is to go on.", HelpName = "N" };
    private readonly Option<string?> timeLimit = MakeTimeLimit();
    private readonly Option<string?> checkpoints = MakeCheckpoints();
    private readonly Option<bool> acceptBuild = MakeAcceptBuild();
    private readonly Option<bool> acceptForeign = new("--accept-foreign") { Description = "Go on in a directory although somebody else made it, or another machine." };
    private readonly Option<bool> gzip = new("--gzip") { Description = "Pack the tables with gzip; resume keeps it so." };

    public void AddTo(Command command)
    {
        command.Add(threads);
        command.Add(maxFailures);
        command.Add(timeLimit);
        command.Add(checkpoints);
        command.Add(acceptBuild);
        command.Add(acceptForeign);
        command.Add(gzip);
    }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="ConfigException">A value is out of range.</exception>
    public RunOptions Read(ParseResult result, string directory) => new()
    {
        Directory = directory,
        Threads = ThreadsOf(result.GetValue(threads)),
        MaxFailures = result.GetValue(maxFailures) is { } most ? Whole("--max-failures", most, int.MaxValue) : null,
        RunTimeLimit = TimeLimitOf(result.GetValue(timeLimit)),
        CheckpointEvery = CheckpointEvery(result.GetValue(checkpoints)),
        AcceptBuild = result.GetValue(acceptBuild),
        RefusesForeign = !result.GetValue(acceptForeign),
        Gzip = result.GetValue(gzip),
    };

    /// <summary>Refuses what only an execution on this machine can heed.</summary>
    /// <exception cref="ConfigException">Such an option is there.</exception>
    public void RefuseOnCluster(ParseResult result)
    {
        RefuseOnCluster(result, threads, "give each task its threads with -- --cpus-per-task=N");
        RefuseOnCluster(result, maxFailures, "tasks do not know of one another's failures; abm merge tells them");
        RefuseOnCluster(result, gzip, "the merge writes the tables; say it with abm resume afterwards");
    }

    /// <summary>The option that says how many threads there are.</summary>
    public static Option<string?> MakeThreads() =>
        new("--threads") { Description = "Threads, 1 to 1024; the default is one for each processor. Never changes results.", HelpName = "N" };

    /// <summary>The number of threads.</summary>
    /// <exception cref="ConfigException">It is no number or out of range.</exception>
    public static int ThreadsOf(string? typed) =>
        typed is null ? Math.Min(Environment.ProcessorCount, MaxThreads) : Whole("--threads", typed, MaxThreads);

    /// <summary>The option that says how long a run may take.</summary>
    public static Option<string?> MakeTimeLimit() =>
        new("--run-time-limit") { Description = "Give a run up that takes longer, at its next tick; resume tries it again. The default is no limit.", HelpName = "SECONDS" };

    /// <summary>The time that a run may take; null for no limit.</summary>
    /// <exception cref="ConfigException">It is no number of seconds.</exception>
    public static TimeSpan? TimeLimitOf(string? typed) => typed is null
        ? null
        : TimeSpan.FromSeconds(Number("--run-time-limit", typed, "seconds"));

    /// <summary>The option that says how often the state of a run is kept.</summary>
    public static Option<string?> MakeCheckpoints() => new("--checkpoint-every")
    {
        Description = "Keep the state of a run that takes longer, again after each so many minutes, which may be a fraction: after a kill it goes on from there. The default is to begin such a run again. Never changes results.",
        HelpName = "MINUTES",
    };

    /// <summary>The time between two checkpoints; null for none.</summary>
    /// <exception cref="ConfigException">It is no number of minutes.</exception>
    public static TimeSpan? CheckpointEvery(string? typed) => typed is null
        ? null
        : TimeSpan.FromMinutes(Number("--checkpoint-every", typed, "minutes"));

    /// <summary>The option that lets runs of two builds stand side by side.</summary>
    public static Option<bool> MakeAcceptBuild() => new("--accept-build") { Description = "Go on although another build made the runs that are there." };

    /// <summary>A whole number from 1 on.</summary>
    /// <exception cref="ConfigException">It is no number or out of range.</exception>
    public static int Whole(string option, string typed, int max) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= max
            ? count
            : throw new ConfigException(new Problem(option, 0, 0, "", $"{Problem.Quote(typed)} is not an integer from 1 to {max}"));

    private static void RefuseOnCluster(ParseResult result, Option option, string advice)
    {
        if (result.GetResult(option) is { Implicit: false })
            throw new ConfigException(new Problem(option.Name, 0, 0, "", $"cannot be had together with --on: {advice}"));
    }

    private static double Number(string option, string typed, string unit) =>
        double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1e9
            ? number
            : throw new ConfigException(new Problem(option, 0, 0, "", $"{Problem.Quote(typed)} is not a number of {unit} above 0"));
}
