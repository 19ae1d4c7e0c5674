using Agents;
using Agents.Data;
using Agents.Random;

namespace Experiments.Tests.Models;

public enum Metal
{
    Tin,
    Iron,
    Lead,
}

public enum Arm
{
    Short,
    Middle,
    Long,
    Longest,
}

public sealed class BalanceParameters
{
    [Parameter("Length.", Min = 0)]
    public double Length { get; set; } = 1;

    [Parameter("Depth.", Min = 0)]
    public double Depth { get; set; } = 1;

    [Parameter("Stones.", Min = 0)]
    public int Stones { get; set; } = 1;

    [Parameter("Whether a lid is on.")]
    public bool HasLid { get; set; }

    [Parameter("Metal.")]
    public Metal Metal { get; set; }

    [Parameter("Arm.")]
    public Arm Arm { get; set; }

    [Parameter("Width of the noise.", Min = 0)]
    public double Noise { get; set; }
}

/// <summary>Its weight is a weighted sum of its parameters and of noise: what an analysis should find is known.</summary>
public sealed class BalanceModel(BalanceParameters parameters, Seed seed) : Model(seed)
{
    private static readonly Purpose Wind = new(1000);

    private double noise;

    public static ModelDefinition Definition { get; } = new ModelDefinition<BalanceParameters>
    {
        Name = "balance",
        Summary = "A weighted sum of its parameters.",
        TickUnit = "step",
        DefaultTicks = 1,
        ResultsVersion = 1,
        ModelReporters =
        [
            ModelReporter.Number<BalanceModel>("weight", "The sum.", "g", model => model.Weight),
            ModelReporter.Number<BalanceModel>("known_weight", "The sum; missing of light ones.", "g", model => model.Weight < 10 ? double.NaN : model.Weight),
            ModelReporter.Number<BalanceModel>("depth", "The depth.", "m", model => model.Depth),
        ],
        Outcomes = [new("hangs", "It is light."), new("tips", "It weighs more than 100.")],
        Make = (parameters, seed) => new BalanceModel(parameters, seed),
        Agents = _ => 1,
    };

    private double Depth => parameters.Depth;

    private double Weight => 2 * parameters.Length + 3 * parameters.Stones + (parameters.HasLid ? 5 : 0) + 7 * (int)parameters.Metal + 4 * (int)parameters.Arm + noise;

    public override Outcome Classify() => new(Weight > 100 ? "tips" : "hangs", Tick, true);

    protected override void Step() => noise = parameters.Noise * (Draws(Wind).Uniform() - 0.5);
}
