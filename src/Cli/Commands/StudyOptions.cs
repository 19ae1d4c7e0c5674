using System.CommandLine;
using Agents;
using Experiments.Config;

namespace Cli.Commands;

/// <summary>The argument and the options with which a command reads a study.</summary>
internal sealed class StudyOptions
{
    private readonly Argument<string> config = new("config") { Description = "The YAML or JSON file that describes the study." };
    private readonly Option<string?> seed = Number("--seed", "Seed of all draws, 0 to 2147483647; wins over the config.");
    private readonly Option<string?> replications = Number("--replications", "Replications of each scenario, 1 to 1000000; wins over the config.");
    private readonly Option<string?> ticks = Number("--ticks", "Ticks of a run, 1 to 1000000; wins over the config.");
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

    private static Option<string?> Number(string name, string description) => new(name) { Description = description, HelpName = "N" };
}
