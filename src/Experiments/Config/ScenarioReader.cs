using System.Text.RegularExpressions;
using Agents;

namespace Experiments.Config;

/// <summary>Reads scenarios: their parameters and what changes during their runs.</summary>
internal sealed partial class ScenarioReader(ValueReader read, ParameterReader parameters, ModelDefinition model, int ticks)
{
    private const string Baseline = "baseline";
    private const int LongestName = 100;

    /// <summary>The scenarios in the order of the config; one named baseline where there are none.</summary>
    public IReadOnlyList<Scenario> Read(Node? node, ParameterValues common)
    {
        var scenarios = read.Map(node, "scenarios")?.Entries ?? [];
        if (scenarios.Count == 0)
            scenarios = [new Entry(Baseline, default, new Mapping(default, []))];
        return [.. scenarios.Select(entry => ReadScenario(entry, common))];
    }

    private Scenario ReadScenario(Entry entry, ParameterValues common)
    {
        var key = $"scenarios.{entry.Key}";
        if (entry.Key.Length > LongestName || !LegalName().IsMatch(entry.Key))
            read.Add(entry.KeyPlace, key, $"not a name for a scenario: allowed are a to z, 0 to 9, hyphens and underscores, at most {LongestName}");
        var map = read.Map(entry.Value, key) ?? new Mapping(entry.Value.Place, []);
        read.RefuseOthers(map, key + ".", "parameters", "interventions");
        var values = common.Values.ToArray();
        foreach (var (parameter, value, _) in parameters.Read(map.Find("parameters"), $"{key}.parameters"))
        {
            if (!common.Fixed.Contains(parameter.Index))
                values[parameter.Index] = value;
        }
        var interventions = new InterventionReader(read, parameters, ticks)
            .Read(map.Find("interventions"), $"{key}.interventions", common.Fixed);
        var scenario = new Scenario(entry.Key, values, [.. interventions.Select(intervention => intervention.Intervention)]);
        CheckCombinations(scenario, entry.KeyPlace, key, interventions);
        return scenario;
    }

    // The ranges hold already; whether the values fit together shows only in the whole set, at the start and after
    // each change. A ramp is looked at where something else changes and at its end.
    private void CheckCombinations(
        Scenario scenario, Place place, string key, IReadOnlyList<(Intervention Intervention, Place Place)> interventions)
    {
        if (model.Complaint(parameters.Catalogue.Make(scenario.Values)) is { } complaint)
        {
            read.Add(place, key, complaint);
            return;
        }
        foreach (var (intervention, where) in interventions)
        {
            foreach (var tick in intervention.Until is { } until ? [intervention.At, until] : new[] { intervention.At })
            {
                if (model.Complaint(parameters.Catalogue.Make(ValuesAt(scenario, tick))) is { } later)
                {
                    read.Add(where, key, $"from tick {tick} on: {later}");
                    return;
                }
            }
        }
    }

    private static object[] ValuesAt(Scenario scenario, int tick)
    {
        var values = scenario.Values.ToArray();
        foreach (var intervention in scenario.Interventions.Where(intervention => intervention.At <= tick))
        {
            foreach (var (parameter, value) in intervention.Values)
                values[parameter] = intervention.ValueAt(tick, values[parameter], value);
        }
        return values;
    }

    [GeneratedRegex(@"\A[a-z0-9_-]+\z")]
    private static partial Regex LegalName();
}
