using System.Text.RegularExpressions;
using Agents;

namespace Experiments.Config;

/// <summary>Reads scenarios: one design point each, with its parameters and what changes during its runs.</summary>
internal sealed partial class ScenarioReader(ValueReader read, ParameterReader parameters, ModelDefinition model, int ticks)
{
    private const string Baseline = "baseline";
    private const int LongestName = 100;

    /// <summary>The design points of the scenarios in the order of the config; one named baseline where there are none.</summary>
    public IReadOnlyList<DesignPoint> Read(Node? node, ParameterValues common)
    {
        var scenarios = read.Map(node, "scenarios")?.Entries ?? [];
        if (scenarios.Count == 0)
            scenarios = [new Entry(Baseline, default, new Mapping(default, []))];
        var points = new List<DesignPoint>();
        foreach (var entry in scenarios)
            points.Add(ReadPoint(entry, points.Count + 1, common));
        return points;
    }

    private DesignPoint ReadPoint(Entry entry, int id, ParameterValues common)
    {
        var key = $"scenarios.{entry.Key}";
        if (entry.Key.Length > LongestName || !LegalName().IsMatch(entry.Key))
            read.Add(entry.KeyPlace, key, $"not a name for a scenario: allowed are a to z, 0 to 9, hyphens and underscores, at most {LongestName}");
        var scenario = read.Map(entry.Value, key) ?? new Mapping(entry.Value.Place, []);
        read.RefuseOthers(scenario, key + ".", "parameters", "interventions");
        var values = common.Values.ToArray();
        foreach (var (parameter, value, _) in parameters.Read(scenario.Find("parameters"), $"{key}.parameters"))
        {
            if (!common.Fixed.Contains(parameter.Index))
                values[parameter.Index] = value;
        }
        var interventions = new InterventionReader(read, parameters, ticks)
            .Read(scenario.Find("interventions"), $"{key}.interventions", common.Fixed);
        var point = new DesignPoint(id, entry.Key, values, [.. interventions.Select(intervention => intervention.Intervention)]);
        CheckCombinations(point, entry.KeyPlace, key, interventions);
        return point;
    }

    // The ranges hold already; whether the values fit together shows only in the whole set, at the start and after
    // each change. A ramp is looked at where something else changes and at its end.
    private void CheckCombinations(
        DesignPoint point, Place place, string key, IReadOnlyList<(Intervention Intervention, Place Place)> interventions)
    {
        if (model.Complaint(parameters.Catalogue.Make(point.Values)) is { } complaint)
        {
            read.Add(place, key, complaint);
            return;
        }
        foreach (var (intervention, where) in interventions)
        {
            foreach (var tick in intervention.Until is { } until ? [intervention.At, until] : new[] { intervention.At })
            {
                if (model.Complaint(parameters.Catalogue.Make(ValuesAt(point, tick))) is { } later)
                {
                    read.Add(where, key, $"from tick {tick} on: {later}");
                    return;
                }
            }
        }
    }

    private static object[] ValuesAt(DesignPoint point, int tick)
    {
        var values = point.Values.ToArray();
        foreach (var intervention in point.Interventions.Where(intervention => intervention.At <= tick))
        {
            foreach (var (parameter, value) in intervention.Values)
                values[parameter] = intervention.ValueAt(tick, values[parameter], value);
        }
        return values;
    }

    [GeneratedRegex(@"\A[a-z0-9_-]+\z")]
    private static partial Regex LegalName();
}
