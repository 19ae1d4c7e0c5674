using Experiments.Config;
using Experiments.Statistics;

namespace Experiments.Hypotheses;

/// <summary>Computes the effect of one contrast from replications as they come, of one vector of parameters or of the draws of an ensemble.</summary>
/// <param name="contrast">What is compared.</param>
/// <param name="measures">The measures of the runs, in their order.</param>
/// <param name="ticks">The horizon.</param>
/// <param name="rows">The rows of the design, which draw random numbers of their own; with one the replications are the evidence.</param>
internal sealed class ContrastTally(Contrast contrast, IReadOnlyList<string> measures, int ticks, int rows = 1)
{
    private readonly ContrastReading reading = new(contrast, measures, ticks);

    /// <summary>For each row what its replications add.</summary>
    private readonly List<Contribution[]>[] draws = [.. Enumerable.Range(0, rows).Select(_ => new List<Contribution[]>())];

    /// <summary>Takes a replication.</summary>
    /// <param name="runs">The runs of one replication, one for each scenario of the study.</param>
    /// <param name="row">Its row of the design, from 1.</param>
    public void Add(IReadOnlyList<SeenRun> runs, int row = 1)
    {
        if (reading.Of(runs) is { } one)
            draws[row - 1].Add(one);
    }

    /// <summary>
    /// The estimate. Its variance is the jackknife's over units of evidence (Tukey 1958), which for sums of means is the paired
    /// variance; over draws it holds both what differs between them and the noise of their replications.
    /// </summary>
    public ContrastEstimate Estimate() => draws.Length == 1 ? Of(draws[0]) : OfDraws([.. draws.Where(draw => draw.Count > 0)]);

    private ContrastEstimate Of(IReadOnlyList<Contribution[]> units)
    {
        var sum = reading.Sum(units);
        var variance = Jackknife.Variance(reading.Left(sum, units));
        return new(reading.Effect(sum), reading.Error(variance, sum), units.Count);
    }

    private ContrastEstimate OfDraws(IReadOnlyList<List<Contribution[]>> counted)
    {
        var sums = counted.Select(reading.Sum).ToList();
        var sum = reading.Sum(sums);
        var variance = Jackknife.Variance(reading.Left(sum, sums));
        var lasting = variance - Within(sum, counted);
        return new(reading.Effect(sum), reading.Error(variance, sum), counted.Sum(draw => draw.Count))
        {
            Draws = DrawSpread.Of(contrast.Prediction, [.. counted.Select(Of)], Math.Sqrt(counted.Count * (lasting < 0 ? 0 : lasting))),
        };
    }

    /// <summary>
    /// The part of the variance that the noise of replications within draws makes, by the jackknife with draws as strata (Jones
    /// 1974, Biometrika 61, 343-348); for a mean of means over draws it is the mean of their variances by the number of draws.
    /// </summary>
    private double Within(Contribution[] sum, IReadOnlyList<List<Contribution[]>> counted)
    {
        // Leaving one out lowers the numbers of its draw and of all; what that does to the estimate is made up for.
        double total = counted.Sum(draw => draw.Count);
        return counted.Sum(draw => Math.Pow(draw.Count / (draw.Count - 1.0) * (total - 1) / total, 2) * Jackknife.Variance(reading.Left(sum, draw)));
    }
}
