using Agents;
using Agents.Tests;

namespace Classics.Tests;

public sealed class CheckpointTests
{
    private const int Ticks = 30;

    private static readonly (string Name, ModelDefinition Definition, object Parameters)[] Models =
    [
        ("boltzmann", Boltzmann.Definition, new Boltzmann.Parameters { Agents = 500 }),
        ("boltzmann synchronous", Boltzmann.Definition, new Boltzmann.Parameters { Agents = 500, Regime = Regime.Synchronous }),
        ("boltzmann shuffled", Boltzmann.Definition, new Boltzmann.Parameters { Agents = 500, Regime = Regime.ShuffledSweep }),
        ("schelling", Schelling.Definition, new Schelling.Parameters { Width = 20, Height = 20, Agents = 250 }),
        ("civil-violence", CivilViolence.Definition, new CivilViolence.Parameters { Citizens = 500, Cops = 40, Width = 30, Height = 30 }),
        ("influence-kernel", InfluenceKernel.Definition, new InfluenceKernel.Parameters { Agents = 1_000 }),
        ("granovetter", Granovetter.Definition, new Granovetter.Parameters()),
        ("degroot", DeGroot.Definition, new DeGroot.Parameters()),
        ("sir", Sir.Definition, new Sir.Parameters { Agents = 500 }),
        ("sir geometric", Sir.Definition, new Sir.Parameters { Agents = 500, Contacts = Sir.Contacts.Geometric }),
        ("voter", Voter.Definition, new Voter.Parameters { Agents = 1_000 }),
        ("moran", Moran.Definition, new Moran.Parameters { Agents = 500, FirstMutants = 200 }),
        ("deffuant", Deffuant.Definition, new Deffuant.Parameters()),
        ("axelrod", Axelrod.Definition, new Axelrod.Parameters()),
        ("waiting", Waiting.Definition, new Waiting.Parameters()),
    ];

    [Test]
    public void Restore_AnyModelAndTick_GoesOnBitForBit(
        [ValueSource(nameof(Names))] string name, [Values(0, 1, 13)] int ticks)
    {
        var (_, definition, parameters) = Models.First(model => model.Name == name);
        var original = definition.Create(parameters, Seed.Of(7));
        Replications.Advance(original, ticks);
        using var saved = new MemoryStream();
        Checkpoint.Save(original, saved);
        saved.Position = 0;
        var restored = definition.Create(parameters, Seed.Of(7));
        Checkpoint.Restore(restored, saved);
        Assert.That(StateGraph.Differences(original, restored), Is.Empty);
        while (original.Tick < Ticks)
        {
            original.Advance();
            restored.Advance();
            Assert.That(Measures(definition, restored), Is.EqualTo(Measures(definition, original)));
        }
        Assert.That(StateGraph.Differences(original, restored), Is.Empty);
        Assert.That(Fingerprint.Of(restored), Is.EqualTo(Fingerprint.Of(original)));
        Assert.That(restored.Events.All, Is.EqualTo(original.Events.All));
    }

    [Test]
    public void Models_AreAllOfThisProject() =>
        Assert.That(
            Models.Select(model => model.Definition.Create(model.Parameters, Seed.Of(1)).GetType()).Distinct(),
            Is.EquivalentTo(typeof(Boltzmann).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Model)))));

    private static IEnumerable<string> Names() => Models.Select(model => model.Name);

    private static double[] Measures(ModelDefinition definition, Model model) => [.. definition.ModelReporters.Select(reporter => reporter.Read(model))];
}
