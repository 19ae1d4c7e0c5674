using System.Globalization;
using Experiments.Config;

namespace Experiments.Tests.Config;

public sealed class StudyLoaderTests : ConfigFolder
{
    private const string Full = """
        model: herd
        name: lake
        seed: 7
        replications: 3
        ticks: 60
        measures: {every: 2, model: [is_full, size], agents: []}
        parameters: {herd.animals: 20, growth.rate: 1}
        scenarios:
          calm: {}
          storm:
            parameters: {growth.season: dry_months, growth.rate: 1}
            interventions:
              - {at: 30, until: 40, to: {growth.rate: 0.25, herd.pasture_limit: 50}}
              - {at: 5, set: {growth.is_seasonal: true}}
        design: {}
        """;

    [Test]
    public void Load_OnlyAModel_TakesDefaults()
    {
        var study = LoadFile(Write("model: herd", "My Pond 2.yaml"));
        Assert.That((study.Name, study.Seed, study.Replications, study.Ticks, study.Every), Is.EqualTo(("my-pond-2", 1, 1, 20, 1)));
        Assert.That(study.DesignPoints.Select(point => (point.Id, point.Scenario)), Is.EqualTo(new[] { (1, "baseline") }));
        Assert.That(study.ModelMeasures.Select(measure => measure.Name), Is.EqualTo(new[] { "size", "is_full" }));
        Assert.That(study.AgentMeasures, Is.Empty);
        Assert.That(study.DesignPoints[0].Values, Is.EqualTo(study.Catalogue.Defaults));
    }

    [Test]
    public void Load_FullConfig_BindsEverything()
    {
        var study = Load(Full);
        Assert.That((study.Name, study.Seed, study.Replications, study.Ticks, study.Every, study.Runs), Is.EqualTo(("lake", 7, 3, 60, 2, 6)));
        Assert.That(study.ModelMeasures.Select(measure => measure.Name), Is.EqualTo(new[] { "size", "is_full" }));
        Assert.That(Value(study, "herd.animals", 2), Is.EqualTo(20));
        Assert.That(Value(study, "growth.rate", 2), Is.EqualTo(1.0));
        Assert.That(Value(study, "growth.season", 1), Is.EqualTo(Season.Wet));
        Assert.That(Value(study, "growth.season", 2), Is.EqualTo(Season.DryMonths));
        var storm = study.DesignPoints[1].Interventions;
        Assert.That(storm.Select(one => (one.At, one.Until)), Is.EqualTo(new (int, int?)[] { (5, null), (30, 40) }));
        Assert.That(storm[1].Values, Is.EqualTo(new (int, object)[] { (1, 50), (2, 0.25) }));
    }

    [Test]
    public void Load_ScenarioThatExtendsAConfig_HasItsParametersAndItsOwn()
    {
        Write("model: herd\nparameters: {herd.animals: 20}", "root.yaml");
        Write("extends: root.yaml\nseed: 9\nticks: 3\nparameters: {growth.rate: 0.25, growth.drift: 0.5}\nscenarios: {other: {}}", "dry.yaml");
        var study = Load("model: herd\nparameters: {herd.animals: 10}\nscenarios:\n  now: {}\n  dry: {extends: dry.yaml, parameters: {growth.drift: 0.75}}");
        Assert.That((study.Seed, study.Ticks, study.Scenarios.Count), Is.EqualTo((1, 20, 2)), "nothing but parameters comes from there");
        Assert.That((Value(study, "herd.animals", 1), Value(study, "herd.animals", 2)), Is.EqualTo((10, 20)));
        Assert.That((Value(study, "growth.rate", 2), Value(study, "growth.drift", 2)), Is.EqualTo((0.25, 0.75)));
    }

    [Test]
    public void ResolvedYaml_LoadedAgain_GivesTheSameStudyAndText()
    {
        var study = Load(Full, "growth.drift=-1e-7");
        var again = LoadFile(Write(study.ResolvedYaml, "resolved.yaml"));
        Assert.That(again.ResolvedYaml, Is.EqualTo(study.ResolvedYaml));
        Assert.That(again.Name, Is.EqualTo("lake"));
        for (var i = 0; i < study.DesignPoints.Count; i++)
        {
            Assert.That(again.DesignPoints[i].Values, Is.EqualTo(study.DesignPoints[i].Values));
            Assert.That(again.DesignPoints[i].Interventions.Select(one => (one.At, one.Until)), Is.EqualTo(study.DesignPoints[i].Interventions.Select(one => (one.At, one.Until))));
            Assert.That(again.DesignPoints[i].Interventions.SelectMany(one => one.Values), Is.EqualTo(study.DesignPoints[i].Interventions.SelectMany(one => one.Values)));
        }
    }

