using Agents;
using Agents.Testing;

namespace Models.Tests;

public sealed class MyModelTests
{
    /// <summary>Twice, on threads, from a checkpoint and by the generated forms of its rules: the same bits.</summary>
    [Test]
    public void Model_KeepsTheDeterminismContract() =>
        Assert.That(new ModelProof(() => new MyModel(new Parameters { Agents = 10_000 }, Seed.Of(1))).Complaints(), Is.Empty);

    /// <summary>A known answer: nobody forgets, so without contagion one believer stays alone, and with certainty all believe.</summary>
    [TestCase(0, 0.001)]
    [TestCase(1, 1)]
    public void Believers_AtTheEndsOfContagion_AreOneOrAll(double contagion, double expected)
    {
        var model = new MyModel(new Parameters { Contagion = contagion }, Seed.Of(1));
        for (var day = 0; day < 60; day++)
            model.Advance();
        Assert.That(model.Believers, Is.EqualTo(expected));
    }
}
