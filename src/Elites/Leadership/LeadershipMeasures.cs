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
        Measure.Number("perception", "correlation of the two over the run so far", "", m => m.Perception.Correlation),
    ];
}
