using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Experiments.Config;

/// <summary>Finds what the key of a factor means, and reads its values.</summary>
internal sealed partial class FactorFinder(
    ValueReader read, ParameterReader parameters, ParameterValues common, IReadOnlyList<ScenarioSource> scenarios, int ticks)
{
    private readonly Dictionary<string, int> numbers = scenarios.Index().DistinctBy(one => one.Item.Scenario.Name).ToDictionary(one => one.Item.Scenario.Name, one => one.Index, StringComparer.Ordinal);

    /// <summary>The factor of a key, or null after a problem.</summary>
    /// <param name="name">A parameter's key, or the path of a piece of an intervention.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="key">Its full key, for messages.</param>
    /// <param name="isColumn">True for a column of a file: scenarios that set its parameter themselves keep their value.</param>
    public DesignFactor? Find(string name, Place place, string key, bool isColumn = false)
    {
        var (factor, complaint) = name.StartsWith("scenarios.", StringComparison.Ordinal) ? OfIntervention(name) : OfParameter(name, isColumn);
        if (complaint is not null)
            read.Add(place, key, complaint);
        else if (factor!.Key != name)
            read.Note($"{name} is {factor.Key} in the order of time, and is called so in design.csv");
        return factor;
    }

    /// <summary>The cell of a value of a factor, or null after a problem.</summary>
    public double? Cell(Node node, string key, DesignFactor factor)
    {
        if (factor.Parameter is { } parameter)
            return read.Value(node, key, parameter) is { } value ? factor.CellOf(value) : null;
        if (read.Integer(node, key, 0, StudyLoader.MaxCount) is not { } tick)
            return null;
        if (tick < ticks)
            return tick;
        read.Add(node.Place, key, ParameterReader.BeyondHorizon(tick, ticks));
        return null;
    }

    /// <summary>The order of factors: that of the catalogue, then that of the scenarios; whatever the order of the config.</summary>
    public static IEnumerable<DesignFactor> InOrder(IEnumerable<DesignFactor> factors) => factors
        .OrderBy(factor => factor.Target == FactorTarget.Start ? 0 : 1)
        .ThenBy(factor => factor.Scenario).ThenBy(factor => factor.Intervention).ThenBy(factor => factor.Target).ThenBy(factor => factor.Parameter?.Index);

    /// <summary>The names of the scenarios that keep their own value of a factor.</summary>
    public IReadOnlyList<string> Keepers(DesignFactor factor) => [.. factor.KeptBy.Order().Select(scenario => scenarios[scenario].Scenario.Name)];

    /// <summary>True where no scenario has a factor: each keeps a value of its own.</summary>
    public bool IsNowhere(DesignFactor factor) => factor.KeptBy.Count == scenarios.Count;

    /// <summary>The number of a scenario, from 0, or -1.</summary>
    public int ScenarioOf(string name) => numbers.GetValueOrDefault(name, -1);

    private (DesignFactor? Factor, Func<string>? Complaint) OfParameter(string name, bool isColumn)
    {
        if (parameters.Catalogue.Find(name) is not { } parameter)
            return (null, () => parameters.Unknown(name));
        if (common.Fixed.Contains(parameter.Index))
            return (null, () => "is held by --set, so that the design cannot vary it");
        var keepers = scenarios.Index().Where(one => one.Item.OwnParameters.Contains(parameter.Index)).Select(one => one.Index).ToFrozenSet();
        if (keepers.Count > 0 && !isColumn)
            return (null, () => $"the scenario {scenarios[keepers.Min()].Scenario.Name} sets it too: leave it to one of them");
        if (scenarios.FirstOrDefault(source => source.Scenario.Series.Any(series => series.Parameter == parameter)) is { } follower)
            return (null, () => $"follows a series in the scenario {follower.Scenario.Name}, so that the design cannot vary it");
        return (new DesignFactor { Key = name, Target = FactorTarget.Start, Parameter = parameter, KeptBy = keepers }, null);
    }

    private (DesignFactor? Factor, Func<string>? Complaint) OfIntervention(string name)
    {
        if (InterventionPath().Match(name) is not { Success: true } path)
            return (null, () => "is no path of an intervention: write scenarios.NAME.interventions[1].at, .until, .set.KEY or .to.KEY");
        var asked = path.Groups["scenario"].Value;
        var scenario = ScenarioOf(asked);
        if (scenario < 0)
            return (null, () => $"there is no scenario {Problem.Quote(asked)}{Spelling.Hint(asked, numbers.Keys)}; the scenarios are {string.Join(", ", scenarios.Select(source => source.Scenario.Name))}");
        var number = scenarios[scenario].Numbers.ToList().IndexOf(int.TryParse(path.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0);
        if (number < 0)
            return (null, () => $"{asked} has no intervention {path.Groups["number"].Value} that changes something; {Numbers(scenarios[scenario].Numbers)}");
        return OfIntervention(scenario, number, path.Groups["piece"].Value);
    }

    private (DesignFactor? Factor, Func<string>? Complaint) OfIntervention(int scenario, int number, string piece)
    {
        var (name, _, _) = scenarios[scenario].Scenario;
        var intervention = scenarios[scenario].Scenario.Interventions[number];
        var factor = new DesignFactor
        {
            Key = FormattableString.Invariant($"scenarios.{name}.interventions[{number + 1}].{piece}"),
            Target = piece switch { "at" => FactorTarget.At, "until" => FactorTarget.Until, _ => FactorTarget.Value },
            Scenario = scenario,
            Intervention = number,
        };
        if (factor.Target == FactorTarget.Until && intervention.Until is null)
            return (null, () => "the intervention is no ramp, so that it has no until");
        if (factor.Target != FactorTarget.Value)
            return (factor, null);
        var word = intervention.Until is null ? "set" : "to";
        if (!piece.StartsWith(word + ".", StringComparison.Ordinal))
            return (null, () => $"the intervention has {word} and no {piece[..piece.IndexOf('.', StringComparison.Ordinal)]}");
        var keys = intervention.Values.Select(value => parameters.Catalogue.Parameters[value.Parameter].Key).ToList();
        var key = piece[(word.Length + 1)..];
        if (keys.Contains(key))
            return (factor with { Parameter = parameters.Catalogue.Find(key) }, null);
        return parameters.Catalogue.Find(key) is { } parameter && common.Fixed.Contains(parameter.Index)
            ? (null, () => $"{key} is held by --set, so that the design cannot vary it")
            : (null, () => $"the intervention does not change {Problem.Quote(key)}{Spelling.Hint(key, keys)}; it changes {string.Join(", ", keys)}");
    }

    private static string Numbers(IReadOnlyList<int> numbers) =>
        numbers.Count == 0 ? "it has none" : $"it has {string.Join(", ", numbers.Order().Select(number => number.ToString(CultureInfo.InvariantCulture)))}";

    [GeneratedRegex(@"\Ascenarios\.(?<scenario>[^.\[\]]+)\.interventions\[(?<number>[1-9][0-9]*)\]\.(?<piece>at|until|(set|to)\..+)\z")]
    private static partial Regex InterventionPath();
}
