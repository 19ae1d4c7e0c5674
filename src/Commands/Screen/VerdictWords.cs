using System.Globalization;
using Experiments.Config;
using Experiments.Hypotheses;

namespace Commands.Screen;

/// <summary>What is said of verdicts, on the screen and in files alike.</summary>
internal static class VerdictWords
{
    /// <summary>What verdicts mean that are not supported.</summary>
    public const string Otherwise = "Refuted: a 95 % interval, not corrected, excludes a prediction. Immaterial: one lies nearer to the bound than what matters (Schuirmann 1987).";

    /// <summary>How many of each kind came out how: constructions are no evidence, so that they are not counted with the rest.</summary>
    public static string Counts(IReadOnlyList<Judgement> judgements)
    {
        var counts = Enum.GetValues<HypothesisKind>()
            .Select(kind => (Kind: kind, Of: judgements.Where(judgement => judgement.Hypothesis.Kind == kind).ToList()))
            .Where(kind => kind.Of.Count > 0)
            .Select(kind => $"{Name(kind.Kind)}: {string.Join(", ", Enum.GetValues<Verdict>().Select(verdict => Count(kind.Of.Count(judgement => judgement.Verdict == verdict), verdict)))}.");
        return string.Join(' ', counts);
    }

    /// <summary>A number to three digits.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("G3", CultureInfo.InvariantCulture);

    /// <summary>A share, to two decimals.</summary>
    public static string Share(double value) => double.IsNaN(value) ? "" : value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>How many draws lie on the predicted side and how many elsewhere, and how many of either surely.</summary>
    public static string Shares(ContrastEstimate estimate) => estimate.Draws is { Share: var share } draws && !double.IsNaN(share)
        ? $"{Share(share)} : {Share(draws.ShareAgainst)} ({Share(draws.ShareInside)} : {Share(draws.ShareExcluded)})"
        : "";

    /// <summary>What tests lack of the power that is wanted, contrast by contrast; of decided hypotheses only where they were to go on until it suffices.</summary>
    /// <param name="judgements">The verdicts.</param>
    /// <param name="isPowerWanted">Whether they were.</param>
    public static IEnumerable<string> Needs(IReadOnlyList<Judgement> judgements, bool isPowerWanted) =>
        from judgement in judgements
        where isPowerWanted || judgement.Verdict == Verdict.Undecided
        from contrast in judgement.Contrasts
        let need = Need(contrast)
        where need is not null
        select $"{judgement.Hypothesis.Id} {contrast.Contrast.Name}: {need}.";

    /// <summary>What a test lacks of the power that is wanted, and what would give it; null where it lacks nothing.</summary>
    private static string? Need(ContrastJudgement judged)
    {
        if (judged.Need is not { } need)
            return null;
        var (estimate, draws) = (judged.Estimate, judged.Estimate.Draws?.Count);
        var each = draws is { } count ? (double)estimate.Replications / count : estimate.Replications;
        var sample = draws is null ? Text($"{each:N0} replications") : Text($"{each:0.#} replications of each of {draws:N0} draws");
        if (double.IsNaN(judged.Power))
            return $"nothing can be said of its power after {sample}: {(double.IsNaN(estimate.Effect) ? "there is no effect to be computed" : "nothing varied, or an effect is missing where one is left out")}";
        var effect = judged.Contrast.Prediction.Bounds.Count() > 1 ? "to tell the middle of its region from the ends" : $"for the smallest effect that matters, {Number(judged.Contrast.Relevant)},";
        return $"power {Share(judged.Power)} after {sample}: {effect} {Remedy(need, estimate, each)}";
    }

    private static string Remedy(PowerNeed need, ContrastEstimate estimate, double each)
    {
        var wanted = Text($"power {need.Target:0.##} would need");
        if (estimate.Draws is not { } draws)
            return Text($"{wanted} about {need.ReplicationsFor(each):N0}");
        if (double.IsNaN(need.Growth))
            return $"{wanted} more replications of each draw, which are too few to say how many";
        var more = Text($"about {need.DrawsFor(estimate):N0} draws with as many each");
        return double.IsFinite(need.Growth)
            ? Text($"{wanted} about {need.ReplicationsFor(each):N0} of each, or {more}")
            : $"{wanted} {more}: no number of replications does, because draws differ by {Number(draws.Deviation)}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Name(HypothesisKind kind) => kind == HypothesisKind.Emergent ? "Emergent" : "Constructions (tests of code, no evidence)";

    private static string Count(int count, Verdict verdict) => string.Create(CultureInfo.InvariantCulture, $"{count} {verdict.ToString().ToLowerInvariant()}");
}
