using Agents.Numerics;

namespace Elites.Leadership;

/// <summary>What a course of action holds for the leader.</summary>
/// <param name="Hazard">Monthly hazard of removal, as he sees it.</param>
/// <param name="MorningAfter">By what share it is worse at first.</param>
/// <param name="Pleasure">What a month in office is worth on this course.</param>
/// <param name="ExitCost">What removal costs, months in office.</param>
/// <param name="StateGood">The state's good on this course, months in office.</param>
internal readonly record struct Outlook(double Hazard, double MorningAfter, double Pleasure, double ExitCost, double StateGood);

/// <summary>
/// M3, the utility of an outlook (Goemans 2000; Debs and Goemans 2010): over the months ahead, those in office count for
/// what they are worth and removal for what its punishment costs; chances are weighed as people weigh them (Prelec
/// 1998), and the state's good is added as far as he cares for it.
/// </summary>
internal readonly struct WeighOutlook(LeaderParameters p)
{
    /// <summary>What the course is worth, months in office.</summary>
    public double Utility(Outlook outlook)
    {
        var (sum, stays, discount, morning) = (0.0, 1.0, 1.0, outlook.MorningAfter);
        var fading = Clock.LeftAfter(1, p.MorningHalfLife);
        var weight = Weigh(outlook.Hazard);
        for (var month = 1; month <= p.Horizon; month++)
        {
            if (outlook.MorningAfter > 0)
                (morning, weight) = (morning * fading, Weigh(Math.Min(1, outlook.Hazard * (1 + morning))));
            discount *= p.Patience;
            var next = stays * (1 - weight);
            sum += discount * (next * outlook.Pleasure - (stays - next) * outlook.ExitCost);
            stays = next;
        }
        return sum + p.StateWeight * outlook.StateGood;
    }

    /// <summary>
    /// The temperature of his choice in months: a share of the range from losing all at once, which costs K, to staying
    /// for sure. (Assumed: the source gives a temperature without a scale.)
    /// </summary>
    public double Temperature
    {
        get
        {
            var (months, discount) = (0.0, 1.0);
            for (var month = 1; month <= p.Horizon; month++)
                months += discount *= p.Patience;
            return p.Temperature * (months + p.ExitCost);
        }
    }

    /// <summary>The weight of a chance: exp(-(-ln p)^g).</summary>
    public double Weigh(double chance) => chance switch
    {
        <= 0 => 0,
        >= 1 => 1,
        _ => Functions.Exp(-Functions.Pow(-Functions.Log(chance), p.Curvature)),
    };
}
