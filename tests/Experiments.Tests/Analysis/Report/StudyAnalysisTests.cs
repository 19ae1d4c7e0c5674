using System.Text.Json.Nodes;
using Experiments.Analysis;
using Experiments.Analysis.Report;
using Experiments.Config;

namespace Experiments.Tests.Analysis.Report;

/// <summary>The analysis of a study of scenarios, counted again from the tables by another way.</summary>
public sealed class StudyAnalysisTests : AnalysedVillage
{
    private const string Config = """
        model: village
        name: siege
        seed: 7
        ticks: 50
        replications: 60
        scenarios:
          siege: {}
          relief: {interventions: [{at: 45, set: {pressure: 0.001}}]}
          storm: {interventions: [{at: 15, set: {pressure: 0.03}}]}
        """;

    private List<Dictionary<string, string>> runs = [];

    [SetUp]
    public void RunStudy()
    {
        RunConfig(Config);
        runs = Rows("runs");
    }

    [Test]
    public void Run_Measures_AreThoseOfTheRuns()
    {
        var result = Analyse();
        Assert.That((result.ExitCode, result.Message, result.Report!.Runs), Is.EqualTo((0, "", 180)));
        var table = Table("measures");
        foreach (var scenario in new[] { "siege", "relief", "storm" })
        {
            double[] values = [.. runs.Where(run => run["scenario"] == scenario).Select(run => Number(run["end_unrest"])).Order()];
            var own = table.Where(row => row["scenario"] == scenario && row["measure"] == "end_unrest").ToDictionary(row => row["statistic"]);
            Assert.That(own.Keys, Is.EqualTo(new[] { "mean", "sd", "q05", "q25", "median", "q75", "q95" }));
            Assert.That(Number(own["mean"]["value"]), Is.EqualTo(values.Average()).Within(1e-12));
            Assert.That(Number(own["median"]["value"]), Is.EqualTo((values[29] + values[30]) / 2).Within(1e-12));
            Assert.That(own["mean"]["runs"], Is.EqualTo("60"));
            Assert.That(Number(own["mean"]["value"]), Is.InRange(Number(own["mean"]["low"]), Number(own["mean"]["high"])));
        }
    }

    [Test]
    public void Run_Outcomes_AreSharesOfTheRuns()
    {
        Analyse();
        foreach (var row in Table("outcomes").Where(row => row["outcome"] != Response.AnyBeforeHorizon))
        {
            var count = runs.Count(run => run["scenario"] == row["scenario"] && run["outcome"] == row["outcome"]);
            Assert.That((row["count"], row["runs"]), Is.EqualTo(($"{count}", "60")));
            var wilson = Intervals.Wilson(count, 60);
            Assert.That((Number(row["share"]), Number(row["low"]), Number(row["high"])), Is.EqualTo((count / 60.0, wilson.Low, wilson.High)));
        }
        Assert.That(Table("outcomes"), Has.Count.EqualTo(9));
    }

    [Test]
    public void Run_Incidence_EndsAtTheShareOfRuns()
    {
        Analyse();
        foreach (var scenario in new[] { "siege", "relief", "storm" })
        {
            var falls = runs.Count(run => run["scenario"] == scenario && run["outcome"] == "falls");
            var last = Table("incidence").Last(row => row["scenario"] == scenario && row["outcome"] == "falls");
            Assert.That(Number(last["incidence"]), Is.EqualTo(falls / 60.0).Within(1e-12), "nobody is lost from sight before the horizon");
            Assert.That(Number(Table("survival").Last(row => row["scenario"] == scenario)["survival"]), Is.EqualTo(1 - falls / 60.0).Within(1e-12));
        }
        Assert.That(Table("incidence").Select(row => row["outcome"]).Distinct(), Is.EqualTo(new[] { "falls" }), "what ends no run before its horizon has no incidence");
    }

    [Test]
    public void Run_Differences_PairRunsOfOneReplication()
    {
        Analyse();
        var own = runs.Where(run => run["scenario"] == "relief").Zip(runs.Where(run => run["scenario"] == "siege")).ToList();
        var differences = Table("differences").Where(row => row["scenario"] == "relief" && row["response"] == "end_unrest").ToDictionary(row => row["among"]);
        Assert.That(Number(differences["all"]["difference"]), Is.EqualTo(own.Average(pair => Number(pair.First["end_unrest"]) - Number(pair.Second["end_unrest"]))).Within(1e-12));
        var past = own.Where(pair => Number(pair.First["last_tick"]) > 45 && Number(pair.Second["last_tick"]) > 45).ToList();
        Assert.That(past, Has.Count.InRange(1, 59), "some runs must end before the intervention");
        Assert.That(differences["past tick 45"]["pairs"], Is.EqualTo($"{past.Count}"));
        Assert.That(Number(differences["past tick 45"]["difference"]), Is.EqualTo(past.Average(pair => Number(pair.First["end_unrest"]) - Number(pair.Second["end_unrest"]))).Within(1e-12));
    }

