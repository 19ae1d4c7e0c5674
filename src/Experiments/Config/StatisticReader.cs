using Agents;

namespace Experiments.Config;

/// <summary>Reads statistics: what a response, a target of a calibration or a contrast of a hypothesis is made of.</summary>
/// <param name="read">Gives nodes a type.</param>
/// <param name="model">The model.</param>
/// <param name="scenarios">The names of the scenarios, or null where a statistic is read in several of them and names none.</param>
/// <param name="ticks">The horizon.</param>
/// <param name="responses">The study's responses, which a statistic may name; null for those themselves.</param>
internal sealed class StatisticReader(ValueReader read, ModelDefinition model, IReadOnlyList<string>? scenarios, int ticks, IReadOnlyList<Response>? responses = null)
{
    /// <summary>The word that names a response instead of writing a statistic out.</summary>
    public const string Named = "response";

    private const string Ratio = "ratio";
    private const string Difference = "difference";

    private const string ScenarioKey = "scenario";

    private static readonly string[] Window = [ScenarioKey, "from", "until"];

    /// <summary>Of what is counted or read over time, where a run may go on after its outcome.</summary>
    private static readonly string[] Span = [.. Window, "span"];

    /// <summary>What each kind of statistic may be told.</summary>
    private static readonly (string Word, RunStatisticKind Kind, string[] Keys)[] Kinds =
    [
        ("share", RunStatisticKind.Share, [.. Window, "among"]),
        ("rate", RunStatisticKind.Rate, [.. Window, "per"]),
        ("events", RunStatisticKind.Events, [.. Span, "among", "subject", "details"]),
        ("periods", RunStatisticKind.Periods, [.. Span, "subject", "details", "length", "after", "quiet"]),
        ("mean", RunStatisticKind.Mean, [.. Span, "at"]),
        ("quantile", RunStatisticKind.Quantile, [ScenarioKey, "at", "level", "span"]),
        ("highest", RunStatisticKind.Highest, Span),
        ("lowest", RunStatisticKind.Lowest, Span),
        ("time", RunStatisticKind.Time, [.. Span, "subject", "details"]),
    ];

    /// <summary>The words of which a statistic has one.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Kinds.Select(kind => kind.Word), Ratio, Difference];

    private IReadOnlyList<string> OwnWords => responses is null ? Words : [.. Words, Named];

    /// <summary>The statistic, or null after a problem.</summary>
    /// <param name="map">Its map.</param>
    /// <param name="key">Where it stands.</param>
    /// <param name="others">Keys that the map may hold beside it.</param>
    public Statistic? Read(Mapping map, string key, params string[] others)
    {
        var named = map.Entries.Where(entry => OwnWords.Contains(entry.Key)).ToList();
        if (named is not [var entry])
        {
            var unknown = map.Entries.FirstOrDefault(one => Spelling.Nearest(one.Key, OwnWords) is not null && !others.Contains(one.Key));
            var hint = named.Count == 0 && unknown is not null ? Spelling.Hint(unknown.Key, OwnWords) : "";
            read.Add(map.Place, key, $"names {(named.Count == 0 ? "no" : "more than one")} statistic{hint}; it has one of {string.Join(", ", OwnWords)}");
            return null;
        }
        if (entry.Key is Ratio or Difference)
        {
            read.RefuseOthers(map, key + ".", [entry.Key, .. others]);
            return Pair(entry, $"{key}.{entry.Key}");
        }
        if (entry.Key == Named)
        {
            read.RefuseOthers(map, key + ".", scenarios is null ? [Named, .. others] : [Named, ScenarioKey, .. others]);
            return Scenario(map, key) is { } own ? Response(entry.Value, $"{key}.{Named}")?.Statistic.In(own, scenarios?[own] ?? "") : null;
        }
        var (word, kind, keys) = Kinds.Single(one => one.Word == entry.Key);
        read.RefuseOthers(map, key + ".", [word, .. keys.Where(one => scenarios is not null || one != ScenarioKey), .. others]);
        return Scenario(map, key) is { } scenario
            ? Fill(new RunStatistic { Kind = kind, Scenario = scenario, ScenarioName = scenarios?[scenario] ?? "" }, map, entry.Value, key)
            : null;
    }

    private Response? Response(Node node, string key)
    {
        if (read.Word(node, key) is not { } name)
            return null;
        if (responses!.FirstOrDefault(response => response.Name == name) is { } found)
            return found;
        read.Add(node.Place, key, $"the study has no response {Problem.Quote(name)}{Spelling.Hint(name, [.. responses!.Select(response => response.Name)])}; {(responses!.Count == 0 ? "responses: names none" : $"its responses are {string.Join(", ", responses!.Select(response => response.Name))}")}");
        return null;
    }

    private PairStatistic? Pair(Entry entry, string key)
    {
        if (entry.Value is not Sequence { Items: [Mapping first, Mapping second] })
        {
            read.Add(entry.Value.Place, key, "is not a list of two statistics: write [{share: any, until: 52}, {share: any}]");
            return null;
        }
        return (Read(first, $"{key}[1]"), Read(second, $"{key}[2]")) is ({ } one, { } other) ? new PairStatistic(entry.Key == Ratio, one, other) : null;
    }

