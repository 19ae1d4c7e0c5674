using Agents.Data;

namespace Elites;

/// <summary>What the model reports of the leader's reckoning.</summary>
public sealed partial class ElitesModel
{
    private static IEnumerable<ModelReporter> OfLeader() =>
    [
        Number("trap_gap", "what the leader expects of war less what he expects of settling", "months in office", m => m.Leader.WarUtility[0] - m.Leader.SettlementUtility[0]),
        Number("state_trap_gap", "the same for the state's good alone", "months in office", m => m.Leader.StateWarUtility[0] - m.Leader.StateSettlementUtility[0]),
        Number("eu_war", "what the leader expects of going on with the war", "months in office", m => m.Leader.WarUtility[0]),
        Number("eu_settle", "what the leader expects of settling for the offer, or at peace of the settlement", "months in office", m => m.Leader.SettlementUtility[0]),
        Number("eu_escalate", "what the leader expects of an escalation; 0 where he does not think of it", "months in office", m => m.Leader.EscalationUtility[0]),
        Number("perceived_hazard", "hazard of removal that the leader perceives", "per month", m => m.Leader.PerceivedHazard[0]),
        Number("true_hazard", "the same reckoned from private loyalty, without error", "per month", m => m.Leader.TrueHazard[0]),
        Number("perception", "correlation of the two over the run so far", "", m => m.Perception.Correlation),
        Number("is_war", "1 while the war goes on", "", m => m.Settlement.IsWar ? 1 : 0),
        Number("weeks_settled", "weeks since the settlement", "weeks", m => m.Settlement.IsWar ? 0 : m.Settlement.WeeksSettled),
    ];
}
