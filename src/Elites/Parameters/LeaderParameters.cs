namespace Elites.Parameters;

/// <summary>M3.</summary>
public sealed class LeaderParameters : Mechanism
{
    [Parameter("Whether the leader chooses; otherwise the path is imposed")]
    public bool Endogenous { get; set; }

    [Parameter("Weight of the state's good in his choice (alpha); 0 is the survivalist", Unit = "", Min = 0, Max = 1, Source = "the claim is The peace trap 2025; value assumed")]
    public double StateWeight { get; set; }

    [Parameter("How much worse he sees his risks where he has conceded (tau)", Unit = "", Min = 0, Max = 3, Source = "the claim is The peace trap 2025; value assumed")]
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

    [Parameter("How much likelier than it is he believes his punishment to be, once removed: the lesson of those who compromised and fell", Unit = "share", Min = 0, Max = 1, Source = "the claim is The peace trap 2025; value assumed")]
    public double FateBelief { get; set; } = 0.1;

    [Parameter("Share of a month's value that the next one has (d)", Unit = "per month", Min = 0.5, Max = 1)]
    public double Patience { get; set; } = 0.99;

    [Parameter("Months that he looks ahead", Unit = "months", Min = 1, Max = 120)]
    public int Horizon { get; set; } = 26;

    [Parameter("Curvature of his weights of chances (g); 1 weighs them as they are", Unit = "", Min = 0.2, Max = 1, Source = "Prelec 1998: 0.65")]
    public double Curvature { get; set; } = 0.65;

    [Parameter("What the trappings of command in war are worth (b_m)", Unit = "months in office per month", Min = 0, Max = 5, Source = "the claim is Aron 2025; value assumed")]
    public double WarTaste { get; set; } = 0.1;

    [Parameter("What a shining victory is worth to him (b_v)", Unit = "months in office per month", Min = 0, Max = 5)]
    public double VictoryTaste { get; set; } = 0.2;

    [Parameter("Rise of the palace's risk where the war no longer shields him from his inner circle", Unit = "logit", Min = 0, Max = 5, Source = "the claim is The peace trap 2025; value assumed")]
    public double Shield { get; set; } = 0.2;

    [Parameter("Rise of all risks where the war's control is gone: emergency powers, one narrative, rivals suppressed", Unit = "logit", Min = 0, Max = 5, Source = "the claim is The peace trap 2025; value assumed")]
    public double Control { get; set; } = 0.1;

    [Parameter("Weight of what he foresees of peace: recession, veterans, infighting, scrutiny; 0 foresees nothing", Unit = "", Min = 0, Max = 5, Source = "the claim is The peace trap 2025; value assumed")]
    public double PeaceFears { get; set; } = 1;

    [Parameter("How much worse he sees the first days after a treaty than the time that follows: off-ramps as trapdoors", Unit = "share", Min = 0, Max = 5, Source = "the claim is The peace trap 2025; value assumed")]
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

/// <summary>What the leader thinks drives the risk of his removal, channel by channel.</summary>
public sealed class ForesightParameters
{
    [Parameter("Palace: monthly risk at usual loyalty", Unit = "per month", Min = 0.00001, Max = 0.5, Source = "a sixth of the 2.4 % a year of long-ruling autocrats falls to other channels (Archigos 4.1)")]
    public double Palace { get; set; } = 0.0014;

    [Parameter("Armed right: monthly risk as usual", Unit = "per month", Min = 0.00001, Max = 0.5)]
    public double Right { get; set; } = 0.0003;

    [Parameter("Street: monthly risk at usual grievance", Unit = "per month", Min = 0.00001, Max = 0.5)]
    public double Street { get; set; } = 0.0002;

    [Parameter("Mutiny: monthly risk at usual hopes and supply", Unit = "per month", Min = 0.00001, Max = 0.5)]
    public double Mutiny { get; set; } = 0.0001;

    [Parameter("Loyalty of the elite as usual", Unit = "share", Min = 0, Max = 1)]
    public double UsualLoyalty { get; set; } = 0.85;

