using Elites.Economics;
using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>
/// M7 and M21 for the elite: rents follow the defence budget, less what compensation makes good, what the state takes in
/// beyond the cost of the war, and the economy, felt against a reference that adapts.
/// </summary>
internal readonly partial struct FeelRents : IRule<Elite>
{
    private readonly OfKinds rents;
    private readonly float speed;

    public FeelRents(Economy economy, Clock clock, ElitesParameters parameters)
    {
        var p = parameters.Rent;
        var cut = (1 - economy.DefenceShare / economy.DefenceShareInWar) * (1 - p.Compensation);
        var common = 1 + economy.Gap + parameters.Sanctions.Strength * p.FromRevenue * (economy.Rents - 1);
        foreach (var kind in Elite.Kinds)
            rents[(int)kind] = (float)Math.Max(0.01, common - Exposure(kind, p) * cut);
        speed = (float)(1 - clock.Left(Clock.WeeksPerYear * parameters.Hardship.EliteHalfLife));
    }

    public void Step(Agent<Elite> me)
    {
        var rent = rents[(int)me.Kind];
        me.RentGap = (rent - me.Reference) / me.Reference;
        me.Reference = Usual.Next(me.Reference, rent, speed);
    }

    /// <summary>The mean rent of the elite, in that of the start.</summary>
    public double Mean(Elite elite)
    {
        var sum = 0.0;
        foreach (var kind in Elite.Kinds)
            sum += (double)rents[(int)kind] * elite.Of(kind).Count;
        return sum / elite.Count;
    }

    private static double Exposure(EliteKind kind, RentParameters p) =>
        kind.Among(p.Oligarchs, p.Officers, p.SecurityOfficers, p.Directors, p.Ultranationalists);
}
