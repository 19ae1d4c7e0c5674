using Agents.Numerics;

namespace Elites.Diplomacy;

/// <summary>
/// M20, the patron: approval a = 1 - |terms - tp| - kp pivot, less its disapproval of a settlement; below a limit it
/// cuts the trade on which its client depends, softly, so that no single number decides. Without a war it has no quarrel.
/// </summary>
internal readonly struct ConsultPatron(ElitesModel model, ElitesParameters parameters)
{
    private readonly PatronParameters p = parameters.Patron;

    public void Step()
    {
        var politics = model.Politics;
        var economy = model.Economy;
        if (!parameters.War.Enabled)
            return;
        economy.PatronApproval = ApprovalOf(politics.IsWar ? politics.ExpectedTerms : politics.Terms, politics.Warness);
        economy.PatronFlow = FlowAt(economy.PatronApproval);
    }

    /// <summary>What the patron would think of terms, with so much of the war left (W).</summary>
    public double ApprovalOf(double terms, double warness)
    {
        var pivot = p.PivotOfPeace + (1 - p.PivotOfPeace) * parameters.Sanctions.ReliefAtPeace;
        var loss = Math.Abs(terms - p.Ideal) + (1 - warness) * (p.PivotCost * pivot + p.Disapproval);
        return Math.Clamp(1 - p.Strength * loss, 0, 1);
    }

    /// <summary>The share of its trade that the patron lets flow.</summary>
    public double FlowAt(double approval) =>
        Math.Max(0, 1 - p.Strength * p.Leverage * p.Dependence * Functions.Logistic((p.Limit - approval) / p.Softness));
}
