using Agents.Data;

namespace Elites.Street;

/// <summary>What the essays say of repression and protest.</summary>
internal static class StreetStatements
{
    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S6", "Enemies justify growing repression: while the war goes on, it grows", Essays.Aron, nameof(JustifyRepression), "repression.growth", "0", "repression.growth"),
        new("S14", "Any sharp change of policy, even for the better, is a risk: it scatters thresholds and loyalties", Essays.Aron, $"{nameof(ShockExpectations)}, {nameof(Unsettle)}, {nameof(UnsettleElite)}", "change_shock.enabled", "false", "change_shock.intensity"),
        new("S17", "Without victory, discontent is met by armed repression", Essays.Aron, nameof(JustifyRepression), "repression.answer", "0", "repression.answer"),
        new("S59", "Treason laws cover almost any dissent: to organise costs more the more effective repression is", Essays.PeaceTrap, nameof(DecideProtest), "repression.treason_laws", "0", "repression.treason_laws"),
        new("S60", "Foreign-agent laws silence critics: weak ties are cut", Essays.PeaceTrap, nameof(CutTies), "repression.foreign_agent_laws", "0", "repression.foreign_agent_laws", Note: "The seizure of the elite's assets by them is loyalty.seizure, which 0 removes."),
        new("S61", "Surveillance of everyone: weak ties are cut", Essays.PeaceTrap, nameof(CutTies), "repression.surveillance", "0", "repression.surveillance", Note: "The detection of plots by it is coup.surveillance."),
        new("S62", "Peace takes the wartime necessity from repression, and so opens space for grievances, in the elite and in the street", Essays.PeaceTrap, nameof(JustifyRepression), "repression.justified", "0", "repression.justified"),
    ];
}
