namespace Elites.Study;

/// <summary>The study by which a newcomer meets the model: a war that goes on, and one that ends in a draw.</summary>
internal static class FirstStudy
{
    public static StarterStudy Study { get; } = new()
    {
        Replications = 50,
        Ticks = 104,
        Every = 4,
        Measures =
        [
            "loyalty_mean", "loyalty_mean_oligarchs", "loyalty_mean_generals", "loyalty_mean_field_officers", "loyalty_mean_security_officers",
            "loyalty_mean_directors", "loyalty_mean_ultranationalists", "support", "grievance_mean_soldiers", "unemployment", "plotters",
        ],
        Parameters =
        [
            new("population.agents", "2500", "the elite is 670 of them at any size; the others are a sample of the mass, and a small one is fast"),
        ],
        Scenarios =
        [
            new("war", "{}", "the war goes on: the other scenarios are compared with the first"),
            new("draw", "{interventions: [{at: 26, set: {settlement.terms: 0.5}}]}", "a settlement in week 26: 0 gives all up, 0.5 is a draw, 1 total victory"),
            new("lost", "{interventions: [{at: 26, set: {settlement.terms: 0.2}}]}", "the same week, and the war is lost"),
        ],
        Responses =
        [
            new("removed", "{share: irregular, from: 26, among: all}", "share of runs in which the leader is removed by force or by a crowd after week 26"),
            new("dip_of_generals", "{lowest: loyalty_mean_generals, from: 26}", "how low the loyalty of the generals falls after it"),
        ],
    };
}
