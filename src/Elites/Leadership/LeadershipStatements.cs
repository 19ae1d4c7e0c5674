using Agents.Data;

namespace Elites.Leadership;

/// <summary>What the essays say of the leader: his tastes, his fears and what he might do.</summary>
internal static class LeadershipStatements
{
    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S7", "The leader likes the trappings of war: command, uniforms, medals", Essays.Aron, nameof(ReckonPaths), "leader.war_taste", "0", "leader.war_taste"),
        new("S25", "The war shields the leader from his inner circle: he cannot afford to stop", Essays.PeaceTrap, nameof(ForeseePeace), "leader.shield", "0", "leader.shield"),
        new("S29", "What the state would choose, peace, is not what its leader chooses", Essays.PeaceTrap, nameof(ValueState), "state_good.weight", "0", "state_good.weight", Note: "How far he cares for it is leader.state_weight; off, the state has no stake of its own, and its gap is 0."),
        new("S31", "Peace brings recession, angry veterans, infighting, scrutiny and tribunals, and the leader foresees it", $"{Essays.Aron}; {Essays.PeaceTrap}", $"{nameof(ForeseePeace)}, {nameof(ReckonPaths)}", "leader.peace_fears", "0", "leader.peace_fears"),
        new("S32", "The trap: peace costs the leader more than the war costs him", Essays.PeaceTrap, $"{nameof(ReckonPaths)}, {nameof(WeighOutlook)}", "", "", "", Note: "Emerges: it is the sign of trap_gap."),
        new("S33", "The precedent of 1917: a ruler who could not admit defeat fought on until the collapse", Essays.PeaceTrap, "", "", "", "", Note: "A preset, collapse-1917.yaml; moves no measure."),
        new("S34", "The precedent of the 1990s: serial wars kept a ruler in power until they stopped", Essays.PeaceTrap, "", "", "", "", Note: "A preset, serial-war-1990s.yaml; moves no measure."),
        new("S35", "The precedent of 2011: who compromises is weak, and who is weak is killed", Essays.PeaceTrap, nameof(ReckonPaths), "leader.fate_belief", "0", "leader.fate_belief"),
        new("S48", "Off-ramps are trapdoors: what he fears is the morning after the treaty", Essays.PeaceTrap, nameof(WeighOutlook), "leader.morning_after", "0", "leader.morning_after"),
        new("S51", "Forever war: the disaster is put off and grows", Essays.PeaceTrap, "", "", "", "", Note: "Emerges: casualties, overhang and veterans add up while the hazard waits."),
        new("S66", "The long grind: the war is fed until the economy breaks or the leader dies", Essays.PeaceTrap, "", "", "", "", Note: "Emerges: an outcome of the reckoning, of revenue and of mortality."),
        new("S68", "The escalation gamble: to break the deadlock at the risk of catastrophe", Essays.PeaceTrap, $"{nameof(Escalate)}, {nameof(ReckonPaths)}", "escalation.considered", "false", "escalation.hope", Note: "On the imposed path it moves eu_escalate alone, unless war.escalated is set."),
    ];
}
