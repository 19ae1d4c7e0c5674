using Elites.People;
using Elites.Warfare;

namespace Elites.Leadership;

/// <summary>
/// M3, the leader's reckoning: what going on with the war, settling for what he is offered and escalating hold for him,
/// as he sees it. At peace it is the settlement in force against going back to war.
/// </summary>
internal readonly struct ReckonPaths(Situation now, ElitesParameters parameters)
{
    private readonly LeaderParameters p = parameters.Leader;
    private readonly ReckonHazards hazards = new(parameters.Foresight);
    private readonly ForeseeWar war = new(now, parameters);
    private readonly ValueState state = new(now, parameters);
    private readonly Settlement settlement = now.Settlement;

    /// <summary>Terms of the settlement that is in question.</summary>
    public double Terms => settlement.IsWar ? now.Bargain.Offer : Math.Max(0, settlement.Terms.Mean);

    public Outlook War(Mood seen, Pressures remedy = default, double spared = 0)
    {
        var foreseen = hazards.From(seen, war.Step(seen.Hope, 1) + remedy);
        return new(foreseen.Total, 0, WarPleasure(seen.Hope), ExitCost(foreseen) * (1 - spared), state.OfWar(1));
    }

    public Outlook Settlement(Mood seen, Pressures remedy = default, double spared = 0)
    {
        var foreseen = hazards.From(seen, new ForeseePeace(now, parameters).Step(Terms, war.Squeeze) + remedy);
        // The lesson of his youth: who concedes loses control (The peace trap 2025).
        var conceded = settlement.IsWar ? 1 - Terms : (1 - Terms) * Clock.LeftAfter(settlement.WeeksSettled, 26);
        var hazard = Math.Min(1, foreseen.Total * (1 + p.Strength * p.Trauma * conceded));
        var exit = ExitCost(foreseen) * (1 - p.ExitGuarantee) * (1 - spared);
        return new(hazard, settlement.IsWar ? p.Strength * p.MorningAfter : 0, 1 + p.VictoryTaste * Shine(Terms), exit, state.OfPeace(Terms));
    }

    public Outlook Escalation(Mood seen)
    {
        var gamble = parameters.Escalation;
        var hope = Math.Min(1, seen.Hope + gamble.Hope * Escalate.Odds(now.War, gamble));
        var foreseen = hazards.From(seen, war.Step(hope, gamble.Cost));
        var hazard = 1 - (1 - foreseen.Total) * (1 - gamble.Catastrophe);
        return new(hazard, 0, WarPleasure(hope), ExitCost(foreseen), state.OfWar(gamble.Cost));
    }

    private double WarPleasure(double hope)
    {
        var expected = hope * parameters.Settlement.VictoryTerms + (1 - hope) * Terms;
        return 1 + p.Strength * p.WarTaste + p.VictoryTaste * Shine(expected);
    }

    /// <summary>What he likes of terms: 1 - |ideal - terms|, less the debt to the fallen as far as the war is his. (So written, it is the terms themselves to the bit where his ideal is 1.)</summary>
    private double Shine(double terms)
    {
        var ideal = now.Leader.Ideal[0];
        var liked = terms <= ideal ? terms + (1 - ideal) : 1 - (terms - ideal);
        return liked - now.Leader.Culpable[0] * Grounds.Debt(now.War.Casualties, parameters.Legitimacy);
    }

    private double ExitCost(Hazards foreseen) =>
        p.ExitCost * (1 + p.Tribunal) * Math.Min(1, foreseen.Punishment * (1 + p.Strength * p.FateBelief));
}
