using System.Numerics;
using System.Runtime.InteropServices;
using Experiments.Config;

namespace Experiments.Calibration.Guided;

/// <summary>
/// What the counts of all proposals say of one side anywhere in the unit cube: the posterior of the coefficients, and how far
/// the truth is from any such curve.
/// </summary>
/// <param name="basis">The functions.</param>
/// <param name="link">The scale.</param>
/// <param name="coefficients">The posterior mean, a row of the basis.</param>
/// <param name="covariance">The posterior covariance, row by row, each as long as a row of the basis.</param>
/// <param name="misfit">Variance of the truth around the curve where proposals were guided to.</param>
internal sealed class Regression(Basis basis, LinkFunction link, double[] coefficients, double[] covariance, double misfit)
{
    /// <summary>(16 sqrt(3) / (15 pi))^2: how a logistic curve flattens when it is averaged over a normal number.</summary>
    private const double Flattening = 0.345843;

    /// <summary>Posterior mean of the coefficients.</summary>
    public double[] Coefficients => coefficients;

    /// <summary>Standard deviation of the truth around the curve, on the scale of the link.</summary>
    public double Misfit => Math.Sqrt(misfit);

    /// <summary>What it expects at a point.</summary>
    public Belief At(ReadOnlySpan<double> position)
    {
        var row = new double[basis.Stride];
        basis.Fill(position, row);
        return Of(row);
    }

    /// <summary>What it expects where a point has this row.</summary>
    /// <remarks>
    /// The curve is of the mean over all places with such a row; the middle of the logarithms lies lower by half the misfit's
    /// variance, and log odds farther out (Zeger, Liang and Albert 1988, Biometrics 44: 1049-1060).
    /// </remarks>
    public Belief Of(ReadOnlySpan<double> row)
    {
        var (curve, variance) = (0.0, 0.0);
        for (var i = 0; i < row.Length; i++)
            curve += coefficients[i] * row[i];
        var matrix = MemoryMarshal.Cast<double, Vector<double>>(covariance);
        var width = row.Length / Vector<double>.Count;
        // Sums run down the rows in each lane, so that the width of a vector changes no bit.
        for (var block = 0; block < width; block++)
        {
            var sums = Vector<double>.Zero;
            for (var (i, at) = (0, block); i < row.Length; i++, at += width)
                sums += matrix[at] * new Vector<double>(row[i]);
            for (var lane = 0; lane < Vector<double>.Count; lane++)
                variance += sums[lane] * row[block * Vector<double>.Count + lane];
        }
        return new Belief(link == LinkFunction.Log ? curve - 0.5 * misfit : curve * Math.Sqrt(1 + Flattening * misfit), Math.Max(variance, 0) + misfit + 1e-12);
    }
}
