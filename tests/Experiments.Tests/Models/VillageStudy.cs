using System.Globalization;
using Agents;
using Experiments.Config;

namespace Experiments.Tests.Models;

/// <summary>Studies of the village, made without a config file.</summary>
public static class VillageStudy
{
    public static ParameterCatalogue Catalogue { get; } = new(VillageModel.Definition);

    public static Study Of(
        int replications = 5, int ticks = 30, int every = 1, bool agents = false, int brokenReplication = 0,
        ModelDefinition? model = null, params (string Scenario, Intervention[] Interventions)[] scenarios)
    {
        var values = Catalogue.Defaults.ToArray();
        values[Index("broken_replication")] = brokenReplication;
        if (scenarios.Length == 0)
            scenarios = [("siege", []), ("relief", [At(10, ("pressure", 0.001), ("guards", 20))])];
        model ??= VillageModel.Definition;
        return new Study
        {
            Name = "village-test",
            Model = model,
            Catalogue = Catalogue,
            Seed = 7,
            Replications = replications,
            Ticks = ticks,
            Every = every,
            ModelMeasures = model.ModelReporters,
            AgentMeasures = agents ? model.AgentReporters : [],
            Scenarios = [.. scenarios.Select(scenario => new Scenario(scenario.Scenario, values, scenario.Interventions))],
            ResolvedYaml = string.Create(CultureInfo.InvariantCulture,
                $"model: village\nreplications: {replications}\nticks: {ticks}\nevery: {every}\nagents: {agents}\nbroken: {brokenReplication}\nscenarios: {string.Join(' ', scenarios.Select(scenario => scenario.Scenario))}\n"),
        };
    }

    public static Intervention At(int at, params (string Key, object Value)[] values) => Between(at, null, values);

    public static Intervention Between(int at, int? until, params (string Key, object Value)[] values) =>
        new(at, until, [.. values.Select(value => (Index(value.Key), value.Value))]);

    private static int Index(string key) => Catalogue.Find(key)!.Index;
}
