using System.Globalization;
using Experiments.Hypotheses;

namespace Commands.Screen;

/// <summary>The verdicts on hypotheses: a line for each contrast, the verdict on the first.</summary>
internal static class VerdictTable
{
    private static readonly string[] Headers = ["id", "kind", "verdict", "contrast", ">effect", ">95 %", "predicted", ">p (Holm)", ">power", ">runs"];

    private static readonly string[] OfDraws = [">draws", ">draws for : against", ">sd between"];

    /// <param name="judgements">The verdicts.</param>
    /// <param name="isPowerWanted">Whether replications were to go on until the power suffices, so that it is told where it does not.</param>
    /// <param name="terminal">Where they go.</param>
    public static void Write(IReadOnlyList<Judgement> judgements, bool isPowerWanted, Terminal terminal)
    {
        var hasDraws = judgements.Any(judgement => judgement.Contrasts.Any(contrast => contrast.Estimate.Draws is not null));
        Grid.Write(terminal, "", hasDraws ? [.. Headers, .. OfDraws] : Headers,
            judgements.SelectMany(judgement => judgement.Contrasts.Select((contrast, i) => (string[])[.. Row(judgement, contrast, i == 0), .. hasDraws ? Draws(contrast) : []])));
        foreach (var judgement in judgements)
            terminal.Out.WriteLine($"{judgement.Hypothesis.Id}: {judgement.Hypothesis.Statement}{(judgement.Hypothesis.Rule.Length > 0 ? $" Rule: {judgement.Hypothesis.Rule}" : "")} Fails if: {judgement.Hypothesis.FailsIf}");
        foreach (var need in VerdictWords.Needs(judgements, isPowerWanted))
            terminal.Out.WriteLine(need);
        terminal.Out.WriteLine(VerdictWords.Counts(judgements));
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Supported: every prediction holds with p below {Judgement.Level} after Holm's correction for the {Count(judgements.Count)} judged together. {VerdictWords.Otherwise} {Method(hasDraws)} Power: for the smallest effect that matters, at the level {Judgement.Level}/{judgements.Count}."));
    }

    private static string[] Row(Judgement judgement, ContrastJudgement judged, bool isFirst) =>
    [
        isFirst ? judgement.Hypothesis.Id : "",
        isFirst ? judgement.Hypothesis.Kind.ToString().ToLowerInvariant() : "",
        isFirst ? judgement.Verdict.ToString().ToLowerInvariant() : "",
        judged.Contrast.Name,
        VerdictWords.Number(judged.Estimate.Effect),
        double.IsNaN(judged.Estimate.Interval.Low) ? "" : $"{VerdictWords.Number(judged.Estimate.Interval.Low)} to {VerdictWords.Number(judged.Estimate.Interval.High)}",
        judged.Contrast.Prediction.ToString(),
        isFirst ? P(judgement.HolmP) : "",
        VerdictWords.Share(judged.Power),
        Cells.Whole(judged.Estimate.Replications),
    ];

    private static string[] Draws(ContrastJudgement judged) => judged.Estimate.Draws is { } draws
        ? [Cells.Whole(draws.Count), VerdictWords.Shares(judged.Estimate), VerdictWords.Number(draws.Deviation)]
        : ["", "", ""];

    private static string Method(bool hasDraws) => hasDraws
        ? "Effects, standard errors and two-sided p by the jackknife over draws, each with all its replications, whose scenarios share their random numbers: intervals hold what differs between draws and the noise of replications. Share of draws: with the effect, noise of replications included, where it was predicted : elsewhere (and with a 95 % interval of their own that lies there). Sd between: of the true effect between draws, without that noise."
        : "Effects, standard errors and two-sided p by the jackknife over replications whose scenarios share their random numbers.";

    private static string Count(int hypotheses) => hypotheses == 1 ? "one hypothesis" : string.Create(CultureInfo.InvariantCulture, $"{hypotheses} hypotheses");

    private static string P(double value) => double.IsNaN(value) ? "" : value < 0.0001 ? "<0.0001" : value.ToString("0.0000", CultureInfo.InvariantCulture);
}
