namespace Experiments.Analysis.Survival;

/// <summary>
/// Runs that share their random numbers, such as those of one replication in all rows of a design, say less than as many
/// independent ones. The infinitesimal jackknife then sums the influences of a cluster's runs before it squares them (Lin
/// and Wei 1989, JASA 84, 1074-1078; as survfit of R's survival does with cluster=).
/// </summary>
internal sealed class ClusteredVariance
{
    private readonly List<RiskRow> rows;

    /// <summary>For each cluster and row the runs at risk, those that each cause ended, and all that ended.</summary>
    private readonly int[][] atRisk;
    private readonly int[][][] events;

    /// <param name="durations">The runs.</param>
    /// <param name="clusters">For each run its cluster, any number.</param>
    /// <param name="rows">The times.</param>
    /// <param name="causes">Number of causes.</param>
    /// <exception cref="ArgumentException">There are more or fewer clusters than runs.</exception>
    public ClusteredVariance(IReadOnlyList<Duration> durations, IReadOnlyList<int> clusters, List<RiskRow> rows, int causes)
    {
        if (clusters.Count != durations.Count)
            throw new ArgumentException($"{clusters.Count} clusters are not those of {durations.Count} runs.", nameof(clusters));
        this.rows = rows;
        var numbers = clusters.Distinct().Order().Select((cluster, i) => (cluster, i)).ToDictionary(pair => pair.cluster, pair => pair.i);
        atRisk = [.. numbers.Select(_ => new int[rows.Count])];
        events = [.. numbers.Select(_ => rows.Select(_ => new int[causes]).ToArray())];
        var times = rows.Select(row => row.Time).ToList();
        for (var i = 0; i < durations.Count; i++)
        {
            var (own, last) = (numbers[clusters[i]], times.BinarySearch(durations[i].Time));
            atRisk[own][last]++;
            if (durations[i].Cause != Duration.Censored)
                events[own][last][durations[i].Cause]++;
        }
        foreach (var own in atRisk)
        {
            for (var row = rows.Count - 2; row >= 0; row--)
                own[row] += own[row + 1];
        }
    }

    /// <summary>Degrees of freedom of the interval: clusters less one; none of one cluster.</summary>
    public int Freedom => atRisk.Length - 1;

    /// <summary>The standard error of a cause's incidence at every row; NaN for a single cluster.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="survival">Survival at every row.</param>
    /// <param name="incidence">The cause's incidence at every row.</param>
    public double[] Errors(int cause, double[] survival, double[] incidence)
    {
        var variances = new double[rows.Count];
        for (var own = 0; own < atRisk.Length; own++)
        {
            // What the cluster's runs change of the incidence at a row: what they add, less what they take from those at
            // risk later, which falls due as the incidence rises.
            var (added, taken, takenBefore) = (0.0, 0.0, 0.0);
            for (var l = 0; l < rows.Count; l++)
            {
                var row = rows[l];
                if (row.AllEvents > 0)
                {
                    double all = row.AtRisk;
                    var ended = events[own][l].Sum();
                    added += (l == 0 ? 1 : survival[l - 1]) / all * (events[own][l][cause] - atRisk[own][l] * (row.Events[cause] / all));
                    var loss = row.AllEvents == row.AtRisk ? 0 : (ended - atRisk[own][l] * (row.AllEvents / all)) / (all - row.AllEvents);
                    (taken, takenBefore) = (taken + loss, takenBefore + loss * incidence[l]);
                }
                var influence = added - incidence[l] * taken + takenBefore;
                variances[l] += influence * influence;
            }
        }
        return [.. variances.Select(variance => Freedom < 1 ? double.NaN : Math.Sqrt(variance))];
    }
}
