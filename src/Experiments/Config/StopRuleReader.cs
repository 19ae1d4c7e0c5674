using Agents;
using Agents.Data;

namespace Experiments.Config;

/// <summary>Reads <c>replications:</c> where it is a stop rule instead of a number.</summary>
internal sealed class StopRuleReader(ValueReader read, ModelDefinition model, IReadOnlyList<ModelReporter> measures, IReadOnlyList<string> scenarios)
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
            read.Add(map.Find("until")?.Place ?? map.Place, Section + ".until", "says what is to be precise: write {measure: NAME, half_width: 0.01} or {outcome: CODE, half_width: 0.01}");
            return null;
        }
        var rule = Until(until);
        return max is null ? null : rule is null ? null : rule with { Min = min, Batch = batch, Max = max.Value };
    }

    private StopRule? Until(Mapping map)
    {
        const string Key = Section + ".until";
        read.RefuseOthers(map, Key + ".", "measure", "outcome", "scenario", "half_width");
        if (map.Find("measure") is null == map.Find("outcome") is null)
            read.Add(map.Place, Key, "names one of measure, whose mean at the end of a run is to be precise, and outcome, whose share is");
        var measure = map.Find("measure") is { } name ? Measure(name, Key + ".measure") : null;
        var outcomes = map.Find("outcome") is { } codes ? OutcomeSet.Read(read, codes, Key + ".outcome", model) : null;
        var scenario = map.Find("scenario") is { } node ? ScenarioReader.NumberOf(read, node, Key + ".scenario", scenarios) : null;
        if (map.Find("half_width") is not { } width)
        {
            read.Add(map.Place, Key, "'half_width' is missing: half the width of a 95 % interval that is precise enough");
            return null;
        }
        return read.Number(width, Key + ".half_width", number => number > 0, "a number more than 0") is not { } halfWidth || measure is null == outcomes is null
            ? null
            : new StopRule { Measure = measure, Outcomes = outcomes, Scenario = scenario, HalfWidth = halfWidth, Max = StudyLoader.MaxCount };
    }

    private int? Measure(Node node, string key)
    {
        if (read.Word(node, key) is not { } name)
            return null;
        var names = measures.Select(measure => measure.Name).ToList();
        if (names.IndexOf(name) is >= 0 and var index)
            return index;
        var isUnlisted = model.ModelReporters.Any(reporter => reporter.Name == name);
        read.Add(node.Place, key, isUnlisted
            ? $"{name} is not among the study's measures: add it to measures.model"
            : $"{model.Name} has no measure {Problem.Quote(name)}{Spelling.Hint(name, names)}");
        return null;
    }

    private int? Integer(Mapping map, string name, int min, int max) =>
        map.Find(name) is { } node ? read.Integer(node, $"{Section}.{name}", min, max) : null;
}
