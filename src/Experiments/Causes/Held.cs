using Experiments.Config;

namespace Experiments.Causes;

/// <summary>Parameters that are held at a value from a row of ticks on, whatever a scenario makes of them.</summary>
internal static class Held
{
    /// <summary>How a cause stands in a scenario from a row of ticks on.</summary>
    public static CauseState StateOf(Scenario scenario, Cause cause, int from)
    {
        var index = cause.Parameter.Index;
        if (scenario.Series.Any(series => series.Parameter.Index == index))
            return CauseState.FollowsFile;
        var later = scenario.Interventions.Where(change => (change.Until ?? change.At) > from && Names(change, index)).SelectMany(change => new[] { change.At, change.Until ?? change.At });
        if (later.Where(tick => tick > from).Prepend(from).All(tick => CombinationCheck.ValuesAt(scenario, tick)[index].Equals(cause.Off)))
            return CauseState.Absent;
        return cause.Parameter.About.AtStartOnly && from > 0 ? CauseState.FixedAtStart : CauseState.AtWork;
    }

    /// <summary>A scenario without causes: their parameters stay off from a row of ticks on, from 0 on also in the initial state.</summary>
    /// <param name="scenario">As it was.</param>
    /// <param name="out">Causes that are at work in it.</param>
    /// <param name="from">The row of ticks.</param>
    public static Scenario Without(Scenario scenario, IReadOnlyList<Cause> @out, int from)
    {
        if (@out.Count == 0)
            return scenario;
        var held = @out.Select(cause => (cause.Parameter.Index, cause.Off)).OrderBy(one => one.Index).ToList();
        var before = scenario.Interventions.SelectMany(change => Before(scenario, change, [.. held.Select(one => one.Index)], from));
        if (from > 0)
            return scenario with { Interventions = [.. before.Append(new Intervention(from, null, held)).Order(Intervention.Order)] };
        var values = scenario.Values.ToArray();
        foreach (var (index, off) in held)
            values[index] = off;
        return scenario with { Values = values, Interventions = [.. before] };
    }

    /// <summary>What is left of a change: all of it for other parameters, and for those that are held what comes before.</summary>
    private static IEnumerable<Intervention> Before(Scenario scenario, Intervention change, HashSet<int> held, int from)
    {
        var others = change.Values.Where(value => !held.Contains(value.Parameter)).ToList();
        if (others.Count == change.Values.Count || (change.Until ?? change.At) < from)
        {
            yield return change;
            yield break;
        }
        if (others.Count > 0)
            yield return change with { Values = others };
        // A ramp that would go on is cut: the values that it has until then, one by one.
        for (var tick = change.At; tick < from; tick++)
        {
            var values = CombinationCheck.ValuesAt(scenario, tick);
            yield return new Intervention(tick, null, [.. change.Values.Where(value => held.Contains(value.Parameter)).Select(value => (value.Parameter, values[value.Parameter]))]);
        }
    }

    private static bool Names(Intervention change, int index) => change.Values.Any(value => value.Parameter == index);
}
