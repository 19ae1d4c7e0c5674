using Elites.People;

namespace Elites.Leadership;

/// <summary>
/// M3, the leader's reckoning: what going on with the war, settling for what he is offered and escalating hold for him,
/// as he sees it. At peace it is the settlement in force against going back to war.
/// </summary>
internal readonly struct ReckonPaths(ElitesModel model, ElitesParameters parameters)
{
    private readonly LeaderParameters p = parameters.Leader;
    private readonly ReckonHazards hazards = new(parameters.Foresight);
    private readonly ForeseeWar war = new(model, parameters);
    private readonly ValueState state = new(model, parameters);

    /// <summary>Terms of the settlement that is in question.</summary>
    public double Terms => model.Politics.IsWar ? model.War.Offer : Math.Max(0, model.Politics.Terms);

    public Outlook War(Mood seen, Pressures remedy = default, double spared = 0)
    {
        var foreseen = hazards.From(seen, war.Step(seen.Hope, 1) + remedy);
        return new(foreseen.Total, 0, WarPleasure(seen.Hope), ExitCost(foreseen) * (1 - spared), state.OfWar(1));
    }

    public Outlook Settlement(Mood seen, Pressures remedy = default, double spared = 0)
    {
        var foreseen = hazards.From(seen, new ForeseePeace(model, parameters).Step(Terms, war.Squeeze) + remedy);
        // The lesson of his youth: who concedes loses control (The peace trap 2025).
        var conceded = model.Politics.IsWar ? 1 - Terms : (1 - Terms) * Clock.LeftAfter(model.Politics.WeeksSettled, 26);
        var hazard = Math.Min(1, foreseen.Total * (1 + p.Strength * p.Trauma * conceded));
        var exit = ExitCost(foreseen) * (1 - p.ExitGuarantee) * (1 - spared);
        return new(hazard, model.Politics.IsWar ? p.Strength * p.MorningAfter : 0, 1 + p.VictoryTaste * Shine(Terms), exit, state.OfPeace(Terms));
    }

    public Outlook Escalation(Mood seen)
    {
        var gamble = parameters.Escalation;
        var hope = Math.Min(1, seen.Hope + gamble.Hope * new Escalate(model, parameters).Odds);
        var foreseen = hazards.From(seen, war.Step(hope, gamble.Cost));
        var hazard = 1 - (1 - foreseen.Total) * (1 - gamble.Catastrophe);
        return new(hazard, 0, WarPleasure(hope), ExitCost(foreseen), state.OfWar(gamble.Cost));
    }

    private double WarPleasure(double hope)
    {
        var expected = hope * parameters.Settlement.VictoryTerms + (1 - hope) * Terms;
        return 1 + p.Strength * p.WarTaste + p.VictoryTaste * Shine(expected);
    }

    private double Shine(double terms) => terms - Grounds.Debt(model.Politics.Casualties, parameters.Legitimacy);

    private double ExitCost(Hazards foreseen) =>
        p.ExitCost * (1 + p.Tribunal) * Math.Min(1, foreseen.Punishment * (1 + p.Strength * p.FateBelief));
}
