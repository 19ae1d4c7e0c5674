using Elites.Populations;
using Elites.Warfare;

namespace Elites.EliteLoyalty;

/// <summary>
/// M13, what one kind of the elite has lost or fears: assets, which the promise of victory makes bearable and an amnesty
/// would give back; for officers also an inquiry, the part of scapegoats, and rival forces.
/// </summary>
internal readonly struct Burdens(EliteKind kind, PeaceMotives peace, Settlement settlement, EliteClimate climate, ElitesParameters parameters)
{
    private readonly LoyaltyParameters p = parameters.Loyalty;

    /// <summary>What officers fear of an inquiry, in logits.</summary>
    public double Inquiry => p.InquiryFear * (1 + p.InquiryRise * parameters.Blame.Inquiry) * peace.Nearness * (1 - settlement.Terms.For(kind, parameters.Terms));

    public double Sum => Assets + (kind is EliteKind.General or EliteKind.FieldOfficer ? OfOfficers : 0);

    private double Assets
    {
        get
        {
            var sanctions = parameters.Sanctions;
            var held = 1 - (1 - settlement.Warness) * parameters.ReliefAtPeace;
            var known = p.AssetLoss * p.AssetsLostBy(kind) * (1 + p.Tolerance * peace.Disappointment(kind));
            var targeted = kind == EliteKind.Ultranationalist ? 0 : p.TargetedLoss * sanctions.Strength * sanctions.EliteAssets;
            return held * (known + targeted * (1 - p.Rally * (1 - sanctions.Amnesty)));
        }
    }

    private double OfOfficers
    {
        get
        {
            var scapegoats = parameters.Blame.ScapegoatCost * climate.OfficersShareOfBlame * climate.Blame;
            return Inquiry + scapegoats + parameters.Coup.Resentment * parameters.Coup.Counterbalance;
        }
    }
}
