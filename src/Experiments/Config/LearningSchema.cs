using System.Text.Json.Nodes;

namespace Experiments.Config;

/// <summary>The <c>learning:</c> section as JSON Schema.</summary>
internal static class LearningSchema
{
    /// <summary>The section.</summary>
    /// <param name="path">Where the definitions of the model stand, or null where the model is not known.</param>
    public static JsonObject Of(string? path) => Schema.Map("A hazard that abm learn fits to the study's runs.",
        ("event", Schema.Either("The outcomes whose hazard it is: a code, a group, or a list.", Schema.Word("An outcome."), Schema.List("Outcomes.", Schema.Word("An outcome.")))),
        ("look", Schema.Integer("Ticks between two looks ahead.", 1, StudyLoader.MaxCount)),
        ("ahead", Schema.Integer("Ticks that a look goes ahead.", 1, StudyLoader.MaxCount)),
        ("unit", Schema.Above("Ticks of the unit that a hazard is for.", 0)),
        ("path", Schema.Word("The measure whose change ends what a look goes ahead.")),
        ("coefficients", Schema.Named("What is learnt, by the parameter that takes it.", @"^[a-z0-9_.]+$", Schema.Map("What it multiplies: the product of these measures, and 1 without any.",
            ("seen", Schema.List("Measures at the look.", Schema.Word("A measure."))),
            ("then", Schema.List("Measures in the time ahead.", Schema.Word("A measure.")))))),
        ("later", path is null
            ? new JsonObject { ["description"] = "What is set in later rounds.", ["type"] = new JsonArray("object", "null") }
            : Schema.Reference(path + "parameters"))).Requiring("event", "look", "ahead", "coefficients");
}
