using Experiments.Config;
using Experiments.Design;
using Experiments.Runs;

namespace Experiments.Tests.Config;

public sealed class DesignReaderTests : ConfigFolder
{
    private const string Scenarios = """
        scenarios:
          calm: {}
          storm:
            interventions:
              - {at: 12, until: 15, to: {growth.rate: 0.25}}
              - {at: 5, set: {growth.is_seasonal: true, growth.drift: 1}}

        """;

    /// <summary>A file may hold vectors that were made elsewhere: what a scenario sets itself wins, in the study and in its result.</summary>
    [Test]
    public void Load_ColumnThatAScenarioSetsItself_LeavesItItsOwn()
    {
        Write("growth.rate,growth.drift\n0.1,1\n0.2,2\n", "points.csv");
        var study = Load("model: herd\nscenarios: {calm: {parameters: {growth.rate: 0.9}}, storm: {}}\ndesign: {method: csv, file: points.csv}");
        Assert.That(study.DesignPoints.Select((_, i) => (Value(study, "growth.rate", i + 1), Value(study, "growth.drift", i + 1))),
            Is.EqualTo(new (object, object)[] { (0.9, 1.0), (0.1, 1.0), (0.9, 2.0), (0.2, 2.0) }));
        Assert.That(study.Notes, Is.EqualTo(new[] { "growth.rate is not varied in calm, where the config sets it" }));
        var result = Path.Combine(Folder, "result");
        Assert.That(StudyRunner.Run(study, new RunOptions { Directory = result, Threads = 1 }, CancellationToken.None).ExitCode, Is.Zero);
        var stored = StudyLoader.LoadStored(result, HerdModel.Models, Overrides.None);
        Assert.That(stored.ResolvedYaml, Is.EqualTo(study.ResolvedYaml));
        Assert.That(stored.DesignPoints.Select((_, i) => Value(stored, "growth.rate", i + 1)), Is.EqualTo(new object[] { 0.9, 0.1, 0.9, 0.2 }));
        Assert.That(Refusal("model: herd\nbranch: {at: 10}\nscenarios: {calm: {parameters: {growth.rate: 0.5}}, storm: {}}\ndesign: {method: csv, file: points.csv}"),
            Does.Contain("design.growth.rate: is not varied in calm, which sets it itself, so that the scenarios differ from the start and cannot branch"));
    }

    [Test]
    public void Load_NoDesign_IsOneRow()
    {
        var study = Load("model: herd\ndesign: {}");
        Assert.That((study.Design.Rows, study.Design.Factors.Count, study.CommonRandomNumbers), Is.EqualTo((1, 0, true)));
        Assert.That(study.ResolvedYaml, Does.Contain("common_random_numbers: true\n").And.EndWith("design: {}\n"));
    }

    [Test]
    public void Load_FullFactorial_MixesEveryTypeOfParameter()
    {
        var study = Load("model: herd\ndesign: {method: full_factorial, factors: {growth.season: {}, growth.rate: {min: 0, max: 1, levels: 3}, growth.is_seasonal: {levels: [true]}, herd.animals: {levels: [5, 3]}}}");
        Assert.That(study.Design.Factors.Select(factor => factor.Key), Is.EqualTo(new[] { "herd.animals", "growth.rate", "growth.is_seasonal", "growth.season" }), "in the order of the catalogue");
        Assert.That(study.DesignPoints.Select(point => string.Join(' ', Enumerable.Range(0, 4).Select(factor => study.Design.ValueOf(point.Row, factor)))).Take(4),
            Is.EqualTo(new[] { "3 0 True DryMonths", "3 0 True Wet", "3 0.5 True DryMonths", "3 0.5 True Wet" }));
        Assert.That((study.DesignPoints.Count, study.Runs), Is.EqualTo((12, 12)));
        Assert.That(Value(study, "herd.animals", 7), Is.EqualTo(5));
    }

