using Agents.Data;

namespace Elites.Study;

/// <summary>
/// Where each statement S1 to S83 is seen, keyed by its id: what it is to move and which way, what counts as its full intensity, the
/// world in which it speaks, and the setting at which it shows where the defaults hide it. Full values are ends of the range of a
/// source where it has one, and assumed otherwise. What levers move is in <see cref="LeverDemonstrations"/>.
/// </summary>
internal static class Demonstrations
{
    /// <summary>The week in which settlements come.</summary>
    public const int Settled = 52;

    /// <summary>The week from which levers are pulled.</summary>
    public const int Pulled = 26;

    private static readonly string[] War = [];
    private static readonly string[] Lost = ["settlement.terms=0.2@52"];
    private static readonly string[] Draw = ["settlement.terms=0.5@52"];
    private static readonly string[] Won = ["settlement.terms=0.8@52"];

    /// <summary>The preset collapse-1917.</summary>
    private static readonly string[] Collapse =
        ["war.casualties_per_day=1500", "war.aid=1", "war.strikes=0.5", "sanctions.dual_use=0.5", "sanctions.shadow_fleet=0.5", "prices.reserves_at_start=0.03", "prices.deficit_at_start=0.04"];

    /// <summary>The preset pressure-cooker, at once.</summary>
    private static readonly string[] Cooker =
        ["war.porcupine=1@26", "war.strikes=0.5@26", "sanctions.shadow_fleet=0.8@26", "sanctions.dual_use=0.8@26", "sanctions.secondary_oil=0.8@26", "sanctions.elite_assets=0.5@26", "war.guarantee=0.8@26"];

    /// <summary>The study: the year before and the year after a settlement, or two years of war.</summary>
    public static DemonstrationStudy Study { get; } = new()
    {
        Ticks = 104,
        Every = 4,
        Parameters = ["population.agents=2500"],
        Outcome = "irregular",
        Rows = [.. Statements(), .. LeverDemonstrations.All],
    };

