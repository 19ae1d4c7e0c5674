using Experiments.Calibration;
using Experiments.Config;

namespace Experiments.Demonstrations;

/// <summary>What was seen as a tidy table: one row for each effect of each world.</summary>
internal static class DemonstrationTable
{
    private static readonly string[] Headers = ["id", "statement", "statistic", "world", "setting", "effect_of", "outcome_of", "effect", "lo", "hi", "se", "least", "level", "replications", "word"];

    /// <summary>Writes it under a temporary name and moves it into place.</summary>
    /// <exception cref="Storage.StorageException">The file system gave way.</exception>
    public static void Write(string path, IReadOnlyList<Demonstrated> seen) => CalibrationTables.Write(path, Headers, seen.SelectMany(Rows));

    private static IEnumerable<IReadOnlyList<string>> Rows(Demonstrated one) =>
        Rows(one, "defaults", one.Defaults, one.Row.World).Concat(one.There is { } there ? Rows(one, "shows_at", there, one.Row.There) : []);

    private static IEnumerable<IReadOnlyList<string>> Rows(Demonstrated one, string name, WorldSeen world, IReadOnlyList<string> settings)
    {
        (string Of, string Outcome, ShownEffect? Effect)[] effects =
        [
            ("level", "statistic", world.Level),
            ("switch", "statistic", world.Switch), ("full", "statistic", world.Full),
            ("switch", "removal", world.Removed), ("full", "removal", world.RemovedFull),
        ];
        foreach (var (of, outcome, found) in effects)
        {
            if (found is not { } effect)
                continue;
            var word = of == "level" || outcome == "removal" ? "" : SnakeCase.Of(effect.Sight(one.Row.Sign).ToString());
            yield return
            [
                one.Row.Id, one.Statement, one.Row.Statistic, name, string.Join("; ", settings), of, outcome, Cell(effect.Estimate.Effect), Cell(effect.Interval.Low), Cell(effect.Interval.High),
                Cell(effect.Estimate.StandardError), Cell(effect.Least), Cell(effect.Level), Cell(effect.Estimate.Replications), word,
            ];
        }
    }

    private static string Cell(double value) => CalibrationTables.Cell(value);
}
