using System.Text.Json.Nodes;

namespace Experiments.Config;

/// <summary>The <c>calibration:</c> section as JSON Schema.</summary>
internal static class CalibrationSchema
{
    /// <summary>The section.</summary>
    /// <param name="path">Where the definitions of the model stand, or null where the model is not known.</param>
    public static JsonObject Of(string? path)
    {
        const int MaxParticles = 1_000_000;
        return Schema.Map("Parameters that meet targets (abm calibrate).",
            ("method", Schema.Choice("Rejection, sequential Monte Carlo, or guided by a surrogate.", CalibrationReader.MethodWords)),
            ("particles", Schema.Integer("Size of the posterior sample.", 2, MaxParticles, 200)),
            ("generations", Schema.Integer("Most generations of smc.", 1, StudyLoader.MaxCount, 5)),
            ("replications", Schema.Integer("Runs of a particle; the default is the study's.", 1, StudyLoader.MaxCount)),
            ("quantile", Share("Share of the distances that the next tolerance keeps, or that rejection accepts.")),
            ("tolerance", new JsonObject { ["description"] = "Distance at which smc ends, in tolerances of the targets.", ["type"] = "number", ["minimum"] = 0 }),
            ("min_acceptance", Share("Share of accepted particles below which smc ends.")),
            ("initial", Schema.Integer("Proposals of guided before there is a surrogate.", 2, MaxParticles, 200)),
            ("proposals", Schema.Integer("Proposals of guided, the initial ones included.", 2, MaxParticles, 2000)),
            ("explore", new JsonObject { ["description"] = "Share of the proposals of guided that come from the prior.", ["type"] = "number", ["minimum"] = 0, ["exclusiveMaximum"] = 1 }),
            ("batch", Schema.Integer("Particles tried at a time.", 1, MaxParticles, 50)),
            ("predictive", Schema.Integer("Draws of the posterior that are run again.", 2, MaxParticles, 100)),
            ("targets", Schema.Named("What is to be met, by name.", SectionSchemas.Name, Target())),
            ("parameters", DesignSchema.Factors(path))).Requiring("method", "targets", "parameters");
    }

    private static JsonObject Target() => StatisticSchema.With("A statistic, the value that it should have, and how near.", true,
            ("value", Schema.Number("What the statistic should be.")),
            ("tolerance", Schema.Above("How far it may be away.", 0)),
            ("interval", TwoNumbers("Where it may lie: [low, high].")),
            ("factor", Schema.Above("By how many times it may be larger or smaller.", 1)),
            ("observed", Schema.Map("The data: events over a time at risk, or so many of so many.",
                ("count", Schema.Integer("What was counted.", 0, int.MaxValue)),
                ("exposure", Schema.Above("Time at risk, in units of the rate.", 0)),
                ("of", Schema.Integer("How many could have counted.", 1, int.MaxValue))).Requiring("count")),
            ("sampling", TwoNumbers("95 % sampling interval of the value, on the scale of logarithms.")));

    private static JsonObject TwoNumbers(string description) =>
        new() { ["description"] = description, ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 2, ["maxItems"] = 2 };

    private static JsonObject Share(string description) =>
        new() { ["description"] = description, ["type"] = "number", ["exclusiveMinimum"] = 0, ["exclusiveMaximum"] = 1 };
}
