namespace Experiments.Config;

/// <summary>Reads the interventions of a scenario, in the order of time.</summary>
internal sealed class InterventionReader(ValueReader read, ParameterReader parameters, int ticks)
{
    /// <summary>Most interventions of a scenario, of which each pair has to be looked at.</summary>
    public const int MostInterventions = 1_000;

    /// <summary>The interventions, where they stand and their numbers there. Parameters that the command line holds fixed are left alone.</summary>
    public IReadOnlyList<(Intervention Intervention, Place Place, int Number)> Read(Node? node, string key, IReadOnlySet<int> isFixed)
    {
        var interventions = new List<(Intervention Intervention, Place Place, int Number)>();
        var number = 0;
        foreach (var item in read.List(node, key, "[{at: 52, set: {KEY: value}}]", MostInterventions))
        {
            var itemKey = $"{key}[{++number}]";
            if (item is not Mapping map)
                read.Add(item.Place, itemKey, $"{item.Kind} is not an intervention: write {{at: 52, set: {{key: value}}}}");
            else if (ReadOne(map, itemKey) is { } intervention)
            {
                RefuseOverlap(intervention, map.Place, itemKey, interventions);
                NoteFixed(intervention, itemKey, isFixed);
                interventions.Add((intervention, map.Place, number));
            }
        }
        return [.. interventions
            .Select(one => (Intervention: one.Intervention with { Values = [.. one.Intervention.Values.Where(value => !isFixed.Contains(value.Parameter))] }, one.Place, one.Number))
            .Where(one => one.Intervention.Values.Count > 0)
            .OrderBy(one => one.Intervention, Intervention.Order)];
    }

    private void NoteFixed(Intervention intervention, string key, IReadOnlySet<int> isFixed)
    {
        foreach (var (parameter, _) in intervention.Values.Where(value => isFixed.Contains(value.Parameter)))
            read.Note($"{parameters.Catalogue.Parameters[parameter].Key} is held by --set, so that what {key} makes of it is left out");
    }

    private Intervention? ReadOne(Mapping map, string key)
    {
        read.RefuseOthers(map, key + ".", ["at", "set", "until", "to"], entry =>
            entry.Key == "parameters" ? "what an intervention changes stands under set: write set: {KEY: value}" : parameters.Belonging(entry, "set"));
        var at = Tick(map, "at", key, 0);
        var isRamp = map.Find("until") is not null || map.Find("to") is not null;
        if (isRamp == (map.Find("set") is not null))
        {
            read.Add(map.Place, key, "an intervention has either at and set, or at, until and to");
            return null;
        }
        var until = isRamp ? Tick(map, "until", key, at + 1 ?? 1) : null;
        var word = isRamp ? "to" : "set";
        var values = Values(map.Find(word), $"{key}.{word}", isRamp);
        if (values.Count == 0 && map.Find(word) is null or Mapping { Entries.Count: 0 } or Scalar { IsEmpty: true })
            read.Add(map.Place, $"{key}.{word}", "names no parameter that changes");
        return at is null || (isRamp && until is null) || values.Count == 0 ? null : new Intervention(at.Value, until, values);
    }

    private int? Tick(Mapping map, string name, string key, int least)
    {
        if (map.Find(name) is not { } node)
        {
            read.Add(map.Place, key, $"'{name}' is missing: a row of ticks");
            return null;
        }
        if (read.Integer(node, $"{key}.{name}", 0, StudyLoader.MaxCount) is not { } tick)
            return null;
        if (tick < least)
            read.Add(node.Place, $"{key}.{name}", $"{tick} is not after at ({least - 1})");
        else if (tick >= ticks)
            read.Add(node.Place, $"{key}.{name}", ParameterReader.BeyondHorizon(tick, ticks));
        else
            return tick;
        return null;
    }

    private List<(int Parameter, object Value)> Values(Node? node, string key, bool isRamp)
    {
        var values = new List<(int Parameter, object Value)>();
        foreach (var (parameter, value, entry) in parameters.Read(node, key))
        {
            if (parameter.About.AtStartOnly)
                read.Add(entry.KeyPlace, $"{key}.{entry.Key}", "shapes the initial state only, so that nothing can change it during a run; set it under parameters");
            else if (isRamp && !parameter.IsNumber)
                read.Add(entry.KeyPlace, $"{key}.{entry.Key}", $"is a {parameter.TypeName} and cannot move in steps; use at and set");
            else
                values.Add((parameter.Index, value));
        }
        values.Sort((one, other) => one.Parameter.CompareTo(other.Parameter));
        return values;
    }

    private void RefuseOverlap(
        Intervention intervention, Place place, string key, List<(Intervention Intervention, Place Place, int Number)> earlier)
    {
        foreach (var (other, _, _) in earlier)
        {
            if (intervention.Meets(other) is var (parameter, tick))
                read.Add(place, key, $"{parameters.Catalogue.Parameters[parameter].Key} is changed by two interventions at tick {tick}");
        }
    }
}
