using System.Globalization;
using Agents;
using Experiments.Analysis;
using Experiments.Calibration;
using Experiments.Config;

namespace Experiments.Causes;

/// <summary>The tables of causes, beside the runs of their worlds.</summary>
internal static class CauseTables
{
    /// <summary>One row a scenario and cause.</summary>
    public const string Shares = "why.csv";

    /// <summary>One row a run, cause and question.</summary>
    public const string Runs = "why_runs.csv";

    /// <exception cref="Storage.StorageException">The file system gave way.</exception>
    public static void WriteShares(string directory, IReadOnlyList<CauseShares> shares) => CalibrationTables.Write(
        Path.Combine(directory, Shares),
        [
            "scenario", "kind", "id", "parameter", "off", "meaning", "removals", .. Names("necessary"), .. Names("net"), .. Names("alone_in_removals"), .. Names("none_in_removals"), "survivors", .. Names("sufficient"),
        ],
        shares.Select(one => (IReadOnlyList<string>)
        [
            one.Scenario.Length > 0 ? one.Scenario : "all", one.Cause.Kind, one.Cause.Id, one.Cause.Parameter.Key, one.Cause.Parameter.Format(one.Cause.Off), one.Cause.Meaning,
            Whole(one.Removals), .. Cells(one.Necessary), .. Cells(one.Net), .. Cells(one.AloneInRemovals), .. Cells(one.NoneInRemovals), Whole(one.Survivors), .. Cells(one.Sufficient),
        ]));

    /// <exception cref="Storage.StorageException">The file system gave way.</exception>
    public static void WriteRuns(string directory, IReadOnlyList<AskedRun> runs, OutcomeSet outcome) => CalibrationTables.Write(
        Path.Combine(directory, Runs),
        ["run_id", "scenario", "design_row", "replication", "from", "stored_outcome", "stored_tick", "kind", "id", "state", "question", "removed", "outcome", "tick"],
        runs.SelectMany(run => run.Verdicts.SelectMany(verdict => Rows(run, verdict, outcome))));

    private static IEnumerable<IReadOnlyList<string>> Rows(AskedRun run, Verdict verdict, OutcomeSet outcome)
    {
        foreach (var (question, end) in new[] { ("without", verdict.Without), ("alone", verdict.Alone), ("none", verdict.None) })
        {
            yield return
            [
                Whole(run.Run), run.Scenario, Whole(run.Row), Whole(run.Replication), Whole(run.From), run.Stored.Code, Whole(run.Stored.Tick),
                verdict.Cause.Kind, verdict.Cause.Id, SnakeCase.Of(verdict.State.ToString()), question, .. Ended(end, outcome),
            ];
        }
    }

    private static string[] Ended(Outcome? end, OutcomeSet outcome) =>
        end is { } known ? [outcome.Holds(known) ? "TRUE" : "FALSE", known.Code, Whole(known.Tick)] : ["", "", ""];

    private static string[] Names(string name) => [name, name + "_low", name + "_high"];

    private static string[] Cells(Estimate estimate) =>
        [CalibrationTables.Cell(estimate.Value), CalibrationTables.Cell(estimate.Interval.Low), CalibrationTables.Cell(estimate.Interval.High)];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
