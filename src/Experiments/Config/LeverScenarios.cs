using System.Globalization;
using Agents;

namespace Experiments.Config;

/// <summary>
/// The design each_lever: every lever of the model's catalogue once, in a scenario of its own beside the one in which it is
/// pulled. A number is moved by a stated share of its range, up and down as far as there is room; a truth value is turned over; of a
/// choice each other word is taken.
/// </summary>
/// <param name="read">Gives nodes a type.</param>
/// <param name="catalogue">The model's parameters.</param>
/// <param name="model">The model.</param>
/// <param name="ticks">The horizon.</param>
internal sealed class LeverScenarios(ValueReader read, ParameterCatalogue catalogue, ModelDefinition model, int ticks)
{
    /// <summary>The word of the method.</summary>
    public const string Method = "each_lever";

    private const string Section = "design";

    /// <summary>Rounding that lies beyond the end of a range is none.</summary>
    private const double Rounding = 1e-9;

    private readonly CombinationCheck check = new(model, catalogue);

    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["method", "scenario", "at", "dose", "levers", "doses"];

    /// <summary>Whether a design is this one.</summary>
    public static bool IsAskedFor(Node? design) => design is Mapping map && map.Find("method") is Scalar { Text: Method };

    /// <summary>The scenarios of the config, and after them one for each lever and direction.</summary>
    /// <param name="design">The section.</param>
    /// <param name="sources">The scenarios of the config.</param>
    public IReadOnlyList<ScenarioSource> Expand(Mapping design, IReadOnlyList<ScenarioSource> sources)
    {
        read.RefuseOthers(design, Section + ".", [.. Keys]);
        var basis = Basis(design, sources);
        var at = design.Find("at") is { } tick ? read.Integer(tick, Section + ".at", 0, ticks - 1) ?? 0 : 0;
        var levers = Levers(design);
        var doses = Doses(design, levers);
        var dose = design.Find("dose") is { } share ? read.Number(share, Section + ".dose", number => number is > 0 and <= 1, "a number more than 0 and at most 1: the share of a lever's range by which it is moved") : null;
        if (design.Find("dose") is null && levers.Any(lever => !doses.ContainsKey(lever.Index)))
            read.Add(design.Place, Section, "'dose' is missing: the share of each lever's range by which it is moved, such as 0.5");
        if (!read.IsSound || basis is null)
            return sources;
        var made = levers.SelectMany(lever => Pulls(basis.Scenario, lever, at, dose ?? 1, doses)).ToList();
        return [.. sources, .. made.Select(pull => Pulled(basis, pull.Lever, pull.Value, pull.Suffix, at, design)).OfType<ScenarioSource>()];
    }

    private ScenarioSource? Basis(Mapping design, IReadOnlyList<ScenarioSource> sources)
    {
        if (design.Find("scenario") is { } node)
            return ScenarioReader.NumberOf(read, node, Section + ".scenario", [.. sources.Select(source => source.Scenario.Name)]) is { } number ? sources[number] : null;
        if (sources.Count == 1)
            return sources[0];
        read.Add(design.Place, Section, $"'scenario' is missing: the one in which the levers are pulled; the scenarios are {string.Join(", ", sources.Select(source => source.Scenario.Name))}");
        return null;
    }

    private List<Parameter> Levers(Mapping design)
    {
        var all = catalogue.Parameters.Where(parameter => parameter.About.Lever > 0).OrderBy(parameter => parameter.About.Lever).ToList();
        if (all.Count == 0)
            read.Add(design.Place, Section, $"{model.Name} declares no levers");
        if (design.Find("levers") is not { } list)
            return [.. all.Where(lever => !lever.About.AtStartOnly)];
        return [.. read.List(list, Section + ".levers").Select(item => Lever(item, all, Section + ".levers")).OfType<Parameter>()];
    }