    [Test]
    public void Load_FactorWithOthers_AllTakeItsValueAndOneColumnOfTheDesign()
    {
        var study = Load("model: herd\ndesign: {method: saltelli, points: 2, factors: {growth.rate: {min: 0, max: 1, also: [growth.drift, lowest_weight]}}}");
        Assert.That(study.Design.Factors.Count, Is.EqualTo(1));
        Assert.That(study.DesignPoints.Select(point => (point.Values[2], point.Values[2])), Is.EqualTo(
            study.DesignPoints.Select(point => (point.Values[study.Catalogue.Find("growth.drift")!.Index], point.Values[study.Catalogue.Find("lowest_weight")!.Index]))));
        Assert.That(study.DesignPoints.Select(point => point.Values[2]).Distinct().Count(), Is.GreaterThan(1));
        Assert.That(LoadFile(Write(study.ResolvedYaml, "again.yaml")).ResolvedYaml, Is.EqualTo(study.ResolvedYaml).And.Contains("also: [growth.drift, lowest_weight]"));
    }

    [Test]
    public void Load_OneAtATime_StartsFromTheFirstLevels()
    {
        var study = Load($"model: herd\nparameters: {{growth.rate: 1}}\n{Scenarios}design: {{method: one_at_a_time, factors: {{growth.rate: {{levels: [0.5, 0, 2]}}, 'scenarios.storm.interventions[2].at': {{levels: [5, 7]}}}}}}");
        Assert.That(study.DesignPoints.Where(point => point.Scenario == "storm").Select(point => $"{point.Values[2]} {point.Interventions[0].At}"), Is.EqualTo(new[] { "0.5 5", "0 5", "2 5", "0.5 7" }));
        Assert.That(LoadFile(Write(study.ResolvedYaml, "again.yaml")).Design.Cells.Row(0).ToArray(), Is.EqualTo(new[] { 0.5, 5 }), "the order is kept");
    }

    [Test]
    public void Load_OneAtATimeOfRangesAndChoices_HasNoValueThatIsNoLevel()
    {
        var study = Load("model: herd\nparameters: {growth.rate: 1.5}\ndesign: {method: one_at_a_time, factors: {growth.rate: {min: 0, max: 1, levels: 3}, growth.season: {levels: [wet, dry_months]}}}");
        Assert.That(study.DesignPoints.Select(point => $"{Value(study, "growth.rate", point.Id)} {Value(study, "growth.season", point.Id)}"), Is.EqualTo(new[] { "0 Wet", "0.5 Wet", "1 Wet", "0 DryMonths" }));
    }

    /// <summary>The defaults do not fit together; no row has them.</summary>
    [TestCase("parameters: {herd.pasture_limit: 5}\ndesign: {method: list, rows: [{herd.animals: 3}, {herd.animals: 4}]}")]
    [TestCase("scenarios: {dry: {parameters: {herd.pasture_limit: 5}}}\ndesign: {method: random, points: 2, factors: {herd.animals: {min: 1, max: 5}}}")]
    public void Load_BaseValuesThatNoRowUses_AreNotLookedAt(string text) => Assert.That(Load($"model: herd\n{text}").Design.Rows, Is.EqualTo(2));

    [TestCase("sobol")]
    [TestCase("saltelli")]
    public void Load_ScrambledSequence_TakesItsSeed(string method)
    {
        PointMatrix Cells(int seed) => Load($"model: herd\ndesign: {{method: {method}, points: 4, scramble: true, seed: {seed}, factors: {{growth.rate: {{min: 0, max: 1}}}}}}").Design.Cells;
        Assert.That(Cells(5).Row(0).ToArray(), Is.Not.EqualTo(Cells(6).Row(0).ToArray()));
    }

    [Test]
    public void Load_List_TakesTheRowsOfTheConfig()
    {
        var study = Load("model: herd\ndesign: {method: list, rows: [{growth.rate: 0.1, herd.animals: 7}, {herd.animals: 8, growth.rate: 0.2}]}");
        Assert.That(study.DesignPoints.Select(point => (point.Values[0], point.Values[2])), Is.EqualTo(new (object, object)[] { (7, 0.1), (8, 0.2) }));
    }

