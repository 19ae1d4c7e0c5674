using Agents;

namespace Classics.Tests;

/// <summary>
/// One committed fingerprint a model: the same on every machine. A change here changes results: its commit says so.
/// </summary>
public sealed class GoldenTests
{
    [TestCase(Regime.RandomSequential, "6b9c263fc060a0945b411b187f259018c3a718981e5211c337caf97383ea097d")]
    [TestCase(Regime.Synchronous, "c11071b303432d4800f240e9aa5cc0732ecd3fb38969da04b97b1f849d5de6da")]
    [TestCase(Regime.ShuffledSweep, "6b64e34dbf8f4ed1306ca70d99e48d6cd3d53a8b35dd60fd0581cc2fb1e19a90")]
    public void Boltzmann_FiftySteps_IsGolden(Regime regime, string golden)
    {
        var model = new Boltzmann(new Boltzmann.Parameters { Agents = 1_000, MeanWealth = 3, Regime = regime }, Seed.Of(1));
        Replications.Advance(model, 50);
        Assert.That(Fingerprint.Of(model), Is.EqualTo(golden));
    }

    [Test]
    public void Schelling_TwentySteps_IsGolden()
    {
        var model = new Schelling(new Schelling.Parameters(), Seed.Of(1));
        Replications.Advance(model, 20);
        Assert.That(Fingerprint.Of(model, model.Cells), Is.EqualTo("11a8752075a794ac9e61cf69b7beb4494292ce6ce8bdbae030d55dfbbfd8e070"));
    }

    [Test]
    public void CivilViolence_HundredSteps_IsGolden()
    {
        var model = new CivilViolence(new CivilViolence.Parameters(), Seed.Of(1));
        Replications.Advance(model, 100);
        Assert.That(Fingerprint.Of(model, model.Cells), Is.EqualTo("3030f9cd7e5f8b34278019463cbb50be99ad7a932489c14b97f082385b2ada55"));
    }

    [Test]
    public void InfluenceKernel_HundredTicks_IsGolden()
    {
        var model = new InfluenceKernel(new InfluenceKernel.Parameters { Agents = 5_000 }, Seed.Of(1));
        Replications.Advance(model, 100);
        Assert.That(Fingerprint.Of(model), Is.EqualTo("f5bebc37f5a751eed3f641650f58c016d897fa444896548cafe397f858dfef0b"));
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(7)]
    [TestCase(16)]
    public void Boltzmann_SynchronousAnyThreads_SameState(int threads)
    {
        Assert.That(SynchronousExchange(threads), Is.EqualTo(SynchronousExchange(1)));
    }

    private static string SynchronousExchange(int threads)
    {
        using var workers = new Workers(threads);
        var model = new Boltzmann(new Boltzmann.Parameters { Agents = 20_000, Regime = Regime.Synchronous }, Seed.Of(1)) { Workers = workers };
        Replications.Advance(model, 30);
        return Fingerprint.Of(model);
    }
}