    private Parameter? Lever(Node item, List<Parameter> all, string key)
    {
        if (read.Word(item, key) is not { } name)
            return null;
        var lever = all.FirstOrDefault(one => one.Key == name);
        if (lever is null)
            read.Add(item.Place, key, $"{Problem.Quote(name)} is no lever{Spelling.Hint(name, [.. all.Select(one => one.Key)])} (abm describe {model.Name} --levers lists them)");
        else if (lever.About.AtStartOnly)
            read.Add(item.Place, key, $"{name} shapes the initial state, so that it cannot be pulled during a run");
        return lever;
    }

    private Dictionary<int, object> Doses(Mapping design, List<Parameter> levers)
    {
        var doses = new Dictionary<int, object>();
        foreach (var entry in read.Map(design.Find("doses"), Section + ".doses")?.Entries ?? [])
        {
            var key = $"{Section}.doses.{entry.Key}";
            if (Lever(new Scalar(entry.KeyPlace, entry.Key, true), levers, key) is { } lever && read.Value(entry.Value, key, lever) is { } value)
                doses[lever.Index] = value;
        }
        return doses;
    }

    /// <summary>What a lever is set to, and the word for it; nothing for one that the scenario itself pulls, then or later.</summary>
    private IEnumerable<(Parameter Lever, object Value, string Suffix)> Pulls(Scenario basis, Parameter lever, int at, double dose, Dictionary<int, object> doses)
    {
        if (basis.Series.Any(series => series.Parameter.Index == lever.Index) || basis.Interventions.Any(change => (change.Until ?? change.At) >= at && change.Values.Any(value => value.Parameter == lever.Index)))
            return [];
        var now = CombinationCheck.ValuesAt(basis, at)[lever.Index];
        if (doses.TryGetValue(lever.Index, out var stated))
            return stated.Equals(now) ? [] : [(lever, stated, lever.Format(stated))];
        return lever.IsNumber ? Moves(lever, Convert.ToDouble(now, CultureInfo.InvariantCulture), dose)
            : now is bool truth ? [(lever, !truth, truth ? "off" : "on")]
            : lever.Choices.Where(choice => choice != lever.Format(now)).Select(choice =>
                (lever, Enum.Parse(lever.Type, Enum.GetNames(lever.Type)[lever.Choices.ToList().IndexOf(choice)]), choice));
    }

    private IEnumerable<(Parameter Lever, object Value, string Suffix)> Moves(Parameter lever, double now, double dose)
    {
        var (min, max) = (lever.About.Min, lever.About.Max);
        if (!double.IsFinite(max - min))
        {
            read.Note($"{lever.Key} has no range, so that a dose has no meaning for it: design.doses can name its value.");
            yield break;
        }
        var step = dose * (max - min);
        foreach (var (value, suffix) in new[] { (now + step, "up"), (now - step, "down") })
        {
            if (value < min - Rounding || value > max + Rounding)
                continue;
            var moved = Math.Clamp(Design.FactorRange.Round(value), min, max);
            yield return (lever, lever.Type == typeof(int) ? (int)Math.Round(moved, MidpointRounding.AwayFromZero) : (object)moved, suffix);
        }
    }

    private ScenarioSource? Pulled(ScenarioSource basis, Parameter lever, object value, string suffix, int at, Mapping design)
    {
        var name = $"{basis.Scenario.Name}-{lever.Key.Replace('.', '-')}-{suffix.Replace('.', '-')}".ToLowerInvariant();
        Intervention[] interventions = [.. basis.Scenario.Interventions, new Intervention(at, null, [(lever.Index, value)])];
        var scenario = basis.Scenario with { Name = name, Interventions = [.. interventions.Order(Intervention.Order)] };
        // A value that the model does not let stand beside the others is no lever to pull here.
        if (check.Find(scenario) is { } misfit)
        {
            read.Note($"{lever.Key} is not pulled to {lever.Format(value)}: {misfit.Message}.");
            return null;
        }
        if (TableName.Complaint(name, "a scenario") is { } complaint)
            read.Add(design.Place, Section, $"{Problem.Quote(name)}: {complaint}");
        return new ScenarioSource(scenario, basis.OwnParameters, [.. Enumerable.Range(1, interventions.Length)]);
    }
}
