using Agents;

namespace Classics.Tests;

/// <summary>What several replications gave for one value.</summary>
internal readonly record struct Replications(double Mean, double StandardError)
{
    /// <summary>Runs replications 1, 2, ... and takes several values from each.</summary>
    public static Replications[] Of(int count, Func<Seed, double[]> run)
    {
        var runs = new double[count][];
        for (var i = 0; i < count; i++)
            runs[i] = run(Seed.Of(1, i + 1));
        return [.. Enumerable.Range(0, runs[0].Length).Select(value => From([.. runs.Select(values => values[value])]))];
    }

    /// <summary>Holds when the mean is as near to the target as both sides' standard errors and the tolerance ask.</summary>
    public void RequireNear(double target, double tolerance, double targetStandardError = 0)
    {
        var error = Math.Sqrt(StandardError * StandardError + targetStandardError * targetStandardError);
        Assert.That(Mean, Is.EqualTo(target).Within(Math.Max(3 * error, tolerance)), $"mean {Mean} with standard error {StandardError}");
    }

    private static Replications From(double[] values)
    {
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1);
        return new Replications(mean, Math.Sqrt(variance / values.Length));
    }

    /// <summary>Makes so many steps.</summary>
    public static void Advance(Model model, int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
            model.Advance();
    }
}