    private int? Scenario(Mapping map, string key)
    {
        if (scenarios is not null && map.Find(ScenarioKey) is { } node)
            return ScenarioReader.NumberOf(read, node, $"{key}.{ScenarioKey}", scenarios);
        if (scenarios is null or { Count: 1 })
            return 0;
        read.Add(map.Place, key, $"'scenario' is missing; the scenarios are {string.Join(", ", scenarios)}");
        return null;
    }

    private RunStatistic? Fill(RunStatistic statistic, Mapping map, Node subject, string key)
    {
        var word = $"{key}.{SnakeCase.Of(statistic.Kind.ToString())}";
        var from = Integer(map, "from", key, 0, ticks - 1);
        var filled = statistic with
        {
            Outcomes = statistic.Kind is RunStatisticKind.Share or RunStatisticKind.Rate ? OutcomeSet.Read(read, subject, word, model) : null,
            Name = statistic.Kind switch
            {
                RunStatisticKind.Events or RunStatisticKind.Periods => Event(subject, word),
                RunStatisticKind.Share or RunStatisticKind.Rate or RunStatisticKind.Time => "",
                _ => Measure(subject, word),
            } ?? "",
            Awaited = statistic.Kind == RunStatisticKind.Time ? Awaited(subject, word) : [],
            Subject = map.Find("subject") is { } one ? read.Word(one, key + ".subject") : null,
            Details = map.Find("details") is { } more ? read.Word(more, key + ".details") : null,
            From = from,
            Until = Integer(map, "until", key, (from ?? 0) + 1, ticks),
            IsAmongReaching = IsAmongReaching(map, key),
            IsOfWholeRun = IsOfWholeRun(map, key),
            Per = Integer(map, "per", key, 1, StudyLoader.MaxCount) ?? 1,
            Length = Integer(map, "length", key, 1, ticks) ?? 1,
            After = map.Find("after") is { } after ? Event(after, key + ".after") : null,
            Quiet = Integer(map, "quiet", key, 1, StudyLoader.MaxCount) ?? 0,
            At = Integer(map, "at", key, 0, ticks),
            Level = map.Find("level") is { } level ? read.Number(level, key + ".level", number => number is > 0 and < 1, "a number more than 0 and less than 1") ?? 0.5 : 0.5,
        };
        if (map.Find("subject") is { } asked && filled.Subject is { } name)
            RequireSubject(filled, name, asked, key + ".subject");
        if (statistic.Kind == RunStatisticKind.Periods && map.Find("length") is null)
            read.Add(map.Place, key, "'length' is missing: the ticks of a period");
        if (statistic.Kind == RunStatisticKind.Quantile && map.Find("level") is null)
            read.Add(map.Place, key, "'level' is missing: the probability of the quantile");
        if (filled.At is not null && filled.ReadsWindow)
            read.Add(map.Place, key, "a mean is read at one row or in a window: write at, or from and until");
        return filled.Outcomes is null && filled.Name.Length == 0 && filled.Awaited.Count == 0 ? null : filled;
    }

    /// <summary>Notes a subject that none of the events can have, as far as the model says which they have.</summary>
    private void RequireSubject(RunStatistic statistic, string subject, Node node, string key)
    {
        List<EventKind> kinds = [.. model.Events.Where(kind => kind.Name == statistic.Name || statistic.Awaited.Contains(kind.Name))];
        List<string> known = [.. kinds.SelectMany(kind => kind.Subjects).Distinct()];
        if (kinds.Count > 0 && kinds.TrueForAll(kind => kind.Subjects.Count > 0) && !known.Contains(subject))
            read.Add(node.Place, key, $"no {string.Join(" or ", kinds.Select(kind => kind.Name))} has the subject {Problem.Quote(subject)}{Spelling.Hint(subject, known)}; there are {string.Join(", ", known)}");
    }

    private List<string> Awaited(Node node, string key) =>
        [.. (node is Sequence list ? list.Items : [node]).Select(item => Event(item, key)).OfType<string>()];

    private bool IsAmongReaching(Mapping map, string key)
    {
        if (map.Find("among") is not { } node)
            return true;
        if (node is not Scalar { Text: "reaching" or "all" } word)
        {
            read.Add(node.Place, key + ".among", $"{node.Kind} is not one of reaching (runs that go on past from), all");
            return true;
        }
        return word.Text == "reaching";
    }

    private bool IsOfWholeRun(Mapping map, string key)
    {
        if (map.Find("span") is not { } node)
            return false;
        if (node is not Scalar { Text: "outcome" or "run" } word)
        {
            read.Add(node.Place, key + ".span", $"{node.Kind} is not one of outcome (a run up to its outcome), run (also what follows it)");
            return false;
        }
        return word.Text == "run";
    }

    private int? Integer(Mapping map, string name, string key, int min, int max) =>
        map.Find(name) is { } node ? read.Integer(node, $"{key}.{name}", min, max) : null;

    private string? Event(Node node, string key) => Known(node, key, "event", [.. model.Events.Select(kind => kind.Name)]);

    private string? Measure(Node node, string key) => Known(node, key, "measure", [.. model.ModelReporters.Select(reporter => reporter.Name)]);

    private string? Known(Node node, string key, string what, IReadOnlyList<string> known)
    {
        if (read.Word(node, key) is not { } name || known.Contains(name))
            return (node as Scalar)?.Text;
        read.Add(node.Place, key, $"{model.Name} has no {what} {Problem.Quote(name)}{Spelling.Hint(name, known)} (abm describe {model.Name} lists them)");
        return null;
    }
}
