using Agents.Data;
using Elites.Coups;
using Elites.Diplomacy;
using Elites.Economics;
using Elites.Elections;
using Elites.EliteLoyalty;
using Elites.Forces;
using Elites.Leadership;
using Elites.People;
using Elites.Populations;
using Elites.Street;
using Elites.Veterans;
using Elites.Warfare;

namespace Elites.Study;

/// <summary>All measures of the model, in the order of the columns of its tables.</summary>
internal static class StudyMeasures
{
    /// <summary>The order in which measures were added, which readers of tables rely on; new ones come last, room by room.</summary>
    private const string Order = """
        output_gap output defence_share unemployment inflation exchange_rate reserves overhang revenue deficit real_wage rent_mean
        patron_approval front victory_chance victory_belief_mean expected_terms troops supply demand offer casualties
        hardship_mean legitimacy_mean support grievance_mean active_share blame loyalty_mean public_loyalty_mean coup_pressure
        blame_on_leader assets_seized instability resolve weakness stab_in_back_mean plots plotters at_front veterans_share
        ptsd_share veteran_crime veterans_convicted felony_ratio morale mutinous_units soldiers_dead age mortality narrative
        dissonance_mean opinion_mean justification repression weak_ties public_loyalty_mass arrested_share policy_shock
        support_for_terms trap_gap state_trap_gap eu_war eu_settle eu_escalate perceived_hazard true_hazard perception is_war
        weeks_settled
        """;

    public static IReadOnlyList<ModelReporter> All => [.. Ordered(), .. ByKind()];

    private static IEnumerable<ModelReporter> Ordered()
    {
        var places = Order.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        return OfRooms().OrderBy(measure => places.IndexOf(measure.Name) is var place and >= 0 ? place : places.Count);
    }

    private static IEnumerable<ModelReporter> OfRooms() =>
    [
        .. WarfareMeasures.All,
        .. DiplomacyMeasures.All,
        .. EconomicsMeasures.All,
        .. VeteransMeasures.All,
        .. PeopleMeasures.All,
        .. StreetMeasures.All,
        .. EliteLoyaltyMeasures.All,
        .. CoupsMeasures.All,
        .. ForcesMeasures.All,
        .. LeadershipMeasures.All,
        .. ElectionsMeasures.All,
        Measure.Number("instability", "index of political stress (Turchin 2013), 1 at the start; it drives nothing", "ratio", m => m.Instability.Index),
    ];

    private static IEnumerable<ModelReporter> ByKind()
    {
        foreach (var kind in Enum.GetValues<EliteKind>())
            yield return Measure.Number($"loyalty_mean_{kind.Plural}", $"loyalty of {kind.Plural.Replace('_', ' ')}", "share", m => m.Elite.Loyalty.Mean(m.Elite.Of(kind)));
        foreach (var kind in Enum.GetValues<MassKind>())
            yield return Measure.Number($"loyalty_mean_{kind.Plural}", $"loyalty of {kind.Plural.Replace('_', ' ')}", "share", m => m.Mass.Loyalty.Mean(m.Mass.Of(kind)));
        foreach (var kind in Enum.GetValues<EliteKind>())
            yield return Measure.Number($"grievance_mean_{kind.Plural}", $"grievance of {kind.Plural.Replace('_', ' ')}", "share", m => m.Elite.Grievance.Mean(m.Elite.Of(kind)));
        foreach (var kind in Enum.GetValues<MassKind>())
            yield return Measure.Number($"grievance_mean_{kind.Plural}", $"grievance of {kind.Plural.Replace('_', ' ')}", "share", m => m.Mass.Grievance.Mean(m.Mass.Of(kind)));
    }
}
