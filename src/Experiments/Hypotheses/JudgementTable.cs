using System.Globalization;
using Experiments.Calibration;
using Experiments.Config;

namespace Experiments.Hypotheses;

/// <summary>The verdicts as a table: one row a contrast.</summary>
internal static class JudgementTable
{
    private static readonly (string Name, Func<Judgement, ContrastJudgement, string> Cell)[] Columns =
    [
        ("id", (judgement, _) => judgement.Hypothesis.Id),
        ("kind", (judgement, _) => SnakeCase.Of(judgement.Hypothesis.Kind.ToString())),
        ("statement", (judgement, _) => judgement.Hypothesis.Statement),
        ("contrast", (_, judged) => judged.Contrast.Name),
        ("effect", (_, judged) => Cell(judged.Estimate.Effect)),
        ("lo", (_, judged) => Cell(judged.Estimate.Interval.Low)),
        ("hi", (_, judged) => Cell(judged.Estimate.Interval.High)),
        ("se", (_, judged) => Cell(judged.Estimate.StandardError)),
        ("p", (_, judged) => Cell(judged.P)),
        ("p_holm", (judgement, _) => Cell(judgement.HolmP)),
        ("verdict", (judgement, _) => SnakeCase.Of(judgement.Verdict.ToString())),
        ("power", (_, judged) => Cell(judged.Power)),
        ("replications", (_, judged) => Cell(judged.Estimate.Replications)),
        ("replications_needed", (_, judged) => Cell(judged.Need?.ReplicationsFor(judged.Estimate.Replications))),
        ("draws", (_, judged) => Cell(judged.Estimate.Draws?.Count)),
        ("draws_needed", (_, judged) => Cell(judged.Need?.DrawsFor(judged.Estimate))),
        ("draws_without_value", (_, judged) => Cell(judged.Estimate.Draws?.WithoutValue)),
        ("share_of_draws", (_, judged) => Cell(judged.Estimate.Draws?.Share)),
        ("share_against", (_, judged) => Cell(judged.Estimate.Draws?.ShareAgainst)),
        ("share_inside", (_, judged) => Cell(judged.Estimate.Draws?.ShareInside)),
        ("share_excluded", (_, judged) => Cell(judged.Estimate.Draws?.ShareExcluded)),
        ("sd_between", (_, judged) => Cell(judged.Estimate.Draws?.Deviation)),
        ("source", (judgement, _) => judgement.Hypothesis.Source),
        ("prediction", (_, judged) => judged.Contrast.Prediction.ToString()),
        ("fails_if", (judgement, _) => judgement.Hypothesis.FailsIf),
    ];

    /// <summary>Writes the table under a temporary name and moves it into place.</summary>
    /// <exception cref="Storage.StorageException">The file system gave way.</exception>
    public static void Write(string path, IReadOnlyList<Judgement> judgements) => CalibrationTables.Write(
        path,
        Columns.Select(column => column.Name),
        judgements.SelectMany(judgement => judgement.Contrasts.Select(judged => (IReadOnlyList<string>)[.. Columns.Select(column => column.Cell(judgement, judged))])));

    private static string Cell(double? value) => value is { } number ? CalibrationTables.Cell(number) : "";

    private static string Cell(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
