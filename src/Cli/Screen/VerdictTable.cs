using System.Globalization;
using Experiments.Hypotheses;

namespace Cli.Screen;

/// <summary>The verdicts on hypotheses: a line for each contrast, the verdict on the first.</summary>
internal static class VerdictTable
{
    public static void Write(IReadOnlyList<Judgement> judgements, Terminal terminal)
    {
        Grid.Write(terminal, "", ["id", "verdict", "contrast", ">effect", ">95 %", "predicted", ">p", ">p (Holm)", ">power", ">runs", "source"],
            judgements.SelectMany(judgement => judgement.Contrasts.Select((contrast, i) => Row(judgement, contrast, i == 0))));
        foreach (var judgement in judgements)
            terminal.Out.WriteLine($"{judgement.Hypothesis.Id}: {judgement.Hypothesis.Statement}{(judgement.Hypothesis.Rule.Length > 0 ? $" Rule: {judgement.Hypothesis.Rule}" : "")}");
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Supported: every prediction holds with p below {Judgement.Level} after Holm's correction for the {Count(judgements.Count)} judged together. Refuted: a 95 % interval, not corrected, excludes a prediction. Effects, standard errors and two-sided p by the jackknife over replications whose scenarios share their random numbers. Power: for the smallest effect that matters, at the level {Judgement.Level}/{judgements.Count}."));
    }

    private static string[] Row(Judgement judgement, ContrastJudgement judged, bool isFirst) =>
    [
        isFirst ? judgement.Hypothesis.Id : "",
        isFirst ? judgement.Verdict.ToString().ToLowerInvariant() : "",
        judged.Contrast.Name,
        Number(judged.Estimate.Effect),
        double.IsNaN(judged.Estimate.Interval.Low) ? "" : $"{Number(judged.Estimate.Interval.Low)} to {Number(judged.Estimate.Interval.High)}",
        judged.Contrast.Prediction.ToString(),
        P(judged.P),
        isFirst ? P(judgement.HolmP) : "",
        double.IsNaN(judged.Power) ? "" : judged.Power.ToString("0.00", CultureInfo.InvariantCulture),
        Cells.Whole(judged.Estimate.Replications),
        isFirst ? judgement.Hypothesis.Source : "",
    ];

    private static string Count(int hypotheses) => hypotheses == 1 ? "one hypothesis" : string.Create(CultureInfo.InvariantCulture, $"{hypotheses} hypotheses");

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("G3", CultureInfo.InvariantCulture);

    private static string P(double value) => double.IsNaN(value) ? "" : value < 0.0001 ? "<0.0001" : value.ToString("0.0000", CultureInfo.InvariantCulture);
}
