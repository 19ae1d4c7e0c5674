using Experiments.Config;
using Experiments.Statistics;

namespace Experiments.Hypotheses;

/// <summary>What replications add to a contrast, and its effect from their sums.</summary>
/// <param name="contrast">What is compared.</param>
/// <param name="measures">The measures of the runs, in their order.</param>
/// <param name="ticks">The horizon.</param>
internal sealed class ContrastReading(Contrast contrast, IReadOnlyList<string> measures, int ticks)
{
    /// <summary>What rounding makes of a sum whose terms are all the same, by its size.</summary>
    private const double Rounding = 1e-12;

    private readonly RunStatistic[] parts = [.. contrast.Statistic.Parts];
    private readonly RunReading[] readings = [.. contrast.Statistic.Parts.Select(part => new RunReading(part, measures.ToList().IndexOf(part.Measure ?? ""), ticks))];

    /// <summary>
    /// What one replication adds: what each part got in each weighted scenario, scenario by scenario; for pairs whether its own
    /// sum is above the threshold. Null where it does not count: one of which a weighted scenario has no value tells nothing, or
    /// those who are left in one scenario would be compared with those who are left in another.
    /// </summary>
    /// <param name="runs">Its runs, one for each scenario of the study.</param>
    public Contribution[]? Of(IReadOnlyList<SeenRun> runs)
    {
        var row = new Contribution[contrast.Weights.Count * parts.Length];
        for (var i = 0; i < row.Length; i++)
            row[i] = readings[i % parts.Length].Of(runs[contrast.Weights[i / parts.Length].Scenario]);
        for (var i = 0; i < row.Length; i += parts.Length)
        {
            if (Contribution.AreNone(row.AsSpan(i, parts.Length)))
                return null;
        }
        if (contrast.PairsAbove is not { } threshold)
            return row;
        return WeightedSum(row) is var value && double.IsNaN(value) ? null : [new Contribution(value > threshold ? 1 : 0, 1)];
    }

    /// <summary>The effect from sums over replications; NaN where there is none.</summary>
    public double Effect(Contribution[] sum) => contrast.PairsAbove is null ? WeightedSum(sum) : sum[0].Top / sum[0].Bottom;

    /// <summary>The standard error: 0 where nothing varied but the rounding of sums.</summary>
    /// <param name="variance">From leaving out one unit of evidence at a time.</param>
    /// <param name="sum">The sums over all of them.</param>
    public double Error(double variance, Contribution[] sum)
    {
        var error = Math.Sqrt(variance + AddedVariance(sum));
        return contrast.PairsAbove is null && error < Rounding * Terms(sum).Sum(Math.Abs) ? 0 : error;
    }

    /// <summary>
    /// Where runs count occurrences, the variance of two added runs with even odds in each scenario (Agresti and Min 2005), so
    /// that there is an interval too where nothing, or the same, occurred in all of them.
    /// </summary>
    private double AddedVariance(Contribution[] sum)
    {
        if (contrast.PairsAbove is not null)
            return Jackknife.AddedVariance(sum[0].Bottom);
        if (!contrast.Statistic.IsSum)
            return 0;
        return contrast.Weights.SelectMany((weight, i) => parts.Select((part, j) =>
            part.IsOccurrence ? weight.Weight * weight.Weight * Jackknife.AddedVariance(sum[i * parts.Length + j].Bottom) : 0)).Sum();
    }

    /// <summary>The sum of what units of evidence add.</summary>
    public Contribution[] Sum(IReadOnlyList<Contribution[]> units)
    {
        var sum = new Contribution[contrast.PairsAbove is null ? contrast.Weights.Count * parts.Length : 1];
        foreach (var unit in units)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += unit[i];
        }
        return sum;
    }

    /// <summary>The effect without each unit of evidence in turn.</summary>
    /// <param name="sum">The sum of all of them.</param>
    /// <param name="units">What they add.</param>
    public List<double> Left(Contribution[] sum, IReadOnlyList<Contribution[]> units) =>
        [.. units.Select(unit => Effect([.. sum.Zip(unit, (all, one) => all - one)]))];

    private double WeightedSum(Contribution[] row) => Terms(row).Sum();

    private IEnumerable<double> Terms(Contribution[] row) =>
        contrast.Weights.Select((weight, i) => weight.Weight * Contribution.Value(contrast.Statistic, row.AsSpan(i * parts.Length, parts.Length)));
}
