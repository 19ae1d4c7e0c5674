using Agents.Numerics;
using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M13, the loyalty of the elite: a logit of rents, fear, indispensability, the patron's loyalty, lost assets, blame,
/// distance to the terms, weakness and noise. Loyalty falls fast and rises slowly, and part of a fall comes at once
/// when a settlement is announced.
/// </summary>
internal readonly struct ReconsiderLoyalty(ElitesModel model, ElitesParameters parameters) : IRule<Elite>
{
    private readonly LoyaltyParameters p = parameters.Loyalty;
    private readonly Politics politics = model.Politics;
    private readonly Drift drift = new(parameters.Loyalty.PersonNoise, parameters.Loyalty.PersonHalfLife);
    private readonly double nearness = Politics.Left(model.Politics.WeeksSettled, parameters.Loyalty.DistanceHalfLife);
    private readonly double weakness = parameters.Loyalty.Weakness
        * (model.Leader.Weakness[0] + Math.Max(0, parameters.Loyalty.SupportWanted - model.Politics.Support));

    public void Step(Agent<Elite> me)
    {
        var draws = me.Draws(Purposes.PersonShock);
        me.Shock = (float)drift.Next(me.Shock, ref draws);
        var change = Target(me) - me.Loyalty;
        var atOnce = politics.IsAnnouncement && change < 0 ? (float)p.FallAtOnce : 0;
        var speed = (float)(change < 0 ? p.SpeedDown : p.SpeedUp);
        me.Next.Loyalty = me.Loyalty + change * (atOnce + (1 - atOnce) * speed);
    }

    /// <summary>The loyalty that the agent's position calls for; notes what ideology takes from it beyond other motives.</summary>
    public float Target(Agent<Elite> me)
    {
        var rent = p.Rent * model.Prospect.Value(me.RentGap);
        var assets = p.AssetLoss * p.AssetsLostBy(me.Kind);
        var blame = p.Blame * politics.LeaderShareOfBlame * politics.Blame;
        var distance = p.Distance * Distance(me.Ideal);
        var belief = parameters.Right.BeliefWeight * me.Belief;
        var inquiry = p.InquiryFear * InquiryFear(me.Kind);
        me.Pressure = (float)(distance + belief - (blame + weakness + inquiry + assets - Math.Min(0, rent)));
        var noise = politics.RegimeShock + politics.ClanShocks[me.Population.Clan[me.Row]] + me.Shock + me.Leaning;
        var fear = p.Fear * (0.8 * model.Politics.Repression + model.Leader.PurgeFear[0]);
        var standing = p.Indispensability * (politics.IsWar ? 1 : p.IndispensabilityAtPeace);
        var reasons = rent + fear + standing - assets - blame - distance - belief - weakness - inquiry + p.Patron * PatronLoyalty(me) + noise;
        return (float)Functions.Logistic(p.Base + p.Strength * reasons);
    }

    private double Distance(double ideal) => politics.IsWar
        ? p.UsualDistance
        : nearness * Math.Abs(ideal - politics.Terms) + (1 - nearness) * p.UsualDistance;

    private double InquiryFear(EliteKind kind) =>
        !politics.IsWar && kind is EliteKind.General or EliteKind.FieldOfficer ? nearness * (1 - politics.Terms) : 0;

    private static double PatronLoyalty(Agent<Elite> me)
    {
        var patron = me.Population.Patron[me.Row];
        return patron == Elite.PatronIsLeader ? 1 : me.Population.Loyalty[patron];
    }
}
