using System.CommandLine;
using System.Globalization;
using Agents;
using Experiments.Config;

namespace Cli.Commands;

/// <summary>The argument and the options with which a command reads a study.</summary>
internal sealed class StudyOptions
{
    private const int MaxThreads = 1024;

    private readonly Argument<string> config = new("config") { Description = "The YAML or JSON file that describes the study." };
    private readonly Option<string?> seed = Number("--seed", "Seed of all draws, 0 to 2147483647; wins over the config.");
    private readonly Option<string?> replications = Number("--replications", "Replications of each scenario, 1 to 1000000; wins over the config.");
    private readonly Option<string?> ticks = Number("--ticks", "Ticks of a run, 1 to 1000000; wins over the config.");
    private readonly Option<string?> threads = Number("--threads", "Threads, 1 to 1024; the default is one for each processor. Never changes results.");
    private readonly Option<string[]> sets = new("--set")
    {
        Description = "A parameter's value for all scenarios and the whole run, such as coup.intensity=0; wins over the config. Can be given several times.",
        HelpName = "KEY=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        command.Add(config);
        command.Add(seed);
        command.Add(replications);
        command.Add(ticks);
        command.Add(threads);
        command.Add(sets);
    }

    /// <summary>The study that the command line describes; what may not be expected of it is said.</summary>
    /// <exception cref="ConfigException">It cannot be run.</exception>
    public Study Load(ParseResult result, IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var path = result.GetRequiredValue(config);
        if (path.Length == 0)
            throw new ConfigException(new Problem("config", 0, 0, "", "the name of the file is empty"));
        var study = StudyLoader.Load(path, models, new Overrides
        {
            Seed = result.GetValue(seed),
            Replications = result.GetValue(replications),
            Ticks = result.GetValue(ticks),
            Sets = result.GetValue(sets) ?? [],
        });
        foreach (var note in study.Notes)
            terminal.TrySay($"note: {note}");
        return study;
    }

    /// <summary>The number of threads.</summary>
    /// <exception cref="ConfigException">It is no number or out of range.</exception>
    public int Threads(ParseResult result)
    {
        if (result.GetValue(threads) is not { } typed)
            return Math.Min(Environment.ProcessorCount, MaxThreads);
        var isNumber = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        return isNumber && count is >= 1 and <= MaxThreads
            ? count
            : throw new ConfigException(new Problem("--threads", 0, 0, "", $"{Problem.Quote(typed)} is not an integer from 1 to {MaxThreads}"));
    }

    private static Option<string?> Number(string name, string description) => new(name) { Description = description, HelpName = "N" };
}
