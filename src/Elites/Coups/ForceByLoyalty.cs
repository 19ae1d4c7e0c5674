using Elites.Populations;

namespace Elites.Coups;

/// <summary>
/// The force of the elite at the capital, sorted into steps of loyalty of 1/256, so that a plot need not ask everyone in every round
/// of its reckoning.
/// </summary>
internal sealed class ForceByLoyalty(Elite elite) : IPersistent
{
    private const int Steps = 256;

    private readonly double[] below = new double[Steps + 1];

    /// <summary>Whose force it is.</summary>
    public Elite Elite { get; } = elite;

    /// <summary>Sorts the elite by the loyalty of this week, appointments included.</summary>
    public void Sort()
    {
        Array.Clear(below);
        ReadOnlySpan<float> loyalty = Elite.Loyalty.Next, force = Elite.AtCapital.All;
        for (var row = 0; row < loyalty.Length; row++)
            below[1 + StepOfAgent(loyalty[row])] += force[row];
        for (var step = 1; step < below.Length; step++)
            below[step] += below[step - 1];
    }

    /// <summary>All of it, persons.</summary>
    public double All => below[Steps];

    /// <summary>The force of those whose loyalty lies below a step and who are not among the plotters.</summary>
    public double Below(double loyalty, Plot plotters)
    {
        var step = StepOf(loyalty);
        var force = below[step];
        foreach (var row in plotters.Members)
            force -= StepOfAgent(Elite.Loyalty.Next[row]) < step ? Elite.AtCapital[row] : 0;
        return force;
    }

    public void Persist(Checkpoint state) => state.Values(below);

    private static int StepOfAgent(float loyalty) => Math.Min(Steps - 1, StepOf(loyalty));

    private static int StepOf(double loyalty) => Math.Clamp((int)(loyalty * Steps), 0, Steps);
}
