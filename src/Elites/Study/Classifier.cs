using Elites.Street;
using Elites.Warfare;

namespace Elites.Study;

/// <summary>
/// Reads the end of a run and names its outcome (the codes of the model's definition). No rule reads it.
/// </summary>
internal static class Classifier
{
    /// <summary>Weeks of settlement from which on peace counts as settled.</summary>
    private const int SettledWeeks = 104;

    /// <summary>Weeks after a breakdown within which a removal counts as its work.</summary>
    private const int BreakdownWeeks = 26;

    /// <summary>Effective repression above which a peace is held by force (assumed).</summary>
    private const double RepressivePeace = 0.8;

    /// <summary>Mean active share of the last year below which a peace counts as managed (assumed).</summary>
    private const double QuietShare = 0.01;

    public static readonly IReadOnlyList<OutcomeCode> Codes =
    [
        new("palace_coup", "an attempt by insiders removed the leader"),
        new("right_wing_coup", "an attempt founded by the armed right, out of ideology, removed the leader"),
        new("popular_revolution", "a critical protest that the security forces did not answer removed the leader"),
        new("mutiny_collapse", "the leader was removed within 26 weeks of a collapse of the front or the currency"),
        new("orderly_succession", "the office passed on without irregularity; the cause is the event's"),
        new("lost_election", "the leader lost an election by more than could be stolen, and left"),
        new("exogenous_exit", "rebels or an assassin, who are not in the model, removed the leader"),
        new("escalation_catastrophe", "an escalated war ended in catastrophe"),
        new("long_grind", "the leader is in office at the horizon and the war goes on; the cause is economic_break after a currency crisis or a collapse of the front"),
        new("unsettled_peace", "in office at the horizon, settled for less than 104 weeks or with protest still about"),
        new("repressive_consolidation", "in office at the horizon, settled for 104 weeks or more, effective repression above 0.8"),
        new("managed_settlement", "in office at the horizon, settled for 104 weeks or more, mean active share of the last 52 weeks below 0.01"),
    ];

    public static readonly IReadOnlyList<OutcomeGroup> Groups =
    [
        new("irregular", "the leader was removed by force or by a crowd: a coup of either kind, a revolution or a mutiny", ["palace_coup", "right_wing_coup", "popular_revolution", "mutiny_collapse"]),
    ];

    public static Outcome Classify(EventLog events, Moment moment, Settlement settlement, Repression repression, Unrest unrest)
    {
        var breakdown = int.MinValue / 2;
        foreach (var happening in events.All)
        {
            if (happening.Name is Happenings.FrontCollapse or Happenings.CurrencyCrisis)
                breakdown = happening.Tick;
            var isOfBreakdown = happening.Tick - breakdown <= BreakdownWeeks * moment.Clock.TicksPerWeek;
            if (CodeOf(happening, isOfBreakdown) is { } code)
                return new Outcome(code, happening.Tick, Censored: false, CauseOf(happening, IsWarAt(happening, events, settlement)));
        }
        return new Outcome(AtHorizon(settlement, repression, unrest), moment.Tick, Censored: true, settlement.IsWar && breakdown >= 0 ? "economic_break" : "");
    }

    /// <summary>The code of an event that ends the run, or null.</summary>
    private static string? CodeOf(Event happening, bool isOfBreakdown) => happening.Name switch
    {
        Happenings.Catastrophe => "escalation_catastrophe",
        Happenings.Succession => "orderly_succession",
        Happenings.ElectionLost => "lost_election",
        Happenings.RebelOrAssassin => "exogenous_exit",
        Happenings.Removal when isOfBreakdown => "mutiny_collapse",
        Happenings.Removal when happening.Subject == Happenings.Crowd => "popular_revolution",
        Happenings.Removal when happening.Details.StartsWith(Happenings.Ideology, StringComparison.Ordinal) => "right_wing_coup",
        Happenings.Removal => "palace_coup",
        _ => null,
    };

    /// <summary>Whether there was war at an exit: what changed since tells it, where the run has gone on.</summary>
    private static bool IsWarAt(Event exit, EventLog events, Settlement settlement)
    {
        foreach (var later in events.All.Skip(exit.Sequence))
        {
            if (later.Name is Happenings.Settlement or Happenings.WarResumed)
                return later.Name == Happenings.Settlement;
        }
        return settlement.IsWar;
    }

    private static string CauseOf(Event happening, bool isWar)
    {
        if (happening.Name == Happenings.Succession)
            return happening.Details;
        return isWar ? "in war" : "after settlement";
    }

    private static string AtHorizon(Settlement settlement, Repression repression, Unrest unrest)
    {
        if (settlement.IsWar)
            return "long_grind";
        if (settlement.WeeksSettled < SettledWeeks)
            return "unsettled_peace";
        if (repression.Effective > RepressivePeace)
            return "repressive_consolidation";
        return unrest.YearOfActivity.Average() < QuietShare ? "managed_settlement" : "unsettled_peace";
    }
}
