using System.Runtime.InteropServices;
using Agents.Numerics;
using Experiments.Config;
using MathNet.Numerics.LinearAlgebra;
using Lanes = System.Numerics.Vector<double>;

namespace Experiments.Calibration.Guided;

/// <summary>
/// Fits a side's counts by a generalised linear model: Poisson with a logarithm, or binomial with log odds, by iteratively
/// reweighted least squares (McCullagh and Nelder 1989, Generalized Linear Models, sections 2.5 and 12). Coefficients have normal
/// priors around 0, one variance for slopes, one for squares and one for products, each found by expectation and maximisation (Dempster, Laird
/// and Rubin 1977, JRSS B 39: 1-38). The truth may lie off the curve with a variance on the scale of the link, by which counts vary
/// more than they would alone; it is found by setting Pearson's chi-square to its degrees of freedom (Williams 1982, Applied
/// Statistics 31: 144-148; Breslow 1984, Applied Statistics 33: 38-44), once for proposals from the prior and once for those
/// that were guided: the curve need not be as good far away as where it is needed.
/// </summary>
internal sealed class RegressionFit
{
    private const int MostSteps = 60;
    private const double LongestStep = 1;
    private const double Precision = 1e-5;

    /// <summary>Standard deviation of the intercept around the counts of all proposals together.</summary>
    private const double InterceptDeviation = 3;

    /// <summary>Deviations that a product has to be off 0: of 600 pairs of nothing, one in five fits has one.</summary>
    private const double LeastScore = 3.6;

    private const double LeastPrior = 1e-4;
    private const double GreatestPrior = 25;

    /// <summary>Proposals of a kind below which their misfit is that of all.</summary>
    private const int FewestOfAKind = 20;

    private readonly Basis basis;
    private readonly LinkFunction link;
    private readonly double[] rows;
    private readonly Counts[] counts;
    private readonly bool[] isGuided;
    private readonly double[] expected;
    private readonly double[] information;
    private readonly double[] leverage;
    private readonly double[] prior = [1, 1, 1];
    private readonly double[] misfit = [0, 0];
    private readonly double centre;

    /// <param name="basis">The functions.</param>
    /// <param name="link">The scale.</param>
    /// <param name="positions">The proposals' points.</param>
    /// <param name="counts">What each proposal counted.</param>
    /// <param name="isGuided">Which proposals were drawn from a surrogate's posterior.</param>
    public RegressionFit(Basis basis, LinkFunction link, IReadOnlyList<double[]> positions, Counts[] counts, bool[] isGuided)
    {
        (this.basis, this.link, this.counts, this.isGuided) = (basis, link, counts, isGuided);
        rows = new double[positions.Count * basis.Stride];
        for (var i = 0; i < positions.Count; i++)
            basis.Fill(positions[i], Row(i));
        (expected, information, leverage) = (new double[counts.Length], new double[counts.Length], new double[counts.Length]);
        var all = counts.Aggregate(new Counts(0, 0), (sum, one) => sum + one);
        centre = Functions.Log((all.Count + 0.5) / (link == LinkFunction.Log ? Math.Max(all.Exposure, double.Epsilon) : all.Exposure - all.Count + 0.5));
    }

    /// <summary>The fit.</summary>
    /// <param name="start">Coefficients from which to begin, or null.</param>
    public Regression Run(double[]? start)
    {
        var coefficients = new double[basis.Stride];
        coefficients[0] = centre;
        start?.CopyTo(coefficients, 0);
        var covariance = Array.Empty<double>();
        for (var step = 0; step < MostSteps; step++)
        {
            var change = Improve(coefficients, out covariance);
            var moved = Math.Max(UpdatePriors(coefficients, covariance), UpdateMisfit(covariance));
            if (change < Precision && moved < Precision * 100)
                break;
        }
        return new Regression(basis, link, coefficients, covariance, misfit[1]);
    }

    /// <summary>
    /// The products that the fit lacks most: the pairs of coordinates with the greatest scores (Rao 1948), where they are beyond chance
    /// among all pairs. Scores are taken as if the product had nothing in common with the other functions, which makes them smaller.
    /// </summary>
    /// <param name="most">Most of them.</param>
    public IReadOnlyList<(int One, int Other)> Lacking(int most)
    {
        var scores = new List<(double Score, (int One, int Other) Pair)>();
        for (var one = 0; one < basis.Dimensions && most > 0; one++)
        {
            for (var other = 0; other < one; other++)
            {
                if (!basis.Pairs.Contains((one, other)) && Score(one, other) is var score && score > LeastScore)
                    scores.Add((score, (one, other)));
            }
        }
        return [.. scores.OrderByDescending(score => score.Score).Take(most).Select(score => score.Pair)];
    }

    private double Score(int one, int other)
    {
        var (slope, variance) = (0.0, 0.0);
        for (var i = 0; i < counts.Length; i++)
        {
            var product = rows[i * basis.Stride + 1 + one] * rows[i * basis.Stride + 1 + other];
            var shrunk = 1 + misfit[Kind(i)] * information[i];
            slope += (counts[i].Count - expected[i]) / shrunk * product;
            variance += information[i] / shrunk * product * product;
        }
        return variance > 0 ? Math.Abs(slope) / Math.Sqrt(variance) : 0;
    }

