using MathNet.Numerics.Distributions;

namespace Experiments.Analysis.Sensitivity;

/// <summary>What one factor of a sample explains alone, and how the answer goes with it.</summary>
/// <param name="First">S1: the share of the variance that the factor explains alone; below 0 by chance only.</param>
/// <param name="Level">What the index of a factor that explains nothing exceeds once in twenty samples of as many rows.</param>
/// <param name="Classes">Classes of the factor that hold rows.</param>
/// <param name="Lowest">Mean answer in the lowest third of the factor's values.</param>
/// <param name="Middle">Mean answer in the middle third; NaN for a factor of two values.</param>
/// <param name="Highest">Mean answer in the highest third.</param>
/// <param name="Difference">Highest less lowest.</param>
/// <param name="Convergence">Of the index.</param>
public sealed record FactorShare(
    Estimate First, double Level, int Classes, double Lowest, double Middle, double Highest, Estimate Difference, Convergence Convergence)
{
    /// <summary>True where the index can be told from 0.</summary>
    public bool IsTold => First.Value > Level;
}

/// <summary>
/// First-order indices from given data: the rows of any sample, sorted by a factor into classes of equal size, say by the
/// means of the classes what the factor explains (Plischke, Borgonovo and Smith 2013, European Journal of Operational
/// Research 226, 536-550). What as many classes explain by chance is taken off, as in an adjusted R squared (Ezekiel 1930),
/// and the noise of replications is no part of the variance that is shared out. Estimates can be negative by chance; they
/// are shown as they are.
/// </summary>
public sealed record FirstOrderIndices
{
    /// <summary>Rows below which there are no indices: they could tell hardly anything from 0 (assumed).</summary>
    public const int FewestRows = 50;

    /// <summary>Half-width of an interval beyond which an index has not converged.</summary>
    public const double WidestHalf = SobolIndices.WidestHalf;

    /// <summary>One sentence for a footnote.</summary>
    public const string Method =
        "First-order indices from given data (Plischke, Borgonovo and Smith 2013): rows sorted by the factor into equal classes, 1.5 times the cube root of their number (assumed); the variance between classes, less what chance gives as many, over the variance between rows, less the noise of their replications. "
        + "95 % percentile bootstrap over rows, for the replications that were run. Told from 0: above the level that one in twenty factors exceeds which explain nothing. "
        + "Factors that depend on one another in the sample share what they explain: it counts for each of them, so that the indices may add up to more than 1. "
        + "Not converged: the interval is wider than +-0.1 or has no width, the sample never moved the factor, or rows hardly differ but by chance.";

    /// <summary>One entry for each factor.</summary>
    public required IReadOnlyList<FactorShare> Factors { get; init; }

    /// <summary>Rows of the sample.</summary>
    public required int Rows { get; init; }

    /// <summary>The share of the variance between rows that is the noise of their replications; NaN where that is not known.</summary>
    public required double Noise { get; init; }

    /// <summary>Classes of equal size for so many rows.</summary>
    public static int ClassesFor(int rows) => (int)Math.Round(1.5 * Math.Cbrt(rows));

    /// <summary>The indices of an answer.</summary>
    /// <param name="factors">Each factor's value in every row.</param>
    /// <param name="answers">The answer of every row; none is NaN.</param>
    /// <param name="noise">The variance of every row's answer that is due to its replications; NaN where that is not known.</param>
    /// <param name="bootstrap">Makes the intervals, over rows.</param>
    public static FirstOrderIndices Of(IReadOnlyList<double[]> factors, double[] answers, double[] noise, Bootstrap bootstrap) =>
        Of(factors, [(answers, noise)], bootstrap)[0];

