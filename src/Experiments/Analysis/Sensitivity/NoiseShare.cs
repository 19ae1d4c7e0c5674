namespace Experiments.Analysis.Sensitivity;

/// <summary>
/// The share of the variance of a single run, over the whole space of a design, that is due to its replication and not to
/// the factors: the mean variance within rows over the variance of all runs (Searle, Casella and McCulloch 1992, Variance
/// components, sections 3.3 and 4.3). No index can explain it, however many points there are.
/// </summary>
public static class NoiseShare
{
    /// <summary>The share with its interval over base samples and replications; none with one replication, which cannot tell, and no interval with few.</summary>
    /// <param name="values">The runs of each row, as many in each, row by row.</param>
    /// <param name="replications">Runs of a row.</param>
    /// <param name="rowsPerPoint">Rows of a base sample, which stand together and are resampled together.</param>
    /// <param name="isShared">True where the rows share their random numbers, replication by replication.</param>
    /// <param name="bootstrap">Makes the interval.</param>
    public static Estimate Of(double[] values, int replications, int rowsPerPoint, bool isShared, Bootstrap bootstrap)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(bootstrap);
        var rows = values.Length / replications;
        if (replications < 2 || rows < 2 * rowsPerPoint)
            return Estimate.None;
        var points = rows / rowsPerPoint;
        int[] all = [.. Enumerable.Range(0, replications)];
        var share = ShareOf(new Spread(values, replications, all, isShared), [.. Enumerable.Range(0, points)], rowsPerPoint);
        if (double.IsNaN(share))
            return Estimate.None;
        // Few replications never show how far off a variance among them may be.
        return replications < ConvergenceWords.FewestReplications
            ? new(share, Interval.None)
            : new(share, bootstrap.Percentile(points, replications, 1, (resample, drawn, results) => results[0] = ShareOf(new Spread(values, replications, drawn, isShared), resample, rowsPerPoint))[0]);
    }

    private static double ShareOf(Spread spread, ReadOnlySpan<int> points, int rowsPerPoint)
    {
        var count = points.Length * rowsPerPoint;
        var (mean, noise, own) = (0.0, 0.0, 0.0);
        foreach (var point in points)
        {
            for (var row = point * rowsPerPoint; row < (point + 1) * rowsPerPoint; row++)
                (mean, noise, own) = (mean + spread.Means[row] / count, noise + spread.Within[row] / count, own + spread.Own[row] / count);
        }
        var between = 0.0;
        foreach (var point in points)
        {
            for (var row = point * rowsPerPoint; row < (point + 1) * rowsPerPoint; row++)
                between += (spread.Means[row] - mean) * (spread.Means[row] - mean) / count;
        }
        return noise / (Math.Max(0, between - own / spread.Replications) + noise);
    }

    /// <summary>Mean and variance of each row over some replications.</summary>
    private sealed class Spread
    {
        public Spread(double[] values, int replications, int[] drawn, bool isShared)
        {
            var rows = values.Length / replications;
            (Replications, Means, Within, Own) = (replications, new double[rows], new double[rows], new double[rows]);
            double[] runs = [.. Enumerable.Range(0, rows).SelectMany(row => drawn.Select(replication => values[row * replications + replication]))];
            var shared = ReplicationMeans(runs, replications);
            // Replications that were drawn twice vary less than as many others would.
            var freedom = drawn.Distinct().Count() == replications ? replications - 1 : (replications - 1) * (replications - 1.0) / replications;
            for (var row = 0; row < rows; row++)
            {
                var own = runs.AsSpan(row * replications, replications);
                // From the first run on, so that runs that are alike have no variance by rounding.
                foreach (var value in own)
                    Means[row] += value - own[0];
                Means[row] = own[0] + Means[row] / replications;
                Within[row] = Squares(own, Means[row], null) / freedom;
                // What all rows share of a replication is in every mean, and so does not tell rows apart.
                Own[row] = isShared ? Squares(own, Means[row], shared) / freedom : Within[row];
            }
        }

        public int Replications { get; }

        public double[] Means { get; }

        public double[] Within { get; }

        public double[] Own { get; }
    }

    /// <summary>What each replication adds to all rows: its mean less that of all.</summary>
    private static double[] ReplicationMeans(double[] values, int replications)
    {
        var means = new double[replications];
        for (var i = 0; i < values.Length; i++)
            means[i % replications] += values[i] / (values.Length / replications);
        var all = means.Average();
        return [.. means.Select(mean => mean - all)];
    }

    private static double Squares(ReadOnlySpan<double> runs, double mean, double[]? shared)
    {
        var squares = 0.0;
        for (var i = 0; i < runs.Length; i++)
        {
            var rest = runs[i] - mean - (shared is null ? 0 : shared[i]);
            squares += rest * rest;
        }
        return squares;
    }
}
