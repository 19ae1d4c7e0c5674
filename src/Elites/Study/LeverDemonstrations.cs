using Agents.Data;

namespace Elites.Study;

/// <summary>Where levers of policy are seen, by the number of the lever: most by what they do to the trap, the leader's reckoning of war less settlement.</summary>
internal static class LeverDemonstrations
{
    /// <summary>The levers that the essays call for, and those that buy or threaten the leader.</summary>
    public static IReadOnlyList<Demonstration> All { get; } =
    [
        Down("L4", "war.aid", "1"),
        Down("L5", "war.aid_volatility", "0"),
        Down("L6", "war.aid_commitment_weeks", "260"),
        Down("L7", "war.porcupine", "1"),
        Down("L8", "war.strikes", "1"),
        Down("L9", "war.guarantee", "1"),
        Down("L10", "sanctions.secondary_oil", "1"),
        Down("L11", "sanctions.energy_majors", "1"),
        Down("L12", "sanctions.banks", "1"),
        Down("L13", "sanctions.shadow_fleet", "1"),
        Down("L14", "sanctions.dual_use", "1"),
        Down("L15", "sanctions.elite_assets", "1") with { Statistic = "mean: loyalty_mean, from: 52", ShowsAt = ["sanctions.amnesty=1@26"] },
        Down("L16", "sanctions.amnesty", "1") with { Statistic = "mean: coup_pressure, from: 52", Sign = ClaimedSign.Up, ShowsAt = ["sanctions.elite_assets=1@26"] },
        Down("L17", "bargaining.carrots", "0.2"),
        Down("L18", "sanctions.relief_at_peace", "1") with { Note = "relief is a turn to the West, which the patron resents" },
        Down("L19", "leader.exit_guarantee", "1"),
        new("L20", Gap, ClaimedSign.Up, "1", []) { Lever = "leader.tribunal", PulledAt = Demonstrations.Pulled },
        new("L37", Gap, ClaimedSign.Up, "1", []) { Lever = "patron.disapproval", PulledAt = Demonstrations.Pulled },
    ];

    private const string Gap = "mean: trap_gap, from: 52";

    private static Demonstration Down(string id, string lever, string full) =>
        new(id, Gap, ClaimedSign.Down, full, []) { Lever = lever, PulledAt = Demonstrations.Pulled };
}