    /// <summary>The indices of several answers of the same rows, which share their resamples.</summary>
    /// <param name="factors">Each factor's value in every row.</param>
    /// <param name="answers">Each answer of every row, none of them NaN, and the variance of each that is due to its replications; NaN where that is not known.</param>
    /// <param name="bootstrap">Makes the intervals, over rows.</param>
    public static IReadOnlyList<FirstOrderIndices> Of(IReadOnlyList<double[]> factors, IReadOnlyList<(double[] Values, double[] Noise)> answers, Bootstrap bootstrap)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(bootstrap);
        if (answers.Count == 0)
            return [];
        var classes = new FactorClasses(factors, ClassesFor(answers[0].Values.Length));
        var indices = new FirstOrderIndices[answers.Count];
        // Those that do not vary have no resamples, and so stand apart.
        foreach (var alike in answers.Index().GroupBy(one => IsConstant(one.Item.Values)))
        {
            foreach (var some in alike.Chunk(GivenSample.Lanes))
            {
                foreach (var (one, made) in some.Zip(OfSome(classes, [.. some.Select(one => one.Item)], alike.Key, bootstrap)))
                    indices[one.Index] = made;
            }
        }
        return indices;
    }

    private static bool IsConstant(double[] answers) => answers.All(answer => answer == answers[0]);

    /// <summary>The indices of as many answers as are worked on side by side.</summary>
    private static IEnumerable<FirstOrderIndices> OfSome(FactorClasses classes, IReadOnlyList<(double[] Values, double[] Noise)> answers, bool areConstant, Bootstrap bootstrap)
    {
        var rows = answers[0].Values.Length;
        var sample = new GivenSample(classes, [.. answers.Select(answer => answer.Values)], [.. answers.Select(answer => answer.Noise)]);
        int[] all = [.. Enumerable.Range(0, rows)];
        var values = new double[2 * classes.Count * answers.Count];
        var isKnown = Enumerable.Repeat(Convergence.Converged, answers.Count).ToArray();
        sample.Compute(all, 1, values, answer => isKnown[answer] = areConstant ? Convergence.Constant : Convergence.OnlyChance);
        var variances = sample.Variance(all);
        var lacking = new int[answers.Count];
        // A resample carries the chance of rows twice: its own, and that of the sample which it is drawn from.
        var intervals = areConstant ? [.. values.Select(_ => Interval.None)] : bootstrap.Percentile(rows, values.Length, (resample, results) =>
            sample.Compute(resample, 2, results, answer => Interlocked.Increment(ref lacking[answer])));
        for (var answer = 0; answer < answers.Count; answer++)
        {
            if (isKnown[answer] == Convergence.Converged && lacking[answer] > 0)
                isKnown[answer] = Convergence.OnlyChance;
            var (variance, free) = variances[answer];
            yield return new FirstOrderIndices
            {
                Factors = [.. Enumerable.Range(0, classes.Count).Select(factor => Share(answer, factor))],
                Rows = rows,
                Noise = answers[answer].Noise.All(double.IsNaN) || areConstant ? double.NaN : (variance - free) / variance,
            };
        }

        FactorShare Share(int answer, int factor)
        {
            Estimate At(int place) => new(values[place], double.IsNaN(values[place]) ? Interval.None : intervals[place]);
            var place = 2 * (answer * classes.Count + factor);
            var (filled, first, thirds, (variance, free)) = (classes.Filled(factor), At(place), sample.Thirds(answer, factor), variances[answer]);
            var level = double.IsNaN(first.Value) ? double.NaN : LevelOf(filled, rows) * variance / free;
            return new(first, level, filled, thirds[0], thirds[1], thirds[2], At(place + 1), Judge(first.Interval, filled, isKnown[answer]));
        }
    }

    /// <summary>The share of the variance that so many classes explain beyond what chance gives them.</summary>
    internal static double Adjusted(double explained, int classes, int rows) => 1 - (1 - explained) * (rows - 1) / (rows - classes);

    /// <summary>The 95 % quantile of the adjusted share where the factor explains nothing: that of the F test between classes (Fisher 1925).</summary>
    private static double LevelOf(int classes, int rows) => Adjusted(Beta.InvCDF((classes - 1) / 2.0, (rows - classes) / 2.0, 0.95), classes, rows);

    private static Convergence Judge(Interval first, int classes, Convergence isKnown)
    {
        if (isKnown == Convergence.Constant || classes < 2)
            return isKnown == Convergence.Constant ? isKnown : Convergence.NeverMoved;
        if (isKnown != Convergence.Converged)
            return isKnown;
        if (double.IsNaN(first.Low))
            return Convergence.NoSpread;
        return (first.High - first.Low) / 2 <= WidestHalf ? Convergence.Converged : Convergence.TooWide;
    }
}
