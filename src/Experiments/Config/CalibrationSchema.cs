using System.Text.Json.Nodes;

namespace Experiments.Config;

/// <summary>The <c>calibration:</c> section as JSON Schema.</summary>
internal static class CalibrationSchema
{
    private static readonly string[] Window = ["scenario", "from", "until"];

    /// <summary>The statistics, and what each may be told.</summary>
    private static readonly (string Word, string[] Keys)[] Statistics =
    [
        ("share", [.. Window, "among"]),
        ("rate", [.. Window, "per"]),
        ("events", [.. Window, "among", "subject", "details"]),
        ("periods", [.. Window, "subject", "details", "length", "after", "quiet"]),
        ("mean", [.. Window, "at"]),
        ("quantile", ["scenario", "at", "level"]),
        ("highest", Window),
        ("lowest", Window),
        ("time", [.. Window, "subject", "details"]),
        ("ratio", []),
        ("difference", []),
    ];

    private static readonly string[] OfTarget = ["value", "tolerance", "interval", "factor"];

    /// <summary>The section.</summary>
    /// <param name="path">Where the definitions of the model stand, or null where the model is not known.</param>
    public static JsonObject Of(string? path)
    {
        const int MaxParticles = 1_000_000;
        return Schema.Map("Parameters by approximate Bayesian computation (abm calibrate).",
            ("method", Schema.Choice("Rejection, or sequential Monte Carlo.", ["rejection", "smc"])),
            ("particles", Schema.Integer("Size of the posterior sample.", 2, MaxParticles, 200)),
            ("generations", Schema.Integer("Most generations of smc.", 1, StudyLoader.MaxCount, 5)),
            ("replications", Schema.Integer("Runs of a particle; the default is the study's.", 1, StudyLoader.MaxCount)),
            ("quantile", Share("Share of the distances that the next tolerance keeps, or that rejection accepts.")),
            ("tolerance", new JsonObject { ["description"] = "Distance at which smc ends, in tolerances of the targets.", ["type"] = "number", ["minimum"] = 0 }),
            ("min_acceptance", Share("Share of accepted particles below which smc ends.")),
            ("batch", Schema.Integer("Particles tried at a time.", 1, MaxParticles, 50)),
            ("predictive", Schema.Integer("Draws of the posterior that are run again.", 2, MaxParticles, 100)),
            ("targets", Schema.Named("What is to be met, by name.", SectionSchemas.Name, Target())),
            ("parameters", DesignSchema.Factors(path))).Requiring("method", "targets", "parameters");
    }

    /// <summary>A statistic of runs by itself, as the two of a ratio or a difference are.</summary>
    public static JsonObject Statistic() => Rule(Schema.Map("A statistic of runs.", Keys()), []);

    /// <summary>Outcomes: one code, several, or any.</summary>
    public static JsonObject Outcomes(string description) => Schema.Either(description,
        new JsonObject { ["type"] = "string" },
        new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } });

    /// <summary>A statistic with what a contrast says of it; its scenarios are those that have a weight.</summary>
    public static JsonObject Contrast(params (string Key, JsonObject Value)[] others) => Rule(
        Schema.Map("A statistic, and what each scenario counts.", [.. Keys().Where(key => key.Key != Window[0]), .. others]).Requiring("weights", "predict"),
        [.. others.Select(other => other.Key)],
        Window[0]);

    private static JsonObject Target() => Rule(
        Schema.Map("A statistic, the value that it should have, and how near.",
        [
            .. Keys(),
            ("value", Schema.Number("What the statistic should be.")),
            ("tolerance", Schema.Above("How far it may be away.", 0)),
            ("interval", new JsonObject { ["description"] = "Where it may lie: [low, high].", ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 2, ["maxItems"] = 2 }),
            ("factor", Schema.Above("By how many times it may be larger or smaller.", 1)),
        ]).Requiring("value"), OfTarget);

    private static IEnumerable<(string Key, JsonObject Value)> Keys() =>
    [
        ("share", Outcomes("Share of the runs that have an outcome in a window: its code, several, or any.")),
        ("rate", Outcomes("Outcomes per so many ticks at risk: its code, several, or any.")),
        ("events", Schema.Word("Mean number of events of a kind in a run.")),
        ("periods", Schema.Word("Share of periods that hold an event of a kind.")),
        ("mean", Schema.Word("Mean of a measure over runs: at a row, over a window, or at the end.")),
        ("quantile", Schema.Word("Quantile of a measure over runs.")),
        ("highest", Schema.Word("Mean over runs of the greatest value of a measure in a window.")),
        ("lowest", Schema.Word("Mean over runs of the least value of a measure in a window.")),
        ("time", Schema.Either("Ticks to the first event of a kind, or of several, in a window; a run without one counts with the whole window.",
            new JsonObject { ["type"] = "string" },
            new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } })),
        ("ratio", Two("Ratio of two statistics.")),
        ("difference", Two("Difference of two statistics.")),
        ("scenario", Schema.Word("The scenario; needed where there are several.")),
        ("from", Schema.Integer("First row of the window.", 0, StudyLoader.MaxCount)),
        ("until", Schema.Integer("Last row of the window.", 1, StudyLoader.MaxCount)),
        ("among", Schema.Choice("Among the runs that reach the window, or all.", ["reaching", "all"])),
        ("per", Schema.Integer("Ticks of a rate.", 1, StudyLoader.MaxCount)),
        ("subject", Schema.Word("Only events of this subject.")),
        ("details", Schema.Word("Only events whose details have this word.")),
        ("length", Schema.Integer("Ticks of a period.", 1, StudyLoader.MaxCount)),
        ("after", Schema.Word("A kind of event that starts periods.")),
        ("quiet", Schema.Integer("Ticks without the event before it counts.", 1, StudyLoader.MaxCount)),
        ("at", Schema.Integer("The row of ticks; the default is the end of a run.", 0, StudyLoader.MaxCount)),
        ("level", Share("Probability of a quantile.")),
    ];

    private static JsonObject Two(string description) => new()
    {
        ["description"] = description,
        ["type"] = "array",
        ["items"] = Schema.Reference("statistic"),
        ["minItems"] = 2,
        ["maxItems"] = 2,
    };

    private static JsonObject Share(string description) =>
        new() { ["description"] = description, ["type"] = "number", ["exclusiveMinimum"] = 0, ["exclusiveMaximum"] = 1 };

    /// <summary>Exactly one statistic, with the keys that it knows.</summary>
    private static JsonObject Rule(JsonObject schema, string[] others, string? except = null)
    {
        schema["type"] = "object";
        schema["oneOf"] = new JsonArray([.. Statistics.Select(one => new JsonObject
        {
            ["propertyNames"] = new JsonObject { ["enum"] = Schema.Words([one.Word, .. one.Keys.Where(key => key != except), .. others]) },
        }.Requiring(one.Word))]);
        return schema;
    }
}
