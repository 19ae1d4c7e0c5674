using Agents.Data;
using Elites.Populations;

namespace Elites;

/// <summary>What the model reports of narrative, repression and the mass.</summary>
public sealed partial class ElitesModel
{
    private static IEnumerable<ModelReporter> OfPublicLife() =>
    [
        Number("narrative", "strength of the state's narrative", "share", m => m.Narrative.Strength),
        Number("dissonance_mean", "dissonance between the narrative and what the state says now, weighted by persons", "", m => m.Narrative.Dissonance),
        Number("opinion_mean", "belief in the narrative, weighted by persons", "share", m => m.Persons.Mean(m.Mass.Opinion)),
        Number("justification", "how far repression is held to be justified", "share", m => m.Repression.Justification),
        Number("repression", "effective repression", "share", m => m.Repression.Effective),
        Number("weak_ties", "weak ties that laws and surveillance have left", "share", m => m.weakTies.Share),
        Number("public_loyalty_mass", "loyalty that the mass shows in public, weighted by persons", "share", m => m.Repression.PublicSupport),
        Number("arrested_share", "agents of the mass in jail", "share of agents", m => m.ShareArrested()),
        Number("policy_shock", "what is left of changes of policy", "", m => m.Unrest.PolicyShock),
        Number("support_for_terms", "citizens who would end the war on the terms that are expected or in force", "share", m => m.SupportFor(m.Settlement.IsWar ? m.War.ExpectedTerms : m.Settlement.Terms)),
    ];

    /// <summary>The share of citizens who would end the war on some terms.</summary>
    internal double SupportFor(double terms)
    {
        var rows = Mass.Of(MassKind.Citizen);
        return (double)Mass.Ideal.CountAtMost(rows, terms + Parameters.Ideal.Tolerance) / rows.Count;
    }

    private double ShareArrested() => 1 - (double)Mass.Sentence.Count(Mass.All, 0) / Mass.Count;
}
