using Agents;

namespace Classics.Tests;

/// <summary>A classic ends with the same bits with its block forms and without.</summary>
public sealed class BlockFormTests
{
    [TestCase(Regime.ShuffledSweep)]
    [TestCase(Regime.RandomSequential)]
    [TestCase(Regime.FixedOrder)]
    public void Boltzmann_BlockForms_SameState(Regime regime) =>
        RequireSame(() => new Boltzmann(new Boltzmann.Parameters { Agents = 1_001, MeanWealth = 2, Regime = regime }, Seed.Of(3)), 40);

    [TestCase(Regime.ShuffledSweep)]
    [TestCase(Regime.RandomSequential)]
    public void CivilViolence_BlockForms_SameState(Regime regime) =>
        RequireSame(() => new CivilViolence(new CivilViolence.Parameters { Regime = regime }, Seed.Of(3)), 60);

    private static void RequireSame(Func<Model> make, int ticks)
    {
        var (blocks, scalar) = (make(), make());
        scalar.UsesBlockForms = false;
        Replications.Advance(blocks, ticks);
        Replications.Advance(scalar, ticks);
        Assert.That(Fingerprint.Of(blocks), Is.EqualTo(Fingerprint.Of(scalar)));
    }
}
