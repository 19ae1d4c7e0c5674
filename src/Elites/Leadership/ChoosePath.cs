using Agents.Numerics;
using Elites.Diplomacy;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>
/// M3, the choice among war, settlement and escalation: a softmax over their utilities, or the best of them at
/// temperature 0. He settles only where he is offered what he demands (Fearon 1995); where he would rather settle and
/// is offered less, he comes down with his demand (assumed: else a demand near capitulation could never be met). At
/// peace there is nothing to choose.
/// </summary>
internal readonly struct ChoosePath(Situation now, Moment moment, ElitesParameters parameters)
{
    private readonly Leader leader = now.Leader;
    private readonly Bargain bargain = now.Bargain;

    /// <summary>Whether the offer meets the demand.</summary>
    public bool CanSettle => bargain.Offer >= bargain.Demand;

    public void Step()
    {
        if (!now.Settlement.IsWar)
            return;
        ReadOnlySpan<double> utilities =
        [
            leader.WarUtility[0],
            leader.SettlementUtility[0],
            parameters.Escalation.Considered ? leader.EscalationUtility[0] : double.NegativeInfinity,
        ];
        var choice = Pick(utilities, new WeighOutlook(parameters.Leader).Temperature, moment.Draws(Purposes.LeaderChoice).Uniform());
        leader.IsEscalating[0] = choice == 2;
        if (choice == 1)
            Settle();
    }

    private void Settle()
    {
        if (CanSettle)
            leader.AgreedTerms[0] = bargain.Offer;
        else
            bargain.FirmDemand -= parameters.Leader.Yielding * Math.Max(0, bargain.FirmDemand - bargain.Offer);
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
