using System.Globalization;
using Agents;
using Agents.Data;
using Experiments.Design;

namespace Experiments.Config;

/// <summary>Reads the <c>calibration:</c> section.</summary>
/// <param name="read">Gives nodes a type.</param>
/// <param name="model">The model.</param>
/// <param name="scenarios">The names of the scenarios.</param>
/// <param name="ticks">The horizon.</param>
/// <param name="finder">Knows what can vary.</param>
/// <param name="responses">The study's responses, which targets may name.</param>
internal sealed class CalibrationReader(ValueReader read, ModelDefinition model, IReadOnlyList<string> scenarios, int ticks, FactorFinder finder, IReadOnlyList<Response> responses)
{
    /// <summary>The section's name.</summary>
    public const string Section = "calibration";

    private const int MaxParticles = 1_000_000;
    private const int DefaultParticles = 200;
    private const int DefaultGenerations = 5;
    private const int DefaultBatch = 50;
    private const int DefaultPredictive = 100;
    private const double DefaultMinAcceptance = 0.05;
    private const double SequentialQuantile = 0.5;
    private const double RejectionQuantile = 0.1;

    private static readonly string[] OfBoth = ["method", "particles", "replications", "quantile", "batch", "predictive", "targets", "parameters"];
    private static readonly string[] OfSequential = [.. OfBoth, "generations", "tolerance", "min_acceptance"];

    /// <summary>The plan, or null where the config has none or after a problem.</summary>
    /// <param name="node">The section, or null.</param>
    /// <param name="replications">Runs of a particle where the section names no number.</param>
    public CalibrationPlan? Read(Node? node, int replications)
    {
        if (node is null || read.Map(node, Section) is not { } map)
            return null;
        if (IsSequential(map) is not { } isSequential)
            return null;
        read.RefuseOthers(map, Section + ".", isSequential ? OfSequential : OfBoth);
        var targets = Targets(map);
        var factors = new FactorReader(read, finder, DesignMethod.Random, Section + ".parameters").Read(map);
        var plan = new CalibrationPlan
        {
            IsSequential = isSequential,
            Particles = Integer(map, "particles", 2, MaxParticles) ?? DefaultParticles,
            Generations = Integer(map, "generations", 1, StudyLoader.MaxCount) ?? DefaultGenerations,
            Replications = Integer(map, "replications", 1, StudyLoader.MaxCount) ?? replications,
            Quantile = Share(map, "quantile") ?? (isSequential ? SequentialQuantile : RejectionQuantile),
            Tolerance = Number(map, "tolerance", number => number >= 0, "a number of 0 or more, in tolerances of the targets") ?? 0,
            MinAcceptance = Share(map, "min_acceptance") ?? DefaultMinAcceptance,
            Batch = Integer(map, "batch", 1, MaxParticles) ?? DefaultBatch,
            Predictive = Integer(map, "predictive", 2, MaxParticles) ?? DefaultPredictive,
            Targets = targets,
            Factors = factors,
            Measures = MeasuresOf(targets),
        };
        RefuseTooMany(plan, map);
        return plan with { ResolvedYaml = CalibrationText.Write(plan) };
    }

    private bool? IsSequential(Mapping map)
    {
        const string Allowed = "the methods are rejection, smc (sequential Monte Carlo)";
        if (map.Find("method") is not { } node)
            read.Add(map.Place, Section + ".method", $"'method' is missing; {Allowed}");
        else if (node is Scalar { Text: "rejection" or "smc" } word)
            return word.Text == "smc";
        else
            read.Add(node.Place, Section + ".method", $"{node.Kind} is not a method{Spelling.Hint((node as Scalar)?.Text ?? "", ["rejection", "smc"])}; {Allowed}");
        return null;
    }

