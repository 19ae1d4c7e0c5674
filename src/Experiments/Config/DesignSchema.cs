using System.Text.Json.Nodes;
using Experiments.Design;

namespace Experiments.Config;

/// <summary>The design of a study as JSON Schema.</summary>
internal static class DesignSchema
{
    private const int MaxRows = 10_000_000;

    /// <summary>The keys of each method, beside the method itself.</summary>
    private static readonly (DesignMethod Method, string[] Keys)[] Methods =
    [
        (DesignMethod.FullFactorial, ["factors"]),
        (DesignMethod.OneAtATime, ["factors"]),
        (DesignMethod.List, ["rows"]),
        (DesignMethod.Csv, ["file", "columns", "sha256"]),
        (DesignMethod.Random, ["points", "seed", "factors"]),
        (DesignMethod.LatinHypercube, ["points", "maximin", "seed", "factors"]),
        (DesignMethod.Sobol, ["points", "skip", "scramble", "seed", "factors"]),
        (DesignMethod.Saltelli, ["points", "second_order", "skip", "scramble", "seed", "factors"]),
        (DesignMethod.Morris, ["trajectories", "levels", "seed", "factors", "groups"]),
    ];

    /// <summary>The section.</summary>
    /// <param name="path">Where the definitions of the model stand, or null where the model is not known.</param>
    public static JsonObject Of(string? path)
    {
        var design = Schema.Map("Rows of values: every scenario is run with every row.",
            ("method", Schema.Choice("How the rows are made.", Methods.Select(method => NameOf(method.Method)).Append(LeverScenarios.Method))),
            ("factors", Factors(path)),
            ("scenario", Schema.Word("each_lever: the scenario in which levers are pulled; needed where there are several.")),
            ("at", Schema.Integer("each_lever: the row of ticks at which they are pulled.", 0, StudyLoader.MaxCount, 0)),
            ("dose", Schema.Above("each_lever: the share of a lever's range by which it is moved, at most 1.", 0)),
            ("levers", Schema.List("each_lever: the levers; the default is all.", Schema.Word("The key of a lever."))),
            ("doses", Schema.Named("each_lever: values that single levers are set to instead.", ".", new JsonObject())),
            ("points", Schema.Integer("Points; for sobol and saltelli a power of two.", 1, MaxRows)),
            ("trajectories", Schema.Integer("Trajectories.", 2, MaxRows)),
            ("levels", Schema.Integer("Levels of each factor, an even number.", 2, 1000, 4)),
            ("groups", Schema.Named("Factors that change together.", SectionSchemas.Name, Schema.List("Keys of factors.", Schema.Word("A factor.")))),
            ("second_order", Schema.Boolean("Whether second-order indices can be had; costs nearly twice the runs.", false)),
            ("scramble", Schema.Boolean("Whether the sequence is scrambled.", false)),
            ("skip", Schema.Integer("Points of the sequence left out at its start, a multiple of points.", 0, MaxRows)),
            ("maximin", Schema.Integer("Hypercubes to choose the most spread one from.", 1, StudyLoader.MaxCount, 1)),
            ("seed", Schema.Integer("Seed of the design; the default is the study's.", 0, StudyLoader.MaxSeed)),
            ("rows", Schema.List("The rows, each a map of the same keys to values.", new JsonObject { ["type"] = "object" })),
            ("file", Schema.Word("The CSV file of the rows, relative to the config.")),
            ("columns", Schema.List("The columns that are factors; the default is all.", Schema.Word("A column."))),
            ("sha256", Schema.Word("The hash that the file must have.", "^[0-9a-fA-F]{64}$")));
        design["allOf"] = new JsonArray([.. Methods.Select(method => Schema.Where("method", NameOf(method.Method), new JsonObject
        {
            ["propertyNames"] = new JsonObject { ["enum"] = Schema.Words(["method", .. method.Keys]) },
        })).Append(Schema.Where("method", LeverScenarios.Method, new JsonObject { ["propertyNames"] = new JsonObject { ["enum"] = Schema.Words(LeverScenarios.Keys) } }))]);
        return design;
    }

    /// <summary>The values of a factor: a range with a distribution, or levels.</summary>
    public static JsonObject Factor()
    {
        return Schema.Map("The values of a factor; for a boolean or a choice, {} for all of them.",
            ("distribution", Schema.Choice("Uniform unless another is named.", Enum.GetValues<Distribution>().Where(one => one != Distribution.Levels).Select(one => SnakeCase.Of(one.ToString())))),
            ("min", Schema.Number("Least value.")),
            ("max", Schema.Number("Greatest value.")),
            ("mean", Schema.Number("Mean of a normal distribution.")),
            ("deviation", Schema.Above("Standard deviation of a normal distribution.", 0)),
            ("mode", Schema.Number("Peak of a triangular distribution.")),
            ("also", Schema.List("Other parameters that take the same value at the start, so that all vary as one.", Schema.Word("The key of a parameter."))),
            ("levels", new JsonObject
            {
                ["description"] = "The values; beside a range, in a factorial design, their number.",
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "array", ["minItems"] = 1, ["uniqueItems"] = true },
                    new JsonObject { ["type"] = "integer", ["minimum"] = 2 }),
            }));
    }

    /// <summary>A map of factors.</summary>
    /// <param name="path">Where the definitions of the model stand, or null where the model is not known.</param>
    public static JsonObject Factors(string? path) =>
        path is null ? Schema.Named("What varies, and how.", ".", Schema.Reference("factor")) : Schema.Reference(path + "factors");

    private static string NameOf(DesignMethod method) => SnakeCase.Of(method.ToString());
}
