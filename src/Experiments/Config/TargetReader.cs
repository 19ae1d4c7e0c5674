using Agents;
using Experiments.Design;

namespace Experiments.Config;

/// <summary>Reads the targets of a calibration.</summary>
/// <param name="read">Gives nodes a type.</param>
/// <param name="model">The model.</param>
/// <param name="scenarios">The names of the scenarios.</param>
/// <param name="ticks">The horizon.</param>
/// <param name="responses">The study's responses, which targets may name.</param>
internal sealed class TargetReader(ValueReader read, ModelDefinition model, IReadOnlyList<string> scenarios, int ticks, IReadOnlyList<Response> responses)
{
    private const string Section = CalibrationReader.Section + ".targets";

    /// <summary>The keys that say how near a target is to be met, of which it has one.</summary>
    private static readonly string[] Nearness = ["tolerance", "interval", "factor", "observed", "sampling"];

    private readonly ObservationReader observations = new(read);

    /// <summary>The targets that could be read.</summary>
    /// <param name="map">The section of the calibration.</param>
    /// <param name="needsLikelihood">Whether each of them has to be data with a likelihood.</param>
    public List<CalibrationTarget> Read(Mapping map, bool needsLikelihood)
    {
        var targets = new List<CalibrationTarget>();
        var reader = new StatisticReader(read, model, scenarios, ticks, responses);
        foreach (var entry in read.Map(map.Find("targets"), Section)?.Entries ?? [])
        {
            var key = $"{Section}.{entry.Key}";
            if (entry.Value is not Mapping one)
                read.Add(entry.Value.Place, key, $"{entry.Value.Kind} is not a target: write {{share: any, until: 52, value: 0.1, tolerance: 0.02}}");
            else if (Target(one, entry, key, reader) is { } target && (!needsLikelihood || HasLikelihood(target, one, key)))
                targets.Add(target);
        }
        if (map.Find("targets") is null or Mapping { Entries.Count: 0 } or Scalar { IsEmpty: true })
            read.Add(map.Place, Section, "names nothing that is to be met");
        return targets;
    }

    private CalibrationTarget? Target(Mapping map, Entry entry, string key, StatisticReader reader)
    {
        if (TableName.Complaint(entry.Key, "a target") is { } complaint)
            read.Add(entry.KeyPlace, key, complaint);
        var statistic = reader.Read(map, key, ["value", .. Nearness]);
        if (Near(map, key) is not { } near)
            return null;
        if (near.Key == "observed")
            return Observed(map, near, key) is { } data && statistic is not null ? Of(entry.Key, statistic, data, near, key) : null;
        if (map.Find("value") is not { } node)
        {
            read.Add(map.Place, key, "'value' is missing: what the statistic should be");
            return null;
        }
        if (read.Number(node, key + ".value") is not { } value)
            return null;
        if (near.Key == "sampling")
            return observations.Estimate(near, key, value) is { } estimate && statistic is not null ? Of(entry.Key, statistic, estimate, near, key) : null;
        if (Bounds(near, key, value) is not { } bounds || statistic is null)
            return null;
        return new CalibrationTarget { Name = entry.Key, Statistic = statistic, Value = value, Low = bounds.Low, High = bounds.High, Factor = bounds.Factor };
    }

    private Entry? Near(Mapping map, string key)
    {
        if (map.Entries.Where(entry => Nearness.Contains(entry.Key)).ToList() is [var entry])
            return entry;
        read.Add(map.Place, key, "a target has one of tolerance (a number), interval ([low, high]), factor (a number above 1), observed ({count: 5, exposure: 100} or {count: 5, of: 10}) and sampling ([low, high], a 95 % interval)");
        return null;
    }

    private Observation? Observed(Mapping map, Entry near, string key)
    {
        if (map.Find("value") is { } value)
            read.Add(value.Place, key + ".value", "follows from what was observed: leave it out");
        return observations.Counts(near, key);
    }

    private CalibrationTarget? Of(string name, Statistic statistic, Observation observed, Entry near, string key)
    {
        if (observed is not EstimateObserved && CountedSide.Of(statistic, observed).Count == 0)
        {
            read.Add(near.KeyPlace, $"{key}.{near.Key}", observed is EventsObserved
                ? "a count over an exposure belongs to a rate, or to events"
                : "so many of so many belongs to a share, to periods, or to a ratio of two shares, events or rates of one scenario");
            return null;
        }
        return new CalibrationTarget { Name = name, Statistic = statistic, Value = observed.Value, Low = observed.Low, High = observed.High, Observed = observed };
    }

    private bool HasLikelihood(CalibrationTarget target, Mapping map, string key)
    {
        if (target.Observed is null)
            read.Add(map.Place, key, "method guided needs data with a likelihood: write observed or sampling, not how near is near enough");
        else if (target.Sides.Count == 0)
            read.Add(map.Place, key, "method guided needs counts: a share, a rate, events or periods, or the ratio of two of them");
        return target.Sides.Count > 0;
    }

    private (double Low, double High, double? Factor)? Bounds(Entry entry, string key, double value)
    {
        var full = $"{key}.{entry.Key}";
        switch (entry.Key)
        {
            case "tolerance":
                return read.Number(entry.Value, full, number => number > 0, "a number more than 0") is { } tolerance ? (FactorRange.Round(value - tolerance), FactorRange.Round(value + tolerance), null) : null;
            case "factor" when value <= 0:
                read.Add(entry.KeyPlace, full, "a factor needs a value more than 0");
                return null;
            case "factor":
                return read.Number(entry.Value, full, number => number > 1, "a number more than 1") is { } factor ? (value / factor, value * factor, factor) : null;
            default:
                return observations.Interval(entry.Value, full, value) is { } interval ? (interval.Low, interval.High, null) : null;
        }
    }
}