    private static IEnumerable<Demonstration> Statements() =>
    [
        Up("S1", Mean("grievance_mean"), "1500", War),
        Either("S2", Mean("front"), "3", War, "war.strikes=1@26"),
        Down("S3", Mean("real_wage"), "1", Draw, "prices.reserves_at_start=0.01", "prices.deficit_at_start=0.06"),
        Up("S4", Mean("legitimacy_mean"), "", War),
        Either("S5", Mean("legitimacy_mean"), "", War) with { Note = "at the defaults performance stands higher than the nation, so that moving weight lowers legitimacy" },
        Up("S6", Mean("repression"), "0.1", War),
        Up("S7", Mean("trap_gap"), "1", War),
        Up("S8", Mean("unemployment"), "1", Draw),
        Down("S9", Mean("hardship_mean"), "0.9", War),
        Up("S10", Mean("grievance_mean_soldiers"), "6", Draw),
        Up("S11", Mean("grievance_mean_soldiers"), "1", Draw, "veterans.benefits=0"),
        Up("S12", Mean("veteran_crime"), "0.05", Draw),
        Up("S13", Mean("grievance_mean_defence_workers"), "1", Draw),
        Up("S14", First("coup_pressure"), "3", Won),
        Up("S15", Mean("demand"), "1", War, "bargaining.carrots=0.2@26"),
        Up("S16", Mean("legitimacy_mean"), "", Won),
        Up("S17", Mean("repression"), "3", Lost),
        Either("S18", Mean("demand"), "2", War, "war.aid=0@26") with { Note = "up on good news of the field, down on bad" },
        Up("S19", Mean("demand"), "0.3", War),
        Up("S20", "highest: offer", "0.3", War),
        Down("S21", Mean("revenue"), "0.6", War, "sanctions.secondary_oil=1@26"),
        Down("S22", Mean("revenue"), "0.3", War, "sanctions.energy_majors=1@26"),
        Down("S23", Mean("revenue"), "0.2", War, "sanctions.banks=1@26"),
        Up("S24", Mean("victory_chance"), "3", War, "war.aid_volatility=1@26"),
        Up("S25", Mean("trap_gap"), "1", War),
        Up("S26", "events: offer_refused", "12", War),
        Down("S27", Mean("loyalty_mean", until: 64), "0.5", Lost),
        Down("S28", Mean("loyalty_mean"), "1", Draw),
        Down("S29", Mean("state_trap_gap"), "3", War),
        Up("S30", Mean("trap_gap"), "", War) with { Note = "its full intensity is the default" },
        Up("S31", Mean("trap_gap"), "2", War),
        Seen("S32", Mean("trap_gap"), War),
        Seen("S33", "share: irregular", War, Collapse) with { Note = "the preset collapse-1917" },
        Seen("S34", "share: irregular", ["settlement.terms=0.6@26"], "settlement.terms=-1@52", "settlement.terms=0.2@78") with { Note = "after the preset serial-war-1990s: one war, and two" },
        Up("S35", Mean("trap_gap"), "0.3", War, "leader.tribunal=1@26"),
        Down("S36", "lowest: resolve, from: 52", "3", Lost),
        Down("S37", Mean("loyalty_mean_oligarchs", until: 64), "2", Lost, "loyalty.assets_lost=1"),
        Down("S38", First("loyalty_mean"), "3", Lost),
        Down("S39", First("loyalty_mean"), "0.6", Lost),
        Up("S40", Mean("coup_pressure"), "1", Draw, "loyalty.clan_noise=2"),
        Down("S41", Mean("loyalty_mean_security_officers", until: 64), "1", Draw),
        Down("S42", First("loyalty_mean_generals"), "1.5", Lost, "blame.inquiry=1"),
        Down("S43", Mean("loyalty_mean_directors"), "1", Draw),
        Down("S44", First("loyalty_mean"), "0.5", Draw),
        Down("S45", First("loyalty_mean_ultranationalists"), "1", Lost),
        Up("S46", Mean("stab_in_back_mean"), "0.2", Lost),
        Up("S47", Mean("coup_pressure"), "1", Lost, "right.belief_weight=2", "right.radicalism=1"),
        Up("S48", Mean("trap_gap"), "1", War),
        Up("S49", Mean("grievance_mean_soldiers"), "2", Lost),
        Up("S50", Mean("unemployment"), "", Draw),
        Seen("S51", Mean("casualties"), War),
        Down("S52", Mean("output_gap"), "1", Draw),
        Down("S53", Mean("output"), "0.5", War),
        Down("S54", Mean("output_gap"), "1.5", Draw),
        Up("S55", Mean("unemployment"), "", Draw),
        Up("S56", Mean("inflation"), "3", Draw),
        Down("S57", Mean("legitimacy_mean"), "6", Draw),
        Down("S58", Mean("support"), "1", Lost, "narrative.step_down=0", "narrative.climb_down=1", "settlement.terms=0@52"),
        Down("S59", Mean("active_share"), "1", War, "repression.level=0.9", "protest.incidents_per_year=26"),
        Down("S60", Mean("weak_ties"), "1", War),
        Down("S61", Mean("weak_ties"), "1", War),
        Down("S62", Mean("repression"), "1", Draw),
        Up("S63", Mean("revenue"), "1", War, "sanctions.secondary_oil=1@26"),
        Down("S64", Mean("patron_approval"), "1", Draw, "sanctions.relief_at_peace=1"),
        Down("S65", Mean("revenue"), "1", Draw, "patron.disapproval=1@52"),
        Seen("S66", "share: long_grind", War) with { Ticks = 260 },
        Up("S67", "events: mutiny", "3", War, Collapse),
        Either("S68", Mean("eu_escalate"), "0.5", War),
        Down("S69", Mean("loyalty_mean"), "4", War, "war.porcupine=1@26"),
        Down("S70", Mean("supply"), "1", War, "war.strikes=1@26"),
        Down("S71", Mean("revenue"), "0.8", War, "sanctions.shadow_fleet=1@26"),
        Down("S72", Mean("supply"), "1", War, "sanctions.dual_use=1@26"),
        Down("S73", Mean("loyalty_mean_oligarchs"), "3", War, "sanctions.elite_assets=1@26", "sanctions.amnesty=1@26"),
        Either("S74", Mean("victory_chance"), "", War, "war.guarantee=1@26", "war.aid_commitment_weeks=260@26") with { Note = "with aid that is open, as at the defaults, ambiguity feeds hope" },
        Seen("S75", "share: irregular", War, Cooker) with { Note = "the preset pressure-cooker" },
        Down("S76", Mean("legitimacy_mean"), "1", Won),
        Up("S77", Mean("demand"), "", War, "sanctions.threatened=1@26"),
        Up("S78", Mean("demand", until: 52, from: 26), "52", War, "sanctions.shadow_fleet=1@26", "sanctions.secondary_oil=1@26"),
        Up("S79", Mean("output"), "0.02", Draw) with { Ticks = 312 },
        Down("S80", Mean("opinion_mean"), "0.2", Draw),
        Up("S81", Mean("revenue"), "1", War, "sanctions.shadow_fleet=1@26", "sanctions.secondary_oil=1@26", "sanctions.energy_majors=1@26"),
        Up("S82", Mean("inflation"), "2", War),
        Up("S83", Mean("veteran_crime"), "6", Draw),
    ];

    /// <summary>The mean of a measure over the second year, which is the year after a settlement, or over other weeks.</summary>
    private static string Mean(string measure, int from = Settled, int until = 0) => until > 0 ? $"mean: {measure}, from: {from}, until: {until}" : $"mean: {measure}, from: {from}";

    /// <summary>The mean over the first half year after a settlement: blame and nearness halve in weeks.</summary>
    private static string First(string measure) => Mean(measure, Settled, Settled + 26);

    private static Demonstration Up(string id, string statistic, string full, string[] world, params string[] showsAt) =>
        new(id, statistic, ClaimedSign.Up, full, world) { ShowsAt = showsAt };

    private static Demonstration Down(string id, string statistic, string full, string[] world, params string[] showsAt) =>
        new(id, statistic, ClaimedSign.Down, full, world) { ShowsAt = showsAt };

    private static Demonstration Either(string id, string statistic, string full, string[] world, params string[] showsAt) =>
        new(id, statistic, ClaimedSign.Either, full, world) { ShowsAt = showsAt };

    /// <summary>A statement without a switch, which emerges or is a preset: what there is to look at.</summary>
    private static Demonstration Seen(string id, string statistic, string[] world, params string[] showsAt) =>
        new(id, statistic, ClaimedSign.Either, "", world) { ShowsAt = showsAt };
}
