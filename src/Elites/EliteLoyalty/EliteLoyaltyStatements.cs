using Agents.Data;
using Elites.Coups;
using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>What the essays say of the loyalty of the elite: rents, losses, blame and the right.</summary>
internal static class EliteLoyaltyStatements
{
    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S27", "A compromise reads as weakness to the elite", Essays.PeaceTrap, nameof(PeaceMotives), "loyalty.compromise", "0", "loyalty.compromise"),
        new("S28", "On a war footing the leader is an indispensable commander; peace makes him replaceable", Essays.PeaceTrap, nameof(PeaceMotives), "loyalty.indispensability", "0", "loyalty.indispensability"),
        new("S37", "The elite bore its losses to sanctions for the promise of victory", Essays.PeaceTrap, nameof(Burdens), "loyalty.tolerance", "0", "loyalty.tolerance"),
        new("S38", "A settlement short of victory voids the promise, and the elite looks for someone to blame", Essays.PeaceTrap, $"{nameof(AllotBlame)}, {nameof(NurseEliteGrievance)}, {nameof(Conspire)}, {nameof(ChangePosts)}", "blame.enabled", "false", "blame.intensity"),
        new("S39", "The question who lost the war leads to the top", Essays.PeaceTrap, nameof(AllotBlame), "leader.culpability", "0", "leader.culpability"),
        new("S40", "Clans that only the war unites are rivals again when it ends", Essays.PeaceTrap, nameof(PeaceMotives), "loyalty.clan_rivalry", "0", "loyalty.clan_rivalry"),
        new("S41", "Hardliners of the service see treason in any peace", Essays.PeaceTrap, nameof(LoyaltyMotives), "right.treason", "0", "right.treason"),
        new("S42", "The general staff fears an inquiry after the war", Essays.PeaceTrap, $"{nameof(Burdens)}, {nameof(NurseEliteGrievance)}", "loyalty.inquiry_fear", "0", "loyalty.inquiry_fear"),
        new("S43", "Directors of the defence industry live off a budget that peace cuts", Essays.PeaceTrap, nameof(FeelRents), "rent.directors", "0", "rent.directors"),
        new("S44", "Budgets, powers and an enemy keep the elite fed; when they stop, he becomes the meal", Essays.PeaceTrap, nameof(PeaceMotives), "loyalty.feeding", "0", "loyalty.feeding"),
        new("S45", "Ultranationalists whom he made strong are more radical than he and want total victory", Essays.PeaceTrap, nameof(LoyaltyMotives), "right.radicalism", "0", "right.radicalism"),
        new("S46", "They read a compromise as a stab in the back", Essays.PeaceTrap, $"{nameof(BelieveStabInBack)}, {nameof(NurseEliteGrievance)}", "right.belief_growth", "0", "right.belief_growth"),
        new("S47", "The right is armed and organised as the liberal opposition is not", Essays.PeaceTrap, $"{nameof(Initialisation)}, {nameof(ArmTheRight)}, {nameof(PlaceForces)}", "right.armed_share", "0", "right.armed_share"),
        new("S73", "Targeting the hidden assets of elite families makes loyalty dearer than defection", Essays.PeaceTrap, $"{nameof(FindWealth)}, {nameof(Burdens)}, {nameof(Conspire)}", "loyalty.targeted_loss", "0", "loyalty.targeted_loss", Note: "moves nothing while sanctions.elite_assets is 0"),
        new("S75", "Denial, strangulation and a goal out of reach together break what none of them breaks alone", Essays.PeaceTrap, "", "", "", "", Note: "no term of its own: it emerges, or does not, from S69, S71 to S74 and loyalty"),
    ];
}
