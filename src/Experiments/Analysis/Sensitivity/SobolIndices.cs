namespace Experiments.Analysis.Sensitivity;

/// <summary>The indices of one factor.</summary>
/// <param name="First">S1: the share of the variance that the factor explains alone.</param>
/// <param name="Total">ST: the share that it explains alone and in interaction with any others.</param>
/// <param name="Convergence">Of both.</param>
public sealed record FactorIndices(Estimate First, Estimate Total, Convergence Convergence);

/// <summary>The index of a pair of factors.</summary>
/// <param name="Factor">The first, from 0.</param>
/// <param name="Other">The second, from 0.</param>
/// <param name="Second">S2: the share of the variance that only both together explain.</param>
/// <param name="Convergence">Of the index.</param>
public sealed record PairIndex(int Factor, int Other, Estimate Second, Convergence Convergence);

/// <summary>
/// Sobol' indices: shares of the variance of an answer by factor (Sobol' 2001, Mathematics and Computers in Simulation
/// 55, 271-280). S1 is estimated as mean(B (AB - A)) / V (Saltelli and others 2010, Computer Physics Communications 181,
/// 259-270, table 2 b), ST as mean((A - AB)^2) / 2 / V (Jansen 1999), S2 as mean(BA[j] AB[k] - A B) / V less both S1
/// (Saltelli 2002); V is the variance of A and B together, all of the standardised answer. Estimates can be negative or
/// above 1 by chance; they are shown as they are.
/// </summary>
public sealed record SobolIndices
{
    /// <summary>Half-width of an interval beyond which an index has not converged.</summary>
    public const double WidestHalf = 0.1;

    /// <summary>
    /// The variance of a resample at which all its answers are one: a standardised answer that differs at all varies far
    /// more, and what is left below is rounding.
    /// </summary>
    private const double LeastVariance = 1e-20;

    /// <summary>The width of an interval, in shares of the variance, that is none but for rounding.</summary>
    private const double LeastWidth = 1e-12;

    /// <summary>One sentence for a footnote.</summary>
    public const string Method =
        "Sobol' indices: first order by Saltelli and others (2010), total by Jansen (1999), second by Saltelli (2002); 95 % percentile bootstrap over base samples and replications. "
        + "Not converged: the interval of S1 or ST (or S2) is wider than +-0.1 or has no width, all of ST's lies below all of S1's, the sample never moved the factor, what varies is so rare that a resample misses it, or rows share the random numbers of fewer than 5 replications.";

    /// <summary>One entry for each factor.</summary>
    public required IReadOnlyList<FactorIndices> Factors { get; init; }

    /// <summary>One entry for each pair of factors; none where the design has no second order.</summary>
    public required IReadOnlyList<PairIndex> Pairs { get; init; }

    /// <summary>Base samples N.</summary>
    public required int Points { get; init; }

    /// <summary>The share of the variance of a single run that is due to its replication (<see cref="NoiseShare"/>); none where that is not known.</summary>
    public Estimate Noise { get; init; } = Estimate.None;

    /// <summary>The indices of an answer that is not left to chance.</summary>
    /// <param name="sample">The answers; none is NaN. A factor that it never moved has no index.</param>
    /// <param name="bootstrap">Makes the intervals, over base samples.</param>
    public static SobolIndices Of(SaltelliSample sample, Bootstrap bootstrap) => Of(sample, bootstrap, new(1, IsFew: false), _ => sample);

