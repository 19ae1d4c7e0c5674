using Agents.Numerics;
using Experiments.Config;

namespace Experiments.Calibration.Guided;

/// <summary>
/// The likelihood of counts on the scale of their link: k x - E exp(x) for k events at a log rate x over a time E, and
/// k x - n log(1 + exp(x)) for k of n at log odds x, both without what does not depend on x. Both are concave
/// (McCullagh and Nelder 1989, Generalized Linear Models, chapter 2).
/// </summary>
/// <param name="link">The scale.</param>
/// <param name="counts">The counts.</param>
internal readonly struct CountLikelihood(LinkFunction link, Counts counts)
{
    /// <summary>Beyond this a rate or odds are as good as 0 or infinite.</summary>
    public const double Farthest = 30;

    private const int MostSteps = 50;
    private const double LongestStep = 2;
    private const double Precision = 1e-9;

    /// <summary>Nodes and weights of Gauss and Hermite for the weight exp(-x^2) (Abramowitz and Stegun 1964, table 25.10, n = 5); the middle one is 0.</summary>
    private static readonly (double Node, double Weight)[] Pairs = [(0.958572464613819, 0.3936193231522), (2.020182870456086, 0.01995324205905)];

    private const double Middle = 0.9453087204829;

    /// <summary>What the counts are expected to be.</summary>
    public double Expected(double x) => link == LinkFunction.Log ? counts.Exposure * Functions.Exp(x) : counts.Exposure * Functions.Logistic(x);

    /// <summary>The information on x, less the second derivative: the variance of the counts.</summary>
    /// <param name="expected">What they are expected to be.</param>
    public double Information(double expected) => link == LinkFunction.Log || counts.Exposure == 0 ? expected : expected * (1 - expected / counts.Exposure);

    /// <summary>The logarithm of the likelihood.</summary>
    public double Log(double x) => counts.Count * x - (link == LinkFunction.Log ? counts.Exposure * Functions.Exp(x) : counts.Exposure * Softplus(x));

    /// <summary>
    /// What is known after the counts were seen: the mode, and the curvature there (Laplace). It is found by Newton's steps, each
    /// bounded, from where counts and belief meet.
    /// </summary>
    /// <param name="before">What was known.</param>
    public Belief Update(Belief before)
    {
        var x = Math.Clamp(Start(before), -Farthest, Farthest);
        for (var step = 0; step < MostSteps; step++)
        {
            var expected = Expected(x);
            var slope = counts.Count - expected - (x - before.Mean) / before.Variance;
            var change = Math.Clamp(slope / (Information(expected) + 1 / before.Variance), -LongestStep, LongestStep);
            x += change;
            if (Math.Abs(change) < Precision)
                break;
        }
        return new Belief(x, 1 / (Information(Expected(x)) + 1 / before.Variance));
    }

    /// <summary>
    /// The logarithm of the likelihood, averaged over what is known, by five points of Gauss and Hermite around the mode (Liu and
    /// Pierce 1994, Biometrika 81: 624-629): points around the mean would miss a likelihood that is much narrower.
    /// </summary>
    /// <param name="known">What is known.</param>
    public double LogMean(Belief known)
    {
        var mode = Update(known);
        var scale = Math.Sqrt(2 * mode.Variance);
        var peak = LogJoint(mode.Mean, known);
        var sum = Middle;
        foreach (var (node, weight) in Pairs)
        {
            var (below, above) = (LogJoint(mode.Mean - scale * node, known) - peak, LogJoint(mode.Mean + scale * node, known) - peak);
            sum += weight * (Functions.Exp(below + node * node) + Functions.Exp(above + node * node));
        }
        return peak + Functions.Log(sum * scale) - 0.5 * Functions.Log(2 * Math.PI * known.Variance);
    }

    /// <summary>log(1 + exp(x)) without overflow.</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + Functions.Log1p(Functions.Exp(-Math.Abs(x)));

    private double LogJoint(double x, Belief known) => Log(x) - 0.5 * (x - known.Mean) * (x - known.Mean) / known.Variance;

    /// <summary>Between the belief and the counts themselves, by their precisions; half an event is added so that there is a logarithm.</summary>
    private double Start(Belief before)
    {
        if (counts.Exposure == 0)
            return before.Mean;
        var others = link == LinkFunction.Log ? counts.Exposure : counts.Exposure - counts.Count + 0.5;
        var seen = Functions.Log((counts.Count + 0.5) / others);
        var weight = link == LinkFunction.Log ? counts.Count + 0.5 : (counts.Count + 0.5) * others / (counts.Exposure + 1);
        return (before.Mean / before.Variance + seen * weight) / (1 / before.Variance + weight);
    }
}
