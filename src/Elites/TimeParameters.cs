namespace Elites;

/// <summary>The length of a tick.</summary>
public sealed class TimeParameters
{
    [Parameter("Ticks of a week; more than one plays the same story in finer steps", Unit = "ticks", Min = 1, Max = 4, AtStartOnly = true)]
    public int TicksPerWeek { get; set; } = 1;
}
