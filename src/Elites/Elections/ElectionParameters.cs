namespace Elites.Elections;

/// <summary>Elections, rivals and a count that can be falsified.</summary>
public sealed class ElectionParameters : MechanismParameters
{
    [Parameter("Weeks from the start to the first election", Unit = "weeks", Min = 0, Max = 5_000, Source = "March 2030 in the country of the essays, counted from late 2025", AtStartOnly = true)]
    public double FirstWeek { get; set; } = 224;

    [Parameter("Years from one election to the next", Unit = "years", Min = 0.25, Max = 60, Source = "the term of office in the country of the essays")]
    public double YearsBetween { get; set; } = 6;

    [Parameter("How far the war's control goes: the chance, times how much of the war's discipline holds, that a due election is suspended, and the share of a rival's room that is taken", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double Suspension { get; set; } = 1;

    [Parameter("Weeks from the end of a suspension to the election that was missed", Unit = "weeks", Min = 0, Max = 520, Source = "assumed; range 13 to 52")]
    public double WeeksAfter { get; set; } = 26;

    [Parameter("What a rival offers, in full loyalty to the leader: persons would give him evenly from nothing to it", Unit = "share", Min = 0.1, Max = 5, Source = "assumed; range 0.8 to 1.3")]
    public double Appeal { get; set; } = 1;

    [Parameter("Standard deviation of that over rivals, as a share of it", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.4")]
    public double AppealSpread { get; set; } = 0.2;

    [Parameter("Half-life of what a rival's following still lacks of those who want him and may follow him", Unit = "weeks", Min = 1, Max = 1_000, Source = "assumed; range 26 to 104")]
    public double FollowingHalfLife { get; set; } = 52;

    [Parameter("Share of a rival's room that full effective repression takes", Unit = "share", Min = 0, Max = 1, Source = "Levitsky and Way 2010 for the statement; value assumed, range 0.5 to 1")]
    public double Suppression { get; set; } = 1;

    [Parameter("Rate at which a rival comes up where there is none and all room", Unit = "per year", Min = 0, Max = 52, Source = "assumed; range 0.2 to 2")]
    public double Emergence { get; set; } = 1;

    [Parameter("Rate at which a rival is removed where he has no room", Unit = "per year", Min = 0, Max = 52, Source = "assumed; range 0.2 to 2")]
    public double Removal { get; set; } = 0.5;

    [Parameter("Share of the vote that control of the count can add under full effective repression", Unit = "share", Min = 0, Max = 1, Source = "set by Enikolopov et al. 2013: 11 points in Moscow in 2011 where nobody watched, at a repression near that of peace here")]
    public double Theft { get; set; } = 0.4;

    [Parameter("Anger everywhere at a stolen vote, as an incident's, by the share that was stolen", Unit = "share per share", Min = 0, Max = 10, Source = "Tucker 2007 for the statement; value assumed, range 0 to 4")]
    public double Anger { get; set; } = 2;

    [Parameter("Weakness that a stolen vote shows, by the share that was stolen: of a thirtieth, about what a failed attempt shows", Unit = "logit per share", Min = 0, Max = 50, Source = "Magaloni 2010, Simpser 2013 for the statement; value assumed, range 0 to 10")]
    public double Weakness { get; set; } = 5;

    [Parameter("Legitimacy that an election gives if all persons vote for the leader, and takes if none does", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.2")]
    public double Mandate { get; set; } = 0.1;

    [Parameter("Half-life of that", Unit = "weeks", Min = 1, Max = 520, Source = "assumed")]
    public double MandateHalfLife { get; set; } = 26;

    /// <summary>How far the war's control goes where so much of its discipline holds, 0 to 1.</summary>
    internal double Control(double warness) => Suspension * warness;
}