    [Test]
    public void ResolvedYaml_OfConfigsInOtherOrder_IsTheSame()
    {
        var one = Load("model: herd\nseed: 2\nparameters: {growth.rate: 1, herd.animals: 5}\nscenarios: {a: {interventions: [{at: 3, set: {growth.rate: 1, growth.drift: 1}}, {at: 1, set: {growth.rate: 0}}]}}");
        var other = Load("scenarios: {a: {interventions: [{set: {growth.rate: 0.0}, at: 1}, {at: 3, set: {growth.drift: 1e0, growth.rate: 1}}]}}\nparameters: {herd.animals: 5, growth.rate: 1.0}\nseed: 2\nmodel: herd");
        Assert.That(other.ResolvedYaml, Is.EqualTo(one.ResolvedYaml));
    }

    [Test]
    public void Load_Json_IsASubset()
    {
        var study = Load("""{"model": "herd", "seed": 3, "parameters": {"growth.rate": 0.75, "growth.is_seasonal": true, "growth.season": "dry_months"}}""");
        Assert.That((study.Seed, Value(study, "growth.rate"), Value(study, "growth.is_seasonal"), Value(study, "growth.season")), Is.EqualTo((3, 0.75, true, Season.DryMonths)));
    }

    [Test]
    public void Load_Extends_MergesMapsAndReplacesLists()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "base"));
        Write("model: herd\nname: root\nticks: 50\nseed: 9\nparameters: {growth.rate: 1, growth.drift: 2}\nscenarios: {calm: {interventions: [{at: 1, set: {growth.rate: 0}}]}}", "base/root.yaml");
        Write("extends: root.yaml\nparameters: {growth.rate: 1.5}", "base/middle.yaml");
        var study = Load("extends: base/middle.yaml\nseed: 3\nmeasures: {model: [size]}\nscenarios: {calm: {interventions: [{at: 2, set: {growth.drift: 0}}]}, storm: {}}");
        Assert.That((study.Name, study.Ticks, study.Seed), Is.EqualTo(("pond", 50, 3)));
        Assert.That((Value(study, "growth.rate"), Value(study, "growth.drift")), Is.EqualTo((1.5, 2.0)));
        Assert.That(study.DesignPoints.Select(point => point.Scenario), Is.EqualTo(new[] { "calm", "storm" }));
        Assert.That(study.DesignPoints[0].Interventions.Select(one => one.At), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void Load_Set_WinsOverScenarioParametersAndInterventions()
    {
        var study = Load("model: herd\nparameters: {growth.rate: 1}\nscenarios: {a: {parameters: {growth.rate: 0.5}, interventions: [{at: 1, set: {growth.rate: 2, growth.drift: 1}}]}}", "growth.rate=0.75");
        Assert.That(Value(study, "growth.rate"), Is.EqualTo(0.75));
        Assert.That(study.DesignPoints[0].Interventions.Single().Values, Is.EqualTo(new (int, object)[] { (5, 1.0) }));
    }

    [Test]
    public void Load_OptionsForSeedReplicationsAndTicks_WinOverTheFile()
    {
        var path = Write("model: herd\nseed: 4\nreplications: 4\nticks: 4");
        var study = StudyLoader.Load(path, HerdModel.Models, new Overrides { Seed = "2147483647", Replications = "2", Ticks = "3" });
        Assert.That((study.Seed, study.Replications, study.Ticks), Is.EqualTo((int.MaxValue, 2, 3)));
    }

    [Test]
    public void Load_CultureWithDecimalCommas_ReadsAndWritesPoints()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "~" };
        try
        {
            CultureInfo.CurrentCulture = commas;
            var study = Load("model: herd\nparameters: {growth.rate: 1.5, growth.drift: -1}");
            Assert.That(Value(study, "growth.rate"), Is.EqualTo(1.5));
            Assert.That(study.ResolvedYaml, Does.Contain("growth.rate: 1.5\n").And.Contain("growth.drift: -1\n"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestCase(10, 1.0)]
    [TestCase(12, 0.5)]
    [TestCase(14, 0.0)]
    [TestCase(99, 0.0)]
    public void ValueAt_OfARamp_MovesInEqualSteps(int tick, double expected) =>
        Assert.That(new Intervention(10, 14, []).ValueAt(tick, 1.0, 0.0), Is.EqualTo(expected));

    [Test]
    public void ValueAt_OfARampOfIntegers_StaysInIntegers() =>
        Assert.That(new Intervention(0, 4, []).ValueAt(1, int.MaxValue, int.MinValue), Is.TypeOf<int>().And.EqualTo(1073741823));
}
