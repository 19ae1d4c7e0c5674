namespace Elites.Leadership;

/// <summary>What the state's good is made of, in the leader's unit, so that it can be weighed against his own.</summary>
public sealed class StateGoodParameters
{
    [Parameter("Stake of the state in war and peace; 0 is none", Unit = "", Min = 0, Max = 10, Source = "the statement is The peace trap 2025; value assumed")]
    public double Weight { get; set; } = 1;

    [Parameter("Cost of 1,000 casualties a day", Unit = "months in office per month", Min = 0, Max = 10)]
    public double Casualties { get; set; } = 1;

    [Parameter("Cost of a percent of output lost", Unit = "months in office per month", Min = 0, Max = 10)]
    public double Output { get; set; } = 0.25;

    [Parameter("Worth of the whole of the terms", Unit = "months in office per month", Min = 0, Max = 10)]
    public double Terms { get; set; } = 0.3;
}
