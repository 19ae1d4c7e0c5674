using Agents;
using Agents.Random;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Design;

namespace Experiments.Calibration;

/// <summary>What a calibration says of one parameter; a boolean counts as 0 or 1, a choice as its number.</summary>
/// <param name="Key">Its key.</param>
/// <param name="PriorMean">Mean of its prior.</param>
/// <param name="PriorDeviation">Standard deviation of its prior.</param>
/// <param name="Mean">Weighted mean of the posterior sample.</param>
/// <param name="Deviation">Weighted standard deviation of the posterior sample.</param>
/// <param name="Quantiles">Weighted quantiles at 0.025, 0.25, 0.5, 0.75 and 0.975.</param>
/// <param name="Contraction">1 less posterior over prior variance: 0 where the targets say nothing of it, near 1 where they fix it.</param>
/// <param name="Nearest">Its value in the particle nearest to the targets.</param>
public sealed record PosteriorParameter(
    string Key, double PriorMean, double PriorDeviation, double Mean, double Deviation, IReadOnlyList<double> Quantiles, double Contraction, double Nearest);

/// <summary>How the calibrated model meets one target.</summary>
/// <param name="Target">The target.</param>
/// <param name="PosteriorMissing">Particles whose statistic could not be computed; they are not in its mean.</param>
/// <param name="PosteriorMean">Weighted mean of the statistic over the posterior sample: the runs by which it was chosen.</param>
/// <param name="PredictiveMean">Mean over draws from the posterior that were run anew, with random numbers that the search did not use.</param>
/// <param name="PredictiveInterval">0.025 and 0.975 quantiles over those draws.</param>
/// <param name="Missing">Draws whose statistic could not be computed; they are in no mean.</param>
public sealed record TargetFit(CalibrationTarget Target, int PosteriorMissing, double PosteriorMean, double PredictiveMean, Interval PredictiveInterval, int Missing)
{
    /// <summary>True where the predictive mean is within the target's tolerance.</summary>
    public bool IsInside => Target.Holds(PredictiveMean);
}

/// <summary>What a posterior sample says.</summary>
public static class Posterior
{
    /// <summary>Points at which a prior is read to get its mean and variance: the middles of so many strata.</summary>
    private const int PriorPoints = 10_000;

    private static readonly double[] Levels = [0.025, 0.25, 0.5, 0.75, 0.975];

    /// <summary>One entry for each factor.</summary>
    public static IReadOnlyList<PosteriorParameter> Summarise(CalibrationPlan plan, Generation last)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(last);
        var nearest = last.Particles.MinBy(particle => particle.Evaluation.Nearness)!;
        return [.. plan.Factors.Select((factor, k) => Summarise(factor.Key, factor.Range!, last, k, nearest))];
    }

    /// <summary>One entry for each target.</summary>
    /// <param name="plan">The calibration.</param>
    /// <param name="last">The posterior sample.</param>
    /// <param name="predictive">What came of the draws that were run anew.</param>
    public static IReadOnlyList<TargetFit> Fit(CalibrationPlan plan, Generation last, IReadOnlyList<Evaluation> predictive)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(predictive);
        return [.. plan.Targets.Select((target, i) => Fit(target, Seen(last.Particles, i), Seen(predictive, i)))];
    }

    /// <summary>
    /// Draws from the sample that all have the same weight: systematic resampling (Kitagawa 1996, Journal of
    /// Computational and Graphical Statistics 5: 1-25), by which a particle of weight w comes n w times, rounded up or down.
    /// </summary>
    /// <param name="last">The posterior sample.</param>
    /// <param name="count">Number of draws n, 1 or more.</param>
    /// <param name="seed">Seed of the one draw that it needs.</param>
    public static IReadOnlyList<double[]> Draw(Generation last, int count, int seed)
    {
        ArgumentNullException.ThrowIfNull(last);
        var start = new Draws(Seed.Of(seed, 0), 0, 0, Purpose.Proposal).Uniform();
        var positions = new List<double[]>(count);
        var (sum, next) = (0.0, 0);
        foreach (var particle in last.Particles)
        {
            sum += particle.Weight * count;
            for (; next < count && start + next < sum; next++)
                positions.Add(particle.Position);
        }
        // The sum of the weights may fall short of 1 by rounding.
        while (positions.Count < count)
            positions.Add(last.Particles[^1].Position);
        return positions;
    }

    private static PosteriorParameter Summarise(string key, FactorRange prior, Generation last, int k, Particle nearest)
    {
        var (priorMean, priorVariance) = Moments([.. Enumerable.Range(0, PriorPoints).Select(i => (prior.At((i + 0.5) / PriorPoints), 1.0))]);
        var sample = last.Particles.Select(particle => (prior.At(particle.Position[k]), particle.Weight)).ToList();
        var (mean, variance) = Moments(sample);
        return new PosteriorParameter(
            key, FactorRange.Round(priorMean), FactorRange.Round(Math.Sqrt(priorVariance)), mean, Math.Sqrt(variance), Quantiles(sample, Levels), 1 - variance / priorVariance, prior.At(nearest.Position[k]));
    }

    private static TargetFit Fit(CalibrationTarget target, List<(double, double)> posterior, List<(double, double)> predictive)
    {
        var seen = posterior.Where(one => !double.IsNaN(one.Item1)).ToList();
        var known = predictive.Where(one => !double.IsNaN(one.Item1)).ToList();
        var bounds = Quantiles(known, [Levels[0], Levels[^1]]);
        return new TargetFit(
            target, posterior.Count - seen.Count, Moments(seen).Mean, Moments(known).Mean, new Interval(bounds[0], bounds[1]), predictive.Count - known.Count);
    }

    private static List<(double, double)> Seen(IReadOnlyList<Particle> particles, int target) =>
        [.. particles.Select(particle => (particle.Evaluation.Statistics[target], particle.Weight))];

    private static List<(double, double)> Seen(IReadOnlyList<Evaluation> evaluations, int target) =>
        [.. evaluations.Select(evaluation => (evaluation.Statistics[target], 1.0))];

    /// <summary>Mean and variance of weighted values; NaN where there are none.</summary>
    internal static (double Mean, double Variance) Moments(List<(double Value, double Weight)> sample)
    {
        // One value has no variance, not even by rounding.
        if (sample.Count > 0 && sample.TrueForAll(one => one.Value == sample[0].Value))
            return (sample[0].Value, 0);
        var (total, mean, variance) = (0.0, 0.0, 0.0);
        foreach (var (_, weight) in sample)
            total += weight;
        foreach (var (value, weight) in sample)
            mean += weight / total * value;
        foreach (var (value, weight) in sample)
            variance += weight / total * (value - mean) * (value - mean);
        return total == 0 ? (double.NaN, double.NaN) : (mean, variance);
    }

    /// <summary>The least value at or below which the values have so much of the weight; NaN where there are none.</summary>
    private static List<double> Quantiles(List<(double Value, double Weight)> sample, IReadOnlyList<double> levels)
    {
        var sorted = sample.OrderBy(one => one.Value).ToList();
        var total = sorted.Sum(one => one.Weight);
        var quantiles = new List<double>();
        foreach (var level in levels)
        {
            var (sum, i) = (0.0, 0);
            while (i < sorted.Count - 1 && (sum += sorted[i].Weight) < level * total)
                i++;
            quantiles.Add(sorted.Count == 0 ? double.NaN : sorted[i].Value);
        }
        return quantiles;
    }
}
