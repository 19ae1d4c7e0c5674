using Agents.Data;

namespace Elites.Leadership;

/// <summary>What is measured of the leader and his reckoning.</summary>
internal static class LeadershipMeasures
{
    public static readonly IReadOnlyList<ModelReporter> All =
    [
        Measure.Number("resolve", "resolve that the security forces see in the leader", "share", m => m.Leader.Resolve[0]),
        Measure.Number("weakness", "weakness that failed attempts have shown", "logit", m => m.Leader.Weakness[0]),
        Measure.Number("age", "the leader's age", "years", m => m.Leader.Age[0]),
        Measure.Number("mortality", "rate at which a leader of his age dies", "per year", m => new AgeLeader(m.Office, m.Moment, m.Parameters.Succession).Mortality()),
        Measure.Number("trap_gap", "what the leader expects of war less what he expects of settling", "months in office", m => m.Leader.WarUtility[0] - m.Leader.SettlementUtility[0]),
        Measure.Number("state_trap_gap", "the same for the state's good alone", "months in office", m => m.Leader.StateWarUtility[0] - m.Leader.StateSettlementUtility[0]),
        Measure.Number("eu_war", "what the leader expects of going on with the war", "months in office", m => m.Leader.WarUtility[0]),
        Measure.Number("eu_settle", "what the leader expects of settling for the offer, or at peace of the settlement", "months in office", m => m.Leader.SettlementUtility[0]),
        Measure.Number("eu_escalate", "what the leader expects of an escalation; 0 where he does not think of it", "months in office", m => m.Leader.EscalationUtility[0]),
        Measure.Number("perceived_hazard", "hazard of removal that the leader perceives", "per month", m => m.Leader.PerceivedHazard[0]),
        Measure.Number("true_hazard", "the same reckoned from private loyalty, without error", "per month", m => m.Leader.TrueHazard[0]),
        Measure.Number("trap_gap_essay", "the trap gap by the essays' fears alone", "months in office", m => m.Leader.FearedGap[0]),
        Measure.Number("trap_gap_learnt", "the trap gap by what the leader has learnt alone", "months in office", m => m.Leader.LearntGap[0]),
        Measure.Number("reservation_terms", "the least terms for which the leader would settle; 1.1 where none would do", "terms", m => m.Leader.ReservationTerms[0]),
        Measure.Number("at_peace", "1 while a settlement is in force", "", m => m.Settlement.IsWar ? 0 : 1),
        Measure.Number("concession", "terms of a settlement in force that are lacking to victory; 0 in war", "terms", m => m.Settlement.IsWar ? 0 : 1 - m.Settlement.Terms.Mean),
        Measure.Number("freshness", "what is left of a settlement's novelty, by learnt.half_life; 0 in war", "share", m => m.Settlement.IsWar ? 0 : Clock.LeftAfter(m.Settlement.WeeksSettled, m.Parameters.Learnt.HalfLife)),
        Measure.Number("squeeze", "how far rents and prices are worse than usual, as the leader reckons it", "", m => new ForeseeWar(m.Situation, m.Parameters).Squeeze),
        Measure.Number("patron_disapproval", "what is lacking to the patron's approval", "share", m => 1 - m.Patron.Approval),
        Measure.Number("perception", "correlation of the two over the run so far", "", m => m.Perception.Correlation),
        Measure.Integer("leader_number", "number of the leader in office, or of the last one: 1 for the leader of the start", "", m => m.Office.Number),
        Measure.Integer("removals", "leaders whom soldiers, insiders or a crowd have removed", "leaders", m => m.Spells.Removals),
        Measure.Integer("removed_again", "1 once the leader of the start and another after him were so removed", "", m => m.Spells.All[0].IsRemoved && m.Spells.Removals > 1 ? 1 : 0),
        Measure.Integer("removed_in_war", "1 once the leader of the start was so removed while the war went on", "", m => m.Spells.IsRemovedInWar ? 1 : 0),
        Measure.Integer("settled_after_removal", "1 once the war has ended after such a removal", "", m => m.Spells.SettlerAfterRemoval is null ? 0 : 1),
        Measure.Number("weeks_to_settlement", "weeks from such a removal to the end of the war; 0 as long as it goes on", "weeks", m => m.Spells.SettlerAfterRemoval is { } spell ? (spell.SettledAt - m.Spells.All[0].To) * m.Clock.Weeks : 0),
        Measure.Number("terms_after_removal", "terms at which the war ended after such a removal; 0 as long as it goes on", "terms", m => m.Spells.SettlerAfterRemoval?.Terms ?? 0),
        Measure.Number("weeks_since_exit", "weeks since the leader of the start left; 0 while he is in office", "weeks", m => m.Spells.All[0].Exit == ExitMode.InOffice ? 0 : (m.Tick - m.Spells.All[0].To) * m.Clock.Weeks),
    ];
}
