namespace Experiments.Calibration.Guided;

/// <summary>What the runs of a proposal count on one side of a target.</summary>
/// <param name="Count">Events, or those that count.</param>
/// <param name="Exposure">The time at risk, or how many could have counted; 0 where nothing could be seen.</param>
public readonly record struct Counts(double Count, double Exposure)
{
    /// <summary>Both together.</summary>
    public static Counts operator +(Counts one, Counts other) => new(one.Count + other.Count, one.Exposure + other.Exposure);
}

/// <summary>What is known of a side on the scale of its <see cref="Config.LinkFunction"/>: a normal distribution.</summary>
/// <param name="Mean">Its mean: of the logarithm of a rate, or of odds.</param>
/// <param name="Variance">Its variance, more than 0.</param>
public readonly record struct Belief(double Mean, double Variance);
