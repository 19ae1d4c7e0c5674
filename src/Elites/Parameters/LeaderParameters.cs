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

    [Parameter("Quality of his information", Unit = "share", Min = 0, Max = 1, Source = "Wintrobe 1998 for the form; value assumed")]
    public double Information { get; set; } = 0.6;

    [Parameter("Share of blame that falls on the leader (kappa_L)", Unit = "share", Min = 0, Max = 1, Source = "Croco 2011 for the form; value assumed")]
    public double Culpability { get; set; } = 0.2;

    [Parameter("Guarantee of a safe exit", Unit = "share", Min = 0, Max = 1, Lever = 19)]
    public double ExitGuarantee { get; set; }

    [Parameter("Threat of a tribunal", Unit = "share", Min = 0, Max = 1, Lever = 20)]
    public double Tribunal { get; set; }
}
