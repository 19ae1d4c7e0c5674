using System.Globalization;
using Agents.Data;

namespace Experiments.Config;

/// <summary>What it would mean that the runs bear a statement out.</summary>
public enum HypothesisKind
{
    /// <summary>The model could have shown otherwise: what agents do stands between what is changed and what is measured.</summary>
    Emergent,

    /// <summary>A coefficient of the model is read back: a test of its code, and no evidence.</summary>
    Construction,
}

/// <summary>A statement about a study that its runs can bear out or not: the <c>hypothesis:</c> section of a config.</summary>
public sealed record Hypothesis
{
    /// <summary>Its name: letters, digits, hyphens and underscores.</summary>
    public required string Id { get; init; }

    /// <summary>The statement, in words.</summary>
    public required string Statement { get; init; }

    /// <summary>Who predicts it.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the model could have shown otherwise.</summary>
    public required HypothesisKind Kind { get; init; }

    /// <summary>What would have to be true for the statement to fail, in words.</summary>
    public required string FailsIf { get; init; }

    /// <summary>How the contrasts decide about a statement without a direction, in words; empty where the predictions say it.</summary>
    public string Rule { get; init; } = "";

    /// <summary>What is compared, one or more; it is supported where all predictions hold.</summary>
    public required IReadOnlyList<Contrast> Contrasts { get; init; }

    /// <summary>The measures that the contrasts read, in the model's order.</summary>
    public required IReadOnlyList<ModelReporter> Measures { get; init; }

    /// <summary>The statistics of all contrasts.</summary>
    public IEnumerable<RunStatistic> Parts => Contrasts.SelectMany(contrast => contrast.Statistic.Parts);
}

/// <summary>A weighted sum of one statistic over scenarios.</summary>
public sealed record Contrast
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What is computed in each scenario.</summary>
    public required Statistic Statistic { get; init; }

    /// <summary>The scenarios' numbers, from 0, and their weights, none of them 0.</summary>
    public required IReadOnlyList<(int Scenario, double Weight)> Weights { get; init; }

    /// <summary>Where not null, the effect is the share of the replications whose own weighted sum is above it.</summary>
    public double? PairsAbove { get; init; }

    /// <summary>Where the effect is said to lie.</summary>
    public required Prediction Prediction { get; init; }

    /// <summary>The smallest effect that matters, more than 0, from which the power follows; NaN where a region says it.</summary>
    public double Relevant { get; init; } = double.NaN;
}

/// <summary>Where an effect is said to lie: between two bounds, which are not part of it and either of which may be infinite.</summary>
/// <param name="Low">What it is above.</param>
/// <param name="High">What it is below.</param>
public readonly record struct Prediction(double Low, double High)
{
    /// <summary>Above 0.</summary>
    public static Prediction Positive { get; } = new(0, double.PositiveInfinity);

    /// <summary>Below 0.</summary>
    public static Prediction Negative { get; } = new(double.NegativeInfinity, 0);

    /// <summary>Nothing is said: the contrast is shown and has no part in the verdict.</summary>
    public static Prediction Open { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>True where nothing is said.</summary>
    public bool IsOpen => this == Open;

    /// <summary>The bounds that there are, none, one or two.</summary>
    public IEnumerable<double> Bounds => new[] { Low, High }.Where(double.IsFinite);

    /// <summary>Whether an effect lies where it should.</summary>
    public bool Holds(double effect) => effect > Low && effect < High;

    /// <summary>Whether an interval lies where the effect should; none does that has no ends.</summary>
    public bool Covers(double low, double high) => low > Low && high < High;

    /// <summary>Whether an interval lies wholly elsewhere; none does that has no ends.</summary>
    public bool Excludes(double low, double high) => high <= Low || low >= High;

    /// <summary>As a config writes it.</summary>
    public override string ToString() => (double.IsFinite(Low), double.IsFinite(High)) switch
    {
        (true, true) => $"within [{Text(Low)}, {Text(High)}]",
        (true, false) => Low == 0 ? "positive" : $"above {Text(Low)}",
        (false, true) => High == 0 ? "negative" : $"below {Text(High)}",
        _ => "open",
    };

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
