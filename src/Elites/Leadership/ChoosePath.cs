using Agents.Numerics;
using Elites.Diplomacy;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>
/// M3, the choice among war, settlement and escalation. He demands the terms of his reservation, and what bargaining adds
/// to them (Fearon 1995), and settles where the offer meets them and peace is worth as much as what else he could do; at
/// peace he takes up the war again where it is worth enough more. Both last, and are never a slip: only between the war
/// and its escalation, which he can take back, he draws by softmax.
/// </summary>
internal readonly struct ChoosePath(Situation now, Moment moment, ElitesParameters parameters)
{
    private readonly Leader leader = now.Leader;
    private readonly Bargain bargain = now.Bargain;

    private bool IsOfferMet => bargain.Offer >= bargain.Demand;

    public void Step()
    {
        if (!now.Settlement.IsWar)
        {
            ThinkOfWar();
            return;
        }
        MoveDemand();
        var escalation = parameters.Escalation.Considered ? leader.EscalationUtility[0] : double.NegativeInfinity;
        var choice = Pick([leader.WarUtility[0], escalation], new WeighOutlook(parameters.Leader).Temperature, moment.Draws(Purposes.LeaderChoice).Uniform());
        var settles = IsOfferMet && leader.SettlementUtility[0] >= Math.Max(leader.WarUtility[0], escalation);
        leader.IsEscalating[0] = choice == 1 && !settles;
        if (settles)
            leader.AgreedTerms[0] = bargain.Offer;
    }

    private void MoveDemand()
    {
        var due = Math.Clamp(leader.ReservationTerms[0] + bargain.Pressed, 0, 1);
        bargain.FirmDemand += parameters.Leader.Yielding * (due - bargain.FirmDemand);
        bargain.Demand = Math.Min(1, bargain.FirmDemand + parameters.Bargaining.Strength * bargain.Stalling);
    }

    /// <summary>What is imposed, what the front decided and an army that broke are beyond his choice.</summary>
    private void ThinkOfWar()
    {
        var isHis = parameters.War.Enabled && (leader.Chooses[0] || parameters.Settlement.Terms < 0) && leader.AgreedTerms[0] >= 0;
        var canFight = !now.War.HasCollapsed && Math.Abs(now.War.Front) < parameters.Settlement.VictoryFront;
        if (isHis && canFight && leader.WarUtility[0] - leader.SettlementUtility[0] > parameters.Leader.ResumptionCost)
            leader.AgreedTerms[0] = Warfare.SettlementParameters.None;
    }

    /// <summary>The place of one of the utilities, drawn by softmax.</summary>
    /// <param name="utilities">Those that cannot be had are negative infinity; the first can be had.</param>
    /// <param name="temperature">In the unit of the utilities; 0 takes the highest.</param>
    /// <param name="luck">From 0 to 1.</param>
    public static int Pick(ReadOnlySpan<double> utilities, double temperature, double luck)
    {
        var best = 0;
        for (var i = 1; i < utilities.Length; i++)
            best = utilities[i] > utilities[best] ? i : best;
        if (temperature <= 0)
            return best;
        Span<double> weights = stackalloc double[utilities.Length];
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
            total += weights[i] = double.IsNegativeInfinity(utilities[i]) ? 0 : Functions.Exp((utilities[i] - utilities[best]) / temperature);
        var point = luck * total;
        for (var i = 0; i < weights.Length; i++)
        {
            point -= weights[i];
            if (point < 0)
                return i;
        }
        return best;
    }
}
