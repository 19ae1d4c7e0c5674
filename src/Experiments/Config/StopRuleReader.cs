namespace Experiments.Config;

/// <summary>Reads <c>replications:</c> where it is a stop rule instead of a number.</summary>
/// <param name="read">Gives nodes a type.</param>
/// <param name="study">The study as far as it is known: its model, measures, scenarios, responses and horizon.</param>
internal sealed class StopRuleReader(ValueReader read, Study study)
{
    private const string Section = "replications";

    /// <summary>The rule, or null after a problem.</summary>
    public StopRule? Read(Mapping map)
    {
        read.RefuseOthers(map, Section + ".", "until", "min", "batch", "max");
        var min = Integer(map, "min", 2, StudyLoader.MaxCount) ?? StopRule.DefaultMin;
        var batch = Integer(map, "batch", 1, StudyLoader.MaxCount) ?? StopRule.DefaultBatch;
        if (map.Find("max") is null)
            read.Add(map.Place, Section, $"'max' is missing: the most replications of a design point, {min} or more");
        var max = Integer(map, "max", min, StudyLoader.MaxCount);
        if (map.Find("until") is not Mapping until)
        {
            read.Add(map.Find("until")?.Place ?? map.Place, Section + ".until", "says what is to be precise: write {response: NAME, half_width: 0.01}, {measure: NAME, half_width: 0.01} or {outcome: CODE, half_width: 0.01}");
            return null;
        }
        var rule = Until(until);
        return max is null ? null : rule is null ? null : rule with { Min = min, Batch = batch, Max = max.Value };
    }

    private StopRule? Until(Mapping map)
    {
        const string Key = Section + ".until";
        var isPlain = map.Find("measure") is not null || map.Find("outcome") is not null;
        if (isPlain)
            read.RefuseOthers(map, Key + ".", "measure", "outcome", "scenario", "half_width");
        if (map.Find("measure") is not null && map.Find("outcome") is not null)
            read.Add(map.Place, Key, "names one of measure, whose mean at the end of a run is to be precise, and outcome, whose share is");
        var isNamed = isPlain || StatisticReader.Words.Append(StatisticReader.Named).Any(word => map.Find(word) is not null);
        if (!isNamed)
            read.Add(map.Place, Key, "names nothing that is to be precise: write one of response: NAME, measure: NAME (its mean at the end of a run), outcome: CODE (its share), or a statistic as responses: has them");
        var statistic = isPlain || !isNamed ? null : Statistic(map, Key);
        var measure = map.Find("measure") is { } name ? Measure(name, Key + ".measure") : null;
        var outcomes = map.Find("outcome") is { } codes ? OutcomeSet.Read(read, codes, Key + ".outcome", study.Model) : null;
        var scenario = map.Find("scenario") is { } node ? ScenarioReader.NumberOf(read, node, Key + ".scenario", [.. study.Scenarios.Select(one => one.Name)]) : null;
        if (map.Find("half_width") is not { } width)
        {
            read.Add(map.Place, Key, "'half_width' is missing: half the width of a 95 % interval that is precise enough");
            return null;
        }
        return read.Number(width, Key + ".half_width", number => number > 0, "a number more than 0") is not { } halfWidth || (measure is null && outcomes is null && statistic is null)
            ? null
            : new StopRule { Measure = measure, Outcomes = outcomes, Statistic = statistic, Scenario = scenario, HalfWidth = halfWidth, Max = StudyLoader.MaxCount };
    }

    /// <summary>A response, by its name or written out, that has one value for each run.</summary>
    private RunStatistic? Statistic(Mapping map, string key)
    {
        if (new StatisticReader(read, study.Model, null, study.Ticks, study.Responses).Read(map, key, "scenario", "half_width") is not { } statistic)
            return null;
        if (!statistic.IsMeanOverRuns)
            read.Add(map.Place, key, "has no value for each run, of which a mean could be precise: name a share, events, a time, a mean, or a highest or lowest value");
        else
            new ResponseReader(read, study).RequireReadable(statistic, map, key);
        return statistic as RunStatistic;
    }

    private int? Measure(Node node, string key)
    {
        if (read.Word(node, key) is not { } name)
            return null;
        var names = study.ModelMeasures.Select(measure => measure.Name).ToList();
        if (names.IndexOf(name) is >= 0 and var index)
            return index;
        var isUnlisted = study.Model.ModelReporters.Any(reporter => reporter.Name == name);
        read.Add(node.Place, key, isUnlisted
            ? $"{name} is not among the study's measures: add it to measures.model"
            : $"{study.Model.Name} has no measure {Problem.Quote(name)}{Spelling.Hint(name, names)}");
        return null;
    }

    private int? Integer(Mapping map, string name, int min, int max) =>
        map.Find(name) is { } node ? read.Integer(node, $"{Section}.{name}", min, max) : null;
}
