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

    private const int DefaultInitial = 200;
    private const int DefaultProposals = 2000;
    private const double DefaultExplore = 0.1;

    private static readonly string[] OfAll = ["method", "particles", "replications", "batch", "predictive", "targets", "parameters"];

    /// <summary>The methods, and the keys that belong to them.</summary>
    private static readonly (string Word, CalibrationMethod Method, string[] Keys)[] Methods =
    [
        ("rejection", CalibrationMethod.Rejection, [.. OfAll, "quantile"]),
        ("smc", CalibrationMethod.Sequential, [.. OfAll, "quantile", "generations", "tolerance", "min_acceptance"]),
        ("guided", CalibrationMethod.Guided, [.. OfAll, "initial", "proposals", "explore"]),
    ];

    /// <summary>The words by which configs name the methods.</summary>
    public static IReadOnlyList<string> MethodWords { get; } = [.. Methods.Select(method => method.Word)];

    /// <summary>The plan, or null where the config has none or after a problem.</summary>
    /// <param name="node">The section, or null.</param>
    /// <param name="replications">Runs of a particle where the section names no number.</param>
    public CalibrationPlan? Read(Node? node, int replications)
    {
        if (node is null || read.Map(node, Section) is not { } map)
            return null;
        if (Method(map) is not { } method)
            return null;
        read.RefuseOthers(map, Section + ".", Methods.Single(one => one.Method == method).Keys);
        var targets = new TargetReader(read, model, scenarios, ticks, responses).Read(map, method == CalibrationMethod.Guided);
        var factors = new FactorReader(read, finder, DesignMethod.Random, Section + ".parameters").Read(map);
        var plan = new CalibrationPlan
        {
            Method = method,
            Particles = Integer(map, "particles", 2, MaxParticles) ?? DefaultParticles,
            Generations = Integer(map, "generations", 1, StudyLoader.MaxCount) ?? DefaultGenerations,
            Replications = Integer(map, "replications", 1, StudyLoader.MaxCount) ?? replications,
            Quantile = Share(map, "quantile") ?? (method == CalibrationMethod.Sequential ? SequentialQuantile : RejectionQuantile),
            Tolerance = Number(map, "tolerance", number => number >= 0, "a number of 0 or more, in tolerances of the targets") ?? 0,
            MinAcceptance = Share(map, "min_acceptance") ?? DefaultMinAcceptance,
            Initial = Integer(map, "initial", 2, MaxParticles) ?? DefaultInitial,
            Budget = Integer(map, "proposals", 2, MaxParticles) ?? DefaultProposals,
            Explore = Number(map, "explore", number => number is >= 0 and < 1, "a number of 0 or more, and less than 1") ?? DefaultExplore,
            Batch = Integer(map, "batch", 1, MaxParticles) ?? DefaultBatch,
            Predictive = Integer(map, "predictive", 2, MaxParticles) ?? DefaultPredictive,
            Targets = targets,
            Factors = factors,
            Measures = MeasuresOf(targets),
        };
        RefuseTooMany(plan, map);
        return plan with { ResolvedYaml = CalibrationText.Write(plan) };
    }

    private CalibrationMethod? Method(Mapping map)
    {
        var words = Methods.Select(method => method.Word).ToList();
        const string Allowed = "the methods are rejection, smc (sequential Monte Carlo), guided (by a surrogate)";
        if (map.Find("method") is not { } node)
            read.Add(map.Place, Section + ".method", $"'method' is missing; {Allowed}");
        else if (node is Scalar word && words.IndexOf(word.Text) is var number and >= 0)
            return Methods[number].Method;
        else
            read.Add(node.Place, Section + ".method", $"{node.Kind} is not a method{Spelling.Hint((node as Scalar)?.Text ?? "", words)}; {Allowed}");
        return null;
    }

    private IReadOnlyList<ModelReporter> MeasuresOf(List<CalibrationTarget> targets)
    {
        var names = targets.SelectMany(target => target.Statistic.Parts).Select(part => part.Measure).ToList();
        return [.. model.ModelReporters.Where(reporter => names.Contains(reporter.Name))];
    }

    private void RefuseTooMany(CalibrationPlan plan, Mapping map)
    {
        var isSequential = plan.Method == CalibrationMethod.Sequential;
        var proposals = plan.Particles / (isSequential ? plan.MinAcceptance : plan.Quantile);
        if (plan.Method == CalibrationMethod.Guided && plan.Initial > plan.Budget)
            read.Add(map.Place, Section + ".initial", $"{plan.Initial} are more than all {plan.Budget} proposals");
        if (plan.Method != CalibrationMethod.Guided && proposals > int.MaxValue / 2)
            read.Add(map.Place, Section, FormattableString.Invariant($"up to {proposals:0} proposals are more than {int.MaxValue / 2}: ask for fewer particles or a greater {(isSequential ? "min_acceptance" : "quantile")}"));
        if ((double)plan.Replications * Math.Max(plan.Batch, plan.Predictive) * scenarios.Count > StudyLoader.MaxRuns)
            read.Add(map.Place, Section, $"more than {StudyLoader.MaxRuns} runs at a time: ask for a smaller batch");
    }

    private int? Integer(Mapping map, string name, int min, int max) =>
        map.Find(name) is { } node ? read.Integer(node, $"{Section}.{name}", min, max) : null;

    private double? Share(Mapping map, string name) => Number(map, name, number => number is > 0 and < 1, "a number more than 0 and less than 1");

    private double? Number(Mapping map, string name, Func<double, bool> isAllowed, string allowed) =>
        map.Find(name) is { } node ? read.Number(node, $"{Section}.{name}", isAllowed, allowed) : null;
}
