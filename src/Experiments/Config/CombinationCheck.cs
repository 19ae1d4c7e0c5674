using Agents;

namespace Experiments.Config;

/// <summary>Values that the model's own check refuses.</summary>
/// <param name="Message">What it says.</param>
/// <param name="Intervention">The intervention from which on they do not fit, from 0; null at the start.</param>
internal sealed record Misfit(string Message, int? Intervention);

/// <summary>
/// Asks the model whether values fit together. The ranges hold already; this shows only in the whole set, at the start
/// and after each change. A ramp is looked at where something else changes and at its end.
/// </summary>
internal sealed class CombinationCheck(ModelDefinition model, ParameterCatalogue catalogue)
{
    private readonly ParameterObject parameters = new(model, catalogue);

    /// <summary>The first values of a scenario that do not fit together, or null.</summary>
    public Misfit? Find(Scenario scenario)
    {
        if (Complaint(scenario.Values) is { } complaint)
            return new Misfit(complaint, null);
        for (var i = 0; i < scenario.Interventions.Count; i++)
        {
            var intervention = scenario.Interventions[i];
            foreach (var tick in intervention.Until is { } until ? [intervention.At, until] : new[] { intervention.At })
            {
                if (Complaint(ValuesAt(scenario, tick)) is { } later)
                    return new Misfit(FormattableString.Invariant($"from tick {tick} on: {later}"), i);
            }
        }
        foreach (var tick in scenario.Series.SelectMany(series => series.Ticks).Distinct())
        {
            if (Complaint(ValuesAt(scenario, tick)) is { } later)
                return new Misfit(FormattableString.Invariant($"from tick {tick} on, where a series changes: {later}"), null);
        }
        return null;
    }

    /// <summary>The key of a parameter.</summary>
    public string KeyOf(int parameter) => catalogue.Parameters[parameter].Key;

    private string? Complaint(IReadOnlyList<object> values) => model.Complaint(parameters.With(values));

    /// <summary>The values of a scenario in the step that starts at a row of ticks.</summary>
    public static IReadOnlyList<object> ValuesAt(Scenario scenario, int tick)
    {
        var values = scenario.Values.ToArray();
        foreach (var series in scenario.Series)
            values[series.Parameter.Index] = series.ValueAt(tick) ?? values[series.Parameter.Index];
        foreach (var intervention in scenario.Interventions.Where(intervention => intervention.At <= tick))
        {
            foreach (var (parameter, value) in intervention.Values)
                values[parameter] = intervention.ValueAt(tick, values[parameter], value);
        }
        return values;
    }
}
