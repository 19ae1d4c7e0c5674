using Experiments.Config;

namespace Experiments.Learning;

/// <summary>Stretches of time that are taken together, and what was expected and seen of them.</summary>
/// <param name="Name">Which they are.</param>
/// <param name="Exposure">Their length.</param>
/// <param name="Expected">Events that the fit expects.</param>
/// <param name="Observed">Events that there were.</param>
public sealed record LessonsCheck(string Name, double Exposure, double Expected, int Observed);

/// <summary>What a round taught.</summary>
public sealed record Lessons
{
    private const int Parts = 10;

    /// <summary>What was to be learnt.</summary>
    public required LearningPlan Plan { get; init; }

    /// <summary>The coefficients, in the order of the plan, to six significant digits.</summary>
    public required IReadOnlyList<double> Coefficients { get; init; }

    /// <summary>Their standard errors.</summary>
    public required IReadOnlyList<double> Errors { get; init; }

    /// <summary>Stretches of time.</summary>
    public required int Stretches { get; init; }

    /// <summary>Those that ended with the event.</summary>
    public required int Events { get; init; }

    /// <summary>Clusters of evidence.</summary>
    public required int Clusters { get; init; }

    /// <summary>Share of the deviance that is explained.</summary>
    public required double Explained { get; init; }

    /// <summary>Mean hazard of a unit of time.</summary>
    public required double MeanHazard { get; init; }

    /// <summary>Greatest change of a hazard of these stretches from what the round before had taught; NaN in the first.</summary>
    public required double Moved { get; init; }

    /// <summary>The mean of those changes.</summary>
    public required double MovedOnAverage { get; init; }

    /// <summary>The mean standard error of a hazard of these stretches: changes below it are none that the runs can tell.</summary>
    public required double HazardError { get; init; }

    /// <summary>Whether what the round before had taught is what this one teaches, as far as the runs can tell: a fixed point.</summary>
    public bool IsAtRest => MovedOnAverage < HazardError;

    /// <summary>Expected and observed events, by path and by tenths of the hazard.</summary>
    public required IReadOnlyList<LessonsCheck> Checks { get; init; }

    internal static Lessons Of(LearningPlan plan, HazardData data, Lessons? before)
    {
        var fit = HazardFit.Of(data);
        var (most, sum, mean, error) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < data.Count; i++)
        {
            var hazard = HazardFit.Hazard(data, i, fit.Coefficients);
            var moved = before is null ? double.NaN : Math.Abs(hazard - HazardFit.Hazard(data, i, before.Coefficients));
            (most, sum, mean, error) = (Math.Max(most, moved), sum + moved, mean + hazard, error + fit.HazardError(i));
        }
        return new Lessons
        {
            Plan = plan,
            Coefficients = [.. fit.Coefficients.Select(Rounded)],
            Errors = fit.Errors,
            Stretches = data.Count,
            Events = data.Events,
            Clusters = data.Clusters,
            Explained = fit.Explained,
            MeanHazard = mean / data.Count,
            Moved = most,
            MovedOnAverage = sum / data.Count,
            HazardError = error / data.Count,
            Checks = [.. ByPath(data, fit), .. ByTenth(data, fit)],
        };
    }

    private static double Rounded(double value) =>
        double.Parse(value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<LessonsCheck> ByPath(HazardData data, HazardFit fit) =>
        Enumerable.Range(0, data.Count).GroupBy(i => data[i].Path).OrderBy(group => group.Key)
            .Select(group => Check(FormattableString.Invariant($"path {group.Key}"), group, data, fit));

    private static IEnumerable<LessonsCheck> ByTenth(HazardData data, HazardFit fit) =>
        Enumerable.Range(0, data.Count).OrderBy(i => HazardFit.Hazard(data, i, fit.Coefficients)).ThenBy(i => i)
            .Chunk((data.Count + Parts - 1) / Parts).Select((part, number) => Check(FormattableString.Invariant($"tenth {number + 1}"), part, data, fit));

    private static LessonsCheck Check(string name, IEnumerable<int> rows, HazardData data, HazardFit fit)
    {
        var (exposure, expected, observed) = (0.0, 0.0, 0);
        foreach (var i in rows)
            (exposure, expected, observed) = (exposure + data[i].Exposure, expected + fit.Chance(i), observed + (data[i].IsEvent ? 1 : 0));
        return new LessonsCheck(name, exposure, expected, observed);
    }
}
