using Agents.Data;
using Elites.Populations;

namespace Elites.People;

/// <summary>What is measured of the people.</summary>
internal static class PeopleMeasures
{
    public static readonly IReadOnlyList<ModelReporter> All =
    [
        Measure.Number("hardship_mean", "hardship of the mass, weighted by persons", "share", m => m.Society.Hardship),
        Measure.Number("legitimacy_mean", "legitimacy belief of the mass, weighted by persons", "share", m => m.Persons.Mean(m.Mass.Legitimacy)),
        Measure.Number("support", "loyalty of the mass, weighted by persons", "share", m => m.Society.Support),
        Measure.Number("grievance_mean", "grievance of the mass, weighted by persons", "share", m => m.Leader.Grievance[0]),
        Measure.Number("narrative", "strength of the state's narrative", "share", m => m.Narrative.Strength),
        Measure.Number("dissonance_mean", "dissonance between the narrative and what the state says now, weighted by persons", "", m => m.Narrative.Dissonance),
        Measure.Number("opinion_mean", "belief in the narrative, weighted by persons", "share", m => m.Persons.Mean(m.Mass.Opinion)),
        Measure.Number("support_for_terms", "citizens who would end the war on the terms that are expected, or with the territory that a settlement keeps", "share", m => SupportFor(m, m.Settlement.IsWar ? m.War.ExpectedTerms : m.Settlement.Terms.Territory)),
    ];

    /// <summary>The share of citizens who would end the war on some terms.</summary>
    public static double SupportFor(ElitesModel model, double terms)
    {
        var (mass, rows) = (model.Mass, model.Mass.Of(MassKind.Citizen));
        return (double)mass.Ideal.CountAtMost(rows, terms + model.Parameters.Ideal.Tolerance) / rows.Count;
    }
}
