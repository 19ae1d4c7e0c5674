using System.Globalization;
using Experiments.Calibration;
using Experiments.Config;

namespace Experiments.Hypotheses;

/// <summary>The verdicts as a table: one row a contrast.</summary>
internal static class JudgementTable
{
    /// <summary>Writes the table under a temporary name and moves it into place.</summary>
    /// <exception cref="Storage.StorageException">The file system gave way.</exception>
    public static void Write(string path, IReadOnlyList<Judgement> judgements) => CalibrationTables.Write(
        path,
        ["id", "statement", "contrast", "effect", "lo", "hi", "se", "p", "p_holm", "verdict", "power", "replications", "source", "prediction"],
        judgements.SelectMany(judgement => judgement.Contrasts.Select(contrast => Row(judgement, contrast))));

    private static IReadOnlyList<string> Row(Judgement judgement, ContrastJudgement judged)
    {
        var (estimate, interval) = (judged.Estimate, judged.Estimate.Interval);
        return
        [
            judgement.Hypothesis.Id,
            judgement.Hypothesis.Statement,
            judged.Contrast.Name,
            CalibrationTables.Cell(estimate.Effect),
            CalibrationTables.Cell(interval.Low),
            CalibrationTables.Cell(interval.High),
            CalibrationTables.Cell(estimate.StandardError),
            CalibrationTables.Cell(judged.P),
            CalibrationTables.Cell(judgement.HolmP),
            SnakeCase.Of(judgement.Verdict.ToString()),
            CalibrationTables.Cell(judged.Power),
            estimate.Replications.ToString(CultureInfo.InvariantCulture),
            judgement.Hypothesis.Source,
            judged.Contrast.Prediction.ToString(),
        ];
    }
}
