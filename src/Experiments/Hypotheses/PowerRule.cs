using Experiments.Config;
using MathNet.Numerics.Distributions;

namespace Experiments.Hypotheses;

/// <summary>
/// Gives each hypothesis replications, in rounds, until the test of every prediction would find the smallest effect that
/// matters with the chance that is wanted, or a greatest number is reached.
/// </summary>
/// <remarks>
/// The rule looks at standard errors alone and never at an effect or a p value, so that stopping by it favours no verdict. A
/// standard error that is small by chance stops a little early, as under every such rule (see <see cref="StopRule"/>), and
/// where events are counted it falls with their number: differences of shares of 1 to 10 % and first looks at 100 or 200 pairs
/// gave, in 2,000 to 6,000 trials each, 95 % intervals that hold the truth 94 to 97 times in 100, and effects off by .0004 or less.
/// </remarks>
public sealed record PowerRule
{
    /// <summary>The power where nothing is said of it.</summary>
    public const double Usual = 0.8;

    /// <summary>Most runs of a scenario, in all rows of the design together, where nothing is said of them.</summary>
    public const int UsualMost = 10_000;

    /// <summary>A round has at most so many times the replications of the one before: what it goes by is itself an estimate.</summary>
    private const int MostGrowth = 4;

    /// <summary>Looks follow one another by a quarter or more, so that they are few.</summary>
    private const double LeastGrowth = 1.25;

    /// <summary>A little more than seems to be needed, so that the next round is seldom the last but one.</summary>
    private const double Margin = 1.05;

    /// <summary>The power that is wanted, more than 0 and less than 1.</summary>
    public required double Target { get; init; }

    /// <summary>Most replications of each row of the design; null for what makes <see cref="UsualMost"/> runs of each scenario.</summary>
    public int? Most { get; init; }

    /// <summary>The replications of each row of a study's design at the first look: those that the study says.</summary>
    internal int FirstOf(Study study) => Math.Min(study.Replications, MostOf(study));

    /// <summary>The replications of each row at the next look, or null where there is none.</summary>
    /// <param name="contrasts">What the runs so far say, each with its <see cref="PowerNeed"/>.</param>
    /// <param name="replications">Those that each row has by now.</param>
    /// <param name="study">The study.</param>
    internal int? Next(IEnumerable<ContrastJudgement> contrasts, int replications, Study study)
    {
        var most = MostOf(study);
        var needs = contrasts.Select(contrast => contrast.Need).OfType<PowerNeed>().Select(need => need.Growth).ToList();
        if (needs.Count == 0 || replications >= most)
            return null;
        var growth = needs.Exists(double.IsNaN) ? MostGrowth : Math.Clamp(Margin * needs.Max(), LeastGrowth, MostGrowth);
        return (int)Math.Min(most, Math.Ceiling(replications * growth));
    }

    private int MostOf(Study study)
    {
        var most = Most ?? Math.Max(study.Replications, (int)Math.Ceiling((double)UsualMost / study.Design.Rows));
        return Math.Min(most, int.MaxValue / study.DesignPoints.Count);
    }
}

/// <summary>What it would take for the test of a prediction to have the power that is wanted.</summary>
/// <param name="Target">That power.</param>
/// <param name="Growth">
/// How many times as many replications it takes; infinite where no number will do, because the draws of an ensemble differ
/// too much, and NaN where that cannot be told.
/// </param>
/// <param name="DrawGrowth">How many times as many draws it takes, with as many replications each; NaN for one vector of parameters, and where that cannot be told.</param>
public sealed record PowerNeed(double Target, double Growth, double DrawGrowth)
{
    /// <summary>About how many it takes in place of so many replications, to two digits; infinite or NaN where <see cref="Growth"/> is.</summary>
    public double ReplicationsFor(double replications) => About(replications * Growth);

    /// <summary>About how many draws it takes, with as many replications each, to two digits; NaN where <see cref="DrawGrowth"/> is.</summary>
    public double DrawsFor(ContrastEstimate estimate) => About(estimate.Units * DrawGrowth);

    /// <summary>The need of a prediction; null where nothing is predicted, or the power suffices.</summary>
    /// <param name="contrast">The contrast.</param>
    /// <param name="estimate">Its effect, of which only the standard error counts here.</param>
    /// <param name="power">The power of its test.</param>
    /// <param name="critical">The quantile of Student's t that the test goes by.</param>
    /// <param name="target">The power that is wanted.</param>
    internal static PowerNeed? Of(Contrast contrast, ContrastEstimate estimate, double power, double critical, double target)
    {
        if (contrast.Prediction.IsOpen || power >= target)
            return null;
        if (double.IsNaN(power))
            return new PowerNeed(target, double.NaN, double.NaN);
        var wanted = Math.Pow(ContrastJudgement.RoomOf(contrast) / (critical + Normal.InvCDF(0, 1, contrast.Prediction.Bounds.Count() == 1 ? target : (1 + target) / 2)), 2);
        var (variance, lasting) = (estimate.StandardError * estimate.StandardError, estimate.LastingVariance);
        return new PowerNeed(
            target,
            lasting >= wanted ? double.PositiveInfinity : (variance - lasting) / (wanted - lasting),
            estimate.Draws is null ? double.NaN : variance / wanted);
    }

    /// <summary>Rounded up to two digits, so that it promises no more than it knows and no less than it takes.</summary>
    private static double About(double number)
    {
        if (!double.IsFinite(number) || number <= 0)
            return number;
        var unit = Math.Max(1, Math.Pow(10, Math.Floor(Math.Log10(number)) - 1));
        return Math.Ceiling(number / unit) * unit;
    }
}
