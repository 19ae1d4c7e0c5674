namespace Experiments.Analysis.Sensitivity;

/// <summary>The rows of a sample with their answers, sorted by each factor into classes and into thirds.</summary>
internal sealed class GivenSample
{
    /// <summary>The variance, as a share of that between all rows, below which nothing is left but rounding.</summary>
    private const double LeastVariance = 1e-12;

    private readonly double first;
    private readonly double[] answers;
    private readonly double[] noise;
    private readonly int[][] classes;
    private readonly int[][] thirds;
    private readonly int most;
    private readonly double least;

    /// <param name="factors">Each factor's value in every row.</param>
    /// <param name="answers">The answer of every row.</param>
    /// <param name="noise">The variance of every row's answer that is due to its replications; NaN where that is not known.</param>
    /// <param name="classes">Classes of equal size, 3 or more.</param>
    public GivenSample(IReadOnlyList<double[]> factors, double[] answers, double[] noise, int classes)
    {
        // From the first answer on, so that answers that are all one do not vary by rounding.
        (first, this.answers, most) = (answers[0], [.. answers.Select(answer => answer - answers[0])], classes);
        // A row of which it is not known has as much as the others.
        var mean = noise.Where(own => !double.IsNaN(own)).DefaultIfEmpty(0).Average();
        this.noise = [.. noise.Select(own => double.IsNaN(own) ? mean : own)];
        this.classes = [.. factors.Select(values => Groups(values, classes))];
        thirds = [.. factors.Select(values => Apart(Groups(values, 3)))];
        least = LeastVariance * Variance([.. Enumerable.Range(0, answers.Length)]).All;
    }

    /// <summary>Classes of a factor that hold rows.</summary>
    public int ClassesOf(int factor) => classes[factor].Distinct().Count();

    /// <summary>The mean answer in each third of a factor; NaN in one that holds no row.</summary>
    public double[] Thirds(int factor) =>
        [.. Enumerable.Range(0, 3).Select(third => Enumerable.Range(0, answers.Length).Where(row => thirds[factor][row] == third).Select(row => first + answers[row]).DefaultIfEmpty(double.NaN).Average())];

    /// <summary>The variance between rows, and what is left of it without the noise of their replications.</summary>
    public (double All, double Free) Variance(ReadOnlySpan<int> rows)
    {
        var (_, squares, own) = Spread(rows);
        return (squares / (rows.Length - 1), squares / (rows.Length - 1) - own / rows.Length);
    }

    /// <summary>For each factor S1, and the answer in its highest third less that in its lowest.</summary>
    /// <param name="rows">The rows, some several times in a resample.</param>
    /// <param name="corrections">How many times the chance of rows is in them.</param>
    /// <param name="results">Takes both; NaN where there is none.</param>
    /// <returns>False where the rows differ no more than by the noise of their replications, so that there is no index.</returns>
    public bool Compute(ReadOnlySpan<int> rows, int corrections, Span<double> results)
    {
        var (mean, squares, own) = Spread(rows);
        var all = squares / (rows.Length - 1);
        var free = all - own / rows.Length;
        for (var factor = 0; factor < classes.Length; factor++)
        {
            var (between, filled) = Between(classes[factor], rows, mean);
            var share = between / squares;
            for (var i = 0; i < corrections; i++)
                share = FirstOrderIndices.Adjusted(share, filled, rows.Length);
            results[2 * factor] = free > least && filled > 1 ? share * all / free : double.NaN;
            results[2 * factor + 1] = Difference(thirds[factor], rows);
        }
        return free > least;
    }

    /// <summary>The mean answer, the sum of squares about it, and the sum of the rows' noise.</summary>
    private (double Mean, double Squares, double Noise) Spread(ReadOnlySpan<int> rows)
    {
        var (mean, squares, own) = (0.0, 0.0, 0.0);
        foreach (var row in rows)
            (mean, own) = (mean + answers[row] / rows.Length, own + noise[row]);
        foreach (var row in rows)
            squares += (answers[row] - mean) * (answers[row] - mean);
        return (mean, squares, own);
    }

    /// <summary>The sum of squares between the means of classes, and how many classes hold rows.</summary>
    private (double Squares, int Filled) Between(int[] of, ReadOnlySpan<int> rows, double mean)
    {
        Span<double> sums = stackalloc double[most];
        Span<int> counts = stackalloc int[most];
        sums.Clear();
        counts.Clear();
        foreach (var row in rows)
        {
            sums[of[row]] += answers[row] - mean;
            counts[of[row]]++;
        }
        var (squares, filled) = (0.0, 0);
        for (var i = 0; i < most; i++)
        {
            if (counts[i] > 0)
                (squares, filled) = (squares + sums[i] * sums[i] / counts[i], filled + 1);
        }
        return (squares, filled);
    }

    private double Difference(int[] of, ReadOnlySpan<int> rows)
    {
        var (low, lows, high, highs) = (0.0, 0, 0.0, 0);
        foreach (var row in rows)
        {
            if (of[row] == 0)
                (low, lows) = (low + answers[row], lows + 1);
            else if (of[row] == 2)
                (high, highs) = (high + answers[row], highs + 1);
        }
        return lows > 0 && highs > 0 ? high / highs - low / lows : double.NaN;
    }

    /// <summary>The group of each row by the order of its value. Equal values stand together, where the middle of them stands.</summary>
    private static int[] Groups(double[] values, int groups)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(row => values[row])];
        var of = new int[values.Length];
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
                end++;
            for (var i = start; i < end; i++)
                of[order[i]] = (int)((long)(start + end) * groups / (2 * values.Length));
            start = end;
        }
        return of;
    }

    /// <summary>Thirds in which the lowest and the highest hold rows, also where most rows have one of two values.</summary>
    private static int[] Apart(int[] thirds) => thirds.Distinct().Count() == 2 ? [.. thirds.Select(third => third == thirds.Min() ? 0 : 2)] : thirds;
}
