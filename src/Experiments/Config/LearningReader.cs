using Agents;

namespace Experiments.Config;

/// <summary>Reads the <c>learning:</c> section.</summary>
/// <param name="read">Gives nodes a type.</param>
/// <param name="model">The model.</param>
/// <param name="parameters">Reads values of parameters.</param>
/// <param name="study">The study as far as it is known.</param>
internal sealed class LearningReader(ValueReader read, ModelDefinition model, ParameterReader parameters, Study study)
{
    /// <summary>The section's name.</summary>
    public const string Section = "learning";

    /// <summary>The plan, or null where the config has none or after a problem.</summary>
    public LearningPlan? Read(Node? node)
    {
        if (node is null || read.Map(node, Section) is not { } map)
            return null;
        read.RefuseOthers(map, Section + ".", "event", "look", "ahead", "unit", "path", "coefficients", "later");
        var outcomes = Required(map, "event") is { } one ? OutcomeSet.Read(read, one, Section + ".event", model) : null;
        var (look, ahead) = (Ticks(map, "look"), Ticks(map, "ahead"));
        var unit = map.Find("unit") is { } number ? read.Number(number, Section + ".unit", value => value > 0, "a number more than 0") : 1;
        var path = map.Find("path") is { } measure ? Measure(measure, Section + ".path") : null;
        var coefficients = Coefficients(map);
        var later = parameters.Read(map.Find("later"), Section + ".later").Select(value => (value.Parameter, value.Value)).ToList();
        if (look is { } between && between % study.Every != 0)
            read.Add(map.Find("look")!.Place, Section + ".look", FormattableString.Invariant($"{between} is no multiple of measures.every, which is {study.Every}"));
        if (outcomes is null || look is null || ahead is null || unit is null || !read.IsSound)
            return null;
        var names = coefficients.SelectMany(one => one.Seen.Concat(one.Then)).Append(path ?? "").ToList();
        return new LearningPlan
        {
            Event = outcomes,
            Look = look.Value,
            Ahead = ahead.Value,
            Unit = unit.Value,
            Path = path,
            Coefficients = coefficients,
            Later = later,
            Measures = [.. model.ModelReporters.Where(reporter => names.Contains(reporter.Name))],
        };
    }

    private List<Covariate> Coefficients(Mapping map)
    {
        const string Key = Section + ".coefficients";
        var found = new List<Covariate>();
        foreach (var entry in read.Map(Required(map, "coefficients"), Key)?.Entries ?? [])
        {
            var key = $"{Key}.{entry.Key}";
            if (study.Catalogue.Find(entry.Key) is not { } parameter)
                read.Add(entry.KeyPlace, key, parameters.Unknown(entry.Key));
            else if (parameter.Type != typeof(double))
                read.Add(entry.KeyPlace, key, $"is {parameter.TypeName}, and a coefficient is a number");
            else if (read.Map(entry.Value, key, "seen: [NAME], then: [NAME]") is { } factors)
            {
                read.RefuseOthers(factors, key + ".", "seen", "then");
                found.Add(new Covariate(parameter, Names(factors, "seen", key), Names(factors, "then", key)));
            }
        }
        if (found.Count == 0)
            read.Add(map.Place, Key, "names nothing that is to be learnt");
        return found;
    }

    private List<string> Names(Mapping map, string word, string key) =>
        [.. read.List(map.Find(word), $"{key}.{word}", "[NAME]").Select(item => Measure(item, $"{key}.{word}")).OfType<string>()];

    private string? Measure(Node node, string key)
    {
        if (read.Word(node, key) is not { } name)
            return null;
        var known = model.ModelReporters.Select(reporter => reporter.Name).ToList();
        if (known.Contains(name))
            return name;
        read.Add(node.Place, key, $"{model.Name} has no measure {Problem.Quote(name)}{Spelling.Hint(name, known)}");
        return null;
    }

    private int? Ticks(Mapping map, string word) =>
        Required(map, word) is { } node ? read.Integer(node, $"{Section}.{word}", 1, StudyLoader.MaxCount) : null;

    private Node? Required(Mapping map, string word)
    {
        if (map.Find(word) is not { } node)
            read.Add(map.Place, $"{Section}.{word}", "is missing");
        else
            return node;
        return null;
    }
}
