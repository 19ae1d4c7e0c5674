using Agents;
using Experiments.Config;

namespace Commands.Tests;

/// <summary>What a model says of its memory is what it takes.</summary>
public sealed class MemoryTests
{
    private static IEnumerable<TestCaseData> Large =>
    [
        new("elites", new (string, object)[] { ("population.agents", 100_000) }),
        new("boltzmann", new (string, object)[] { ("agents", 1_000_000) }),
        new("influence-kernel", new (string, object)[] { ("agents", 100_000) }),
        new("granovetter", new (string, object)[] { ("agents", 1_000_000) }),
        new("degroot", new (string, object)[] { ("agents", 100_000) }),
        new("voter", new (string, object)[] { ("agents", 1_000_000) }),
        new("moran", new (string, object)[] { ("agents", 1_000_000), ("first_mutants", 500_000) }),
        new("deffuant", new (string, object)[] { ("agents", 1_000_000) }),
        new("axelrod", new (string, object)[] { ("width", 500), ("height", 500) }),
        new("waiting", new (string, object)[] { ("agents", 100_000) }),
        new("schelling", new (string, object)[] { ("width", 500), ("height", 500), ("agents", 156_250) }),
        new("civil-violence", new (string, object)[] { ("width", 500), ("height", 500), ("citizens", 175_000), ("cops", 10_000) }),
    ];

    [TestCaseSource(nameof(Large))]
    public void BytesPerAgent_OfALargeRun_IsWhatItTakes(string name, (string Key, object Value)[] size)
    {
        var definition = Cli.Models.All.Single(model => model.Name == name);
        var catalogue = new ParameterCatalogue(definition);
        var values = catalogue.Defaults.ToArray();
        foreach (var (key, value) in size)
            values[catalogue.Find(key)!.Index] = value;
        var parameters = catalogue.Make(values);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var model = definition.Create(parameters, Seed.Of(1));
        model.Advance();
        model.Advance();
        var measured = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / definition.CountAgents(parameters);
        GC.KeepAlive(model);
        TestContext.Out.WriteLine($"{name}: {measured:0.0} bytes an agent");
        Assert.That(definition.BytesPerAgent, Is.InRange(measured, 2 * measured));
    }

    [Test]
    public void BytesPerAgent_OfEveryModel_IsDeclared() =>
        Assert.That(Cli.Models.All.Where(model => model.BytesPerAgent == 0).Select(model => model.Name), Is.Empty);
}
