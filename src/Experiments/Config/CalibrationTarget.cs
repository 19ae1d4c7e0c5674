using System.Globalization;
using Agents.Numerics;

namespace Experiments.Config;

/// <summary>A statistic that a calibrated model has to have, and how far off it may be.</summary>
public sealed record CalibrationTarget
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What is computed.</summary>
    public required Statistic Statistic { get; init; }

    /// <summary>What it should be.</summary>
    public required double Value { get; init; }

    /// <summary>The least value within tolerance, below <see cref="Value"/> where any can be.</summary>
    public required double Low { get; init; }

    /// <summary>The greatest value within tolerance, above <see cref="Value"/> where any can be.</summary>
    public required double High { get; init; }

    /// <summary>The factor that is the tolerance where distances are those of logarithms; null for others.</summary>
    public double? Factor { get; init; }

    /// <summary>The data that it stands for, whose sampling interval is the tolerance; null for a tolerance of choice.</summary>
    public Observation? Observed { get; init; }

    /// <summary>Its statistic as counts: one side, or two for a ratio; none where it is no count, or no data stand behind it.</summary>
    public IReadOnlyList<CountedSide> Sides => Observed is null ? [] : CountedSide.Of(Statistic, Observed);

    /// <summary>
    /// How many tolerances a statistic is off, 0 or more: 1 at <see cref="Low"/> and at <see cref="High"/>. NaN where it
    /// cannot be told: the statistic cannot be computed, such as a ratio over nothing, or has no logarithm.
    /// </summary>
    public double Deviation(double statistic)
    {
        if (statistic == Value)
            return 0;
        var deviation = Factor is not null
            ? Math.Abs(Functions.Log(statistic / Value)) / Functions.Log(High / Value)
            : statistic < Value ? (Value - statistic) / (Value - Low) : (statistic - Value) / (High - Value);
        return double.IsFinite(deviation) ? deviation : double.NaN;
    }

    /// <summary>True where a statistic is within tolerance.</summary>
    public bool Holds(double statistic) => statistic >= Low && statistic <= High;

    /// <summary>
    /// How many targets cannot be told, and the root of the mean squared deviation, in tolerances, over the others; infinite
    /// where there are none.
    /// </summary>
    /// <param name="targets">One or more.</param>
    /// <param name="statistics">One for each target.</param>
    public static (int Missing, double Distance) Compare(IReadOnlyList<CalibrationTarget> targets, IReadOnlyList<double> statistics)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(statistics);
        var (sum, missing) = (0.0, 0);
        for (var i = 0; i < targets.Count; i++)
        {
            var deviation = targets[i].Deviation(statistics[i]);
            if (double.IsNaN(deviation))
                missing++;
            else
                sum += deviation * deviation;
        }
        return (missing, missing == targets.Count ? double.PositiveInfinity : Math.Sqrt(sum / (targets.Count - missing)));
    }

    /// <summary>As a config writes it, without the name.</summary>
    public override string ToString()
    {
        if (Observed is not null)
            return $"{{{Statistic}, {Observed}}}";
        var tolerance = Factor is { } factor ? $"factor: {Text(factor)}" : $"interval: [{Text(Low)}, {Text(High)}]";
        return $"{{{Statistic}, value: {Text(Value)}, {tolerance}}}";
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
