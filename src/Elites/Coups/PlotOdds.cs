using Agents.Numerics;
using Elites.Populations;

namespace Elites.Coups;

/// <summary>
/// M15, what is made of an attempt: its odds at the outset, and how taking sides moves them. Those who plot reckon with
/// only a share of what rival forces and a low rank take from them. A rule of succession steadies the office.
/// </summary>
internal readonly struct PlotOdds
{
    private readonly Elite elite;
    private readonly Bystanders bystanders;
    private readonly CoupParameters p;
    private readonly double criticalShare;
    private readonly double evenOdds;
    private readonly double rankDiscount;
    private readonly double veterans;

    public PlotOdds(Elite elite, Bystanders bystanders, ElitesParameters parameters, bool isOfPlotters)
    {
        (this.elite, this.bystanders, p, criticalShare) = (elite, bystanders, parameters.Coup, parameters.Protest.CriticalShare);
        // The odds count persons: as a share of the elite they would fall as its size grows.
        evenOdds = p.EvenOdds * PopulationParameters.EliteBasis / elite.Count;
        rankDiscount = p.RankDiscount * (isOfPlotters ? p.RankSeen : 1);
        var succession = parameters.Succession;
        var steadied = succession.Strength * succession.HeirEffect * succession.Heir;
        Theta = 0.5 + p.CounterbalanceEffect * p.Counterbalance * (isOfPlotters ? p.CounterbalanceSeen : 1) + steadied;
        veterans = parameters.Right.Strength * parameters.Right.Veterans * (1 - parameters.Right.Suppress) * bystanders.ArmedBetrayal;
    }

    /// <summary>The joiners' share that an attempt needs (theta).</summary>
    public double Theta { get; }

    /// <summary>The share of the elite's force that the plotters have.</summary>
    public double ForceOf(Plot plot)
    {
        var force = 0.0;
        foreach (var row in plot.Members)
            force += elite.Force[row];
        return force;
    }

    /// <summary>What veterans' organisations add to a plot of the right.</summary>
    public double VeteransFor(Plot plot) => elite.IsOfTheRight[plot.Founder] ? veterans : 0;

    /// <summary>
    /// The odds before anyone has taken sides, luck aside: where force is even, 1 - theta, as if every share of joiners
    /// were equally likely (the belief of the marginal joiner in Morris and Shin 1998).
    /// </summary>
    public double AtOutset(Plot plot)
    {
        var force = ForceOf(plot) + VeteransFor(plot);
        var protest = Math.Min(1, bystanders.ActiveShare / criticalShare);
        return force / (force + evenOdds) + 0.5 - Theta + 0.5 * p.ProtestSignal * protest - rankDiscount * plot.BestRankIn(elite);
    }

    /// <summary>The odds seen after a round, from those seen before it and the joiners' share A/(A + D).</summary>
    public double Moved(double seen, double joined, double defending, out double share)
    {
        share = joined / (joined + Math.Max(defending, 1e-9));
        return (seen + Functions.NormalCdf((share - Theta) / p.Softness)) / 2;
    }
}