    [Test]
    public void Load_Csv_TakesTheRowsOfTheFile()
    {
        Write("growth.rate,growth.is_seasonal,growth.season\n0.1,TRUE,wet\n0.2,false,dry_months\n", "points.csv");
        var study = Load("model: herd\ndesign: {method: csv, file: points.csv}");
        Assert.That(study.DesignPoints.Select(point => (point.Values[2], point.Values[3], point.Values[4])), Is.EqualTo(new (object, object, object)[] { (0.1, true, Season.Wet), (0.2, false, Season.DryMonths) }));
    }

    [TestCase("random, points: 20", 20)]
    [TestCase("latin_hypercube, points: 20, maximin: 5, seed: 4", 20)]
    [TestCase("sobol, points: 16", 16)]
    [TestCase("sobol, points: 16, scramble: true, skip: 32", 16)]
    [TestCase("saltelli, points: 4", 16)]
    [TestCase("saltelli, points: 4, second_order: true, scramble: true", 24)]
    [TestCase("morris, trajectories: 5, levels: 6", 15)]
    public void Load_Sample_StaysInTheRangesAndIsResolvedInFull(string method, int rows)
    {
        var study = Load($"model: herd\nseed: 3\ndesign: {{method: {method}, factors: {{growth.rate: {{min: 0.25, max: 0.5}}, herd.pasture_limit: {{distribution: log_uniform, min: 10, max: 90}}}}}}");
        Assert.That(study.Design.Rows, Is.EqualTo(rows));
        Assert.That(study.DesignPoints.Select(point => point.Values[2]), Is.All.InRange(0.25, 0.5));
        Assert.That(study.DesignPoints.Select(point => point.Values[1]), Is.All.InRange(10, 90));
        Assert.That(study.DesignPoints.Select(point => point.Values[2]).Distinct().Count(), Is.GreaterThan(2));
        AssertSameAgain(study, LoadFile(Write(study.ResolvedYaml, "resolved.yaml")));
    }

    [Test]
    public void Load_DesignInOtherOrder_IsTheSame()
    {
        var one = Load("model: herd\ndesign: {method: morris, trajectories: 4, groups: {b: [growth.rate, growth.drift], a: [herd.animals]}, factors: {growth.rate: {min: 0, max: 1}, herd.animals: {min: 1, max: 9}, growth.drift: {min: 0, max: 1}}}");
        var other = Load("design: {factors: {herd.animals: {max: 9, min: 1}, growth.drift: {min: 0, max: 1.0}, growth.rate: {max: 1, min: 0}}, groups: {a: [herd.animals], b: [growth.drift, growth.rate]}, levels: 4, trajectories: 4, method: morris}\nmodel: herd");
        Assert.That(other.ResolvedYaml, Is.EqualTo(one.ResolvedYaml));
        AssertSameAgain(one, other);
    }

