namespace Experiments.Config;

/// <summary>Reads the <c>responses:</c> section, and which scenarios are compared.</summary>
/// <param name="read">Gives nodes a type.</param>
/// <param name="study">The study as far as it is known: its model, measures, scenarios and horizon.</param>
internal sealed class ResponseReader(ValueReader read, Study study)
{
    /// <summary>The section's name.</summary>
    public const string Section = "responses";

    /// <summary>The key of the scenario with which all others are compared.</summary>
    public const string Baseline = "baseline";

    /// <summary>The key of comparisons of other scenarios.</summary>
    public const string Pairs = "pairs";

    private readonly StatisticReader statistics = new(read, study.Model, null, study.Ticks);

    /// <summary>The responses, in the order of the config.</summary>
    /// <param name="node">The section, or null.</param>
    public IReadOnlyList<Response> Read(Node? node)
    {
        var responses = new List<Response>();
        foreach (var entry in read.Map(node, Section)?.Entries ?? [])
        {
            var key = $"{Section}.{entry.Key}";
            if (Complaint(entry.Key) is { } complaint)
                read.Add(entry.KeyPlace, key, complaint);
            if (entry.Value is not Mapping map)
                read.Add(entry.Value.Place, key, $"{entry.Value.Kind} is not a statistic: write {{share: any, until: 52}} or {{mean: MEASURE}}");
            else if (statistics.Read(map, key) is { } statistic)
            {
                RequireReadable(statistic, map, key);
                responses.Add(new Response(entry.Key, Response.Declared, UnitOf(statistic), statistic));
            }
        }
        return responses;
    }

    /// <summary>The scenarios that are compared: all others with the baseline, which is the first where none is named, and the pairs.</summary>
    /// <param name="baseline">What names the baseline, or null.</param>
    /// <param name="pairs">What lists the pairs, or null.</param>
    public IReadOnlyList<ScenarioPair> Comparisons(Node? baseline, Node? pairs)
    {
        List<string> names = [.. study.Scenarios.Select(scenario => scenario.Name)];
        var first = baseline is null ? 0 : ScenarioReader.NumberOf(read, baseline, Baseline, names) ?? 0;
        var compared = Enumerable.Range(0, names.Count).Where(scenario => scenario != first).Select(scenario => new ScenarioPair(scenario, first)).ToList();
        foreach (var item in read.List(pairs, Pairs))
        {
            if (item is not Sequence { Items: [var one, var other] })
            {
                read.Add(item.Place, Pairs, $"{item.Kind} is not two scenarios: write [[a, b], [c, d]], which compares a with b and c with d");
                continue;
            }
            if (ScenarioReader.NumberOf(read, one, Pairs, names) is not { } scenario || ScenarioReader.NumberOf(read, other, Pairs, names) is not { } against)
                continue;
            if (scenario == against)
                read.Add(item.Place, Pairs, $"{Problem.Quote(names[scenario])} is compared with itself");
            else if (compared.Contains(new ScenarioPair(scenario, against)))
                read.Add(item.Place, Pairs, $"{names[scenario]} is compared with {names[against]} already{(against == first ? ", which is the baseline" : "")}");
            else
                compared.Add(new ScenarioPair(scenario, against));
        }
        return compared;
    }

    /// <summary>The response that the command line writes out, as a config would: <c>dip: {lowest: MEASURE, from: 52}</c>.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="option">The option, for messages.</param>
    /// <exception cref="ConfigException">It cannot be read.</exception>
    public Response ReadTyped(string typed, string option)
    {
        var responses = Read(YamlFile.Parse($"{{{typed}}}", option));
        read.ThrowIfAny();
        return responses is [var one] ? one : throw new ConfigException(new Problem(option, 0, 0, "", "name one response: 'dip: {lowest: MEASURE, from: 52}'"));
    }

    private string? Complaint(string name)
    {
        if (TableName.Complaint(name, "a response") is { } complaint)
            return complaint;
        var other = Response.Of(study with { Responses = [] }).FirstOrDefault(response => response.Name == name);
        if (other is not null || name == OutcomeSet.Any)
            return $"{Problem.Quote(name)} is an outcome or an end measure, and stands in the tables anyway: give the response another name";
        return null;
    }

    /// <summary>Notes what of a statistic the tables of the study do not hold.</summary>
    public void RequireReadable(Statistic statistic, Mapping map, string key)
    {
        if (statistic.Parts.Any(part => part.Kind == RunStatisticKind.Quantile))
            read.Add(map.Place, key, "a quantile has no standard error by leaving out one replication at a time: compare means");
        foreach (var part in statistic.Parts)
        {
            if (part.Measure is { Length: > 0 } measure && study.ModelMeasures.All(known => known.Name != measure))
                read.Add(map.Place, key, $"{measure} is not among the study's measures: add it to measures.model, or to --measures");
            if (part.At is { } at && at % study.Every != 0)
                read.Add(map.Place, key, FormattableString.Invariant($"row {at} is not written: measures.every is {study.Every}"));
            if (part.ReadsWindow && (part.Until ?? study.Ticks) / study.Every * study.Every is var last && last <= part.From)
                read.Add(map.Place, key, FormattableString.Invariant($"no row from {part.From + 1} to {part.Until ?? study.Ticks} is written: measures.every is {study.Every}"));
        }
    }

    private string UnitOf(Statistic statistic) => statistic switch
    {
        PairStatistic { IsRatio: true } => "",
        PairStatistic pair => UnitOf(pair.First),
        RunStatistic { Kind: RunStatisticKind.Time } => study.Model.TickUnit,
        RunStatistic { Measure: { } measure } => study.Model.ModelReporters.FirstOrDefault(known => known.Name == measure)?.Unit ?? "",
        _ => "",
    };
}
