using Agents.Data;
using Elites.Forces;
using Elites.Leadership;
using Elites.People;
using Elites.Street;

namespace Elites.Study;

/// <summary>Claims about legitimacy, narrative, repression and the street.</summary>
internal static class MassClaims
{
    private const string Aron = "Aron 2025";
    private const string Trap = "The peace trap 2025";

    public static readonly IReadOnlyList<Mechanism> All =
    [
        Of("S4", "An enemy outside is the excuse for the dictatorship: war rallies people to it", Aron, nameof(JudgeLegitimacy), "legitimacy.enemy"),
        Of("S5", "Legitimacy was moved from growing incomes to militarised patriotism: war weighs the nation more and performance less", Aron, nameof(JudgeLegitimacy), "legitimacy.nationalism"),
        Of("S6", "Enemies justify growing repression: while the war goes on, it grows", Aron, nameof(JustifyRepression), "repression.growth"),
        new("S14", "Any sharp change of policy, even for the better, is a risk: it scatters thresholds and loyalties", Aron,
            $"{nameof(ShockExpectations)}, {nameof(Unsettle)}, {nameof(UnsettleElite)}", "change_shock.enabled", "false", "change_shock.intensity"),
        Of("S16", "Only a victory that shines makes up for what comes after the war", Aron, nameof(JudgeLegitimacy), "legitimacy.shine"),
        Of("S17", "Without victory, discontent is met by armed repression", Aron, nameof(JustifyRepression), "repression.answer"),
        Of("S36", "Where the centre is silent, those who hold the arms do not act: concessions and unanswered protest make them doubt it", Trap,
            $"{nameof(OrderForces)}, {nameof(FollowPath)}", "obedience.doubt", "How the leader himself overweighs the loss of control is leader.trauma."),
        Of("S57", "An economic crisis is the classic trigger of a change of regime: it takes from performance beyond what each person feels", Trap, nameof(JudgeLegitimacy), "legitimacy.crisis"),
        Of("S58", "The narrative has no reverse gear: people who believed it meet its reversal as dissonance", Trap,
            $"{nameof(SpreadNarrative)}, {nameof(JudgeLegitimacy)}", "legitimacy.dissonance", "The gear itself is narrative.step_down; at 1 the narrative follows the message at once."),
        Of("S59", "Treason laws cover almost any dissent: to organise costs more the more effective repression is", Trap, nameof(DecideProtest), "repression.treason_laws"),
        Of("S60", "Foreign-agent laws silence critics: weak ties are cut", Trap, nameof(CutTies), "repression.foreign_agent_laws", "The seizure of the elite's assets by them is loyalty.seizure, which 0 removes."),
        Of("S61", "Surveillance of everyone: weak ties are cut", Trap, nameof(CutTies), "repression.surveillance", "The detection of plots by it is coup.surveillance."),
        Of("S62", "Peace takes the wartime necessity from repression, and so opens space for grievances, in the elite and in the street", Trap, nameof(JustifyRepression), "repression.justified"),
        Of("S76", "Every casualty wants a justification that only victory can give: the fallen use up the shine of terms", Trap, nameof(JudgeLegitimacy), "legitimacy.casualty_debt"),
        Of("S80", "Information is sealed: outside sources reach people only as the justification of repression goes", Trap, nameof(FormOpinions), "narrative.outside_sources"),
    ];

    private static Mechanism Of(string id, string claim, string source, string rule, string coefficient, string note = "") =>
        new(id, claim, source, rule, coefficient, "0", coefficient, Note: note);
}