    /// <summary>One step of Fisher's scoring, and the covariance where it began.</summary>
    private double Improve(double[] coefficients, out double[] covariance)
    {
        var (matrix, slope) = (new double[basis.Stride * basis.Stride], new double[basis.Stride]);
        for (var i = 0; i < counts.Length; i++)
        {
            var row = Row(i);
            var x = 0.0;
            for (var j = 0; j < row.Length; j++)
                x += coefficients[j] * row[j];
            var likelihood = new CountLikelihood(link, counts[i]);
            expected[i] = likelihood.Expected(Math.Clamp(x, -CountLikelihood.Farthest, CountLikelihood.Farthest));
            information[i] = likelihood.Information(expected[i]);
            var shrunk = 1 + misfit[Kind(i)] * information[i];
            Add(matrix, slope, row, information[i] / shrunk, (counts[i].Count - expected[i]) / shrunk);
        }
        for (var j = 0; j < basis.Count; j++)
        {
            var precision = 1 / PriorOf(j);
            matrix[j * basis.Stride + j] += precision;
            slope[j] -= precision * (coefficients[j] - (j == 0 ? centre : 0));
        }
        covariance = Inverse(matrix);
        return Move(coefficients, covariance, slope);
    }

    /// <summary>Adds a proposal to the sums, lane by lane, so that the width of a vector changes no bit.</summary>
    private static void Add(double[] matrix, double[] slope, ReadOnlySpan<double> row, double weight, double residual)
    {
        var vectors = MemoryMarshal.Cast<double, Lanes>(row);
        for (var j = 0; j < row.Length; j++)
        {
            slope[j] += residual * row[j];
            var factor = new Lanes(weight * row[j]);
            var sums = MemoryMarshal.Cast<double, Lanes>(matrix.AsSpan(j * row.Length, row.Length));
            for (var block = 0; block < vectors.Length; block++)
                sums[block] += factor * vectors[block];
        }
    }

    private double Move(double[] coefficients, double[] covariance, double[] slope)
    {
        var change = new double[basis.Count];
        for (var j = 0; j < basis.Count; j++)
        {
            for (var k = 0; k < basis.Count; k++)
                change[j] += covariance[j * basis.Stride + k] * slope[k];
        }
        var longest = change.Max(Math.Abs);
        var scale = longest > LongestStep ? LongestStep / longest : 1;
        for (var j = 0; j < basis.Count; j++)
            coefficients[j] += scale * change[j];
        return longest;
    }

    private double[] Inverse(double[] matrix)
    {
        var full = Matrix<double>.Build.Dense(basis.Count, basis.Count, (j, k) => matrix[j * basis.Stride + k]);
        var inverse = full.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(basis.Count));
        var rowsOfIt = new double[basis.Stride * basis.Stride];
        for (var j = 0; j < basis.Count; j++)
        {
            for (var k = 0; k < basis.Count; k++)
                rowsOfIt[j * basis.Stride + k] = inverse[j, k];
        }
        return rowsOfIt;
    }

    private double PriorOf(int j) => j == 0 ? InterceptDeviation * InterceptDeviation : prior[basis.KindOf(j)];

    /// <summary>The priors' variances are those that the coefficients have, their own uncertainty included; the greatest relative change.</summary>
    private double UpdatePriors(double[] coefficients, double[] covariance)
    {
        var (sums, numbers) = (new double[prior.Length], new int[prior.Length]);
        for (var j = 1; j < basis.Count; j++)
        {
            sums[basis.KindOf(j)] += coefficients[j] * coefficients[j] + covariance[j * basis.Stride + j];
            numbers[basis.KindOf(j)]++;
        }
        var moved = 0.0;
        for (var kind = 0; kind < prior.Length; kind++)
        {
            var next = numbers[kind] == 0 ? prior[kind] : Math.Clamp(sums[kind] / numbers[kind], LeastPrior, GreatestPrior);
            moved = Math.Max(moved, Math.Abs(next - prior[kind]) / prior[kind]);
            prior[kind] = next;
        }
        return moved;
    }

    private double UpdateMisfit(double[] covariance)
    {
        var spread = new Regression(basis, link, new double[basis.Stride], covariance, 0);
        for (var i = 0; i < counts.Length; i++)
            leverage[i] = information[i] / (1 + misfit[Kind(i)] * information[i]) * spread.Of(Row(i)).Variance;
        var far = MisfitOf(i => !isGuided[i]);
        var near = isGuided.Count(guided => guided) < FewestOfAKind ? far : MisfitOf(i => isGuided[i]);
        var moved = Math.Max(Math.Abs(far - misfit[0]), Math.Abs(near - misfit[1]));
        (misfit[0], misfit[1]) = (far, near);
        return moved;
    }

    /// <summary>
    /// The variance at which chi-square is its degrees of freedom. Proposals that say little are weighted by what they say, w / (1 + w):
    /// one event where next to none was expected is a large part of chi-square, and says nothing of this variance.
    /// </summary>
    private double MisfitOf(Func<int, bool> isOfKind)
    {
        double Excess(double variance)
        {
            var sum = 0.0;
            for (var i = 0; i < counts.Length; i++)
            {
                if (!isOfKind(i))
                    continue;
                var residual = counts[i].Count - expected[i];
                sum += residual * residual / ((1 + information[i]) * (1 + variance * information[i])) - (1 - leverage[i]) * information[i] / (1 + information[i]);
            }
            return sum;
        }

        var (low, high) = (0.0, 9.0);
        if (Excess(low) <= 0)
            return low;
        for (var halving = 0; halving < 40; halving++)
            (low, high) = Excess(0.5 * (low + high)) > 0 ? (0.5 * (low + high), high) : (low, 0.5 * (low + high));
        return low;
    }

    private Span<double> Row(int i) => rows.AsSpan(i * basis.Stride, basis.Stride);

    private int Kind(int i) => isGuided[i] ? 1 : 0;
}
