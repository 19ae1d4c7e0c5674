using Agents.Data;
using Elites.Populations;

namespace Elites.Street;

/// <summary>What is measured of repression and protest.</summary>
internal static class StreetMeasures
{
    public static readonly IReadOnlyList<ModelReporter> All =
    [
        Measure.Number("active_share", "persons who protest", "share of persons", m => m.Unrest.ActiveShare),
        Measure.Number("justification", "how far repression is held to be justified", "share", m => m.Repression.Justification),
        Measure.Number("repression", "effective repression", "share", m => m.Repression.Effective),
        Measure.Number("weak_ties", "weak ties that laws and surveillance have left", "share", m => m.WeakTies.Share),
        Measure.Number("public_loyalty_mass", "loyalty that the mass shows in public, weighted by persons", "share", m => m.Repression.PublicSupport),
        Measure.Number("arrested_share", "agents of the mass in jail", "share of agents", m => ShareArrested(m.Mass)),
        Measure.Number("policy_shock", "what is left of changes of policy", "", m => m.Unrest.PolicyShock),
        Measure.Number("crowd_strength", "persons who protest, where one in arms counts for several", "share of persons", m => m.Unrest.Strength),
    ];

    private static double ShareArrested(Mass mass) => 1 - (double)mass.Sentence.Count(mass.All, 0) / mass.Count;
}
