using Experiments.Config;
using Experiments.Runs;
using Experiments.Tests.Config;

namespace Experiments.Tests.Storage;

/// <summary>A design that has been written once is read again and never computed again.</summary>
public sealed class StoredDesignTests : ConfigFolder
{
    private const string Designed = """
        model: herd
        replications: 2
        ticks: 8
        scenarios:
          calm: {}
          storm: {interventions: [{at: 3, set: {growth.drift: 1}}, {at: 4, set: {growth.is_seasonal: true}}]}
        design:
          method: latin_hypercube
          points: 5
          factors:
            growth.rate: {distribution: normal, mean: 1, deviation: 0.1}
            growth.season: {}
            scenarios.storm.interventions[1].at: {min: 2, max: 7}

        """;

    private string Results => Path.Combine(Folder, "results");

    [Test]
    public void LoadStored_OfAResult_IsTheSameStudy()
    {
        var study = Run(Designed);
        var stored = LoadResult();
        Assert.That(stored.ResolvedYaml, Is.EqualTo(study.ResolvedYaml));
        Assert.That(stored.DesignPoints.Count, Is.EqualTo(10));
        for (var i = 0; i < 10; i++)
        {
            Assert.That(stored.DesignPoints[i].Values, Is.EqualTo(study.DesignPoints[i].Values));
            Assert.That(stored.DesignPoints[i].Interventions.Select(one => one.At), Is.EqualTo(study.DesignPoints[i].Interventions.Select(one => one.At)));
        }
        Assert.That(stored.Design.Settings.Points, Is.EqualTo(5));
    }

    [Test]
    public void Design_OfAResult_HasARowForEachPointAndAColumnForWhatIsNoParameter()
    {
        var study = Run(Designed);
        var lines = File.ReadAllLines(Path.Combine(Results, "design.csv"));
        Assert.That(lines[0], Does.StartWith("design_id,scenario,design_row,herd.animals,").And.EndWith(",lowest_weight,scenarios.storm.interventions[1].at"));
        Assert.That(lines, Has.Length.EqualTo(11));
        Assert.That(lines[3], Does.StartWith("3,calm,2,10,").And.EndWith(","), "calm has no intervention");
        Assert.That(lines[4], Does.StartWith("4,storm,2,10,").And.EndWith($",{study.Design.ValueOf(2, 2)}"));
        Assert.That(File.ReadAllText(Path.Combine(Results, "datapackage.json")), Does.Contain("scenarios.storm.interventions[1].at"));
    }

    [Test]
    public void LoadStored_AfterDesignCsvChanged_TakesWhatStandsThere()
    {
        var study = Run(Designed);
        var path = Path.Combine(Results, "design.csv");
        var value = study.Catalogue.Parameters[2].FormatCell(study.DesignPoints[4].Values[2]);
        File.WriteAllText(path, File.ReadAllText(path).Replace($",{value},", ",1.125,", StringComparison.Ordinal));
        var stored = LoadResult();
        Assert.That((stored.DesignPoints[4].Values[2], stored.DesignPoints[5].Values[2]), Is.EqualTo((1.125, 1.125)));
        Assert.That(stored.DesignPoints[6].Values[2], Is.EqualTo(study.DesignPoints[6].Values[2]));
    }

    [Test]
    public void LoadStored_WithoutDesignCsv_SaysWhatIsMissing()
    {
        Run(Designed);
        File.Delete(Path.Combine(Results, "design.csv"));
        Assert.That(RefusalOf(LoadResult), Does.Contain("design.csv': there is no such file"));
    }

    [Test]
    public void LoadStored_OfATruncatedDesign_SaysWhere()
    {
        Run(Designed);
        var path = Path.Combine(Results, "design.csv");
        File.WriteAllLines(path, File.ReadAllLines(path).Where((_, line) => line is not (3 or 4)));
        Assert.That(RefusalOf(LoadResult), Does.Contain(Path.Combine("results", "design.csv") + ":4:8: design_row: 3 follows 1: the rows are not in order, or one is missing"));
    }

    [Test]
    public void LoadStored_MoreReplications_AreAdded()
    {
        Run(Designed);
        Assert.That(StudyLoader.LoadStored(Results, HerdModel.Models, new Overrides { Replications = "7" }).Runs, Is.EqualTo(70));
    }