    /// <summary>The indices of an answer.</summary>
    /// <param name="sample">The answers over all replications; none is NaN. A factor that it never moved has no index.</param>
    /// <param name="bootstrap">Makes the intervals, over base samples and replications.</param>
    /// <param name="chance">The replications.</param>
    /// <param name="resampled">The answers over other replications, by their numbers from 0.</param>
    public static SobolIndices Of(SaltelliSample sample, Bootstrap bootstrap, Chance chance, Func<int[], SaltelliSample> resampled)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(bootstrap);
        ArgumentNullException.ThrowIfNull(chance);
        var scaled = sample.Standardised();
        var count = sample.Factors;
        var statistics = 2 * count + (sample.HasSecondOrder ? count * (count - 1) / 2 : 0);
        var values = new double[statistics];
        Compute(scaled, [.. Enumerable.Range(0, sample.Points)], values);
        var lacking = 0;
        var intervals = bootstrap.Percentile(sample.Points, chance.Replications, statistics, (resample, replications, results) =>
        {
            Compute(chance.Replications > 1 ? resampled(replications).Standardised() : scaled, resample, results);
            if (double.IsNaN(results[0]))
                Interlocked.Increment(ref lacking);
        });
        var isKnown = sample.IsConstant ? Convergence.Constant
            : double.IsNaN(values[0]) ? Convergence.NoSpread
            : lacking > 0 ? Convergence.TooRare
            : chance.IsFew ? Convergence.FewReplications : Convergence.Converged;
        Estimate At(int place, bool isMoved) => isMoved ? new(values[place], intervals[place]) : Estimate.None;
        var pairs = Enumerable.Range(0, sample.HasSecondOrder ? count : 0).SelectMany(j => Enumerable.Range(j + 1, count - j - 1).Select(k => (j, k)));
        return new SobolIndices
        {
            Factors = [.. Enumerable.Range(0, count).Select(j => Indices(At(j, sample.IsMoved[j]), At(count + j, sample.IsMoved[j]), sample.IsMoved[j], isKnown))],
            Pairs = [.. pairs.Select((pair, i) => Pair(pair.j, pair.k, At(2 * count + i, sample.IsMoved[pair.j] && sample.IsMoved[pair.k]), sample, isKnown))],
            Points = sample.Points,
        };
    }

    private static FactorIndices Indices(Estimate first, Estimate total, bool isMoved, Convergence isKnown)
    {
        var convergence = Judge(isMoved, isKnown, first, total);
        return new(first, total, convergence == Convergence.Converged && total.Interval.High < first.Interval.Low ? Convergence.Contradictory : convergence);
    }

    private static PairIndex Pair(int factor, int other, Estimate second, SaltelliSample sample, Convergence isKnown) =>
        new(factor, other, second, Judge(sample.IsMoved[factor] && sample.IsMoved[other], isKnown, second));

    /// <summary>S1 of every factor, ST of every factor, S2 of every pair.</summary>
    private static void Compute(SaltelliSample sample, ReadOnlySpan<int> points, Span<double> results)
    {
        var (a, b, count) = (sample.A, sample.B, sample.Factors);
        var variance = Variance(a, b, points);
        if (!(variance > LeastVariance))
        {
            results.Fill(double.NaN);
            return;
        }
        for (var j = 0; j < count; j++)
        {
            var mixed = sample.AB[j];
            var (first, total) = (0.0, 0.0);
            foreach (var i in points)
            {
                first += b[i] * (mixed[i] - a[i]);
                total += (a[i] - mixed[i]) * (a[i] - mixed[i]);
            }
            results[j] = first / points.Length / variance;
            results[count + j] = total / points.Length / 2 / variance;
        }
        if (sample.BA is not null)
            ComputePairs(sample, points, variance, results);
    }

    private static void ComputePairs(SaltelliSample sample, ReadOnlySpan<int> points, double variance, Span<double> results)
    {
        var (a, b, count) = (sample.A, sample.B, sample.Factors);
        var place = 2 * count;
        for (var j = 0; j < count; j++)
        {
            for (var k = j + 1; k < count; k++)
            {
                var (one, other) = (sample.BA![j], sample.AB[k]);
                var sum = 0.0;
                foreach (var i in points)
                    sum += one[i] * other[i] - a[i] * b[i];
                results[place++] = sum / points.Length / variance - results[j] - results[k];
            }
        }
    }

    private static double Variance(double[] a, double[] b, ReadOnlySpan<int> points)
    {
        var mean = 0.0;
        foreach (var i in points)
            mean += a[i] + b[i];
        mean /= 2 * points.Length;
        var squares = 0.0;
        foreach (var i in points)
            squares += (a[i] - mean) * (a[i] - mean) + (b[i] - mean) * (b[i] - mean);
        return squares / (2 * points.Length);
    }

    /// <summary>What is to be said of estimates of one factor, or of one pair.</summary>
    /// <param name="isMoved">Whether the sample moved it.</param>
    /// <param name="isKnown">What is to be said of all factors; converged where that is nothing.</param>
    /// <param name="estimates">Its estimates.</param>
    private static Convergence Judge(bool isMoved, Convergence isKnown, params ReadOnlySpan<Estimate> estimates)
    {
        if (isKnown == Convergence.Constant || !isMoved)
            return isKnown == Convergence.Constant ? Convergence.Constant : Convergence.NeverMoved;
        if (isKnown != Convergence.Converged)
            return isKnown;
        foreach (var estimate in estimates)
        {
            if (!(Width(estimate) > LeastWidth))
                return Convergence.NoSpread;
        }
        foreach (var estimate in estimates)
        {
            if (!(Width(estimate) / 2 <= WidestHalf))
                return Convergence.TooWide;
        }
        return Convergence.Converged;
    }

    private static double Width(Estimate estimate) => estimate.Interval.High - estimate.Interval.Low;
}
