using Agents;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Calibration;

/// <summary>How two posterior samples agree on one number.</summary>
/// <param name="Name">A parameter, or a target.</param>
/// <param name="FirstMean">Weighted mean in the first sample.</param>
/// <param name="FirstDeviation">Weighted standard deviation there.</param>
/// <param name="SecondMean">Weighted mean in the second sample.</param>
/// <param name="SecondDeviation">Weighted standard deviation there.</param>
/// <param name="RHat">
/// The factor by which a deviation could shrink were the samples larger, over the halves of both samples (Gelman and Rubin 1992,
/// Statistical Science 7: 457-472); NaN where nothing varies.
/// </param>
public sealed record Agreement(string Name, double FirstMean, double FirstDeviation, double SecondMean, double SecondDeviation, double RHat)
{
    /// <summary>The factor below which samples are said to agree.</summary>
    public const double Limit = 1.1;

    /// <summary>First mean less the second, in deviations of both pooled; NaN where nothing varies.</summary>
    public double Difference => (FirstMean - SecondMean) / Math.Sqrt(0.5 * (FirstDeviation * FirstDeviation + SecondDeviation * SecondDeviation));

    /// <summary>True where the factor is below <see cref="Limit"/>, or all values are the same.</summary>
    public bool Agrees => double.IsNaN(RHat) ? FirstMean == SecondMean : RHat < Limit;
}

/// <summary>Two calibrations of the same parameters on the same targets.</summary>
public sealed record CalibrationComparison
{
    /// <summary>The table that it is written to, in the first directory.</summary>
    public const string FileName = "comparison.csv";

    private const int Halves = 4;

    /// <summary>The seeds of the two.</summary>
    public required (int First, int Second) Seeds { get; init; }

    /// <summary>Effective sample sizes of the two.</summary>
    public required (double First, double Second) EffectiveSampleSizes { get; init; }

    /// <summary>One entry a parameter.</summary>
    public required IReadOnlyList<Agreement> Parameters { get; init; }

    /// <summary>One entry a target, of its statistic in the particles.</summary>
    public required IReadOnlyList<Agreement> Targets { get; init; }

    /// <summary>Each target's mean and interval over the draws that were run anew, in both.</summary>
    public required IReadOnlyList<(Estimate First, Estimate Second)> Predictive { get; init; }

    /// <summary>Compares what two searches found, and writes it into the first one's directory.</summary>
    /// <param name="first">The directory of one.</param>
    /// <param name="second">The directory of the other.</param>
    /// <param name="models">The models that configs can name.</param>
    /// <returns>The comparison, or why there is none and the code with which to end: 2 where they cannot be compared, 3 where the table cannot be written.</returns>
    /// <exception cref="ConfigException">The config of one of them cannot be read any more.</exception>
    public static (CalibrationComparison? Comparison, string Complaint, int ExitCode) Of(string first, string second, IReadOnlyList<ModelDefinition> models)
    {
        try
        {
            var (one, other) = (FinishedCalibration.Read(first, models), FinishedCalibration.Read(second, models));
            if (Difference(one, other) is { } difference)
                return (null, $"{first} and {second} are different searches: {difference}.", 2);
            var comparison = Compare(one, other);
            comparison.Write(Path.Combine(first, FileName));
            return (comparison, "", 0);
        }
        catch (StorageException exception)
        {
            return (null, exception.Message, exception.ExitCode);
        }
    }

    private static CalibrationComparison Compare(FinishedCalibration one, FinishedCalibration other)
    {
        Agreement On(string name, int column) => Agree(name, Weighted(one, column), Weighted(other, column));
        return new CalibrationComparison
        {
            Seeds = (one.Study.Seed, other.Study.Seed),
            EffectiveSampleSizes = (Worth(one.Weights), Worth(other.Weights)),
            Parameters = [.. one.Plan.Factors.Select((factor, k) => On(factor.Key, k))],
            Targets = [.. one.Plan.Targets.Select((target, i) => On(target.Name, one.Plan.Factors.Count + i))],
            Predictive = [.. one.Predictive.Zip(other.Predictive)],
        };
    }

