using System.Globalization;

namespace Experiments.Config;

/// <summary>What a study does that its author may not expect, one sentence each: it can be run all the same.</summary>
internal static class StudyNotes
{
    private const string Switch = ".enabled";

    /// <summary>The word by which a parameter class marks the switch of a section.</summary>
    private const string SwitchSource = "switch";

    /// <summary>Changes of a scenario at which the model is asked for what it warns of.</summary>
    private const int MostMoments = 1_000;

    /// <param name="study">The study.</param>
    /// <param name="common">The values that all scenarios have which do not say otherwise.</param>
    public static IEnumerable<string> Of(Study study, IReadOnlyList<object> common) => [.. Grid(study), .. Duplicates(study), .. Idle(study, common), .. OfModel(study)];

    private static IEnumerable<string> Grid(Study study)
    {
        if (study.Every > study.Ticks)
            yield return string.Create(CultureInfo.InvariantCulture, $"measures.every is {study.Every}, beyond the horizon of {study.Ticks}: ticks.csv shows nothing of what happens within a run");
    }

    /// <summary>Scenarios of one content, where no design tells them apart.</summary>
    private static IEnumerable<string> Duplicates(Study study)
    {
        var told = study.Design.Factors.Where(factor => factor.Target != FactorTarget.Start).Select(factor => factor.Scenario).ToHashSet();
        var alike = EqualityComparer<Scenario>.Create((one, other) => AreSame(one!, other!), HashOf);
        foreach (var same in study.Scenarios.Where((_, number) => !told.Contains(number)).GroupBy(scenario => scenario, alike))
        {
            foreach (var other in same.Skip(1))
                yield return $"the scenarios {same.Key.Name} and {other.Name} are the same";
        }
    }

    private static int HashOf(Scenario scenario)
    {
        var hash = new HashCode();
        foreach (var value in scenario.Values)
            hash.Add(value);
        foreach (var change in scenario.Interventions)
            hash.Add((change.At, change.Until, change.Values.Count));
        return hash.ToHashCode();
    }

    private static bool AreSame(Scenario one, Scenario other) =>
        one.Values.SequenceEqual(other.Values)
        && one.Series.Select(series => (series.Parameter, series.File.Sha256)).SequenceEqual(other.Series.Select(series => (series.Parameter, series.File.Sha256)))
        && one.Interventions.Select(change => (change.At, change.Until)).SequenceEqual(other.Interventions.Select(change => (change.At, change.Until)))
        && one.Interventions.SelectMany(change => change.Values).SequenceEqual(other.Interventions.SelectMany(change => change.Values));

    /// <summary>Parameters that something sets and whose mechanism is off, in every run or in those of a scenario.</summary>
    private static IEnumerable<string> Idle(Study study, IReadOnlyList<object> common)
    {
        var varied = study.Design.Factors.SelectMany(factor => factor.Also.Prepend(factor.Parameter!)).OfType<Parameter>().ToHashSet();
        foreach (var toggle in study.Catalogue.Parameters.Where(parameter => parameter.About.Source == SwitchSource && parameter.Key.EndsWith(Switch, StringComparison.Ordinal)))
        {
            var prefix = toggle.Key[..^Switch.Length] + ".";
            List<Parameter> own = [.. study.Catalogue.Parameters.Where(parameter => parameter != toggle && parameter.Key.StartsWith(prefix, StringComparison.Ordinal))];
            List<Scenario> off = varied.Contains(toggle) ? [] : [.. study.Scenarios.Where(scenario => !Takes(scenario, toggle, true))];
            if (off.Count == study.Scenarios.Count)
            {
                if (Keys(own.Where(parameter => varied.Contains(parameter) || off.Exists(scenario => Differs(scenario, parameter)))) is { Length: > 0 } set)
                    yield return $"{toggle.Key} is false throughout, so that its mechanism is off whatever {set} may be";
                continue;
            }
            foreach (var scenario in off)
            {
                // What is common to all scenarios acts where the mechanism is on.
                if (Keys(own.Where(parameter => !scenario.Values[parameter.Index].Equals(common[parameter.Index]) || Changes(scenario, parameter).Any())) is { Length: > 0 } set)
                    yield return $"{scenario.Name}: {toggle.Key} is false there, so that its mechanism is off whatever {set} may be";
            }
        }
    }

    private static string Keys(IEnumerable<Parameter> parameters) => string.Join(", ", parameters.Select(parameter => parameter.Key));

    private static bool Takes(Scenario scenario, Parameter parameter, object value) =>
        scenario.Values[parameter.Index].Equals(value) || Changes(scenario, parameter).Contains(value);

    private static bool Differs(Scenario scenario, Parameter parameter) =>
        !scenario.Values[parameter.Index].Equals(parameter.Default) || Changes(scenario, parameter).Any();

    /// <summary>What a run sets a parameter to after its start.</summary>
    private static IEnumerable<object> Changes(Scenario scenario, Parameter parameter) =>
        scenario.Interventions.SelectMany(change => change.Values).Where(one => one.Parameter == parameter.Index).Select(one => one.Value)
            .Concat(scenario.Series.Where(series => series.Parameter == parameter).SelectMany(series => series.Values));

    /// <summary>What the model itself says, each sentence once, with the scenarios that it is about.</summary>
    private static IEnumerable<string> OfModel(Study study)
    {
        var said = study.Scenarios.SelectMany(scenario => study.Model.Warnings(Course(study, scenario)).Select(text => (Text: text, scenario.Name)));
        foreach (var warning in said.GroupBy(one => one.Text))
        {
            var names = warning.Select(one => one.Name).ToList();
            yield return names.Count == study.Scenarios.Count ? warning.Key : $"{string.Join(", ", names)}: {warning.Key}";
        }
    }

    private static IReadOnlyList<object> Course(Study study, Scenario scenario)
    {
        var ticks = scenario.Interventions.SelectMany(change => change.Until is { } until ? new[] { change.At, until } : [change.At])
            .Concat(scenario.Series.SelectMany(series => series.Ticks)).Distinct().Order().Take(MostMoments);
        return [study.Catalogue.Make(scenario.Values), .. ticks.Select(tick => study.Catalogue.Make(CombinationCheck.ValuesAt(scenario, tick)))];
    }
}
