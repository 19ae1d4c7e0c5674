namespace Elites.Leadership;

/// <summary>M3: what the leader chooses, and what he expects of it.</summary>
public sealed class LeaderParameters : MechanismParameters
{
    [Parameter("Whether the leader chooses; otherwise the path is imposed")]
    public bool Endogenous { get; set; }

    [Parameter("Weight of the state's good in his choice (alpha); 0 is the survivalist", Unit = "", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double StateWeight { get; set; }

    [Parameter("How much worse he sees his risks where he has conceded (tau)", Unit = "", Min = 0, Max = 3, Source = "the statement is The peace trap 2025; value assumed")]
    public double Trauma { get; set; } = 1;

    [Parameter("Quality of his information; what he sees is off by 0.2 of what is missing to 1", Unit = "share", Min = 0, Max = 1, Source = "Wintrobe 1998 for the form; value assumed")]
    public double Information { get; set; } = 0.6;

    [Parameter("Share of blame that falls on the leader (kappa_L)", Unit = "share", Min = 0, Max = 1, Source = "Croco 2011 for the form; value assumed")]
    public double Culpability { get; set; } = 0.2;

    [Parameter("Guarantee of a safe exit after a settlement", Unit = "share", Min = 0, Max = 1, Lever = 19)]
    public double ExitGuarantee { get; set; }

    [Parameter("Threat of a tribunal: rise of what a punished exit costs him", Unit = "share", Min = 0, Max = 1, Lever = 20)]
    public double Tribunal { get; set; }

    [Parameter("What a punished exit costs (K)", Unit = "months in office", Min = 0, Max = 200, Source = "Goemans 2000 for the form; range 10 to 200, value assumed")]
    public double ExitCost { get; set; } = 60;

    [Parameter("How much likelier than it is he believes his punishment to be, once removed: the lesson of those who compromised and fell", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double FateBelief { get; set; } = 0.1;

    [Parameter("Share of a month's value that the next one has (d)", Unit = "per month", Min = 0.5, Max = 1)]
    public double Patience { get; set; } = 0.99;

    [Parameter("Months that he looks ahead", Unit = "months", Min = 1, Max = 120)]
    public int Horizon { get; set; } = 26;

    [Parameter("Curvature of his weights of chances (g); 1 weighs them as they are", Unit = "", Min = 0.2, Max = 1, Source = "Prelec 1998: 0.65")]
    public double Curvature { get; set; } = 0.65;

    [Parameter("What the trappings of command in war are worth (b_m)", Unit = "months in office per month", Min = 0, Max = 5, Source = "the statement is Aron 2025; value assumed")]
    public double WarTaste { get; set; } = 0.1;

    [Parameter("What a shining victory is worth to him (b_v)", Unit = "months in office per month", Min = 0, Max = 5)]
    public double VictoryTaste { get; set; } = 0.2;

    [Parameter("Rise of the palace's risk where the war no longer shields him from his inner circle", Unit = "logit", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double Shield { get; set; } = 0.2;

    [Parameter("Rise of all risks where the war's control is gone, as he sees it: emergency powers, one narrative, rivals suppressed; times election.suspension", Unit = "logit", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double Control { get; set; } = 0.1;

    [Parameter("Weight of what he foresees of peace: recession, veterans, infighting, scrutiny; 0 foresees nothing", Unit = "", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double PeaceFears { get; set; } = 1;

    [Parameter("How much worse he sees the first days after a treaty than the time that follows: off-ramps as trapdoors", Unit = "share", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double MorningAfter { get; set; } = 0.2;

    [Parameter("Half-life of that", Unit = "months", Min = 0.1, Max = 60)]
    public double MorningHalfLife { get; set; } = 3;

    [Parameter("Noise of his choice (softmax), as a share of the range from losing all at once to staying for sure; 0 takes the best", Unit = "share", Min = 0, Max = 1)]
    public double Temperature { get; set; } = 0.05;

    [Parameter("Share of the way from his demand to the offer that he comes down where he would rather settle and is offered less", Unit = "share", Min = 0, Max = 1)]
    public double Yielding { get; set; } = 0.7;

    [Parameter("Weeks from one reckoning to the next", Unit = "weeks", Min = 1, Max = 52, AtStartOnly = true)]
    public int ReckoningWeeks { get; set; } = 4;
}
