using Experiments.Config;
using MathNet.Numerics.Distributions;

namespace Experiments.Hypotheses;

/// <summary>What the runs say of a hypothesis.</summary>
public enum Verdict
{
    /// <summary>Every prediction holds, and the p value says so after Holm's correction.</summary>
    Supported,

    /// <summary>A 95 % interval excludes what was predicted.</summary>
    Refuted,

    /// <summary>A 95 % interval lies within what matters of the bound: what was predicted, if it is there, is too small to matter.</summary>
    Immaterial,

    /// <summary>Neither.</summary>
    Undecided,
}

/// <summary>One contrast, judged.</summary>
/// <param name="Contrast">The contrast.</param>
/// <param name="Estimate">Its effect.</param>
/// <param name="P">Two-sided, against the nearest bound of the prediction (0 for a sign); NaN where there is none, and where nothing varied, so that no test can say how sure it is.</param>
/// <param name="Power">The chance with which the test, at Holm's first level, would have found the smallest effect that matters; NaN where there is none.</param>
/// <param name="Need">What it would take for the power that is wanted; null where it suffices, or nothing is predicted.</param>
public sealed record ContrastJudgement(Contrast Contrast, ContrastEstimate Estimate, double P, double Power, PowerNeed? Need)
{
    /// <summary>The p value of the prediction: that of the contrast, or 1 where the effect lies elsewhere.</summary>
    internal double PredictionP => Contrast.Prediction.IsOpen ? 0 : Contrast.Prediction.Holds(Estimate.Effect) && !double.IsNaN(P) ? P : 1;

    /// <summary>True where the interval excludes the prediction, whose bounds are not part of it.</summary>
    internal bool IsRefuted => Contrast.Prediction.Excludes(Estimate.Interval.Low, Estimate.Interval.High);

    /// <summary>
    /// True where the interval lies nearer to the only bound of a prediction than what matters, on either side (equivalence, Schuirmann
    /// 1987, J. Pharmacokinetics and Biopharmaceutics 15: 657-680; by the 95 % interval, so that each side is tested at .025).
    /// </summary>
    internal bool IsImmaterial =>
        Estimate.StandardError > 0 && Contrast.Prediction.Bounds.ToList() is [var bound]
        && Estimate.Interval.Low > bound - Contrast.Relevant && Estimate.Interval.High < bound + Contrast.Relevant;

    /// <summary>Judges an effect.</summary>
    /// <param name="contrast">The contrast.</param>
    /// <param name="estimate">Its effect.</param>
    /// <param name="level">The level of the test for which the power is said.</param>
    /// <param name="target">The power that is wanted.</param>
    internal static ContrastJudgement Of(Contrast contrast, ContrastEstimate estimate, double level, double target = PowerRule.Usual)
    {
        var freedom = Math.Max(1, estimate.Units - 1);
        var p = contrast.Prediction.Bounds.Select(bound => TwoSided((estimate.Effect - bound) / estimate.StandardError, freedom)).DefaultIfEmpty(double.NaN).Max();
        var critical = StudentT.InvCDF(0, 1, freedom, 1 - level / 2);
        var power = PowerOf(contrast, estimate.StandardError, critical);
        return new(contrast, estimate, p, power, PowerNeed.Of(contrast, estimate, power, critical, target));
    }

    /// <summary>How far the true effect is taken to lie from the nearest bound: for a region with two ends in its middle.</summary>
    internal static double RoomOf(Contrast contrast) =>
        contrast.Prediction.Bounds.Count() == 1 ? contrast.Relevant : (contrast.Prediction.High - contrast.Prediction.Low) / 2;

    private static double TwoSided(double t, double freedom) =>
        double.IsFinite(t) ? 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(t)) : double.NaN;

    /// <summary>Where nothing varied nothing can be said.</summary>
    private static double PowerOf(Contrast contrast, double error, double critical)
    {
        if (!(error > 0) || contrast.Prediction.IsOpen)
            return double.NaN;
        var ofOneBound = Normal.CDF(0, 1, RoomOf(contrast) / error - critical);
        return contrast.Prediction.Bounds.Count() == 1 ? ofOneBound : Math.Max(0, 2 * ofOneBound - 1);
    }
}

/// <summary>One hypothesis, judged.</summary>
/// <param name="Hypothesis">The hypothesis.</param>
/// <param name="Contrasts">Its contrasts, in the order of the config.</param>
/// <param name="P">The greatest p value of its predictions: all of them have to hold.</param>
/// <param name="HolmP">The same, corrected for all hypotheses that were judged together.</param>
/// <param name="Verdict">What follows.</param>
public sealed record Judgement(Hypothesis Hypothesis, IReadOnlyList<ContrastJudgement> Contrasts, double P, double HolmP, Verdict Verdict)
{
    /// <summary>The level of tests and intervals.</summary>
    public const double Level = 0.05;

    /// <summary>Judges hypotheses together (Holm 1979, Scandinavian Journal of Statistics 6, 65-70).</summary>
    /// <param name="effects">The hypotheses with the effects of their contrasts.</param>
    /// <param name="power">The power that is wanted.</param>
    internal static IReadOnlyList<Judgement> Of(IReadOnlyList<(Hypothesis Hypothesis, IReadOnlyList<ContrastEstimate> Effects)> effects, double power = PowerRule.Usual)
    {
        var judged = effects.Select(one => one.Hypothesis.Contrasts.Zip(one.Effects, (contrast, effect) => ContrastJudgement.Of(contrast, effect, Level / effects.Count, power)).ToList()).ToList();
        var p = judged.Select(contrasts => contrasts.All(contrast => contrast.Contrast.Prediction.IsOpen) ? 1 : contrasts.Max(contrast => contrast.PredictionP)).ToArray();
        var holm = Holm(p);
        return [.. judged.Select((contrasts, i) => new Judgement(effects[i].Hypothesis, contrasts, p[i], holm[i], VerdictOf(contrasts, holm[i])))];
    }

    /// <summary>Holm's adjusted p values, in the order of the p values.</summary>
    internal static double[] Holm(IReadOnlyList<double> p)
    {
        var adjusted = new double[p.Count];
        var (greatest, rank) = (0.0, 0);
        foreach (var i in Enumerable.Range(0, p.Count).OrderBy(i => p[i]))
        {
            greatest = Math.Max(greatest, Math.Min(1, (p.Count - rank++) * p[i]));
            adjusted[i] = greatest;
        }
        return adjusted;
    }

    private static Verdict VerdictOf(List<ContrastJudgement> contrasts, double holm) =>
        contrasts.Exists(contrast => contrast.IsRefuted) ? Verdict.Refuted
        : holm < Level ? Verdict.Supported
        : contrasts.Exists(contrast => contrast.IsImmaterial) ? Verdict.Immaterial
        : Verdict.Undecided;
}
