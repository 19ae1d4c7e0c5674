using Agents.Numerics;
using Elites.Economics;

namespace Elites.Leadership;

/// <summary>
/// M3, the state's good on a course, in months of the leader's office: casualties and output lost count against it,
/// terms for it, month by month over the leader's horizon. War drags growth down for as long as it lasts; peace brings
/// a slump that passes.
/// </summary>
internal readonly struct ValueState(Situation now, ElitesParameters parameters)
{
    private const double CasualtiesOfReference = 1000;

    private readonly StateGoodParameters p = parameters.StateGood;
    private readonly RecessionParameters recession = parameters.Recession;
    private readonly Economy economy = now.Economy;

    /// <summary>The good of a war that costs a multiple of what it costs now, with the terms that are expected of it.</summary>
    public double OfWar(double cost)
    {
        var burden = cost * economy.DefenceShareInWar - parameters.Settlement.DefenceShare;
        var drag = recession.Strength * recession.GrowthDrag * burden / 12;
        var casualties = p.Casualties * cost * parameters.War.CasualtiesPerDay / CasualtiesOfReference;
        return Sum(p.Terms * now.War.ExpectedTerms - casualties, drag, 0);
    }

    /// <summary>The good of a settlement.</summary>
    public double OfPeace(double terms)
    {
        var cut = Math.Max(0, economy.DefenceShare - parameters.Settlement.DefenceShare);
        var slump = recession.Strength * recession.Multiplier * cut * (1 - parameters.Settlement.Conversion);
        return Sum(p.Terms * terms, 0, slump);
    }

    /// <param name="always">What every month brings.</param>
    /// <param name="drag">Output lost in a month of what was lost before, and for good.</param>
    /// <param name="slump">Output lost at once, and regained.</param>
    private double Sum(double always, double drag, double slump)
    {
        var (sum, discount, lost) = (0.0, 1.0, 0.0);
        var kept = Functions.Exp(-1 / (12 * recession.RecoveryYears));
        for (var month = 1; month <= parameters.Leader.Horizon; month++)
        {
            discount *= parameters.Leader.Patience;
            sum += discount * (always - 100 * p.Output * (lost + slump));
            (lost, slump) = (lost + drag, slump * kept);
        }
        return p.Weight * sum;
    }
}
