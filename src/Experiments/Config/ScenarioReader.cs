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
/// <param name="common">The series that scenarios share.</param>
/// <param name="isVaried">True where a design gives other values: its rows are what is run, and are looked at instead.</param>
internal sealed class ScenarioReader(ValueReader read, ParameterReader parameters, ModelDefinition model, int ticks, IReadOnlyList<ParameterSeries> common, bool isVaried)
{
    private const string Baseline = "baseline";

    private readonly CombinationCheck check = new(model, parameters.Catalogue);

    /// <summary>The scenarios in the order of the config; one named baseline where there are none.</summary>
    public IReadOnlyList<ScenarioSource> Read(Node? node, ParameterValues shared)
    {
        var scenarios = read.Map(node, "scenarios", "NAME: {} for each")?.Entries ?? [];
        if (scenarios.Count == 0)
            scenarios = [new Entry(Baseline, default, new Mapping(default, []))];
        return [.. scenarios.Select(entry => ReadScenario(entry, shared))];
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

    private ScenarioSource ReadScenario(Entry entry, ParameterValues shared)
    {
        var key = $"scenarios.{entry.Key}";
        if (TableName.Complaint(entry.Key, "a scenario") is { } complaint)
            read.Add(entry.KeyPlace, key, complaint);
        var map = read.Map(entry.Value, key, "{parameters: {KEY: value}}, or {} for the config's own values") ?? new Mapping(entry.Value.Place, []);
        read.RefuseOthers(map, key + ".", ["extends", "parameters", "interventions", SeriesReader.Section], other => other.Key is "at" or "set" or "until" or "to"
            ? "stands in an intervention: write interventions: [{at: 52, set: {KEY: value}}]"
            : parameters.Belonging(other, "parameters"));
        var values = shared.Values.ToArray();
        var own = new HashSet<int>();
        var series = Series(map, key, shared.Fixed);
        foreach (var (parameter, value, where) in parameters.Read(map.Find("parameters"), $"{key}.parameters"))
        {
            own.Add(parameter.Index);
            if (series.FirstOrDefault(one => one.Parameter == parameter) is { } followed)
                read.Add(where.KeyPlace, $"{key}.parameters.{where.Key}", $"follows the series in {followed.File.Source}: take it out here, or give the scenario a series of its own");
            else if (!shared.Fixed.Contains(parameter.Index))
                values[parameter.Index] = value;
        }
        var interventions = new InterventionReader(read, parameters, ticks)
            .Read(map.Find("interventions"), $"{key}.interventions", shared.Fixed);
        RefuseChanges(interventions, series, key);
        foreach (var one in series.Where(one => one.ChangeAt(0) is not null))
            values[one.Parameter.Index] = one.Values[0];
        var scenario = new Scenario(entry.Key, values, [.. interventions.Select(one => one.Intervention)]) { Series = series };
        if (!isVaried && check.Find(scenario) is { } misfit)
            read.Add(misfit.Intervention is { } number ? interventions[number].Place : entry.KeyPlace, key, misfit.Message);
        return new ScenarioSource(scenario, own, [.. interventions.Select(one => one.Number)]);
    }

    /// <summary>The scenario's own series, and those of all scenarios for other parameters.</summary>
    private IReadOnlyList<ParameterSeries> Series(Mapping map, string key, IReadOnlySet<int> isFixed)
    {
        var own = new SeriesReader(read, parameters, ticks).Read(map.Find(SeriesReader.Section), $"{key}.{SeriesReader.Section}", isFixed);
        return [.. own.Concat(common).DistinctBy(one => one.Parameter).OrderBy(one => one.Parameter.Index)];
    }

    private void RefuseChanges(IReadOnlyList<(Intervention Intervention, Place Place, int Number)> interventions, IReadOnlyList<ParameterSeries> series, string key)
    {
        foreach (var (intervention, place, number) in interventions)
        {
            foreach (var followed in series.Where(one => intervention.Values.Any(value => value.Parameter == one.Parameter.Index)))
                read.Add(place, $"{key}.interventions[{number}]", $"{followed.Parameter.Key} follows the series in {followed.File.Source}, so that no intervention can change it: take out one of the two");
        }
    }
}
