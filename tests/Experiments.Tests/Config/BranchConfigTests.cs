namespace Experiments.Tests.Config;

public sealed class BranchConfigTests : ConfigFolder
{
    private const string Later = """
        model: herd
        branch: {at: 10}
        scenarios:
          none: {}
          fast: {interventions: [{at: 10, set: {growth.rate: 1}}]}
        """;

    [Test]
    public void Load_ScenariosThatDifferLater_HasTheRowAndResolvesToItself()
    {
        var study = Load(Later);
        Assert.That(study.BranchAt, Is.EqualTo(10));
        Assert.That(study.ResolvedYaml, Does.EndWith("branch: {at: 10}\n"));
        Assert.That(LoadFile(Write(study.ResolvedYaml, "again.yaml")).ResolvedYaml, Is.EqualTo(study.ResolvedYaml));
    }

    [Test]
    public void Load_WithoutABranch_HasNone()
    {
        var study = Load("model: herd\nbranch: {}");
        Assert.That(study.BranchAt, Is.Null);
        Assert.That(study.ResolvedYaml, Does.Not.Contain("branch"));
    }

    [Test]
    public void Load_TheSameInterventionBeforeInEveryScenario_IsFine()
    {
        const string Early = "{at: 3, until: 15, to: {growth.rate: 1}}";
        var study = Load($"model: herd\nbranch: {{at: 10}}\nscenarios:\n  none: {{interventions: [{Early}]}}\n  fast: {{interventions: [{{at: 12, set: {{growth.drift: 1}}}}, {Early}]}}");
        Assert.That(study.BranchAt, Is.EqualTo(10));
    }

    [Test]
    public void Load_FactorsThatActFromTheBranchOn_AreFine()
    {
        const string Design = "design:\n  method: full_factorial\n  factors:\n    growth.drift: {levels: [0, 1]}\n    scenarios.b.interventions[1].at: {levels: [10, 15]}\n    scenarios.b.interventions[1].set.growth.rate: {levels: [0.2, 1]}";
        var study = Load($"model: herd\nbranch: {{at: 10}}\nscenarios:\n  a: {{}}\n  b: {{interventions: [{{at: 2, set: {{growth.rate: 1}}}}]}}\n{Design}");
        Assert.That((study.BranchAt, study.Design.Rows), Is.EqualTo((10, 8)));
    }

    [Test]
    public void Load_ParameterThatTheCommandLineHolds_DoesNotDiffer() =>
        Assert.That(Load("model: herd\nbranch: {at: 10}\nscenarios: {a: {}, b: {parameters: {growth.rate: 1}}}", "growth.rate=0.3").BranchAt, Is.EqualTo(10));

    [Test]
    public void Load_OneScenario_IsToldThatNothingIsSaved() =>
        Assert.That(Load("model: herd\nbranch: {at: 10}").Notes, Has.Some.Contains("branch.at saves nothing"));

    [TestCase("branch: 3", "pond.yaml:2:9: branch: '3' is not a map of keys to values: write {at: 52}")]
    [TestCase("branch: {to: 3}", "pond.yaml:2:10: branch.to: unknown key; did you mean 'at'?; the keys here are at")]
    [TestCase("branch: {when: 3}", "'at' is missing: the row of ticks up to which the scenarios are one run")]
    [TestCase("branch: {at: 0}", "pond.yaml:2:14: branch.at: 0 is out of range; allowed is an integer from 1")]
    [TestCase("branch: {at: 20}", "pond.yaml:2:14: branch.at: 20 is not within the horizon: the last step of 20 starts at row 19")]
    [TestCase(
        "branch: {at: 10}\nscenarios:\n  a: {}\n  b:\n    parameters: {growth.rate: 1}",
        "pond.yaml:6:18: scenarios.b.parameters.growth.rate: the scenarios differ from the start (a: 0.5, b: 1), so that they cannot branch at row 10")]
    [TestCase(
        "branch: {at: 10}\nscenarios:\n  a:\n    parameters: {growth.rate: 1}\n  b: {}",
        "pond.yaml:5:18: scenarios.a.parameters.growth.rate: the scenarios differ from the start (a: 1, b: 0.5)")]
    [TestCase(
        "branch: {at: 10}\nscenarios:\n  a: {}\n  b:\n    interventions:\n      - {at: 12, set: {growth.drift: 1}}\n      - {at: 9, set: {growth.rate: 1}}",
        "pond.yaml:8:9: scenarios.b.interventions[2]: changes growth.rate at row 9, before the branch at row 10, and not in every scenario alike")]
    [TestCase(
        "branch: {at: 10}\nscenarios:\n  a: {interventions: [{at: 9, set: {growth.rate: 1}}]}\n  b: {}",
        "pond.yaml:4:23: scenarios.a.interventions[1]: changes growth.rate at row 9")]
    [TestCase(
        "branch: {at: 10}\nscenarios:\n  a: {interventions: [{at: 9, until: 12, to: {growth.rate: 1}}]}\n  b: {interventions: [{at: 9, until: 13, to: {growth.rate: 1}}]}",
        "pond.yaml:5:23: scenarios.b.interventions[1]: changes growth.rate at row 9")]
    [TestCase(
        "branch: {at: 10}\ncommon_random_numbers: false\nscenarios: {a: {}, b: {}}",
        "pond.yaml:3:24: common_random_numbers: is off, so that no two runs are the same before row 10")]
    [TestCase(
        "branch: {at: 10}\nscenarios:\n  a: {}\n  b: {interventions: [{at: 12, set: {growth.rate: 1}}]}\ndesign:\n  method: full_factorial\n  factors:\n    scenarios.b.interventions[1].at: {levels: [15, 9, 12]}",
        "pond.yaml:9:5: design.factors.scenarios.b.interventions[1].at: changes b from row 9 on in some rows of the design, before the branch at row 10")]
    public void Load_WhatCannotBranch_NamesPlaceAndKey(string text, string expected) =>
        Assert.That(Refusal("model: herd\n" + text), Does.Contain(expected));
}
