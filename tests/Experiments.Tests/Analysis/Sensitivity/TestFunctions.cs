namespace Experiments.Tests.Analysis.Sensitivity;

/// <summary>Functions on the unit cube whose indices are known.</summary>
internal static class TestFunctions
{
    private static readonly double[] Weights = [0, 1, 4.5, 9, 99, 99, 99, 99];

    /// <summary>A function on the unit cube.</summary>
    public delegate double Function(ReadOnlySpan<double> x);

    /// <summary>Ishigami and Homma 1990 with a = 7 and b = 0.1, over (-pi, pi).</summary>
    public static double Ishigami(ReadOnlySpan<double> x)
    {
        var (x1, x2, x3) = (Angle(x[0]), Angle(x[1]), Angle(x[2]));
        return Math.Sin(x1) + 7 * Math.Sin(x2) * Math.Sin(x2) + 0.1 * x3 * x3 * x3 * x3 * Math.Sin(x1);
    }

    /// <summary>The G function of Saltelli and Sobol' 1995.</summary>
    public static double G(ReadOnlySpan<double> x)
    {
        var product = 1.0;
        for (var i = 0; i < x.Length; i++)
            product *= (Math.Abs(4 * x[i] - 2) + Weights[i]) / (1 + Weights[i]);
        return product;
    }

    private static double Angle(double x) => Math.PI * (2 * x - 1);
}
