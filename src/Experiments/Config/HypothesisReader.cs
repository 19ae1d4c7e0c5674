using System.Text.RegularExpressions;
using Agents;

namespace Experiments.Config;

/// <summary>Reads the <c>hypothesis:</c> section.</summary>
/// <param name="read">Gives nodes a type.</param>
/// <param name="model">The model.</param>
/// <param name="scenarios">The names of the scenarios.</param>
/// <param name="ticks">The horizon.</param>
/// <param name="responses">The study's responses, which contrasts may name.</param>
internal sealed partial class HypothesisReader(ValueReader read, ModelDefinition model, IReadOnlyList<string> scenarios, int ticks, IReadOnlyList<Response> responses)
{
    /// <summary>The section's name.</summary>
    public const string Section = "hypothesis";

    private const string Relevant = "relevant";
    private const string PairsAbove = "pairs_above";

    /// <summary>The keys of a contrast beside those of its statistic.</summary>
    internal static readonly string[] OfContrast = ["weights", "predict", Relevant, PairsAbove];

    private const string KindKey = "kind";

    private static readonly string[] Regions = ["above", "below", "within"];
    private static readonly string[] Signs = ["positive", "negative", "open"];

    private readonly StatisticReader statistics = new(read, model, null, ticks, responses);

    /// <summary>The hypothesis, or null where the config has none or after a problem.</summary>
    public Hypothesis? Read(Node? node)
    {
        if (node is null || read.Map(node, Section) is not { } map)
            return null;
        read.RefuseOthers(map, Section + ".", "id", "statement", "source", KindKey, "fails_if", "rule", "contrasts");
        var (id, statement, source) = (Text(map, "id"), Text(map, "statement"), Text(map, "source"));
        var (kind, failsIf) = (Kind(map), Text(map, "fails_if"));
        if (id is not null && !LegalId().IsMatch(id))
            read.Add(map.Find("id")!.Place, Section + ".id", $"{Problem.Quote(id)} is not an id: allowed are letters, digits, hyphens and underscores, at most 50");
        else if (id is not null && TableName.Misreading(id) is { } misreading)
            read.Add(map.Find("id")!.Place, Section + ".id", $"R or pandas read {Problem.Quote(id)} in a table as {misreading}; write another id");
        var contrasts = Contrasts(map);
        if (id is null || statement is null || source is null || kind is null || failsIf is null)
            return null;
        var measures = contrasts.SelectMany(contrast => contrast.Statistic.Parts).Select(part => part.Measure).ToList();
        return new Hypothesis
        {
            Id = id,
            Statement = statement,
            Source = source,
            Kind = kind.Value,
            FailsIf = failsIf,
            Rule = map.Find("rule") is null ? "" : Text(map, "rule") ?? "",
            Contrasts = contrasts,
            Measures = [.. model.ModelReporters.Where(reporter => measures.Contains(reporter.Name))],
        };
    }

    private HypothesisKind? Kind(Mapping map)
    {
        const string Key = Section + "." + KindKey;
        const string Allowed = "write emergent where the model could have shown otherwise, construction where a coefficient of it is read back";
        if (map.Find(KindKey) is not { } node)
        {
            read.Add(map.Place, Key, $"is missing: {Allowed}");
            return null;
        }
        var kinds = Enum.GetValues<HypothesisKind>().ToDictionary(kind => SnakeCase.Of(kind.ToString()));
        if (node is Scalar word && kinds.TryGetValue(word.Text, out var found))
            return found;
        read.Add(node.Place, Key, $"{node.Kind} is not a kind{Spelling.Hint((node as Scalar)?.Text ?? "", [.. kinds.Keys])}; {Allowed}");
        return null;
    }

    private List<Contrast> Contrasts(Mapping map)
    {
        const string Key = Section + ".contrasts";
        var contrasts = new List<Contrast>();
        foreach (var entry in read.Map(map.Find("contrasts"), Key)?.Entries ?? [])
        {
            var key = $"{Key}.{entry.Key}";
            if (TableName.Complaint(entry.Key, "a contrast") is { } complaint)
                read.Add(entry.KeyPlace, key, complaint);
            if (entry.Value is not Mapping one)
                read.Add(entry.Value.Place, key, $"{entry.Value.Kind} is not a contrast: write {{weights: {{one: 1, other: -1}}, mean: size, predict: positive, relevant: 0.1}}");
            else if (Contrast(one, entry.Key, key) is { } contrast)
                contrasts.Add(contrast);
        }
        if (map.Find("contrasts") is null or Mapping { Entries.Count: 0 } or Scalar { IsEmpty: true })
            read.Add(map.Place, Key, "names nothing that is compared");
        return contrasts;
    }

