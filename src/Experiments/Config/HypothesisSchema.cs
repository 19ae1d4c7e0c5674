using System.Text.Json.Nodes;

namespace Experiments.Config;

/// <summary>The <c>hypothesis:</c> section as JSON Schema.</summary>
internal static class HypothesisSchema
{
    /// <summary>The section.</summary>
    public static JsonObject Of() => Schema.Map("A statement that abm judge tests with the runs of the study.",
        ("id", Schema.Word("Its name, and that of its folder.", "^[A-Za-z0-9_-]{1,50}$")),
        ("statement", Schema.Word("The statement, in words.")),
        ("source", Schema.Word("Who predicts it.")),
        ("kind", Schema.Choice("Whether the model could have shown otherwise (emergent), or a coefficient of it is read back (construction).", Enum.GetNames<HypothesisKind>().Select(SnakeCase.Of))),
        ("fails_if", Schema.Word("What would have to be true for it to fail, in words.")),
        ("rule", Schema.Word("How the contrasts decide where the statement has no direction, in words.")),
        ("contrasts", Schema.Named("What is compared, by name.", SectionSchemas.Name, StatisticSchema.With("A statistic, and what each scenario counts.", false,
            ("weights", Schema.Named("What each scenario counts.", SectionSchemas.Name, Schema.Number("The weight of a scenario, not 0."))),
            ("predict", Schema.Either("Where the effect is said to lie.",
                Schema.Choice("Its sign, or open: shown, but without a part in the verdict.", ["positive", "negative", "open"]),
                Region("above", Schema.Number("What it is above.")),
                Region("below", Schema.Number("What it is below.")),
                Region("within", new JsonObject { ["description"] = "Between what it lies.", ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 2, ["maxItems"] = 2 }))),
            ("relevant", Schema.Above("The smallest effect that matters: the power follows from it.", 0)),
            ("pairs_above", Schema.Number("The effect is the share of replications whose weighted sum is above this."))).Requiring("weights", "predict")))).Requiring("id", "statement", "source", "kind", "fails_if", "contrasts");

    private static JsonObject Region(string key, JsonObject value) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [key] = value },
        ["required"] = Schema.Words([key]),
        ["additionalProperties"] = false,
    };
}
