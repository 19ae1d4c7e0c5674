using System.Globalization;
using Experiments.Tests.Models;

namespace Experiments.Tests.Runs;

public sealed class StudyRunnerTests : ResultFolder
{
    private static readonly string[] Tables = ["design.csv", "runs.csv", "ticks.csv", "events.csv", "agents.csv"];

    [Test]
    public void Run_AnyThreadsAndCulture_GivesTheSameBytes()
    {
        var study = VillageStudy.Of(replications: 20, agents: true, brokenReplication: 4);
        Run(study, threads: 1);
        var expected = Tables.Select(name => File.ReadAllBytes(Path.Combine(Target, name))).ToList();
        foreach (var (threads, culture) in new[] { (1, CommaCulture()), (2, null), (2, CommaCulture()), (5, null), (64, CommaCulture()) })
        {
            var directory = Path.Combine(Folder, $"again-{threads}-{culture is null}");
            InCulture(culture, () => Run(study, threads, directory));
            for (var i = 0; i < Tables.Length; i++)
                Assert.That(File.ReadAllBytes(Path.Combine(directory, Tables[i])), Is.EqualTo(expected[i]), $"{Tables[i]} with {threads} threads");
        }
    }

    [Test]
    public void Run_ManyRuns_AreWrittenInOrder()
    {
        Run(VillageStudy.Of(replications: 300, ticks: 3), threads: 5);
        Assert.That(Rows("runs").Select(row => int.Parse(row["run_id"], CultureInfo.InvariantCulture)), Is.EqualTo(Enumerable.Range(1, 600)));
    }

    [Test]
    public void Run_Complete_LeavesTheWholeResultAndNothingElse()
    {
        var result = Run(VillageStudy.Of());
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(FilesOf(), Is.EqualTo(new[]
        {
            "analysis.R", "analysis.py", "config.resolved.yaml", "datapackage.json", "design.csv", "events.csv", "ledger.db", "manifest.json", "runs.csv", "ticks.csv", "timings.csv",
        }));
        Assert.That((string?)ManifestOf()["status"], Is.EqualTo("complete"));
    }

    [Test]
    public void Run_OfTwoScenarios_NumbersRunsByReplicationFirst()
    {
        Run(VillageStudy.Of(replications: 2));
        Assert.That(
            Rows("runs").Select(row => $"{row["run_id"]} {row["design_id"]} {row["scenario"]} {row["replication"]} {row["seed"]}"),
            Is.EqualTo(new[] { "1 1 siege 1 7", "2 2 relief 1 7", "3 1 siege 2 7", "4 2 relief 2 7" }));
    }

    [Test]
    public void Run_RowZero_IsTheInitialState()
    {
        Run(VillageStudy.Of(replications: 1));
        var first = Rows("ticks")[0];
        Assert.That((first["tick"], first["unrest"], first["rumour"], first["is_calm"], first["guards"]), Is.EqualTo(("0", "0", "", "TRUE", "10")));
    }

    [Test]
    public void Run_EndMeasures_AreTheLastRowOfTicks()
    {
        Run(VillageStudy.Of(replications: 3));
        var ticks = Rows("ticks");
        foreach (var run in Rows("runs"))
        {
            var last = ticks.Last(row => row["run_id"] == run["run_id"]);
            Assert.That((run["last_tick"], run["end_unrest"], run["end_is_calm"]), Is.EqualTo((last["tick"], last["unrest"], last["is_calm"])));
        }
    }

    [Test]
    public void Run_EveryFifthTick_CollectsThoseRowsOnlyAndSaysWhereTheEndIs()
    {
        Run(VillageStudy.Of(replications: 1, ticks: 12, every: 5));
        Assert.That(Rows("ticks").Where(row => row["run_id"] == "1").Select(row => row["tick"]), Is.EqualTo(new[] { "0", "5", "10" }));
        Assert.That(Rows("runs")[0]["last_tick"], Is.EqualTo("12"));
        Assert.That(File.ReadAllText(Path.Combine(Target, "datapackage.json")), Does.Contain("Only every 5 steps: a run that ends in between has no row of its end here; end_ columns of runs have it."));
    }

