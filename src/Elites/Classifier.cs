namespace Elites;

/// <summary>
/// Reads the end of a run and names its outcome (the codes of the model's definition). No rule reads it.
/// </summary>
internal static class Classifier
{
    /// <summary>Weeks of settlement from which on peace counts as settled.</summary>
    private const int SettledWeeks = 104;

    /// <summary>Effective repression above which a peace is held by force (assumed).</summary>
    private const double RepressivePeace = 0.8;

    /// <summary>Mean active share of the last year below which a peace counts as managed (assumed).</summary>
    private const double QuietShare = 0.01;

    public static readonly IReadOnlyList<OutcomeCode> Codes =
    [
        new("palace_coup", "an attempt by insiders removed the leader"),
        new("right_wing_coup", "an attempt founded by the armed right, out of ideology, removed the leader"),
        new("popular_revolution", "a critical protest that the security forces did not answer removed the leader"),
        new("long_grind", "the leader is in office at the horizon and the war goes on"),
        new("unsettled_peace", "in office at the horizon, settled for less than 104 weeks or with protest still about"),
        new("repressive_consolidation", "in office at the horizon, settled for 104 weeks or more, effective repression above 0.8"),
        new("managed_settlement", "in office at the horizon, settled for 104 weeks or more, mean active share of the last 52 weeks below 0.01"),
    ];

    public static Outcome Classify(ElitesModel model)
    {
        var politics = model.Politics;
        foreach (var happening in model.Events.All)
        {
            if (happening.Name == Happenings.Removal)
                return new Outcome(CodeOf(happening), happening.Tick, Censored: false, politics.IsWar ? "in war" : "after settlement");
        }
        return new Outcome(AtHorizon(politics), model.Tick, Censored: true);
    }

    private static string CodeOf(Event removal)
    {
        if (removal.Subject == Happenings.Crowd)
            return "popular_revolution";
        return removal.Details == Happenings.Ideology ? "right_wing_coup" : "palace_coup";
    }

    private static string AtHorizon(Politics politics)
    {
        if (politics.IsWar)
            return "long_grind";
        if (politics.WeeksSettled < SettledWeeks)
            return "unsettled_peace";
        if (politics.Repression > RepressivePeace)
            return "repressive_consolidation";
        return politics.YearOfActivity.Average() < QuietShare ? "managed_settlement" : "unsettled_peace";
    }
}
