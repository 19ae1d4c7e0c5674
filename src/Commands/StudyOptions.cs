using System.CommandLine;
using Agents;
using Experiments.Config;

namespace Commands;

/// <summary>The argument and the options with which a command reads a study.</summary>
internal sealed class StudyOptions
{
    private readonly Argument<string> config = new("config") { Description = "The YAML or JSON file that describes the study." };
    private readonly Option<string?> seed = Number("--seed", "Seed of all draws, 0 to 2147483647; wins over the config.");
    private readonly Option<string?> replications = Number("--replications", "Replications of each scenario, 1 to 1000000; wins over the config.");
    private readonly Option<string?> ticks = Number("--ticks", "Ticks of a run, 1 to 1000000; wins over the config.");
    private readonly Option<string?> measures = MakeMeasures();
    private readonly Option<string?> every = MakeEvery();
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
        command.Add(measures);
        command.Add(every);
    }

    /// <summary>The study that the command line describes; what may not be expected of it is said.</summary>
    /// <exception cref="ConfigException">It cannot be run.</exception>
    public Study Load(ParseResult result, IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var study = StudyLoader.Load(Named("config", result.GetRequiredValue(config)), models, new Overrides
        {
            Seed = result.GetValue(seed),
            Replications = result.GetValue(replications),
            Ticks = result.GetValue(ticks),
            Sets = result.GetValue(sets) ?? [],
            ModelMeasures = Names(result.GetValue(measures)),
            Every = result.GetValue(every),
        });
        foreach (var note in study.Notes)
            terminal.Error.WriteLine($"note: {note}");
        return study;
    }

    /// <summary>The name of a config.</summary>
    /// <param name="argument">What it was given as.</param>
    /// <param name="path">The name.</param>
    /// <exception cref="ConfigException">It is empty.</exception>
    public static string Named(string argument, string path) =>
        path.Length > 0 ? path : throw new ConfigException(new Problem(argument, 0, 0, "", "the name of the file is empty"));

    /// <summary>The option that names the measures of the model.</summary>
    public static Option<string?> MakeMeasures() =>
        new("--measures") { Description = "Measures of the model to write, separated by commas, or all; wins over the config.", HelpName = "NAMES" };

    /// <summary>The option that says how often measures are read.</summary>
    public static Option<string?> MakeEvery() => Number("--every", "Ticks between two rows of measures, 1 to 1000000; wins over the config.");

    /// <summary>The names of a list with commas, or null where there is none.</summary>
    public static IReadOnlyList<string>? Names(string? typed) => typed?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Option<string?> Number(string name, string description) => new(name) { Description = description, HelpName = "N" };
}
