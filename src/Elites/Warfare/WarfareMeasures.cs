using Agents.Data;
using Elites.Populations;

namespace Elites.Warfare;

/// <summary>What is measured of the war.</summary>
internal static class WarfareMeasures
{
    public static readonly IReadOnlyList<ModelReporter> All =
    [
        Measure.Number("front", "place of the front: 0 where the run began, 1 total victory, -1 all is lost", "front", m => m.War.Front),
        Measure.Number("victory_chance", "chance of victory within two years, as those see it who fight", "share", m => m.War.VictoryChance),
        Measure.Number("victory_belief_mean", "the elite's belief in victory", "share", m => m.War.Belief),
        Measure.Number("expected_terms", "terms expected of the war", "terms", m => m.War.ExpectedTerms),
        Measure.Number("troops", "troops in the theatre", "million persons", m => m.War.Troops),
        Measure.Number("supply", "supply of the army", "share", m => m.War.Supply),
        Measure.Number("casualties", "dead and wounded so far", "persons", m => m.War.Casualties),
        Measure.Number("at_front", "soldiers at the front", "share of the troops that the population counts", m => m.Persons.ShareAtFront()),
        Measure.Number("is_war", "1 while the war goes on", "", m => m.Settlement.IsWar ? 1 : 0),
        Measure.Number("weeks_settled", "weeks since the settlement", "weeks", m => m.Settlement.IsWar ? 0 : m.Settlement.WeeksSettled),
        Measure.Number("soldiers_dead", "soldiers who died since the start", "persons", m => m.Persons.Dead * m.Persons.PerAgent(MassKind.Soldier)),
    ];
}