    /// <summary>What is not the same in two searches, or null: model, parameters with their priors, and targets have to be.</summary>
    private static string? Difference(FinishedCalibration one, FinishedCalibration other)
    {
        static List<string> Priors(FinishedCalibration of) => [.. of.Plan.Factors.Select(DesignText.Factor)];
        static List<string> Targets(FinishedCalibration of) => [.. of.Plan.Targets.Select(target => $"{target.Name}: {target}")];
        if (one.Study.Model.Name != other.Study.Model.Name)
            return $"one calibrates {one.Study.Model.Name}, the other {other.Study.Model.Name}";
        return Only(Priors(one), Priors(other), "prior") ?? Only(Targets(one), Targets(other), "target");
    }

    private static string? Only(List<string> one, List<string> other, string what)
    {
        if (one.SequenceEqual(other))
            return null;
        var odd = one.Except(other).Concat(other.Except(one)).FirstOrDefault();
        return odd is null ? $"the order of each {what} differs" : $"only one of them has the {what} {odd}";
    }

    private static List<(double Value, double Weight)> Weighted(FinishedCalibration of, int column) =>
        [.. of.Values.Select((values, i) => (values[column], of.Weights[i])).Where(one => !double.IsNaN(one.Item1))];

    private static Agreement Agree(string name, List<(double Value, double Weight)> one, List<(double Value, double Weight)> other)
    {
        var halves = new[] { one, other }.SelectMany(sample => new[] { sample[..(sample.Count / 2)], sample[(sample.Count / 2)..] }).ToList();
        var moments = halves.ConvertAll(Posterior.Moments);
        var size = halves.Average(half => Worth([.. half.Select(value => value.Weight)]));
        var (within, centre) = (moments.Average(half => half.Variance), moments.Average(half => half.Mean));
        var between = moments.Sum(half => (half.Mean - centre) * (half.Mean - centre)) / (Halves - 1);
        var (first, second) = (Posterior.Moments(one), Posterior.Moments(other));
        return new Agreement(
            name, first.Mean, Math.Sqrt(first.Variance), second.Mean, Math.Sqrt(second.Variance), within > 0 ? Math.Sqrt((size - 1) / size + between / within) : double.NaN);
    }

    /// <summary>Effective sample size.</summary>
    private static double Worth(IReadOnlyList<double> weights) => weights.Sum() * weights.Sum() / weights.Sum(weight => weight * weight);

    private void Write(string path) => CalibrationTables.Write(
        path,
        ["kind", "name", "first_mean", "first_sd", "second_mean", "second_sd", "difference", "r_hat", "agrees", "first_predictive_mean", "first_predictive_q025", "first_predictive_q975", "second_predictive_mean", "second_predictive_q025", "second_predictive_q975"],
        Parameters.Select(one => (IReadOnlyList<string>)[.. Cells("parameter", one), .. Enumerable.Repeat("", 6)])
            .Concat(Targets.Select((one, i) => (IReadOnlyList<string>)[.. Cells("target", one), .. Cells(Predictive[i].First), .. Cells(Predictive[i].Second)])),
        isShared: true);

    private static string[] Cells(string kind, Agreement one) =>
    [
        kind, one.Name, CalibrationTables.Cell(one.FirstMean), CalibrationTables.Cell(one.FirstDeviation), CalibrationTables.Cell(one.SecondMean), CalibrationTables.Cell(one.SecondDeviation),
        CalibrationTables.Cell(one.Difference), CalibrationTables.Cell(one.RHat), one.Agrees ? "TRUE" : "FALSE",
    ];

    private static string[] Cells(Estimate one) => [CalibrationTables.Cell(one.Value), CalibrationTables.Cell(one.Interval.Low), CalibrationTables.Cell(one.Interval.High)];
}
