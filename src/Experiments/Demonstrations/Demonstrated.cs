using Agents.Data;
using Experiments.Analysis;
using Experiments.Hypotheses;

namespace Experiments.Demonstrations;

/// <summary>What can be said of an effect.</summary>
public enum Sight
{
    /// <summary>It is told from nothing, is no trifle, and goes where the statement says.</summary>
    Shows,

    /// <summary>It is told from nothing and goes the other way.</summary>
    Reversed,

    /// <summary>Its interval holds 0, or it is a trifle: it lies within <see cref="ShownEffect.Trifle"/> of the level of what is measured.</summary>
    Nothing,

    /// <summary>It cannot be computed.</summary>
    Unknown,
}

/// <summary>A difference between paired runs.</summary>
/// <param name="Estimate">The effect.</param>
/// <param name="Level">What is measured, with the statement on; NaN where no trifle is told from it.</param>
public readonly record struct ShownEffect(ContrastEstimate Estimate, double Level)
{
    /// <summary>The share of the level of what is measured within which an effect is a trifle.</summary>
    public const double Trifle = 0.01;

    /// <summary>Standard errors of the smallest effect that a test at .05 finds four times in five: 1.96 + .84.</summary>
    private const double ErrorsOfLeast = 2.8;

    /// <summary>The 95 % interval; where nothing varied the effect itself.</summary>
    public Interval Interval => Estimate.StandardError > 0 ? Estimate.Interval : new Interval(Estimate.Effect, Estimate.Effect);

    /// <summary>The smallest effect that so many replications would have found four times in five; 0 where nothing varied, NaN where nothing can be said.</summary>
    public double Least => ErrorsOfLeast * Estimate.StandardError;

    /// <summary>What can be said of it.</summary>
    /// <param name="sign">Which way it is said to go.</param>
    public Sight Sight(ClaimedSign sign)
    {
        var (low, high) = (Interval.Low, Interval.High);
        if (!double.IsFinite(Estimate.Effect) || !double.IsFinite(low))
            return Demonstrations.Sight.Unknown;
        var trifle = double.IsNaN(Level) ? 0 : Trifle * Math.Abs(Level);
        if ((low <= 0 && high >= 0) || (low >= -trifle && high <= trifle))
            return Demonstrations.Sight.Nothing;
        return sign == ClaimedSign.Either || sign == ClaimedSign.Up == low > 0 ? Demonstrations.Sight.Shows : Demonstrations.Sight.Reversed;
    }
}

/// <summary>What is seen of a statement in one world; an effect is null where there is nothing to switch or to turn.</summary>
/// <param name="Level">What is measured, with the statement on.</param>
/// <param name="Switch">On less off.</param>
/// <param name="Full">Full intensity less the default.</param>
/// <param name="Removed">The share of the outcome, on less off.</param>
/// <param name="RemovedFull">The share of the outcome, full intensity less the default.</param>
public sealed record WorldSeen(ShownEffect Level, ShownEffect? Switch, ShownEffect? Full, ShownEffect? Removed, ShownEffect? RemovedFull);

/// <summary>What is seen of a statement or a lever.</summary>
/// <param name="Row">What was to be seen.</param>
/// <param name="Statement">It in words.</param>
/// <param name="FullSetting">Its full intensity as a setting, KEY=VALUE; empty where there is nothing to turn.</param>
/// <param name="Defaults">In the world of the defaults.</param>
/// <param name="There">At the setting where it shows most; null where it names none.</param>
public sealed record Demonstrated(Demonstration Row, string Statement, string FullSetting, WorldSeen Defaults, WorldSeen? There)
{
    /// <summary>The verdict in words.</summary>
    public string Words
    {
        get
        {
            if (Defaults.Switch is not { } effect)
                return "no switch";
            return effect.Sight(Row.Sign) switch
            {
                Sight.Shows => "shows",
                Sight.Reversed => "reversed",
                _ when ShowsBy(There?.Switch) => Nominal,
                _ when ShowsBy(Defaults.Full) || ShowsBy(There?.Full) => Nominal + ", shows at full",
                _ => Row.Lever.Length > 0 ? "weak" : "mute",
            };
        }
    }

    private string Nominal => Row.Lever.Length > 0 ? "weak at the defaults" : "nominal at the defaults";

    private bool ShowsBy(ShownEffect? effect) => effect?.Sight(Row.Sign) == Sight.Shows;
}
