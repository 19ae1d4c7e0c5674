namespace Experiments.Analysis.Survival;

/// <summary>What happened at one time. Events come before the censoring of the same time.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">Runs that nothing had ended, and that were still seen, just before it.</param>
/// <param name="Events">Runs that each cause ended then.</param>
/// <param name="Censored">Runs last seen then.</param>
internal sealed record RiskRow(double Time, int AtRisk, int[] Events, int Censored)
{
    public int AllEvents { get; } = Events.Sum();
}

/// <summary>Durations counted by time.</summary>
internal static class RiskTable
{
    /// <summary>A row for every time at which a run ended or was last seen, ascending.</summary>
    /// <exception cref="ArgumentException">A time is negative or NaN, or a cause is out of range.</exception>
    public static List<RiskRow> Of(IReadOnlyList<Duration> durations, int causes)
    {
        var wrong = durations.Where(one => !(one.Time >= 0) || one.Cause < Duration.Censored || one.Cause >= causes).Take(1).ToList();
        if (wrong.Count > 0)
            throw new ArgumentException($"{wrong[0]} is no duration with one of {causes} causes.", nameof(durations));
        var rows = new List<RiskRow>();
        var atRisk = durations.Count;
        foreach (var together in durations.GroupBy(one => one.Time).OrderBy(group => group.Key))
        {
            var events = new int[causes];
            foreach (var ended in together.Where(one => one.Cause != Duration.Censored))
                events[ended.Cause]++;
            var row = new RiskRow(together.Key, atRisk, events, together.Count(one => one.Cause == Duration.Censored));
            rows.Add(row);
            atRisk -= row.AllEvents + row.Censored;
        }
        return rows;
    }
}
