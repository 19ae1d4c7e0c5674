using Agents.Numerics;
using Elites.Warfare;

namespace Elites.Diplomacy;

/// <summary>
/// M20, the patron: approval a = 1 - |what was kept - tp| - kp pivot, less its disapproval of a settlement; below a limit it
/// cuts the trade on which its client depends, softly, so that no single number decides. Without a war it has no quarrel.
/// </summary>
internal readonly struct ConsultPatron(Patron patron, War war, Settlement settlement, ElitesParameters parameters)
{
    private readonly PatronParameters p = parameters.Patron;

    public void Step()
    {
        if (!parameters.War.Enabled)
            return;
        patron.Approval = ApprovalOf(settlement.IsWar ? war.ExpectedTerms : settlement.Terms.Kept, settlement.Warness, parameters);
        patron.Flow = FlowAt(patron.Approval);
    }

    /// <summary>What the patron would think of terms, with so much of the war left (W).</summary>
    public static double ApprovalOf(double terms, double warness, ElitesParameters parameters)
    {
        var p = parameters.Patron;
        var pivot = p.PivotOfPeace + (1 - p.PivotOfPeace) * parameters.ReliefAtPeace;
        var loss = Math.Abs(terms - p.Ideal) + (1 - warness) * (p.PivotCost * pivot + p.Disapproval);
        return Math.Clamp(1 - p.Strength * loss, 0, 1);
    }

    /// <summary>The share of its trade that the patron lets flow.</summary>
    public double FlowAt(double approval) =>
        Math.Max(0, 1 - p.Strength * p.Leverage * p.Dependence * Functions.Logistic((p.Limit - approval) / p.Softness));
}
