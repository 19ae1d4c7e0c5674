using Agents.Numerics;

namespace Elites.Leadership;

/// <summary>What a course of action holds for the leader.</summary>
/// <param name="Hazard">Monthly hazard of removal, as the essays' fears have it.</param>
/// <param name="MorningAfter">By what share it is worse at first.</param>
/// <param name="Pleasure">What a month in office is worth on this course.</param>
/// <param name="ExitCost">What removal costs, months in office.</param>
/// <param name="StateGood">The state's good on this course, months in office.</param>
/// <param name="Learnt">The hazard as he has learnt it, and how far he goes by that.</param>
/// <param name="Catastrophe">Monthly hazard of an end in catastrophe, whatever he believes.</param>
internal readonly record struct Outlook(
    double Hazard, double MorningAfter, double Pleasure, double ExitCost, double StateGood, Lesson Learnt = default, double Catastrophe = 0)
{
    /// <summary>The hazard of a month by both beliefs.</summary>
    /// <param name="morning">What is left by then of the morning after.</param>
    /// <param name="fresh">What is left by then of the part of the lesson that fades, in logits.</param>
    public double In(double morning, double fresh)
    {
        var removed = Learnt.Mix(Math.Min(1, Hazard * (1 + morning)), fresh);
        return Catastrophe == 0 ? removed : 1 - (1 - removed) * (1 - Catastrophe);
    }
}

/// <summary>
/// M3, the utility of an outlook (Goemans 2000; Debs and Goemans 2010): over the months ahead, those in office count for
/// what they are worth and removal for what its punishment costs; the chance of being gone by a month is weighed as
/// people weigh chances (Prelec 1998; the earlier the exit the worse, Quiggin 1982), and the state's good is added as far
/// as he cares for it.
/// </summary>
/// <param name="p">His parameters.</param>
/// <param name="curvature">The curvature of his weights; null for that of his parameters.</param>
internal readonly struct WeighOutlook(LeaderParameters p, double? curvature = null)
{
    /// <summary>What the course is worth, months in office.</summary>
    public double Utility(Outlook outlook)
    {
        var (sum, stays, gone, discount) = (0.0, 1.0, 0.0, 1.0);
        var (morning, fresh, fading) = (outlook.MorningAfter, outlook.Learnt.Fresh, Clock.LeftAfter(1, p.MorningHalfLife));
        for (var month = 1; month <= p.Horizon; month++)
        {
            (morning, fresh, discount) = (morning * fading, fresh * outlook.Learnt.Left, discount * p.Patience);
            stays *= 1 - outlook.In(morning, fresh);
            var next = Weigh(1 - stays);
            sum += discount * ((1 - next) * outlook.Pleasure - (next - gone) * outlook.ExitCost);
            gone = next;
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
        _ => Functions.Exp(-Functions.Pow(-Functions.Log(chance), curvature ?? p.Curvature)),
    };
}
