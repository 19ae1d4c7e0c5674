using System.Globalization;
using Agents.Numerics;

namespace Experiments.Config;

/// <summary>A statistic that a calibrated model has to have, and how far off it may be.</summary>
public sealed record CalibrationTarget
{
    /// <summary>
    /// Tolerances that a statistic counts as being off where it cannot be computed, such as a ratio over nothing: farther
    /// than what any population of a search settles for, and yet a number.
    /// </summary>
    public const double MissingDeviation = 100;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What is computed.</summary>
    public required Statistic Statistic { get; init; }

    /// <summary>What it should be.</summary>
    public required double Value { get; init; }

    /// <summary>The least value within tolerance, below <see cref="Value"/>.</summary>
    public required double Low { get; init; }

    /// <summary>The greatest value within tolerance, above <see cref="Value"/>.</summary>
    public required double High { get; init; }

    /// <summary>True where distances are those of logarithms: the tolerance is a factor.</summary>
    public bool IsFactor { get; init; }

    /// <summary>How many tolerances a statistic is off, 0 or more: 1 at <see cref="Low"/> and at <see cref="High"/>.</summary>
    public double Deviation(double statistic)
    {
        var deviation = IsFactor
            ? Math.Abs(Functions.Log(statistic / Value)) / Functions.Log(High / Value)
            : statistic < Value ? (Value - statistic) / (Value - Low) : (statistic - Value) / (High - Value);
        return double.IsFinite(deviation) ? deviation : MissingDeviation;
    }

    /// <summary>True where a statistic is within tolerance.</summary>
    public bool Holds(double statistic) => statistic >= Low && statistic <= High;

    /// <summary>The root of the mean squared deviation over targets, in tolerances.</summary>
    /// <param name="targets">One or more.</param>
    /// <param name="statistics">One for each target.</param>
    public static double Distance(IReadOnlyList<CalibrationTarget> targets, IReadOnlyList<double> statistics)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(statistics);
        var sum = 0.0;
        for (var i = 0; i < targets.Count; i++)
        {
            var deviation = targets[i].Deviation(statistics[i]);
            sum += deviation * deviation;
        }
        return Math.Sqrt(sum / targets.Count);
    }

    /// <summary>As a config writes it, without the name.</summary>
    public override string ToString()
    {
        var tolerance = IsFactor ? $"factor: {Text(High / Value)}" : $"interval: [{Text(Low)}, {Text(High)}]";
        return $"{{{Statistic}, value: {Text(Value)}, {tolerance}}}";
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
