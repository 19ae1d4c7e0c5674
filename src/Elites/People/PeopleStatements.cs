using Agents.Data;
using Elites.EliteLoyalty;
using Elites.Veterans;

namespace Elites.People;

/// <summary>What the essays say of hardship, legitimacy, grievance and the narrative.</summary>
internal static class PeopleStatements
{
    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S4", "An enemy outside is the excuse for the dictatorship: war rallies people to it", Essays.Aron, nameof(JudgeLegitimacy), "legitimacy.enemy", "0", "legitimacy.enemy"),
        new("S5", "Legitimacy was moved from growing incomes to militarised patriotism: war weighs the nation more and performance less", Essays.Aron, nameof(JudgeLegitimacy), "legitimacy.nationalism", "0", "legitimacy.nationalism"),
        new("S9", "War writes off everything: privation is discounted in war and looms larger at peace", Essays.Aron, $"{nameof(FeelHardship)}, {nameof(NurseEliteGrievance)}", "hardship.write_off", "0", "hardship.write_off", Note: "the war's discount on blame is blame.in_war, which 1 removes"),
        new("S10", "Bonuses, wages and death payouts far above incomes have lifted poor regions; to end them hurts", Essays.Aron, $"{nameof(EarnIncome)}, {nameof(Reintegrate)}", "labour.soldier_pay", "1", "labour.soldier_pay", Note: "payouts and remittances are shares of the pay above a civil wage, so that pay at a civil wage ends them all"),
        new("S13", "Defence workers lose prestige and security with their jobs", Essays.Aron, $"{nameof(NurseGrievance)}, {nameof(Reintegrate)}", "grievance.prestige", "0", "grievance.prestige"),
        new("S16", "Only a victory that shines makes up for what comes after the war", Essays.Aron, nameof(JudgeLegitimacy), "legitimacy.shine", "0", "legitimacy.shine"),
        new("S57", "An economic crisis is the classic trigger of a change of regime: it takes from performance beyond what each person feels", Essays.PeaceTrap, nameof(JudgeLegitimacy), "legitimacy.crisis", "0", "legitimacy.crisis"),
        new("S58", "The narrative has no reverse gear: people who believed it meet its reversal as dissonance", Essays.PeaceTrap, $"{nameof(SpreadNarrative)}, {nameof(JudgeLegitimacy)}", "legitimacy.dissonance", "0", "legitimacy.dissonance", Note: "The gear itself is narrative.step_down; at 1 the narrative follows the message at once."),
        new("S76", "Every casualty wants a justification that only victory can give: the fallen use up the shine of terms", Essays.PeaceTrap, nameof(JudgeLegitimacy), "legitimacy.casualty_debt", "0", "legitimacy.casualty_debt"),
        new("S80", "Information is sealed: outside sources reach people only as the justification of repression goes", Essays.PeaceTrap, nameof(FormOpinions), "narrative.outside_sources", "0", "narrative.outside_sources"),
    ];
}