    [Test]
    public void Run_WithAFailingRun_KeepsTheOthersAndNamesIt()
    {
        var result = Run(VillageStudy.Of(replications: 3, brokenReplication: 2));
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failures.Select(failure => (failure.RunId, failure.Replication)), Is.EqualTo(new[] { (3, 2), (4, 2) }));
        Assert.That(result.Message, Does.Contain("the well ran dry"));
        Assert.That(Rows("runs").Select(row => row["status"]), Is.EqualTo(new[] { "done", "done", "failed", "failed", "done", "done" }));
        Assert.That(Rows("ticks").Select(row => row["run_id"]), Has.None.EqualTo("3"));
        Assert.That(File.ReadAllText(Path.Combine(Target, "runs.csv")), Does.Not.Contain("the well"));
        Assert.That(Rows("timings")[2]["error"], Does.Contain("the well ran dry"));
        Assert.That((string?)ManifestOf()["status"], Is.EqualTo("incomplete"));
        Assert.That((int?)ManifestOf()["runs"]!["failed"], Is.EqualTo(2));
        Assert.That((string?)ManifestOf()["failures"]![0]!["message"], Does.Contain("the well ran dry"));
        Assert.That(result.Summary!.Scenarios.Select(scenario => (scenario.Runs, scenario.Failed)), Is.EqualTo(new[] { (2, 1), (2, 1) }));
    }

    [Test]
    public void Run_Cancelled_KeepsWhatWasOverAndSaysSo()
    {
        using var cancel = new CancellationTokenSource();
        var study = VillageStudy.Of(replications: 2000);
        var result = Run(study, progress: _ => cancel.Cancel(), cancel: cancel.Token);
        var kept = Rows("runs").Select(row => int.Parse(row["run_id"], CultureInfo.InvariantCulture)).ToList();
        Assert.That((result.ExitCode, result.IsInterrupted), Is.EqualTo((1, true)));
        Assert.That(kept, Has.Count.InRange(1, study.Runs - 1));
        Assert.That(kept, Is.Ordered.And.Unique);
        Assert.That(Rows("ticks").Select(row => row["run_id"]).Distinct().Count(), Is.EqualTo(kept.Count));
        Assert.That((string?)ManifestOf()["status"], Is.EqualTo("interrupted"));
        Assert.That((int?)ManifestOf()["runs"]!["missing"], Is.EqualTo(study.Runs - kept.Count));
        Assert.That(FilesOf().Where(name => name.EndsWith(".partial", StringComparison.Ordinal) || name.StartsWith(".lock", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Run_CancelledBeforeTheFirstRun_LeavesEmptyTables()
    {
        var result = Run(VillageStudy.Of(), cancel: new CancellationToken(canceled: true));
        Assert.That((result.IsInterrupted, result.Summary), Is.EqualTo((true, (Experiments.Analysis.Summary?)null)));
        Assert.That(Rows("runs"), Is.Empty);
    }

    [Test]
    public void Run_Progress_CountsToTheEnd()
    {
        var seen = new List<Experiments.Runs.Progress>();
        Run(VillageStudy.Of(replications: 50), progress: seen.Add);
        Assert.That(seen[^1].Done, Is.EqualTo(100));
        Assert.That(seen[^1].TimeLeft, Is.EqualTo(TimeSpan.Zero));
        Assert.That(seen.Select(progress => progress.Done), Is.Ordered);
    }

    private static CultureInfo CommaCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        culture.NumberFormat.NaNSymbol = "keine Zahl";
        culture.DateTimeFormat.TimeSeparator = ".";
        return culture;
    }

    private static void InCulture(CultureInfo? culture, Action action)
    {
        var (current, standard) = (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture);
        try
        {
            // The threads of a study are new ones: they take the default.
            CultureInfo.CurrentCulture = culture ?? current;
            CultureInfo.DefaultThreadCurrentCulture = culture;
            action();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (current, standard);
        }
    }
}
