using Agents.Numerics;
using Elites.Parameters;

namespace Elites.Rules;

/// <summary>M15, what everyone makes of an attempt: its odds at the outset, and how taking sides moves them.</summary>
internal readonly struct PlotOdds(ElitesModel model, CoupParameters p)
{
    // The odds count persons: as a share of the elite they would fall as its size grows.
    private readonly double evenOdds = p.EvenOdds * PopulationParameters.EliteBasis / model.Elite.Count;

    /// <summary>The joiners' share that an attempt needs (theta).</summary>
    public double Theta { get; } = 0.5 + p.CounterbalanceEffect * p.Counterbalance;

    /// <summary>The share of all force that the plotters have.</summary>
    public double ForceOf(Plot plot)
    {
        var force = 0.0;
        foreach (var row in plot.Members)
            force += model.Elite.Force[row];
        return force;
    }

    /// <summary>The odds before anyone has taken sides, luck aside.</summary>
    public double AtOutset(Plot plot)
    {
        var best = 2;
        foreach (var row in plot.Members)
            best = Math.Min(best, model.Elite.Tier[row]);
        var force = ForceOf(plot);
        var protest = Math.Min(1, model.Politics.ActiveShare / model.Parameters.Protest.CriticalShare);
        return force / (force + evenOdds) + 0.5 * p.ProtestSignal * protest - p.RankDiscount * best;
    }

    /// <summary>The odds seen after a round, from those seen before it and the joiners' share A/(A + D).</summary>
    public double Moved(double seen, double joined, double defending, out double share)
    {
        share = joined / (joined + Math.Max(defending, 1e-9));
        return (seen + Functions.NormalCdf((share - Theta) / p.Softness)) / 2;
    }
}
