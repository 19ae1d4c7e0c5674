namespace Experiments.Analysis.Survival;

/// <summary>The share of runs that goes on past a time.</summary>
/// <param name="Time">When runs ended or were last seen; the share holds from here to the next row.</param>
/// <param name="AtRisk">Runs still going just before it.</param>
/// <param name="Events">Runs that ended then.</param>
/// <param name="Censored">Runs last seen then.</param>
/// <param name="Survival">The product-limit estimate with its interval; none at 0 and at 1.</param>
/// <param name="StandardError">Greenwood's; NaN where no run is left.</param>
public sealed record SurvivalStep(double Time, int AtRisk, int Events, int Censored, Estimate Survival, double StandardError);

/// <summary>
/// The product-limit estimator of survival (Kaplan and Meier 1958, JASA 53, 457-481) with Greenwood's variance (1926)
/// and intervals on the scale of log(-log S).
/// </summary>
public static class KaplanMeier
{
    /// <summary>One sentence for a footnote.</summary>
    public const string Method =
        "Survival: Kaplan and Meier (1958) with Greenwood's variance and 95 % intervals on the scale of log(-log S).";

    /// <summary>The estimate at every time at which a run ended or was last seen, ascending.</summary>
    /// <param name="durations">The runs; whatever ended them counts alike.</param>
    /// <exception cref="ArgumentException">A time is negative or NaN.</exception>
    public static IReadOnlyList<SurvivalStep> Of(IReadOnlyList<Duration> durations)
    {
        ArgumentNullException.ThrowIfNull(durations);
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
}