    [Test]
    public void Run_TheResolvedConfigOfACsvDesign_IsTheSameStudy()
    {
        Write("growth.rate,growth.is_seasonal\n0.1,TRUE\n0.2,FALSE\n", "points.csv");
        var study = Run("model: herd\nscenarios: {calm: {}, storm: {}}\ndesign: {method: csv, file: points.csv}");
        Assert.That(study.ResolvedYaml, Does.Contain("design:\n  method: csv\n  file: design.csv\n  columns: [growth.rate, growth.is_seasonal]\n  sha256: '"));
        var again = LoadFile(Path.Combine(Results, "config.resolved.yaml"));
        Assert.That(again.ResolvedYaml, Is.EqualTo(study.ResolvedYaml));
        Assert.That(StudyRunner.Run(again, new RunOptions { Directory = Results, Threads = 1 }, CancellationToken.None).WasStored);
        Assert.That(LoadResult().DesignPoints.Select(point => point.Values[2]), Is.EqualTo(new object[] { 0.1, 0.1, 0.2, 0.2 }));
    }

    [Test]
    public void Load_WithoutCommonRandomNumbers_IsAnotherStudy()
    {
        var one = Load("model: herd");
        var other = Load("model: herd\ncommon_random_numbers: false");
        Assert.That(other.ResolvedYaml, Is.EqualTo(one.ResolvedYaml.Replace("common_random_numbers: true", "common_random_numbers: false", StringComparison.Ordinal)));
    }

    /// <summary>Scenarios of a row are still copies of one another before they branch, and rows are evidence of their own.</summary>
    [Test]
    public void Load_RandomNumbersOfScenarios_AreARowsOwnAndStayWithTheResult()
    {
        var study = Run("model: herd\ncommon_random_numbers: scenarios\nbranch: {at: 10}\nscenarios: {calm: {}, storm: {interventions: [{at: 12, set: {growth.rate: 1}}]}}\ndesign: {method: list, rows: [{growth.rate: 0.1}, {growth.rate: 0.2}]}");
        Assert.That(study.DesignPoints.Select(point => study.SeedOf(point, 3)), Is.EqualTo(new[] { 1, 1, 2, 2 }.Select(row => Agents.Seed.Of(1, 3, row))));
        Assert.That(study.HasSharedDraws, Is.False);
        var stored = LoadResult();
        Assert.That(stored.ResolvedYaml, Is.EqualTo(study.ResolvedYaml).And.Contains("common_random_numbers: scenarios\n"));
        Assert.That(stored.SeedOf(stored.DesignPoints[2], 3), Is.EqualTo(Agents.Seed.Of(1, 3, 2)));
    }

    /// <summary>Rows from a file that draw numbers of their own are a sample, whose replications belong together; rows that a config lists are not.</summary>
    [TestCase("csv, file: points.csv", "scenarios", new[] { 1, 1, 2, 2, 1, 1, 2, 2 })]
    [TestCase("csv, file: points.csv", "true", new[] { 1, 1, 1, 1, 2, 2, 2, 2 })]
    [TestCase("list, rows: [{growth.rate: 0.1}, {growth.rate: 0.2}]", "scenarios", new[] { 1, 2, 3, 4, 5, 6, 7, 8 })]
    public void UnitOf_Runs_IsTheRowTheReplicationOrTheRun(string method, string common, int[] units)
    {
        Write("growth.rate\n0.1\n0.2\n", "points.csv");
        var study = Load($"model: herd\nreplications: 2\ncommon_random_numbers: {common}\nscenarios: {{calm: {{}}, storm: {{}}}}\ndesign: {{method: {method}}}");
        Assert.That(Enumerable.Range(1, study.Runs).Select(study.UnitOf), Is.EqualTo(units));
    }

    private Study Run(string text)
    {
        var study = Load(text);
        Assert.That(StudyRunner.Run(study, new RunOptions { Directory = Results, Threads = 1 }, CancellationToken.None).ExitCode, Is.Zero);
        return study;
    }

    private Study LoadResult() => StudyLoader.LoadStored(Results, HerdModel.Models, Overrides.None);
}
