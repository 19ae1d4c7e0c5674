using System.Globalization;

namespace Experiments.Config;

/// <summary>Reads what was observed of a target.</summary>
/// <param name="read">Gives nodes a type.</param>
internal sealed class ObservationReader(ValueReader read)
{
    /// <summary>Counts, or null after a problem.</summary>
    /// <param name="entry">The key <c>observed</c> of a target.</param>
    /// <param name="target">The target's key.</param>
    public Observation? Counts(Entry entry, string target)
    {
        var key = $"{target}.{entry.Key}";
        if (read.Map(entry.Value, key, "count: 5, of: 10") is not { } map)
            return null;
        read.RefuseOthers(map, key + ".", "count", "exposure", "of");
        if (map.Find("count") is not { } counted || (map.Find("exposure"), map.Find("of")) is not ((null, { }) or ({ }, null)))
        {
            read.Add(entry.KeyPlace, key, "has count (a whole number) and one of exposure (the time at risk, in units of the rate) and of (how many could have counted)");
            return null;
        }
        var count = read.Integer(counted, key + ".count", 0, int.MaxValue);
        if (map.Find("of") is { } all)
            return read.Integer(all, key + ".of", Math.Max(1, count ?? 1), int.MaxValue) is { } of && count is not null ? new ShareObserved(count.Value, of) : null;
        return read.Number(map.Find("exposure")!, key + ".exposure", number => number > 0, "a number more than 0") is { } exposure && count is not null
            ? new EventsObserved(count.Value, exposure)
            : null;
    }

    /// <summary>An estimate with its 95 % interval on the scale of logarithms, or null after a problem.</summary>
    /// <param name="entry">The key <c>sampling</c> of a target.</param>
    /// <param name="target">The target's key.</param>
    /// <param name="value">The estimate.</param>
    public Observation? Estimate(Entry entry, string target, double value)
    {
        var key = $"{target}.{entry.Key}";
        if (value <= 0)
        {
            read.Add(entry.KeyPlace, key, "a sampling interval on the scale of logarithms needs a value more than 0");
            return null;
        }
        if (Interval(entry.Value, key, value) is not { } interval)
            return null;
        if (interval.Low > 0)
            return new EstimateObserved(value, interval.Low, interval.High);
        read.Add(entry.Value.Place, key, "begins at 0 or below, where there is no logarithm");
        return null;
    }

    /// <summary>Two numbers with a value between them, or null after a problem.</summary>
    public (double Low, double High)? Interval(Node node, string key, double value)
    {
        if (node is not Sequence { Items: [var first, var second] })
        {
            read.Add(node.Place, key, "is not a list of two numbers: write [0.1, 0.3]");
            return null;
        }
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var low = read.Number(first, key + "[1]", number => number < value, $"a number below the value, {text}");
        var high = read.Number(second, key + "[2]", number => number > value, $"a number above the value, {text}");
        return low is null || high is null ? null : (low.Value, high.Value);
    }
}