    private List<CalibrationTarget> Targets(Mapping map)
    {
        var targets = new List<CalibrationTarget>();
        var reader = new StatisticReader(read, model, scenarios, ticks, responses);
        foreach (var entry in read.Map(map.Find("targets"), Section + ".targets")?.Entries ?? [])
        {
            var key = $"{Section}.targets.{entry.Key}";
            if (entry.Value is not Mapping one)
                read.Add(entry.Value.Place, key, $"{entry.Value.Kind} is not a target: write {{share: any, until: 52, value: 0.1, tolerance: 0.02}}");
            else if (Target(one, entry, key, reader) is { } target)
                targets.Add(target);
        }
        if (map.Find("targets") is null or Mapping { Entries.Count: 0 } or Scalar { IsEmpty: true })
            read.Add(map.Place, Section + ".targets", "names nothing that is to be met");
        return targets;
    }

    private CalibrationTarget? Target(Mapping map, Entry entry, string key, StatisticReader reader)
    {
        if (TableName.Complaint(entry.Key, "a target") is { } complaint)
            read.Add(entry.KeyPlace, key, complaint);
        var statistic = reader.Read(map, key, "value", "tolerance", "interval", "factor");
        if (map.Find("value") is not { } node)
        {
            read.Add(map.Place, key, "'value' is missing: what the statistic should be");
            return null;
        }
        if (read.Number(node, key + ".value", _ => true, "a finite number") is not { } value || Bounds(map, key, value) is not { } bounds || statistic is null)
            return null;
        return new CalibrationTarget { Name = entry.Key, Statistic = statistic, Value = value, Low = bounds.Low, High = bounds.High, Factor = bounds.Factor };
    }

    private (double Low, double High, double? Factor)? Bounds(Mapping map, string key, double value)
    {
        if (map.Entries.Where(entry => entry.Key is "tolerance" or "interval" or "factor").ToList() is not [var entry])
        {
            read.Add(map.Place, key, "a target has one of tolerance (a number), interval ([low, high]) and factor (a number above 1)");
            return null;
        }
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
                return Interval(entry.Value, full, value);
        }
    }

    private (double Low, double High, double? Factor)? Interval(Node node, string key, double value)
    {
        if (node is not Sequence { Items: [var first, var second] })
        {
            read.Add(node.Place, key, "is not a list of two numbers: write [0.1, 0.3]");
            return null;
        }
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var low = read.Number(first, key + "[1]", number => number < value, $"a number below the value, {text}");
        var high = read.Number(second, key + "[2]", number => number > value, $"a number above the value, {text}");
        return low is null || high is null ? null : (low.Value, high.Value, null);
    }

    private IReadOnlyList<ModelReporter> MeasuresOf(List<CalibrationTarget> targets)
    {
        var names = targets.SelectMany(target => target.Statistic.Parts).Select(part => part.Measure).ToList();
        return [.. model.ModelReporters.Where(reporter => names.Contains(reporter.Name))];
    }

    private void RefuseTooMany(CalibrationPlan plan, Mapping map)
    {
        var proposals = plan.Particles / (plan.IsSequential ? plan.MinAcceptance : plan.Quantile);
        if (proposals > int.MaxValue / 2)
            read.Add(map.Place, Section, FormattableString.Invariant($"up to {proposals:0} proposals are more than {int.MaxValue / 2}: ask for fewer particles or a greater {(plan.IsSequential ? "min_acceptance" : "quantile")}"));
        if ((double)plan.Replications * Math.Max(plan.Batch, plan.Predictive) * scenarios.Count > int.MaxValue)
            read.Add(map.Place, Section, $"more than {int.MaxValue} runs at a time: ask for a smaller batch");
    }

    private int? Integer(Mapping map, string name, int min, int max) =>
        map.Find(name) is { } node ? read.Integer(node, $"{Section}.{name}", min, max) : null;

    private double? Share(Mapping map, string name) => Number(map, name, number => number is > 0 and < 1, "a number more than 0 and less than 1");

    private double? Number(Mapping map, string name, Func<double, bool> isAllowed, string allowed) =>
        map.Find(name) is { } node ? read.Number(node, $"{Section}.{name}", isAllowed, allowed) : null;
}
