namespace Elites.Leadership;

/// <summary>The gamble of escalation.</summary>
public sealed class EscalationParameters
{
    [Parameter("Whether the leader thinks of escalation at all", Source = "the statement is The peace trap 2025; switch")]
    public bool Considered { get; set; } = true;

    [Parameter("Chance that an escalation breaks through, where the front stands where it began; it rises and falls with the front (p_e)", Unit = "share", Min = 0, Max = 1)]
    public double Odds { get; set; } = 0.5;

    [Parameter("Rise of the chance of victory that a break-through is hoped to bring (dv)", Unit = "share", Min = 0, Max = 1)]
    public double Hope { get; set; } = 0.15;

    [Parameter("How far a break-through moves the front", Unit = "share", Min = 0, Max = 1)]
    public double Gain { get; set; } = 0.1;

    [Parameter("Cost of an escalated war in that of the war before", Unit = "ratio", Min = 1, Max = 10)]
    public double Cost { get; set; } = 1.5;

    [Parameter("Chance of catastrophe while the war is escalated", Unit = "per month", Min = 0, Max = 0.5)]
    public double Catastrophe { get; set; } = 0.01;

    [Parameter("What he would give not to take the step", Unit = "months in office", Min = 0, Max = 200)]
    public double Dread { get; set; } = 4;
}
