using Experiments.Config;
using Experiments.Tests.Models;

namespace Experiments.Tests.Config;

public sealed class StopRuleConfigTests : ConfigFolder
{
    private const string Scenarios = "scenarios: {dry: {}, '1990s': {parameters: {growth.rate: 0.1}}}\n";

    [Test]
    public void Load_RuleWithDefaults_HasThem()
    {
        var study = Load("model: herd\nreplications: {until: {measure: size, half_width: 0.5}, max: 400}");
        var rule = study.StopRule!;
        Assert.That((rule.Measure, rule.Outcomes, rule.Scenario, rule.HalfWidth, rule.Min, rule.Batch, rule.Max), Is.EqualTo((0, (OutcomeSet?)null, (int?)null, 0.5, 50, 25, 400)));
        Assert.That(study.Replications, Is.EqualTo(400));
    }

    [Test]
    public void Load_ResolvedRule_GivesTheSameTextAgain()
    {
        var text = Load($"model: herd\n{Scenarios}replications: {{until: {{measure: is_full, scenario: '1990s', half_width: 0.01}}, min: 10, batch: 5, max: 40}}").ResolvedYaml;
        Assert.That(text, Does.Contain("replications: {until: {measure: is_full, scenario: '1990s', half_width: 0.01}, min: 10, batch: 5, max: 40}\n"));
        Assert.That(Load(text).ResolvedYaml, Is.EqualTo(text));
    }

    [Test]
    public void Load_OutcomesOfARule_AreThoseOfTheModel()
    {
        var path = Write("model: frontier\nreplications: {until: {outcome: [is_plundered, falls], half_width: 0.05}, max: 400}");
        var study = StudyLoader.Load(path, [VillageModel.WithSpoils], Overrides.None);
        Assert.That(study.StopRule!.Outcomes!.Codes, Is.EqualTo(new[] { "falls", "is_plundered" }));
        Assert.That(study.ResolvedYaml, Does.Contain("outcome: [falls, is_plundered], half_width: 0.05"));
    }

    [Test]
    public void Load_WithReplicationsOnTheCommandLine_TakesThemForTheMost()
    {
        var path = Write("model: herd\nreplications: {until: {measure: size, half_width: 0.5}, max: 400}");
        Assert.That(StudyLoader.Load(path, HerdModel.Models, new Overrides { Replications = "800" }).StopRule!.Max, Is.EqualTo(800));
        Assert.That(RefusalOf(() => StudyLoader.Load(path, HerdModel.Models, new Overrides { Replications = "20" })), Does.Contain("--replications: 20 is out of range; allowed is an integer from 50"));
    }

    [TestCase("{until: {measure: size, half_width: 0.5}}", "pond.yaml:3:15: replications: 'max' is missing: the most replications of a design point, 50 or more")]
    [TestCase("{until: {measure: size, half_width: 0.5}, max: 20}", "replications.max: 20 is out of range; allowed is an integer from 50 to 1000000")]
    [TestCase("{until: {measure: size, half_width: 0.5}, min: 1, max: 20}", "replications.min: 1 is out of range; allowed is an integer from 2")]
    [TestCase("{untill: {measure: size, half_width: 0.5}, max: 60}", "replications.untill: unknown key; did you mean 'until'?")]
    [TestCase("{max: 60}", "replications.until: says what is to be precise")]
    [TestCase("{until: {measure: size}, max: 60}", "replications.until: 'half_width' is missing")]
    [TestCase("{until: {measure: size, half_width: 0}, max: 60}", "replications.until.half_width: '0' is out of range; allowed is a number more than 0")]
    [TestCase("{until: {measure: sise, half_width: 1}, max: 60}", "replications.until.measure: herd has no measure 'sise'; did you mean 'size'?")]
    [TestCase("{until: {measure: is_full, half_width: 1}, max: 60}", "replications.until.measure: is_full is not among the study's measures: add it to measures.model")]
    [TestCase("{until: {outcome: gone, half_width: 1}, max: 60}", "replications.until.outcome: herd has no outcomes")]
    [TestCase("{until: {half_width: 1}, max: 60}", "replications.until: names nothing that is to be precise: write one of response: NAME, measure: NAME")]
    [TestCase("{until: {measure: size, scenario: wet, half_width: 1}, max: 60}", "replications.until.scenario: there is no scenario 'wet'; the scenarios are dry, 1990s")]
    public void Load_WrongRule_NamesPlaceKeyAndWhatIsAllowed(string rule, string expected) =>
        Assert.That(Refusal($"model: herd\n{Scenarios}replications: {rule}\nmeasures: {{model: [size]}}"), Does.Contain(expected));

    [TestCase("{method: saltelli, points: 4, factors: {growth.rate: {min: 0, max: 1}}}", "saltelli")]
    [TestCase("{method: morris, trajectories: 4, factors: {growth.rate: {min: 0, max: 1}}}", "morris")]
    public void Load_WithAMethodOfIndices_IsRefused(string design, string method) =>
        Assert.That(
            Refusal($"model: herd\ndesign: {design}\nreplications: {{until: {{measure: size, half_width: 1}}, max: 60}}"),
            Does.Contain($"pond.yaml:3:15: replications: the indices of {method} need as many replications in every row"));
}
