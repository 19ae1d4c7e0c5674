using Agents.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Experiments.Learning;

/// <summary>
/// A discrete-time hazard model (Allison 1982, Sociological Methodology 13: 61-98): the log odds of the event in a stretch of
/// time are a weighted sum and the logarithm of its length, fitted by Newton's method. Standard errors hold where stretches of
/// one cluster depend on one another (Liang and Zeger 1986, Biometrika 73: 13-22). A weak normal prior, of deviation 10 around 0,
/// keeps coefficients finite of which the data say nothing.
/// </summary>
internal sealed class HazardFit
{
    private const double PriorPrecision = 0.01;
    private const int MostSteps = 100;
    private const double Precision = 1e-9;

    private readonly HazardData data;
    private readonly Vector<double> coefficients;

    private Matrix<double> covariance;

    private HazardFit(HazardData data) =>
        (this.data, coefficients, covariance) = (data, Vector<double>.Build.Dense(data.Width), Matrix<double>.Build.Dense(data.Width, data.Width));

    public IReadOnlyList<double> Coefficients => coefficients.AsArray();

    public IReadOnlyList<double> Errors => [.. covariance.Diagonal().Select(Math.Sqrt)];

    /// <summary>Share of the deviance that the model explains of one in which all hazards are alike.</summary>
    public double Explained { get; private set; }

    /// <summary>Fits a model.</summary>
    public static HazardFit Of(HazardData data)
    {
        var fit = new HazardFit(data);
        for (var (step, moved) = (0, double.MaxValue); step < MostSteps && moved > Precision; step++)
        {
            var (slope, information) = fit.Score();
            var change = information.Cholesky().Solve(slope);
            moved = change.AbsoluteMaximum();
            // Longer steps than one unit of log odds overshoot where hazards are small.
            fit.coefficients.Add(change * Math.Min(1, 1 / moved), fit.coefficients);
        }
        fit.covariance = fit.Covariance();
        fit.Explained = 1 - fit.Deviance(fit.Chance) / fit.Deviance(fit.AlikeChance());
        return fit;
    }

    /// <summary>The chance of the event in a stretch.</summary>
    public double Chance(int i) => Functions.Logistic(Sum(data.Row(i), Coefficients) + Functions.Log(data[i].Exposure));

    /// <summary>The hazard of a unit of time as in a stretch, by any coefficients.</summary>
    public static double Hazard(HazardData data, int i, IReadOnlyList<double> coefficients) => Functions.Logistic(Sum(data.Row(i), coefficients));

    /// <summary>The standard error of that hazard by the fit's own coefficients (delta method).</summary>
    public double HazardError(int i)
    {
        var row = data.Row(i);
        var (hazard, variance) = (Hazard(data, i, Coefficients), 0.0);
        for (var j = 0; j < row.Length; j++)
        {
            for (var k = 0; row[j] != 0 && k < row.Length; k++)
                variance += row[j] * covariance[j, k] * row[k];
        }
        return hazard * (1 - hazard) * Math.Sqrt(variance);
    }

    private static double Sum(ReadOnlySpan<double> row, IReadOnlyList<double> coefficients)
    {
        var sum = 0.0;
        for (var j = 0; j < row.Length; j++)
            sum += row[j] * coefficients[j];
        return sum;
    }

    private (Vector<double> Slope, Matrix<double> Information) Score()
    {
        var width = data.Width;
        var (slope, information) = (new double[width], new double[width * width]);
        for (var i = 0; i < data.Count; i++)
        {
            var row = data.Row(i);
            var chance = Chance(i);
            var (residual, weight) = ((data[i].IsEvent ? 1 : 0) - chance, chance * (1 - chance));
            for (var j = 0; j < width; j++)
            {
                slope[j] += residual * row[j];
                for (var k = 0; row[j] != 0 && k < width; k++)
                    information[j * width + k] += weight * row[j] * row[k];
            }
        }
        for (var j = 0; j < width; j++)
            (slope[j], information[j * width + j]) = (slope[j] - PriorPrecision * coefficients[j], information[j * width + j] + PriorPrecision);
        return (Vector<double>.Build.Dense(slope), Matrix<double>.Build.Dense(width, width, information));
    }

    private Matrix<double> Covariance()
    {
        var sums = new SortedDictionary<int, double[]>();
        for (var i = 0; i < data.Count; i++)
        {
            if (!sums.TryGetValue(data[i].Cluster, out var sum))
                sums[data[i].Cluster] = sum = new double[data.Width];
            var row = data.Row(i);
            var residual = (data[i].IsEvent ? 1 : 0) - Chance(i);
            for (var j = 0; j < row.Length; j++)
                sum[j] += residual * row[j];
        }
        var bread = Score().Information.Inverse();
        var meat = Matrix<double>.Build.Dense(data.Width, data.Width);
        foreach (var sum in sums.Values.Select(sum => Vector<double>.Build.Dense(sum)))
            meat += sum.OuterProduct(sum);
        var scale = sums.Count > 1 ? sums.Count / (sums.Count - 1.0) : double.NaN;
        return bread * meat * bread * scale;
    }

    private Func<int, double> AlikeChance()
    {
        var rate = data.Events / data.Exposure;
        return i => Math.Min(1 - 1e-12, rate * data[i].Exposure);
    }

    private double Deviance(Func<int, double> chance)
    {
        var sum = 0.0;
        for (var i = 0; i < data.Count; i++)
            sum -= 2 * Functions.Log(data[i].IsEvent ? chance(i) : 1 - chance(i));
        return sum;
    }
}
