using System.Text.Json.Nodes;
using Agents;

namespace Experiments.Config;

/// <summary>The sections of a config as JSON Schema.</summary>
/// <param name="models">The models that the config can be of.</param>
internal sealed class SectionSchemas(IReadOnlyList<ModelDefinition> models)
{
    /// <summary>Names of scenarios and targets.</summary>
    public const string Name = TableName.Pattern;

    /// <summary>Every key that the loader knows, in its order.</summary>
    /// <param name="path">Where the definitions of the model stand, or null where the model is not known.</param>
    public IEnumerable<(string Key, JsonObject Value)> All(string? path) => StudyLoader.Keys.Select(key => (key, Of(key, path)));

    /// <summary>The keys whose values depend on the model.</summary>
    public IEnumerable<(string Key, JsonObject Value)> OfModel(string path) =>
        StudyLoader.Keys.Where(key => key is "measures" or "parameters" or InitialReader.Section or "scenarios" or "design").Select(key => (key, Of(key, path)));

    private JsonObject Of(string key, string? path) => key switch
    {
        "model" => Schema.Choice("The model. " + string.Join(" ", models.Select(model => $"{model.Name}: {model.Summary}")), models.Select(model => model.Name)),
        "name" => Schema.Word("The study's name and that of its folder under results/; the default is the file's name.", "^[a-z0-9-]{1,100}$"),
        "extends" => Schema.Word("A config file whose keys hold where this one says nothing; relative to this file."),
        "seed" => Schema.Integer("First key of all random draws.", 0, StudyLoader.MaxSeed, 1),
        "replications" => Replications(),
        "ticks" => Schema.Integer(Ticks(), 1, StudyLoader.MaxCount, models is [var model] ? model.DefaultTicks : null),
        "measures" => Measures(),
        "parameters" => Parameters(path, "parameters", "Parameters that differ from their defaults."),
        InitialReader.Section => Initial(),
        SeriesReader.Section => Series(),
        "scenarios" => Schema.Named("What is compared: one design point each, in this order.", Name, Scenario(path)),
        "responses" => Schema.Named("What is asked of the runs, by name.", Name, StatisticSchema.Statistic(isOwn: false)),
        "baseline" => Schema.Word("The scenario that every other one is compared with; the default is the first."),
        "pairs" => Schema.List("Further scenarios that are compared: the first of each pair with the second.", Schema.List("Two scenarios.", Schema.Word("A scenario."))),
        "design" => DesignSchema.Of(path),
        StudyLoader.RandomNumbersKey => Schema.Either("Which runs of one replication share their random numbers.",
            Schema.Boolean("All of them, or none.", true),
            Schema.Choice("The scenarios of one row of the design; its rows draw their own.", [StudyLoader.OfScenarios])),
        "branch" => Schema.Map("Runs all scenarios of a replication as one up to a row of ticks.",
            ("at", Schema.Integer("The row of ticks; the scenarios must not differ before it.", 1, StudyLoader.MaxCount))),
        "slurm" => SlurmSchema.Of(),
        "calibration" => CalibrationSchema.Of(path),
        "hypothesis" => HypothesisSchema.Of(),
        LearningReader.Section => LearningSchema.Of(path),
        _ => throw new InvalidOperationException($"The schema says nothing of the key {key}."),
    };

    private JsonObject Initial()
    {
        const string Meaning = "Files that fill columns of populations, or replace the links of networks, before the first step.";
        var file = InputFile("A CSV file whose columns are state variables, or an edge list; relative to this file.", ("labels", Schema.List("Columns that are carried along only.", Schema.Word("A column."))));
        return models is [var model]
            ? Schema.Map(Meaning, InitialCatalogue.Of(model).Keys.Select(key => (key, (JsonObject)file.DeepClone())))
            : Schema.Named(Meaning, ".", file);
    }

    private static JsonObject Series() => Schema.Named("Parameters that follow a column of a file, by key.", ".", InputFile("A CSV file with the columns tick and value; relative to this file."));

    private static JsonObject InputFile(string description, params (string Key, JsonObject Value)[] further) => Schema.Either(description,
        Schema.Word("The file."),
        Schema.Map("The file, and more of it.", [("file", Schema.Word("The file.")), ("sha256", Schema.Word("The hash that the file must have.", "^[0-9a-fA-F]{64}$")), .. further]).Requiring("file"));

