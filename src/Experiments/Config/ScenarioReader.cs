using System.Text.RegularExpressions;
using Agents;

namespace Experiments.Config;

/// <summary>A scenario and what the config says in it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="OwnParameters">The parameters that it sets at the start.</param>
/// <param name="Numbers">For each of its interventions the number in the config, from 1.</param>
internal sealed record ScenarioSource(Scenario Scenario, IReadOnlySet<int> OwnParameters, IReadOnlyList<int> Numbers);

/// <summary>Reads scenarios: their parameters and what changes during their runs.</summary>
/// <param name="read">Takes what is wrong.</param>
/// <param name="parameters">Reads their parameters.</param>
/// <param name="model">The model.</param>
/// <param name="ticks">The horizon.</param>
/// <param name="isVaried">True where a design gives other values: its rows are what is run, and are looked at instead.</param>
internal sealed partial class ScenarioReader(ValueReader read, ParameterReader parameters, ModelDefinition model, int ticks, bool isVaried)
{
    private const string Baseline = "baseline";
    private const int LongestName = 100;

    private readonly CombinationCheck check = new(model, parameters.Catalogue);

    /// <summary>The scenarios in the order of the config; one named baseline where there are none.</summary>
    public IReadOnlyList<ScenarioSource> Read(Node? node, ParameterValues common)
    {
        var scenarios = read.Map(node, "scenarios")?.Entries ?? [];
        if (scenarios.Count == 0)
            scenarios = [new Entry(Baseline, default, new Mapping(default, []))];
        return [.. scenarios.Select(entry => ReadScenario(entry, common))];
    }

    /// <summary>The number, from 0, of a scenario that something else names, or null after a problem.</summary>
    public static int? NumberOf(ValueReader read, Node node, string key, IReadOnlyList<string> scenarios)
    {
        if (read.Word(node, key) is not { } name)
            return null;
        var number = scenarios.ToList().IndexOf(name);
        if (number >= 0)
            return number;
        read.Add(node.Place, key, $"there is no scenario {Problem.Quote(name)}{Spelling.Hint(name, scenarios)}; the scenarios are {string.Join(", ", scenarios)}");
        return null;
    }

    private ScenarioSource ReadScenario(Entry entry, ParameterValues common)
    {
        var key = $"scenarios.{entry.Key}";
        if (!IsName(entry.Key))
            read.Add(entry.KeyPlace, key, $"not a name for a scenario: allowed are a to z, 0 to 9, hyphens and underscores, at most {LongestName}");
        var map = read.Map(entry.Value, key) ?? new Mapping(entry.Value.Place, []);
        read.RefuseOthers(map, key + ".", "extends", "parameters", "interventions");
        var values = common.Values.ToArray();
        var own = new HashSet<int>();
        foreach (var (parameter, value, _) in parameters.Read(map.Find("parameters"), $"{key}.parameters"))
        {
            own.Add(parameter.Index);
            if (!common.Fixed.Contains(parameter.Index))
                values[parameter.Index] = value;
        }
        var interventions = new InterventionReader(read, parameters, ticks)
            .Read(map.Find("interventions"), $"{key}.interventions", common.Fixed);
        var scenario = new Scenario(entry.Key, values, [.. interventions.Select(one => one.Intervention)]);
        if (!isVaried && check.Find(scenario) is { } misfit)
            read.Add(misfit.Intervention is { } number ? interventions[number].Place : entry.KeyPlace, key, misfit.Message);
        return new ScenarioSource(scenario, own, [.. interventions.Select(one => one.Number)]);
    }

    /// <summary>Whether a scenario, or what else a config names itself, may be called so.</summary>
    public static bool IsName(string name) => name.Length <= LongestName && LegalName().IsMatch(name);

    [GeneratedRegex(@"\A[a-z0-9_-]+\z")]
    private static partial Regex LegalName();
}
