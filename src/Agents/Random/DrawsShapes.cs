using Agents.Numerics;

namespace Agents.Random;

/// <content>Continuous distributions that are made of normal, uniform and each other's numbers.</content>
public partial struct Draws
{
    /// <summary>
    /// A gamma number, by rejection from a cubed normal number (Marsaglia and Tsang 2000, A simple method for generating gamma
    /// variables, ACM TOMS 26: 363-372), for a shape below 1 from the next one. Takes four words or more, two of them first
    /// where the shape is below 1.
    /// </summary>
    /// <param name="shape">k, alpha: positive and finite.</param>
    /// <param name="scale">theta: positive and finite; the mean is shape times scale. A rate is 1 / scale.</param>
    /// <returns>The number; 0 where it would be less than the least double, as shapes below 0.05 now and then are.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not positive and finite.</exception>
    public double Gamma(double shape, double scale = 1)
    {
        RequireShape(shape, nameof(shape));
        RequireShape(scale, nameof(scale));
        return shape < 1 ? Functions.Exp(LogGamma(shape)) * scale : GammaFromOneOn(shape) * scale;
    }

    /// <summary>
    /// A beta number: the part of the first of two gamma numbers in their sum (Devroye 1986, Non-uniform random variate
    /// generation, p. 432), worked out from their logarithms so that tiny shapes do no harm. Takes eight words or more.
    /// </summary>
    /// <param name="a">alpha: positive and finite.</param>
    /// <param name="b">beta: positive and finite; the mean is a / (a + b).</param>
    /// <returns>A number in [0, 1]; an end where it lies closer to it than doubles do.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not positive and finite.</exception>
    public double Beta(double a, double b)
    {
        RequireShape(a, nameof(a));
        RequireShape(b, nameof(b));
        var first = LogGamma(a);
        return Functions.Logistic(first - LogGamma(b));
    }

    /// <summary>A number whose logarithm is normal. Takes two words and is monotone in them, as <see cref="Normal()"/> is.</summary>
    /// <param name="mean">mu: mean of the logarithm, any finite number. The number's median is exp(mu).</param>
    /// <param name="deviation">sigma: standard deviation of the logarithm, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite, or the deviation is negative.</exception>
    public double LogNormal(double mean, double deviation) => Functions.Exp(Normal(mean, deviation));

    private static void RequireShape(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0)
            throw new ArgumentOutOfRangeException(name, value, "A shape or scale is positive and finite.");
    }

    private double LogGamma(double shape)
    {
        if (shape >= 1)
            return Functions.Log(GammaFromOneOn(shape));
        var shrunk = Functions.Log(ToOpenUniform(Word(), Word())) / shape;
        return Functions.Log(GammaFromOneOn(shape + 1)) + shrunk;
    }

    private double GammaFromOneOn(double shape)
    {
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var u = ToOpenUniform(Word(), Word());
            var root = 1 + c * x;
            if (root <= 0)
                continue;
            var v = root * root * root;
            var square = x * x;
            if (u < 1 - 0.0331 * square * square || Functions.Log(u) < 0.5 * square + d * (1 - v + Functions.Log(v)))
                return d * v;
        }
    }
}
