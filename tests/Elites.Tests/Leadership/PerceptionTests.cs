using Elites.Leadership;

namespace Elites.Tests.Leadership;

/// <summary>Whether the leader's view follows the truth.</summary>
public class PerceptionTests
{
    [Test]
    public void Correlation_KnownPairs_IsPearsons()
    {
        var perception = new Perception();
        foreach (var (seen, actual) in new[] { (1.0, 2.0), (2, 1), (3, 4), (4, 3), (5, 5) })
            perception.Note(seen, actual);
        Assert.That(perception.Correlation, Is.EqualTo(0.8).Within(1e-12));
    }

    [Test]
    public void Correlation_NothingMoved_IsZero()
    {
        var perception = new Perception();
        Assert.That(perception.Correlation, Is.Zero);
        perception.Note(0.01, 0.02);
        perception.Note(0.01, 0.03);
        Assert.That(perception.Correlation, Is.Zero);
    }

    [Test]
    public void Run_BetterInformation_SeesBetter()
    {
        var (blind, sharp) = (Mean(0), Mean(1));
        Assert.That(sharp, Is.GreaterThan(blind + 0.15));
    }

    private static double Mean(double information) =>
        Enumerable.Range(1, 12).Average(seed => Trial.Run(1_000, 104, seed, p => p.Leader.Information = information).Series("perception")[^1]);
}
