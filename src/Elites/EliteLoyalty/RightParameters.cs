namespace Elites.EliteLoyalty;

/// <summary>M17: the armed right and the stab in the back.</summary>
public sealed class RightParameters : MechanismParameters
{
    [Parameter("Growth of the belief in a stab in the back (r)", Unit = "per week", Min = 0, Max = 1)]
    public double BeliefGrowth { get; set; } = 0.05;

    [Parameter("Half-life of that belief", Unit = "weeks", Min = 1, Max = 520)]
    public double BeliefHalfLife { get; set; } = 27.13;

    [Parameter("Weight of that belief in the loyalty of those of the right", Unit = "logit", Min = 0, Max = 10, Source = "the statement is The peace trap 2025; value assumed")]
    public double BeliefWeight { get; set; } = 0.5026;

    [Parameter("Weight of any peace, which hardliners of the service call treason, however good its terms", Unit = "logit", Min = 0, Max = 10, Source = "the statement is The peace trap 2025; value assumed")]
    public double Treason { get; set; } = 0.1;

    [Parameter("How much more ultranationalists mind terms short of their ideal, less 1", Unit = "", Min = 0, Max = 10, Source = "the statement is The peace trap 2025; value assumed")]
    public double Radicalism { get; set; } = 0.15;

    [Parameter("Share of the security service that is hardline", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Hardliners { get; set; } = 0.3;

    [Parameter("Share of ultranationalists who are armed", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double ArmedShare { get; set; } = 0.5;

    [Parameter("Co-opting of ultranationalists: posts and money in place of opposition", Unit = "share", Min = 0, Max = 1, Lever = 36)]
    public double CoOpt { get; set; }

    [Parameter("Suppression of ultranationalists: share of them that is disarmed", Unit = "share", Min = 0, Max = 1, Lever = 36)]
    public double Suppress { get; set; }

    [Parameter("Growth of the belief in a stab in the back with that suppression", Unit = "", Min = 0, Max = 10)]
    public double Backlash { get; set; } = 0.5;
}