    [Parameter("Grievance of the people as usual", Unit = "share", Min = 0, Max = 1)]
    public double UsualGrievance { get; set; } = 0.05;

    [Parameter("Belief of the ultranationalists in a stab in the back as usual", Unit = "share", Min = 0, Max = 1)]
    public double UsualBelief { get; set; } = 0.2;

    [Parameter("Chance of victory as usual", Unit = "share", Min = 0, Max = 1)]
    public double UsualHope { get; set; } = 0.35;

    [Parameter("Inflation as usual", Unit = "per year", Min = 0, Max = 1)]
    public double UsualInflation { get; set; } = 0.086;

    [Parameter("Fall of the palace's risk with the elite's loyalty", Unit = "logit", Min = 0, Max = 50)]
    public double ByLoyalty { get; set; } = 8;

    [Parameter("Rise of the right's risk with its belief in a stab in the back", Unit = "logit", Min = 0, Max = 50)]
    public double ByBelief { get; set; } = 3;

    [Parameter("Rise of the street's risk with grievance", Unit = "logit", Min = 0, Max = 100)]
    public double ByGrievance { get; set; } = 20;

    [Parameter("Rise of the palace's and the army's risk in war with the fall of hopes of victory", Unit = "logit", Min = 0, Max = 50)]
    public double ByHope { get; set; } = 3;

    [Parameter("Rise of the palace's and the street's risk with a squeeze of rents and prices", Unit = "logit", Min = 0, Max = 50)]
    public double BySqueeze { get; set; } = 3;

    [Parameter("Share of a squeeze that ends with the war, sanctions apart", Unit = "share", Min = 0, Max = 1)]
    public double SqueezeEased { get; set; } = 0.5;

    [Parameter("Rise of the palace's risk at peace with the promise broken: 1 - x, made larger by casualties", Unit = "logit", Min = 0, Max = 10)]
    public double ByPromise { get; set; } = 0.3;

    [Parameter("Rise of the right's risk at peace with 1 - x, where the narrative promised victory", Unit = "logit", Min = 0, Max = 10)]
    public double ByBetrayal { get; set; } = 0.8;

    [Parameter("Rise of the palace's risk at peace with the share of its rents that ends", Unit = "logit", Min = 0, Max = 10)]
    public double ByRents { get; set; } = 0.3;

    [Parameter("Rise of the street's risk at peace with output lost", Unit = "logit", Min = 0, Max = 100)]
    public double ByRecession { get; set; } = 6;

    [Parameter("Rise of the street's risk at peace with 700,000 men who come home at once", Unit = "logit", Min = 0, Max = 10)]
    public double ByVeterans { get; set; } = 0.2;

    [Parameter("Rise of palace's and street's risk at peace as censorship is lifted", Unit = "logit", Min = 0, Max = 10)]
    public double ByScrutiny { get; set; } = 0.15;

    [Parameter("Rise of the street's risk at peace with a narrative that cannot be taken back", Unit = "logit", Min = 0, Max = 10)]
    public double ByNarrative { get; set; } = 0.15;

    [Parameter("Rise of the palace's risk at peace with the patron's approval lost", Unit = "logit", Min = 0, Max = 10)]
    public double ByPatron { get; set; } = 0.7;
}

/// <summary>What the state's good is made of, in the leader's unit, so that it can be weighed against his own.</summary>
public sealed class StateGoodParameters
{
    [Parameter("Stake of the state in war and peace; 0 is none", Unit = "", Min = 0, Max = 10, Source = "the claim is The peace trap 2025; value assumed")]
    public double Weight { get; set; } = 1;

    [Parameter("Cost of 1,000 casualties a day", Unit = "months in office per month", Min = 0, Max = 10)]
    public double Casualties { get; set; } = 1;

    [Parameter("Cost of a percent of output lost", Unit = "months in office per month", Min = 0, Max = 10)]
    public double Output { get; set; } = 0.25;

    [Parameter("Worth of the whole of the terms", Unit = "months in office per month", Min = 0, Max = 10)]
    public double Terms { get; set; } = 0.3;
}
