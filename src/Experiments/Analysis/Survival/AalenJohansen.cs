namespace Experiments.Analysis.Survival;

/// <summary>The share of runs that one cause has ended by a time.</summary>
/// <param name="Events">Runs that it ended at this time.</param>
/// <param name="Incidence">Cumulative incidence with its interval; none at 0 and at 1.</param>
/// <param name="StandardError">Its standard error.</param>
public readonly record struct CauseIncidence(int Events, Estimate Incidence, double StandardError);

/// <summary>Cumulative incidence of every cause at a time.</summary>
/// <param name="Time">When runs ended or were last seen; the shares hold from here to the next row.</param>
/// <param name="AtRisk">Runs still going just before it.</param>
/// <param name="Censored">Runs last seen then.</param>
/// <param name="Causes">One entry for each cause.</param>
public sealed record IncidenceStep(double Time, int AtRisk, int Censored, IReadOnlyList<CauseIncidence> Causes);

/// <summary>
/// Cumulative incidence where several causes compete to end a run (Aalen and Johansen 1978, Scandinavian Journal of
/// Statistics 5, 141-150): a run that another cause has ended cannot have this one any more, so that one minus
/// Kaplan and Meier's survival from one cause alone would say too much.
/// </summary>
public static class AalenJohansen
{
    /// <summary>One sentence for a footnote.</summary>
    public const string Method =
        "Cumulative incidence: Aalen and Johansen (1978), infinitesimal jackknife variance, 95 % intervals on the scale of log(-log F); by replication and with Student's t where rows of a design share their random numbers.";

    /// <summary>The estimate at every time at which a run ended or was last seen, ascending.</summary>
    /// <param name="durations">The runs.</param>
    /// <param name="causes">Number of causes, 1 or more.</param>
    /// <param name="clusters">For each run the cluster of runs with which it shares its random numbers; null where runs are independent. Of one cluster there are no intervals.</param>
    /// <exception cref="ArgumentException">A time is negative or NaN, a cause is out of range, or there are more or fewer clusters than runs.</exception>
    public static IReadOnlyList<IncidenceStep> Of(IReadOnlyList<Duration> durations, int causes, IReadOnlyList<int>? clusters = null)
    {
        ArgumentNullException.ThrowIfNull(durations);
        ArgumentOutOfRangeException.ThrowIfLessThan(causes, 1);
        var rows = RiskTable.Of(durations, causes);
        var survival = new double[rows.Count];
        var incidence = new double[causes][];
        for (var cause = 0; cause < causes; cause++)
            incidence[cause] = new double[rows.Count];
        for (var j = 0; j < rows.Count; j++)
        {
            var (before, row) = (j == 0 ? 1 : survival[j - 1], rows[j]);
            for (var cause = 0; cause < causes; cause++)
                incidence[cause][j] = (j == 0 ? 0 : incidence[cause][j - 1]) + before * row.Events[cause] / row.AtRisk;
            survival[j] = before * (row.AtRisk - row.AllEvents) / row.AtRisk;
        }
        var clustered = clusters is null ? null : new ClusteredVariance(durations, clusters, rows, causes);
        double[] Errors(int cause) => clustered?.Errors(cause, survival, incidence[cause])
            ?? [.. rows.Select((_, j) => Math.Sqrt(Math.Max(0, Variance(j, cause, rows, survival, incidence[cause]))))];
        double[][] errors = [.. Enumerable.Range(0, causes).Select(Errors)];
        return
        [
            .. rows.Select((row, j) => new IncidenceStep(row.Time, row.AtRisk, row.Censored,
            [
                .. Enumerable.Range(0, causes).Select(cause => new CauseIncidence(
                    row.Events[cause], new Estimate(incidence[cause][j], LogLog.Around(incidence[cause][j], errors[cause][j], clustered?.Freedom)), errors[cause][j])),
            ])),
        ];
    }

    /// <summary>
    /// The sum over runs of their squared influence on the estimate (infinitesimal jackknife). Influences at different
    /// times are uncorrelated, so that it is a sum over times: at time l a run changes it by S(l-) / n if the cause ends
    /// it, less (F(t) - F(l)) / (n - d) if any cause does, about the means of both. For a single cause it is Greenwood's.
    /// </summary>
    private static double Variance(int step, int cause, List<RiskRow> rows, double[] survival, double[] incidence)
    {
        var variance = 0.0;
        for (var l = 0; l <= step; l++)
        {
            var row = rows[l];
            if (row.AllEvents == 0)
                continue;
            double atRisk = row.AtRisk;
            var (own, any) = (row.Events[cause] / atRisk, row.AllEvents / atRisk);
            var gain = (l == 0 ? 1 : survival[l - 1]) / atRisk;
            var loss = row.AllEvents == row.AtRisk ? 0 : (incidence[step] - incidence[l]) / (atRisk - row.AllEvents);
            variance += atRisk * (gain * gain * own * (1 - own) - 2 * gain * loss * own * (1 - any) + loss * loss * any * (1 - any));
        }
        return variance;
    }
}
