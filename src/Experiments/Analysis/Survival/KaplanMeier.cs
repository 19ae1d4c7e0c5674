namespace Experiments.Analysis.Survival;

/// <summary>The share of runs that goes on past a time.</summary>
/// <param name="Time">When runs ended or were last seen; the share holds from here to the next row.</param>
/// <param name="AtRisk">Runs still going just before it.</param>
/// <param name="Events">Runs that ended then.</param>
/// <param name="Censored">Runs last seen then.</param>
/// <param name="Survival">The product-limit estimate with its interval; none at 0 and at 1.</param>
/// <param name="StandardError">Greenwood's, or of clusters that of their influences; NaN where no run is left.</param>
public sealed record SurvivalStep(double Time, int AtRisk, int Events, int Censored, Estimate Survival, double StandardError);

/// <summary>
/// The product-limit estimator of survival (Kaplan and Meier 1958, JASA 53, 457-481) with Greenwood's variance (1926)
/// and intervals on the scale of log(-log S).
/// </summary>
public static class KaplanMeier
{
    /// <summary>One sentence for a footnote.</summary>
    public const string Method =
        "Survival: Kaplan and Meier (1958) with Greenwood's variance and 95 % intervals on the scale of log(-log S); where rows of a design share their random numbers, the infinitesimal jackknife over replications and Student's t.";

    /// <summary>The estimate at every time at which a run ended or was last seen, ascending.</summary>
    /// <param name="durations">The runs; whatever ended them counts alike.</param>
    /// <param name="clusters">For each run the cluster of runs with which it shares its random numbers; null where runs are independent. Of one cluster there are no intervals.</param>
    /// <exception cref="ArgumentException">A time is negative or NaN, or there are more or fewer clusters than runs.</exception>
    public static IReadOnlyList<SurvivalStep> Of(IReadOnlyList<Duration> durations, IReadOnlyList<int>? clusters = null)
    {
        ArgumentNullException.ThrowIfNull(durations);
        if (clusters is not null)
            return Clustered(durations, clusters);
        var steps = new List<SurvivalStep>();
        var (survival, greenwood) = (1.0, 0.0);
        var rows = RiskTable.Of([.. durations.Select(one => one with { Cause = Math.Min(one.Cause, 0) })], 1);
        foreach (var row in rows)
        {
            double atRisk = row.AtRisk;
            survival *= (atRisk - row.AllEvents) / atRisk;
            greenwood += row.AllEvents / (atRisk * (atRisk - row.AllEvents));
            var error = survival * Math.Sqrt(greenwood);
            steps.Add(new SurvivalStep(row.Time, row.AtRisk, row.AllEvents, row.Censored, new Estimate(survival, LogLog.Around(survival, error)), error));
        }
        return steps;
    }

    /// <summary>The same share; its error is that of the incidence of its one cause, whatever ended the runs.</summary>
    private static List<SurvivalStep> Clustered(IReadOnlyList<Duration> durations, IReadOnlyList<int> clusters)
    {
        var freedom = clusters.Distinct().Count() - 1;
        Duration[] alike = [.. durations.Select(one => one with { Cause = Math.Min(one.Cause, 0) })];
        var shares = Of(durations);
        return
        [
            .. shares.Zip(AalenJohansen.Of(alike, 1, clusters), (own, ended) =>
            {
                var error = own.Survival.Value == 0 ? double.NaN : ended.Causes[0].StandardError;
                return own with { Survival = new Estimate(own.Survival.Value, LogLog.Around(own.Survival.Value, error, freedom)), StandardError = error };
            }),
        ];
    }
}
