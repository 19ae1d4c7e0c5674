using System.Globalization;
using Experiments.Config;
using Experiments.Hypotheses;

namespace Cli.Screen;

/// <summary>What is said of verdicts, on the screen and in files alike.</summary>
internal static class VerdictWords
{
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

    private static string Name(HypothesisKind kind) => kind == HypothesisKind.Emergent ? "Emergent" : "Constructions (tests of code, no evidence)";

    private static string Count(int count, Verdict verdict) => string.Create(CultureInfo.InvariantCulture, $"{count} {verdict.ToString().ToLowerInvariant()}");
}
