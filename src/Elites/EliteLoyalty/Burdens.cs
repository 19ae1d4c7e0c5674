using Elites.Economics;
using Elites.People;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.EliteLoyalty;

/// <summary>
/// M13, what one kind of the elite has lost or fears: assets, which the promise of victory makes bearable, and hidden wealth
/// that is found, which an amnesty would give back; for officers also an inquiry, the part of scapegoats, and rival forces.
/// </summary>
internal readonly struct Burdens(EliteKind kind, PeaceMotives peace, Circumstances seen, EliteClimate climate, ProspectTable prospect, ElitesParameters parameters)
{
    private readonly LoyaltyParameters p = parameters.Loyalty;
    private readonly SanctionParameters sanctions = parameters.Sanctions;
    private readonly Settlement settlement = seen.Settlement;

    /// <summary>What officers fear of an inquiry, in logits.</summary>
    public double Inquiry => p.InquiryFear * (1 + p.InquiryRise * parameters.Blame.Inquiry) * peace.Nearness * (1 - settlement.Terms.For(kind, parameters.Terms));

    public double Sum => Assets + Hidden + (kind is EliteKind.General or EliteKind.FieldOfficer ? OfOfficers : 0);

    /// <summary>How much less disloyalty it takes to defect: by as much as of one's wealth an amnesty would give back, as far as it is believed.</summary>
    public double Amnesty => p.AmnestyPull * sanctions.BelievedAmnesty * sanctions.HiddenBy(kind) * climate.Taken;

    private double Assets
    {
        get
        {
            var held = 1 - (1 - settlement.Warness) * parameters.ReliefAtPeace;
            return held * p.AssetLoss * p.AssetsLostBy(kind) * (1 + p.Tolerance * peace.Disappointment(kind));
        }
    }

    /// <summary>The value of the wealth lost against what one is used to, part of which turns against the sanctions.</summary>
    private double Hidden
    {
        get
        {
            var hidden = sanctions.HiddenBy(kind);
            var change = -hidden * (climate.Taken - climate.TakenUsually) / Math.Max(0.01, 1 - hidden * climate.TakenUsually);
            return -p.TargetedLoss * prospect.Value((float)change) * (1 - p.Rally * (1 - sanctions.BelievedAmnesty));
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
