namespace Elites.Leadership;

/// <summary>By what the leader reckons his risks.</summary>
public enum LeaderBeliefs
{
    /// <summary>By his fears, as the essays have them.</summary>
    Essay,

    /// <summary>By what he has learnt of his own world.</summary>
    Learnt,

    /// <summary>By a mixture of both hazards.</summary>
    Mixed,
}

/// <summary>M3: what the leader chooses, and what he expects of it.</summary>
public sealed class LeaderParameters : MechanismParameters
{
    [Parameter("Whether the leader chooses; otherwise the path is imposed")]
    public bool Endogenous { get; set; }

    [Parameter("Whether he takes remedies at home where the path is imposed, too")]
    public bool ActsAtHome { get; set; }

    [Parameter("By what he reckons his risks: the essays' fears, what he has learnt of his own world, or a mixture of their hazards", Source = "the fears are Aron 2025 and The peace trap 2025; what is learnt follows from the model")]
    public LeaderBeliefs Beliefs { get; set; }

    [Parameter("Weight of what he has learnt in a mixture", Unit = "share", Min = 0, Max = 1)]
    public double LearntWeight { get; set; } = 0.5;

    [Parameter("Weight of the state's good in his choice (alpha); 0 is the survivalist", Unit = "", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double StateWeight { get; set; }

    [Parameter("How much worse he sees his risks where he has conceded (tau)", Unit = "", Min = 0, Max = 3, Source = "the statement is The peace trap 2025; value assumed: broken promise and betrayal count the concession already")]
    public double Trauma { get; set; } = 0.5;

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

    [Parameter("What all the rents in his gift are worth to him: a war that costs them makes office worth less", Unit = "months in office per month", Min = 0, Max = 5, Source = "Wintrobe 1998 for the form; value assumed")]
    public double RentTaste { get; set; } = 1;

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

    [Parameter("Noise of what he can take back (softmax): of an escalation as a share of the range from losing all at once to staying for sure, of a remedy as one of its price; 0 takes the best", Unit = "share", Min = 0, Max = 1)]
    public double Temperature { get; set; } = 0.05;

    [Parameter("Share of the way from his demand to the terms of his reservation that he goes at each reckoning, up or down", Unit = "share", Min = 0, Max = 1)]
    public double Yielding { get; set; } = 0.7;

    [Parameter("How much more than the settlement the war must be worth to him before he takes it up again", Unit = "months in office", Min = 0, Max = 200)]
    public double ResumptionCost { get; set; } = 3;

    [Parameter("Weeks from one reckoning to the next", Unit = "weeks", Min = 1, Max = 52, AtStartOnly = true)]
    public int ReckoningWeeks { get; set; } = 4;

    /// <summary>How far he goes by what he has learnt, 0 to 1.</summary>
    internal double WeightOfLearnt => Beliefs switch
    {
        LeaderBeliefs.Essay => 0,
        LeaderBeliefs.Learnt => 1,
        _ => LearntWeight,
    };
}
