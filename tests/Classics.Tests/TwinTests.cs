using Agents;

namespace Classics.Tests;

/// <summary>A classic ends with the same bits with its twins and without.</summary>
public sealed class TwinTests
{
    [TestCase(Regime.ShuffledSweep)]
    [TestCase(Regime.RandomSequential)]
    [TestCase(Regime.FixedOrder)]
    public void Boltzmann_Twins_SameState(Regime regime) =>
        RequireSame(() => new Boltzmann(new Boltzmann.Parameters { Agents = 1_001, MeanWealth = 2, Regime = regime }, Seed.Of(3)), 40);

    [TestCase(Regime.ShuffledSweep)]
    [TestCase(Regime.RandomSequential)]
    public void CivilViolence_Twins_SameState(Regime regime) =>
        RequireSame(() => new CivilViolence(new CivilViolence.Parameters { Regime = regime }, Seed.Of(3)), 60);

    private static void RequireSame(Func<Model> make, int ticks)
    {
        var (twin, scalar) = (make(), make());
        scalar.UsesTwins = false;
        Replications.Advance(twin, ticks);
        Replications.Advance(scalar, ticks);
        Assert.That(Fingerprint.Of(twin), Is.EqualTo(Fingerprint.Of(scalar)));
    }
}
