using Experiments.Config;
using Experiments.Design;

namespace Experiments.Calibration.Guided;

/// <summary>
/// The targets of a calibration as counts: the sides that they have between them, each once though several targets may rest on it,
/// as ratios to one baseline do.
/// </summary>
internal sealed class CountedTargets
{
    private readonly List<Source> sources = [];

    private CountedTargets(CalibrationPlan plan)
    {
        var (numbers, part) = (new List<string>(), 0);
        var sides = new List<IReadOnlyList<int>>();
        foreach (var target in plan.Targets)
        {
            sides.Add([.. target.Sides.Select((side, i) =>
            {
                var own = part + (target.Sides.Count > 1 ? i : 0);
                if (numbers.IndexOf($"{side}") is var known and >= 0)
                    return known;
                numbers.Add($"{side}");
                var name = target.Sides.Count == 1 ? target.Name : $"{target.Name}.{(i == 0 ? "over" : "under")}";
                sources.Add(new Source(new GuidedSide(name, side.Link), own, side.Among is null ? null : own + 1, side.Counted.Per));
                return numbers.Count - 1;
            })]);
            part += target.Statistic.Parts.Count();
        }
        LinkFunction[] links = [.. Sides.Select(side => side.Link)];
        Targets = [.. plan.Targets.Select((target, i) => new TargetLikelihood(target, sides[i], links))];
    }

    /// <summary>The sides.</summary>
    public IReadOnlyList<GuidedSide> Sides => [.. sources.Select(source => source.Side)];

    /// <summary>The targets in terms of them.</summary>
    public IReadOnlyList<TargetLikelihood> Targets { get; }

    /// <summary>Where the counts of a side come from.</summary>
    /// <param name="Side">The side.</param>
    /// <param name="Part">The number among the parts of all targets' statistics that counts.</param>
    /// <param name="Among">The number of the part of what else is counted; null for its own bottom.</param>
    /// <param name="Per">Ticks of a unit of the time at risk.</param>
    private sealed record Source(GuidedSide Side, int Part, int? Among, int Per);

    /// <summary>Those of a calibration that is guided; null for another.</summary>
    public static CountedTargets? Of(CalibrationPlan plan) => plan.Method == CalibrationMethod.Guided ? new CountedTargets(plan) : null;

    /// <summary>What was counted on each side.</summary>
    /// <param name="sums">The top and the bottom of each part of all targets' statistics.</param>
    /// <exception cref="CalibrationStop">More counted than could have.</exception>
    public IReadOnlyList<Counts> Read(IReadOnlyList<(double Top, double Bottom)> sums) =>
    [
        .. sources.Select(source =>
        {
            var exposure = source.Among is { } among ? sums[among].Top : sums[source.Part].Bottom / (source.Side.Link == LinkFunction.Log ? source.Per : 1);
            var counts = new Counts(sums[source.Part].Top, exposure);
            return source.Side.Link == LinkFunction.Log || counts.Count <= counts.Exposure
                ? counts
                : throw new CalibrationStop(2, $"target {source.Side.Name} is so many of so many, but its runs gave {counts.Count} of {counts.Exposure}: its two statistics do not count the one among the other");
        }),
    ];

    /// <summary>How a guided calibration is searched for.</summary>
    /// <param name="plan">The calibration.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="threads">Threads.</param>
    public GuidedSettings Settings(CalibrationPlan plan, int seed, int threads) => new()
    {
        Steps = [.. plan.Factors.Select(factor => StepsOf(factor.Range!))],
        Sides = Sides,
        Targets = Targets,
        Initial = plan.Initial,
        Budget = plan.Budget,
        Explore = plan.Explore,
        Batch = plan.Batch,
        Particles = plan.Particles,
        Seed = seed,
        Threads = threads,
    };

    private static int StepsOf(FactorRange range) => range switch
    {
        { Distribution: Distribution.Levels } => range.Levels.Count,
        { Distribution: Distribution.Uniform, IsWhole: true } => (int)Math.Min(range.Max - range.Min + 1, int.MaxValue),
        _ => 0,
    };
}
