using System.Globalization;
using System.Text;
using Experiments.Config;
using Experiments.Hypotheses;

namespace Commands.Screen;

/// <summary>The verdicts as Markdown: how they came about, and a table for each kind.</summary>
internal static class VerdictBlock
{
    /// <summary>The block of a file that holds them.</summary>
    public static MarkdownBlock Block { get; } = new("judge");

    /// <summary>What it holds.</summary>
    /// <param name="studies">The studies that were run.</param>
    /// <param name="judgements">What came of them.</param>
    /// <param name="isPowerWanted">Whether replications were to go on until the power suffices.</param>
    public static string Content(IReadOnlyList<Study> studies, IReadOnlyList<Judgement> judgements, bool isPowerWanted)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n{Runs(judgements)}, {Origin(studies)}. {VerdictWords.Counts(judgements)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Supported: every prediction holds with p below {Judgement.Level} after Holm's correction for {judgements.Count}. {VerdictWords.Otherwise}\n");
        text.Append(CultureInfo.InvariantCulture, $"Power: for the smallest effect that matters, at the level {Judgement.Level}/{judgements.Count}.{(HasDraws(judgements) ? " Draws: with the effect where it was predicted : elsewhere (surely so, by intervals of their own)." : "")}\n");
        foreach (var kind in judgements.GroupBy(judgement => judgement.Hypothesis.Kind).OrderBy(kind => kind.Key))
        {
            text.Append(kind.Key == HypothesisKind.Emergent ? "\n**Emergent**: the model could have shown otherwise.\n\n" : "\n**Constructions**: a coefficient is read back; tests of code, and no evidence.\n\n");
            text.Append(MarkdownBlock.Row(["id", "statement, and when it fails", "verdict", "contrast: effect (95 % interval)"])).Append(MarkdownBlock.Row(["---", "---", "---", "---"]));
            foreach (var judgement in kind)
                text.Append(MarkdownBlock.Row([judgement.Hypothesis.Id, Statement(judgement.Hypothesis), $"**{judgement.Verdict.ToString().ToLowerInvariant()}**", string.Join("; ", judgement.Contrasts.Select(Effect))]));
        }
        var needs = VerdictWords.Needs(judgements, isPowerWanted).ToList();
        if (needs.Count > 0)
            text.Append("\nWhat is wanting:\n").AppendJoin("", needs.Select(need => $"- {need}\n"));
        return text.ToString();
    }

    private static bool HasDraws(IReadOnlyList<Judgement> judgements) => judgements.Any(judgement => judgement.Contrasts.Any(contrast => contrast.Estimate.Draws is not null));

    /// <summary>How many replications, and of how many draws, the verdicts rest on.</summary>
    private static string Runs(IReadOnlyList<Judgement> judgements)
    {
        var estimates = judgements.SelectMany(judgement => judgement.Contrasts.Select(contrast => contrast.Estimate)).ToList();
        var draws = estimates.Where(estimate => estimate.Draws is not null).Select(estimate => estimate.Draws!.Count).ToList();
        var each = estimates.Select(estimate => estimate.Draws is { Count: > 0 and var count } ? estimate.Replications / count : estimate.Replications).ToList();
        return draws.Count == 0 ? $"{Range(each)} replications" : $"{Range(each)} replications of each of {Range(draws)} draws";
    }

    private static string Range(List<int> numbers) => numbers.Min() == numbers.Max()
        ? numbers.Max().ToString("N0", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{numbers.Min():N0} to {numbers.Max():N0}");

    private static string Origin(IReadOnlyList<Study> studies) => string.Join(", ", studies
        .Select(study => string.Create(CultureInfo.InvariantCulture, $"seed {study.Seed}, model {study.Model.Name}, results version {study.Model.ResultsVersion}")).Distinct());

    private static string Statement(Hypothesis hypothesis) => $"{hypothesis.Statement.TrimEnd('.')}. *Fails if:* {hypothesis.FailsIf}";

    private static string Effect(ContrastJudgement judged)
    {
        var interval = judged.Estimate.Interval;
        var text = $"{Words(judged.Contrast.Name)} {Signed(judged.Estimate.Effect)}{(double.IsNaN(interval.Low) ? "" : $" ({Signed(interval.Low)} to {Signed(interval.High)})")}";
        var power = double.IsNaN(judged.Power) ? "" : $", power {VerdictWords.Share(judged.Power)}";
        return text + power + (VerdictWords.Shares(judged.Estimate) is { Length: > 0 } shares ? $", draws {shares}" : "");
    }

    private static string Words(string name) => name.Replace('_', ' ');

    private static string Signed(double value) => double.IsNaN(value) ? "none" : (value > 0 ? "+" : "") + VerdictWords.Number(value);
}
