using Agents.Numerics;
using Elites.Populations;
using Elites.Street;

namespace Elites.Coups;

/// <summary>
/// M15, what is made of an attempt: its odds at the outset, and how taking sides moves them. Those who plot reckon with
/// only a share of what rival forces and a low rank take from them. A rule of succession steadies the office.
/// </summary>
internal readonly struct PlotOdds
{
    private readonly Elite elite;
    private readonly double protest;
    private readonly CoupParameters p;
    private readonly double rankDiscount;

    public PlotOdds(Elite elite, Unrest unrest, ElitesParameters parameters, bool isOfPlotters)
    {
        (this.elite, p) = (elite, parameters.Coup);
        protest = Math.Min(1, unrest.Strength / parameters.Protest.CriticalShare);
        rankDiscount = p.RankDiscount * (isOfPlotters ? p.RankSeen : 1);
        var succession = parameters.Succession;
        var steadied = succession.Strength * succession.HeirEffect * succession.Heir;
        Theta = 0.5 + p.CounterbalanceEffect * p.Counterbalance * (isOfPlotters ? p.CounterbalanceSeen : 1) + steadied;
    }

    /// <summary>The joiners' share that an attempt needs (theta).</summary>
    public double Theta { get; }

    /// <summary>The force at the capital that the plotters have, persons.</summary>
    public double ForceOf(Plot plot)
    {
        var force = 0.0;
        foreach (var row in plot.Members)
            force += elite.AtCapital[row];
        return force;
    }

    /// <summary>
    /// The odds before anyone has taken sides, luck aside: where force is even, 1 - theta, as if every share of joiners
    /// were equally likely (the belief of the marginal joiner in Morris and Shin 1998).
    /// </summary>
    public double AtOutset(Plot plot)
    {
        var force = ForceOf(plot) + plot.Veterans;
        return force / (force + p.EvenOdds) + 0.5 - Theta + 0.5 * p.ProtestSignal * protest - rankDiscount * plot.BestRankIn(elite);
    }

    /// <summary>The odds seen after a round, from those seen before it and the joiners' share A/(A + D).</summary>
    public double Moved(double seen, double joined, double defending, out double share)
    {
        share = joined / (joined + Math.Max(defending, 1e-9));
        return (seen + Functions.NormalCdf((share - Theta) / p.Softness)) / 2;
    }
}
