namespace Elites.Leadership;

/// <summary>
/// M3, what going on with the war would do to the leader's risks: fading hopes loosen the palace and the army, a
/// squeeze of rents and prices the palace and the street. An escalation costs more and may bring hope.
/// </summary>
internal readonly struct ForeseeWar(Situation now, ElitesParameters parameters)
{
    private readonly ForesightParameters p = parameters.Foresight;

    /// <summary>How far rents and prices are worse than usual; 0 as usual.</summary>
    public double Squeeze
    {
        get
        {
            var crisis = now.Economy.HasCurrencyCrisis ? 0.3 : 0;
            return 1 - now.Economy.Rents + Math.Max(-0.05, now.Economy.Inflation - p.UsualInflation) + crisis;
        }
    }

    /// <summary>How far they would be so where the war cost a multiple of what it costs.</summary>
    public double SqueezeAt(double cost) => Squeeze + WarCost * (cost - 1);

    /// <param name="hope">The chance of victory that he believes in.</param>
    /// <param name="cost">Cost of the war in that of the war as it is.</param>
    public Pressures Step(double hope, double cost)
    {
        var doubt = p.ByHope * (p.UsualHope - hope);
        var squeeze = p.BySqueeze * SqueezeAt(cost);
        var want = 2 * (1 - now.War.Supply);
        return new(doubt + squeeze, 0, squeeze, doubt + want);
    }

    /// <summary>What the war takes of output beyond the peacetime budget: so much more it takes as its cost doubles.</summary>
    private double WarCost => Math.Max(0, now.Economy.DefenceShare - parameters.Settlement.DefenceShare);
}
