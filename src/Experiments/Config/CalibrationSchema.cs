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

    private static JsonObject Target() => StatisticSchema.With("A statistic, the value that it should have, and how near.", true,
            ("value", Schema.Number("What the statistic should be.")),
            ("tolerance", Schema.Above("How far it may be away.", 0)),
            ("interval", new JsonObject { ["description"] = "Where it may lie: [low, high].", ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 2, ["maxItems"] = 2 }),
            ("factor", Schema.Above("By how many times it may be larger or smaller.", 1))).Requiring("value");

    private static JsonObject Share(string description) =>
        new() { ["description"] = description, ["type"] = "number", ["exclusiveMinimum"] = 0, ["exclusiveMaximum"] = 1 };
}