    private string Ticks() => models is [var model]
        ? $"Horizon: steps of a run, of one {model.TickUnit} each."
        : "Horizon: steps of a run.";

    private static JsonObject Replications() => Schema.Either("Runs of each design point: a number, or a rule that says when they are enough.",
        Schema.Integer("Runs of each design point.", 1, StudyLoader.MaxCount, 1),
        Schema.Map("Runs until an interval is narrow enough.",
            ("until", Schema.Either("What is to be precise: a response, by its name or written out, the mean of a measure at the end of a run, or the share of an outcome.",
                Schema.Map("A measure or an outcome.",
                    ("measure", Schema.Word("A measure of the study.")),
                    ("outcome", StatisticSchema.Outcomes("An outcome, several of them, or any.")),
                    ("scenario", Schema.Word("The scenario that is looked at; the default is every one.")),
                    ("half_width", Schema.Above("Half the width of the 95 % interval that is precise enough.", 0))).Requiring("half_width"),
                StatisticSchema.With("A response.", false,
                    ("scenario", Schema.Word("The scenario that is looked at; the default is every one.")),
                    ("half_width", Schema.Above("Half the width of the 95 % interval that is precise enough.", 0))).Requiring("half_width"))),
            ("min", Schema.Integer("Replications before the first look.", 2, StudyLoader.MaxCount)),
            ("batch", Schema.Integer("Replications between two looks.", 1, StudyLoader.MaxCount)),
            ("max", Schema.Integer("Most replications.", 2, StudyLoader.MaxCount))).Requiring("until", "max"));

    private JsonObject Measures() => Schema.Map("What is written to the tables.",
        ("every", Schema.Integer("Ticks between two rows.", 1, StudyLoader.MaxCount, 1)),
        ("model", Schema.Set("Measures of the whole model: columns of ticks.csv. The default is all of them.",
            NameOf(model => model.ModelReporters.Select(measure => (measure.Name, measure.Meaning))))),
        ("agents", Schema.Set("Measures of each agent: columns of agents.csv. The default is none.",
            NameOf(model => model.AgentReporters.Select(measure => (measure.Name, measure.Meaning)).DistinctBy(measure => measure.Name)))));

    private JsonObject NameOf(Func<ModelDefinition, IEnumerable<(string Name, string Meaning)>> names)
    {
        if (models is not [var model])
            return Schema.Word("The name of a measure; abm describe lists them.");
        var known = names(model).ToList();
        return known.Count == 0
            ? new JsonObject { ["not"] = new JsonObject() }
            : new JsonObject { ["anyOf"] = new JsonArray([.. known.Select(one => new JsonObject { ["const"] = one.Name, ["description"] = one.Meaning })]) };
    }

    private static JsonObject Scenario(string? path) => Schema.Map("One scenario.",
        ("extends", Schema.Word("Another config: its parameters are this scenario's, and those below differ from them.")),
        ("parameters", Parameters(path, "parameters", "Parameters of this scenario.")),
        (SeriesReader.Section, Series()),
        ("interventions", Schema.List("Changes during the run.", Intervention(path))));

    private static JsonObject Intervention(string? path)
    {
        var intervention = Schema.Map("A change at the start of the step from one row of ticks to the next, or a ramp.",
            ("at", Schema.Integer("The row of ticks at which it acts or begins.", 0, StudyLoader.MaxCount)),
            ("set", Parameters(path, "set", "What the parameters become.")),
            ("until", Schema.Integer("The row of ticks at which a ramp ends.", 1, StudyLoader.MaxCount)),
            ("to", Parameters(path, "to", "Where a ramp leads.")));
        intervention["type"] = "object";
        intervention["oneOf"] = new JsonArray(new JsonObject().Requiring("at", "set"), new JsonObject().Requiring("at", "until", "to"));
        return intervention;
    }

    private static JsonObject Parameters(string? path, string definition, string description) => path is null
        ? new JsonObject { ["description"] = description, ["type"] = new JsonArray("object", "null") }
        : Schema.Reference(path + definition);
}