    [Test]
    public void Load_EveryKindOfFactor_IsResolvedInFull()
    {
        var study = Load($$"""
            model: herd
            common_random_numbers: false
            {{Scenarios}}
            design:
              method: latin_hypercube
              points: 7
              factors:
                growth.rate: {distribution: normal, mean: 1, deviation: 0.1}
                lowest_weight: {distribution: normal, mean: 1, deviation: 2, min: 0, max: 3}
                herd.pasture_limit: {distribution: triangular, min: 20, max: 90, mode: 30}
                growth.season: {levels: [wet, dry_months]}
                growth.is_seasonal: {}
                scenarios.storm.interventions[1].at: {min: 6, max: 9}
                scenarios.storm.interventions[1].until: {levels: [10, 19]}
                scenarios.storm.interventions[1].to.growth.rate: {distribution: log_uniform, min: 0.1, max: 0.5}
                scenarios.storm.interventions[2].set.growth.drift: {min: -1, max: 1}
            """);
        Assert.That(study.CommonRandomNumbers, Is.False);
        Assert.That(study.Notes, Has.Some.EqualTo("scenarios.storm.interventions[1].at is scenarios.storm.interventions[2].at in the order of time, and is called so in design.csv"));
        Assert.That(study.ResolvedYaml, Does.Contain("    lowest_weight: {distribution: normal, mean: 1, deviation: 2, min: 0, max: 3}\n")
            .And.Contain("    'scenarios.storm.interventions[2].until': {levels: [10, 19]}\n").And.Contain("  seed: 1\n"));
        var again = LoadFile(Write(study.ResolvedYaml, "resolved.yaml"));
        AssertSameAgain(study, again);
        Assert.That(again.Notes, Is.Empty);
        var storm = study.DesignPoints[1].Interventions[1];
        Assert.That((storm.At, storm.Until, (double)storm.Values[0].Value), Is.EqualTo((study.Design.ValueOf(1, 6), study.Design.ValueOf(1, 7), study.Design.ValueOf(1, 8))));
        Assert.That(study.DesignPoints[0].Interventions, Is.Empty);
    }

    [Test]
    public void Load_ColumnsThatGoByTheNumbersOfTheConfig_AreNotSwappedByTheOrderOfTime()
    {
        Write("scenarios.storm.interventions[1].set.growth.drift,scenarios.storm.interventions[2].set.growth.drift\n0.25,0.75\n", "points.csv");
        var study = Load("""
            model: herd
            scenarios:
              storm: {interventions: [{at: 15, set: {growth.drift: 0.1}}, {at: 5, set: {growth.drift: 0.2}}]}
            design: {method: csv, file: points.csv}
            """);
        Assert.That(study.DesignPoints[0].Interventions.Select(change => (change.At, (double)change.Values[0].Value)), Is.EqualTo(new[] { (5, 0.75), (15, 0.25) }));
    }

    [Test]
    public void Load_ManyRows_HoldsOnlyWhatVaries()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var study = Load("model: herd\ndesign: {method: random, points: 100000, factors: {growth.rate: {min: 0, max: 1}, growth.drift: {min: 0, max: 1}}}");
        Assert.That(study.DesignPoints[99_999].Row, Is.EqualTo(100_000));
        // Cells take 1.6 MB; what a check of all rows allocates in passing must stay small too.
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(200_000_000));
    }

    [Test]
    public void MorrisStep_OfAStudy_NamesTheGroupAndTheDirection()
    {
        var study = Load("model: herd\ndesign: {method: morris, trajectories: 8, groups: {pair: [growth.rate, growth.drift]}, factors: {growth.rate: {min: 0, max: 1}, herd.animals: {min: 1, max: 9}, growth.drift: {min: 0, max: 1}}}");
        var layout = study.Design.MorrisLayout();
        for (var trajectory = 0; trajectory < 8; trajectory++)
        {
            var steps = Enumerable.Range(1, 2).Select(step => (Step: step, Change: study.Design.MorrisStep(trajectory, step)!.Value)).ToList();
            Assert.That(steps.Select(one => one.Change.Group), Is.EquivalentTo(new[] { 0, 1 }));
            var animals = steps.Single(one => study.Design.Settings.Groups[one.Change.Group].Name == "herd.animals");
            var (from, to) = (study.Design.ValueOf(layout.RowOf(trajectory, animals.Step - 1), 0), study.Design.ValueOf(layout.RowOf(trajectory, animals.Step), 0));
            Assert.That((int)to > (int)from, Is.EqualTo(animals.Change.IsUpward));
        }
    }

    private static void AssertSameAgain(Study study, Study again)
    {
        Assert.That(again.ResolvedYaml, Is.EqualTo(study.ResolvedYaml));
        Assert.That(again.DesignPoints.Count, Is.EqualTo(study.DesignPoints.Count));
        for (var i = 0; i < study.DesignPoints.Count; i++)
            Assert.That(again.DesignPoints[i].Values, Is.EqualTo(study.DesignPoints[i].Values));
    }
}