    private Contrast? Contrast(Mapping map, string name, string key)
    {
        var statistic = statistics.Read(map, key, OfContrast);
        var weights = Weights(map, key);
        var prediction = Prediction(map, key);
        var relevant = Number(map, Relevant, key, number => number > 0, "a number more than 0");
        if (statistic?.Parts.Any(part => part.Kind == RunStatisticKind.Quantile) == true)
            read.Add(map.Place, key, "a quantile has no standard error by leaving out one replication at a time: compare means");
        if (statistic is null || prediction is not { } region)
            return null;
        if (relevant is null && map.Find(Relevant) is null && !region.IsOpen && region.Bounds.Count() == 1)
            read.Add(map.Place, key, "'relevant' is missing: the smallest effect that matters, from which the power follows");
        return new Contrast
        {
            Name = name,
            Statistic = statistic,
            Weights = weights,
            PairsAbove = Number(map, PairsAbove, key, _ => true, "a finite number"),
            Prediction = region,
            Relevant = relevant ?? double.NaN,
        };
    }

    private List<(int Scenario, double Weight)> Weights(Mapping map, string key)
    {
        var weights = new List<(int, double)>();
        foreach (var entry in read.Map(map.Find("weights"), key + ".weights")?.Entries ?? [])
        {
            var scenario = ScenarioReader.NumberOf(read, new Scalar(entry.KeyPlace, entry.Key, true), $"{key}.weights", scenarios);
            var weight = read.Number(entry.Value, $"{key}.weights.{entry.Key}", number => number != 0, "a number other than 0");
            if (scenario is not null && weight is not null)
                weights.Add((scenario.Value, weight.Value));
        }
        if (map.Find("weights") is null or Mapping { Entries.Count: 0 } or Scalar { IsEmpty: true })
            read.Add(map.Place, key, "'weights' is missing: what each scenario counts, such as {lost: 1, draw: -1}");
        return weights;
    }

    private Prediction? Prediction(Mapping map, string key)
    {
        const string Allowed = "allowed is positive, negative, open, {above: x}, {below: x} or {within: [a, b]}";
        var full = key + ".predict";
        if (map.Find("predict") is not { } node)
        {
            read.Add(map.Place, key, $"'predict' is missing; {Allowed}");
            return null;
        }
        if (node is Mapping { Entries: [var entry] } && Regions.Contains(entry.Key))
            return Region(entry, $"{full}.{entry.Key}");
        switch ((node as Scalar)?.Text)
        {
            case "positive":
                return Config.Prediction.Positive;
            case "negative":
                return Config.Prediction.Negative;
            case "open":
                return Config.Prediction.Open;
            default:
                var (word, known) = node is Mapping { Entries: [var one] } ? (one.Key, Regions) : ((node as Scalar)?.Text ?? "", Signs);
                read.Add(node.Place, full, $"{node.Kind} is not a prediction{Spelling.Hint(word, known)}; {Allowed}");
                return null;
        }
    }

    private Prediction? Region(Entry entry, string key)
    {
        if (entry.Key == "within")
        {
            if (entry.Value is not Sequence { Items: [var first, var second] })
            {
                read.Add(entry.Value.Place, key, "is not a list of two numbers: write [-0.1, 0.1]");
                return null;
            }
            var low = read.Number(first, key + "[1]");
            var high = read.Number(second, key + "[2]", number => number > low, "a number above the first");
            return low is null || high is null ? null : new Prediction(low.Value, high.Value);
        }
        if (read.Number(entry.Value, key) is not { } bound)
            return null;
        return entry.Key == "above" ? new Prediction(bound, double.PositiveInfinity) : new Prediction(double.NegativeInfinity, bound);
    }

    private double? Number(Mapping map, string name, string key, Func<double, bool> isAllowed, string allowed) =>
        map.Find(name) is { } node ? read.Number(node, $"{key}.{name}", isAllowed, allowed) : null;

    private string? Text(Mapping map, string name)
    {
        if (map.Find(name) is Scalar { IsEmpty: false } text)
            return text.Text.Trim();
        read.Add((map.Find(name) ?? map).Place, $"{Section}.{name}", map.Find(name) is null ? "is missing" : "is not a text");
        return null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,50}\z")]
    private static partial Regex LegalId();
}
