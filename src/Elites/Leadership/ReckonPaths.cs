using Elites.People;
using Elites.Warfare;

namespace Elites.Leadership;

/// <summary>
/// M3, the leader's reckoning: what going on with the war, settling for terms and escalating hold for him, as he sees it.
/// At peace it is the settlement in force against going back to war.
/// </summary>
/// <param name="now">What he has before him.</param>
/// <param name="parameters">The parameters.</param>
/// <param name="learntWeight">How far he goes by what he has learnt rather than by his fears.</param>
internal readonly struct ReckonPaths(Situation now, ElitesParameters parameters, double learntWeight)
{
    private readonly LeaderParameters p = parameters.Leader;
    private readonly ReckonHazards hazards = new(parameters.Foresight);
    private readonly ReckonLearnt learnt = new(now, parameters, learntWeight);
    private readonly ForeseeWar war = new(now, parameters);
    private readonly ValueState state = new(now, parameters);
    private readonly Settlement settlement = now.Settlement;

    /// <summary>Terms of the settlement that is in question.</summary>
    public double Terms => settlement.IsWar ? now.Bargain.Offer : Math.Max(0, settlement.Terms.Mean);

    public Outlook War(Mood seen, Pressures remedy = default, double spared = 0)
    {
        var foreseen = hazards.From(seen, war.Step(seen.Hope, 1) + remedy);
        return new(foreseen.Total, 0, WarPleasure(seen.Hope), ExitCost(foreseen) * (1 - spared), state.OfWar(1), learnt.War(seen, war.Squeeze, remedy));
    }

    public Outlook Settlement(Mood seen, double terms, Pressures remedy = default, double spared = 0)
    {
        var foreseen = hazards.From(seen, new ForeseePeace(now, parameters).Step(terms, war.Squeeze) + remedy);
        // The lesson of his youth: who concedes loses control (The peace trap 2025).
        var conceded = settlement.IsWar ? 1 - terms : (1 - terms) * Clock.LeftAfter(settlement.WeeksSettled, 26);
        var hazard = Math.Min(1, foreseen.Total * (1 + p.Strength * p.Trauma * conceded));
        var exit = ExitCost(foreseen) * (1 - p.ExitGuarantee) * (1 - spared);
        var morning = settlement.IsWar ? p.Strength * p.MorningAfter : 0;
        return new(hazard, morning, PeacePleasure(terms), exit, state.OfPeace(terms), learnt.Peace(seen, terms, war.Squeeze, remedy));
    }

    public Outlook Escalation(Mood seen)
    {
        var gamble = parameters.Escalation;
        var hope = Math.Min(1, seen.Hope + gamble.Hope * Escalate.Odds(now.War, gamble));
        var foreseen = hazards.From(seen, war.Step(hope, gamble.Cost));
        var lesson = learnt.War(seen with { Hope = hope }, war.SqueezeAt(gamble.Cost), default);
        return new(foreseen.Total, 0, WarPleasure(hope), ExitCost(foreseen), state.OfWar(gamble.Cost), lesson, gamble.Catastrophe);
    }

    private double WarPleasure(double hope)
    {
        var expected = hope * parameters.Settlement.VictoryTerms + (1 - hope) * Terms;
        return 1 + p.Strength * p.WarTaste + p.VictoryTaste * Shine(expected) - p.RentTaste * RentsLost;
    }

    /// <summary>What the war takes of his rents, peace gives back in part, and all of it where sanctions are lifted.</summary>
    private double PeacePleasure(double terms)
    {
        var lasts = settlement.IsWar ? (1 - parameters.Foresight.SqueezeEased) * (1 - parameters.ReliefAtPeace) : 1;
        return 1 + p.VictoryTaste * Shine(terms) - p.RentTaste * RentsLost * lasts;
    }

    private double RentsLost => Math.Max(0, 1 - now.Economy.Rents);

    /// <summary>What he likes of terms: 1 - |ideal - terms|, less the debt to the fallen as far as the war is his. (So written, it is the terms themselves to the bit where his ideal is 1.)</summary>
    private double Shine(double terms)
    {
        var ideal = now.Leader.Ideal[0];
        var liked = terms <= ideal ? terms + (1 - ideal) : 1 - (terms - ideal);
        return liked - now.Leader.Culpable[0] * Grounds.Debt(now.War.Casualties, parameters.Legitimacy);
    }

    private double ExitCost(Hazards foreseen)
    {
        var feared = Math.Min(1, foreseen.Punishment * (1 + p.Strength * p.FateBelief));
        return p.ExitCost * (1 + p.Tribunal * now.Leader.Culpable[0]) * (feared + learntWeight * (learnt.Punishment - feared));
    }
}
