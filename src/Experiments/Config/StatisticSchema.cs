using System.Text.Json.Nodes;

namespace Experiments.Config;

/// <summary>Statistics of runs as JSON Schema: what targets, contrasts and responses are made of.</summary>
internal static class StatisticSchema
{
    private static readonly string[] Window = ["scenario", "from", "until"];

    /// <summary>The statistics, and what each may be told.</summary>
    private static readonly (string Word, string[] Keys)[] Statistics =
    [
        ("share", [.. Window, "among"]),
        ("rate", [.. Window, "per"]),
        ("events", [.. Window, "span", "among", "subject", "details"]),
        ("periods", [.. Window, "span", "subject", "details", "length", "after", "quiet"]),
        ("mean", [.. Window, "span", "at"]),
        ("quantile", ["scenario", "at", "level", "span"]),
        ("highest", [.. Window, "span"]),
        ("lowest", [.. Window, "span"]),
        ("time", [.. Window, "span", "subject", "details"]),
        ("ratio", []),
        ("difference", []),
        ("response", ["scenario"]),
    ];

    /// <summary>A statistic of runs by itself, as the two of a ratio or a difference are.</summary>
    /// <param name="isOwn">False for a response of a study, which names no scenario and no other response.</param>
    public static JsonObject Statistic(bool isOwn = true) => isOwn
        ? Rule(Schema.Map("A statistic of runs.", Keys().Append(Response)), [])
        : Rule(Schema.Map("A statistic of runs.", Keys().Where(key => key.Key != Window[0])), [], Window[0]);

    /// <summary>Outcomes: one code, several, or any.</summary>
    public static JsonObject Outcomes(string description) => Schema.Either(description,
        new JsonObject { ["type"] = "string" },
        new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } });

    /// <summary>A statistic, or the name of a response, with what else is said of it.</summary>
    /// <param name="description">What it is, in words.</param>
    /// <param name="withScenario">False where something else names the scenarios.</param>
    /// <param name="others">The keys beside those of the statistic.</param>
    public static JsonObject With(string description, bool withScenario, params (string Key, JsonObject Value)[] others) => Rule(
        Schema.Map(description, [.. Keys().Append(Response).Where(key => withScenario || key.Key != Window[0]), .. others]),
        [.. others.Select(other => other.Key)],
        withScenario ? null : Window[0]);

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
        ("span", Schema.Choice("Of runs that go on after their outcome: what is seen up to it, or of the whole run.", ["outcome", "run"])),
        ("per", Schema.Integer("Ticks of a rate.", 1, StudyLoader.MaxCount)),
        ("subject", Schema.Word("Only events of this subject.")),
        ("details", Schema.Word("Only events whose details have this word.")),
        ("length", Schema.Integer("Ticks of a period.", 1, StudyLoader.MaxCount)),
        ("after", Schema.Word("A kind of event that starts periods.")),
        ("quiet", Schema.Integer("Ticks without the event before it counts.", 1, StudyLoader.MaxCount)),
        ("at", Schema.Integer("The row of ticks; the default is the end of a run.", 0, StudyLoader.MaxCount)),
        ("level", Share("Probability of a quantile.")),
    ];

    private static (string Key, JsonObject Value) Response => ("response", Schema.Word("The name of a response of the study, whose statistic it is."));

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
