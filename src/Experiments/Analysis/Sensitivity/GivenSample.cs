using System.Runtime.Intrinsics;

namespace Experiments.Analysis.Sensitivity;

/// <summary>
/// The answers of the rows of a sample, whose factors sort the rows into classes and into thirds. Several answers are worked
/// on side by side, each in the lane of a vector and with the same operations in the same order as if it were alone.
/// </summary>
internal sealed class GivenSample
{
    /// <summary>Answers that are worked on side by side.</summary>
    public const int Lanes = 8;

    /// <summary>The variance, as a share of that between all rows, below which nothing is left but rounding.</summary>
    private const double LeastVariance = 1e-12;

    private readonly FactorClasses factors;
    private readonly double[] first;
    private readonly double[] least;
    private readonly Vector512<double>[] answers;
    private readonly Vector512<double>[] noise;

    /// <param name="factors">The classes of the rows.</param>
    /// <param name="answers">Up to <see cref="Lanes"/> answers of every row.</param>
    /// <param name="noise">For each of them the variance of every row's answer that is due to its replications; NaN where that is not known.</param>
    public GivenSample(FactorClasses factors, IReadOnlyList<double[]> answers, IReadOnlyList<double[]> noise)
    {
        this.factors = factors;
        // From the first answer on, so that answers that are all one do not vary by rounding.
        first = [.. answers.Select(own => own[0])];
        this.answers = SideBySide([.. answers.Select(own => own.Select(answer => answer - own[0]).ToArray())]);
        this.noise = SideBySide([.. noise.Select(Known)]);
        int[] all = [.. Enumerable.Range(0, this.answers.Length)];
        least = [.. Variance(all).Select(variance => LeastVariance * variance.All)];
    }

    /// <summary>The mean of an answer in each third of a factor; NaN in one that holds no row.</summary>
    /// <param name="answer">Which answer, from 0.</param>
    /// <param name="factor">Which factor, from 0.</param>
    public double[] Thirds(int answer, int factor)
    {
        var of = factors.Thirds(factor);
        return [.. Enumerable.Range(0, FactorClasses.ThirdCount).Select(third => Enumerable.Range(0, answers.Length).Where(row => of[row] == third)
            .Select(row => first[answer] + answers[row][answer]).DefaultIfEmpty(double.NaN).Average())];
    }

    /// <summary>For each answer the variance between rows, and what is left of it without the noise of their replications.</summary>
    public (double All, double Free)[] Variance(ReadOnlySpan<int> rows)
    {
        var (_, squares, own) = Spread(rows);
        var count = rows.Length;
        return [.. Enumerable.Range(0, first.Length).Select(lane => (squares[lane] / (count - 1), squares[lane] / (count - 1) - own[lane] / count))];
    }

    /// <summary>For each answer and each factor S1, and the answer in its highest third less that in its lowest.</summary>
    /// <param name="rows">The rows, some several times in a resample.</param>
    /// <param name="corrections">How many times the chance of rows is in them.</param>
    /// <param name="results">Takes both for each factor, answer by answer; NaN where there is none.</param>
    /// <param name="lacks">Called with an answer of which the rows differ no more than by the noise of their replications, so that it has no index.</param>
    public void Compute(ReadOnlySpan<int> rows, int corrections, Span<double> results, Action<int> lacks)
    {
        var (mean, squares, own) = Spread(rows);
        Span<double> all = stackalloc double[Lanes];
        Span<double> free = stackalloc double[Lanes];
        for (var lane = 0; lane < first.Length; lane++)
        {
            all[lane] = squares[lane] / (rows.Length - 1);
            free[lane] = all[lane] - own[lane] / rows.Length;
            if (!(free[lane] > least[lane]))
                lacks(lane);
        }
        for (var factor = 0; factor < factors.Count; factor++)
        {
            var (between, filled, difference) = Between(factor, rows, mean);
            for (var lane = 0; lane < first.Length; lane++)
            {
                var share = between[lane] / squares[lane];
                for (var i = 0; i < corrections; i++)
                    share = FirstOrderIndices.Adjusted(share, filled, rows.Length);
                var place = 2 * (lane * factors.Count + factor);
                results[place] = free[lane] > least[lane] && filled > 1 ? share * all[lane] / free[lane] : double.NaN;
                results[place + 1] = difference[lane];
            }
        }
    }

    /// <summary>The mean answer, the sum of squares about it, and the sum of the rows' noise.</summary>
    private (Vector512<double> Mean, Vector512<double> Squares, Vector512<double> Noise) Spread(ReadOnlySpan<int> rows)
    {
        var (mean, squares, own) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        var count = Vector512.Create((double)rows.Length);
        foreach (var row in rows)
        {
            mean += answers[row] / count;
            own += noise[row];
        }
        foreach (var row in rows)
        {
            var deviation = answers[row] - mean;
            squares += deviation * deviation;
        }
        return (mean, squares, own);
    }

    /// <summary>The sum of squares between the means of a factor's classes, how many classes hold rows, and the highest third less the lowest.</summary>
    private (Vector512<double> Squares, int Filled, Vector512<double> Difference) Between(int factor, ReadOnlySpan<int> rows, Vector512<double> mean)
    {
        var (classes, thirds) = (factors.Classes(factor), factors.Thirds(factor));
        Span<Vector512<double>> sums = stackalloc Vector512<double>[factors.Most];
        Span<int> counts = stackalloc int[factors.Most];
        Span<Vector512<double>> ends = stackalloc Vector512<double>[FactorClasses.ThirdCount];
        Span<int> endCounts = stackalloc int[FactorClasses.ThirdCount];
        sums.Clear();
        counts.Clear();
        ends.Clear();
        endCounts.Clear();
        foreach (var row in rows)
        {
            var answer = answers[row];
            sums[classes[row]] += answer - mean;
            counts[classes[row]]++;
            ends[thirds[row]] += answer;
            endCounts[thirds[row]]++;
        }
        var (squares, filled) = (Vector512<double>.Zero, 0);
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
                (squares, filled) = (squares + sums[i] * sums[i] / Vector512.Create((double)counts[i]), filled + 1);
        }
        var difference = endCounts[0] > 0 && endCounts[^1] > 0
            ? ends[^1] / Vector512.Create((double)endCounts[^1]) - ends[0] / Vector512.Create((double)endCounts[0])
            : Vector512.Create(double.NaN);
        return (squares, filled, difference);
    }

    /// <summary>The noise of every row: one of which it is not known has as much as the others.</summary>
    private static double[] Known(double[] noise)
    {
        var mean = noise.Where(own => !double.IsNaN(own)).DefaultIfEmpty(0).Average();
        return [.. noise.Select(own => double.IsNaN(own) ? mean : own)];
    }

    private static Vector512<double>[] SideBySide(IReadOnlyList<double[]> values)
    {
        var rows = new Vector512<double>[values[0].Length];
        for (var lane = 0; lane < values.Count; lane++)
        {
            for (var row = 0; row < rows.Length; row++)
                rows[row] = rows[row].WithElement(lane, values[lane][row]);
        }
        return rows;
    }
}