    [Test]
    public void Run_Twice_WritesTheSameBytes()
    {
        Analyse();
        var first = Tables();
        Analyse();
        Assert.That(Tables(), Is.EqualTo(first));
        Assert.That(first.Keys, Is.EqualTo(new[] { "datapackage.json", "differences.csv", "incidence.csv", "measures.csv", "outcomes.csv", "survival.csv" }));
    }

    [Test]
    public void Run_NamedMeasure_IsTheOnlyOne()
    {
        foreach (var name in new[] { "end_unrest", "unrest" })
        {
            Analyse(measures: [name]);
            Assert.That(Table("measures").Select(row => row["measure"]).Distinct(), Is.EqualTo(new[] { "end_unrest" }));
            Assert.That(Tables().Keys, Has.None.EqualTo("outcomes.csv"), "the folder holds what the last analysis wrote");
        }
        Analyse(outcomes: ["falls"]);
        Assert.That(Table("outcomes").Select(row => row["outcome"]).Distinct(), Is.EqualTo(new[] { "falls" }));
        Assert.That(Tables().Keys, Has.None.EqualTo("measures.csv"));
    }

    [Test]
    public void Run_UnknownNames_AreRefusedWithTheRightOnes()
    {
        Assert.That(() => Analyse(measures: ["end_unrst"]), Throws.TypeOf<ConfigException>().With.Message.Contains("end_unrest"));
        Assert.That(() => Analyse(outcomes: ["fals"]), Throws.TypeOf<ConfigException>().With.Message.Contains("falls"));
        Assert.That(() => Analyse(until: [51]), Throws.TypeOf<ConfigException>().With.Message.Contains("the horizon is tick 50"));
        Assert.That(() => Analyse(prim: ["falls"]), Throws.TypeOf<ConfigException>().With.Message.Contains("no design"));
        Assert.That(Directory.Exists(Path.Combine(Target, "analysis")), Is.False);
    }

    [Test]
    public void Run_DataPackage_DescribesEveryColumn()
    {
        Analyse();
        var package = JsonNode.Parse(Tables()["datapackage.json"])!;
        Assert.That(package["resources"]!.AsArray(), Has.Count.EqualTo(5));
        foreach (var resource in package["resources"]!.AsArray())
        {
            var header = Tables()[(string)resource!["path"]!].Split('\n')[0].Split(',');
            Assert.That(resource["schema"]!["fields"]!.AsArray().Select(field => (string)field!["name"]!), Is.EqualTo(header));
            var key = resource["schema"]!["primaryKey"]!.AsArray().Select(name => (string)name!).ToList();
            var rows = Table((string)resource["name"]!);
            Assert.That(rows.Select(row => string.Join('/', key.Select(name => row[name]))).Distinct().Count(), Is.EqualTo(rows.Count), "the key tells rows apart");
        }
    }

    [Test]
    public void Run_FilesOfOthers_Stay()
    {
        Analyse();
        var (own, stale) = (Path.Combine(Target, "analysis", "notes.txt"), Path.Combine(Target, "analysis", "prim.csv"));
        File.WriteAllText(own, "mine");
        File.WriteAllText(stale, "of an earlier analysis");
        Analyse();
        Assert.That((File.Exists(own), File.Exists(stale)), Is.EqualTo((true, false)));
    }

    [Test]
    public void Run_AnotherStudyInItsPlace_TakesTheAnalysisAway()
    {
        Analyse();
        Run(Models.VillageStudy.Of(replications: 2), force: true);
        Assert.That(Directory.Exists(Path.Combine(Target, "analysis")), Is.False);
    }

    [Test]
    public void Run_NoResult_IsRefused()
    {
        var result = StudyAnalysis.Run(new AnalysisOptions { Directory = Path.Combine(Folder, "nowhere") }, [Models.VillageModel.Definition]);
        Assert.That((result.ExitCode, result.Report), Is.EqualTo((2, (AnalysisReport?)null)));
        Assert.That(result.Message, Does.Contain("nowhere"));
    }

    [Test]
    public void Run_FailedRuns_AreInNoTableAndTold()
    {
        RunConfigElsewhere(Config.Replace("ticks: 50", "ticks: 50\nparameters: {broken_replication: 3}", StringComparison.Ordinal).Replace("name: siege", "name: broken", StringComparison.Ordinal));
        var result = Analyse();
        Assert.That(result.ExitCode, Is.Zero, "means need no complete design");
        Assert.That(result.Report!.Runs, Is.EqualTo(177));
        Assert.That(result.Report.Notes, Has.One.Contains("3 runs failed"));
        Assert.That(Table("measures")[0]["runs"], Is.EqualTo("59"));
    }

    private void RunConfigElsewhere(string config)
    {
        Directory.Delete(Target, recursive: true);
        RunConfig(config);
    }
}
