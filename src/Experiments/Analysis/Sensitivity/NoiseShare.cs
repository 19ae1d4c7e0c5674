namespace Experiments.Analysis.Sensitivity;

/// <summary>
/// The share of the variance of a single run, over the whole space of a design, that is due to its replication and not to
/// the factors: the mean variance within rows over the variance of all runs (Searle, Casella and McCulloch 1992, Variance
/// components, sections 3.3 and 4.3). No index can explain it, however many points there are.
/// </summary>
public static class NoiseShare
{
    /// <summary>The share with its interval over base samples; none with one replication, which cannot tell.</summary>
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
        var means = new double[rows];
        var (within, own) = (new double[rows], new double[rows]);
        var replication = ReplicationMeans(values, replications);
        for (var row = 0; row < rows; row++)
        {
            var runs = values.AsSpan(row * replications, replications);
            // From the first run on, so that runs that are alike have no variance by rounding.
            foreach (var value in runs)
                means[row] += value - runs[0];
            means[row] = runs[0] + means[row] / replications;
            within[row] = Squares(runs, means[row], null) / (replications - 1);
            // What all rows share of a replication is in every mean, and so does not tell rows apart.
            own[row] = isShared ? Squares(runs, means[row], replication) / (replications - 1) : within[row];
        }
        double ShareOf(ReadOnlySpan<int> points)
        {
            var count = points.Length * rowsPerPoint;
            var (mean, noise, ownNoise) = (0.0, 0.0, 0.0);
            foreach (var point in points)
            {
                for (var row = point * rowsPerPoint; row < (point + 1) * rowsPerPoint; row++)
                    (mean, noise, ownNoise) = (mean + means[row] / count, noise + within[row] / count, ownNoise + own[row] / count);
            }
            var between = 0.0;
            foreach (var point in points)
            {
                for (var row = point * rowsPerPoint; row < (point + 1) * rowsPerPoint; row++)
                    between += (means[row] - mean) * (means[row] - mean) / count;
            }
            return noise / (Math.Max(0, between - ownNoise / replications) + noise);
        }

        var points = rows / rowsPerPoint;
        var share = ShareOf([.. Enumerable.Range(0, points)]);
        return double.IsNaN(share) ? Estimate.None : new(share, bootstrap.Percentile(points, 1, (resample, results) => results[0] = ShareOf(resample))[0]);
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
