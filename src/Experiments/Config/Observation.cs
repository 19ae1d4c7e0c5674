using System.Globalization;
using Agents.Numerics;
using Experiments.Design;
using MathNet.Numerics.Distributions;

namespace Experiments.Config;

/// <summary>What was observed of a target: data, which have a likelihood.</summary>
public abstract record Observation
{
    /// <summary>Share of a distribution below the lower end of a two-sided 95 % interval.</summary>
    protected const double Tail = 0.025;

    /// <summary>The statistic of the data.</summary>
    public abstract double Value { get; }

    /// <summary>Lower end of its 95 % sampling interval; <see cref="Value"/> where it is the least there can be.</summary>
    public abstract double Low { get; }

    /// <summary>Upper end of its 95 % sampling interval; <see cref="Value"/> where it is the greatest there can be.</summary>
    public abstract double High { get; }

    /// <summary>A number as a config writes it.</summary>
    protected static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>Events over a time at risk, a Poisson number. The interval is exact (Garwood 1936, Biometrika 28: 437-442).</summary>
/// <param name="Count">Events, 0 or more.</param>
/// <param name="Exposure">Time at risk in the units of the rate, or runs of which each has so many events; more than 0.</param>
public sealed record EventsObserved(int Count, double Exposure) : Observation
{
    /// <inheritdoc/>
    public override double Value => Count / Exposure;

    /// <inheritdoc/>
    public override double Low => Count == 0 ? 0 : FactorRange.Round(Gamma.InvCDF(Count, Exposure, Tail));

    /// <inheritdoc/>
    public override double High => FactorRange.Round(Gamma.InvCDF(Count + 1, Exposure, 1 - Tail));

    /// <summary>As a config writes it.</summary>
    public override string ToString() => $"observed: {{count: {Text(Count)}, exposure: {Text(Exposure)}}}";
}

/// <summary>So many of so many, a binomial number. The interval is exact (Clopper and Pearson 1934, Biometrika 26: 404-413).</summary>
/// <param name="Count">Those that count, 0 to <paramref name="Of"/>.</param>
/// <param name="Of">All, 1 or more.</param>
public sealed record ShareObserved(int Count, int Of) : Observation
{
    /// <inheritdoc/>
    public override double Value => (double)Count / Of;

    /// <inheritdoc/>
    public override double Low => Count == 0 ? 0 : FactorRange.Round(Beta.InvCDF(Count, Of - Count + 1, Tail));

    /// <inheritdoc/>
    public override double High => Count == Of ? 1 : FactorRange.Round(Beta.InvCDF(Count + 1, Of - Count, 1 - Tail));

    /// <summary>As a config writes it.</summary>
    public override string ToString() => $"observed: {{count: {Text(Count)}, of: {Text(Of)}}}";
}

/// <summary>An estimate whose logarithm is about normal, such as a hazard ratio with its 95 % interval.</summary>
public sealed record EstimateObserved : Observation
{
    /// <summary>Half of a two-sided 95 % interval in standard deviations.</summary>
    private static readonly double Half = FactorRange.Round(Normal.InvCDF(0, 1, 1 - Tail));

    /// <param name="value">The estimate, more than 0.</param>
    /// <param name="low">Lower end of its 95 % sampling interval, above 0.</param>
    /// <param name="high">Upper end.</param>
    public EstimateObserved(double value, double low, double high) => (Value, Low, High) = (value, low, high);

    /// <inheritdoc/>
    public override double Value { get; }

    /// <inheritdoc/>
    public override double Low { get; }

    /// <inheritdoc/>
    public override double High { get; }

    /// <summary>Standard deviation of its logarithm.</summary>
    public double Deviation => Functions.Log(High / Low) / (2 * Half);

    /// <summary>As a config writes it.</summary>
    public override string ToString() => $"value: {Text(Value)}, sampling: [{Text(Low)}, {Text(High)}]";
}
