using Experiments.Config;
using Experiments.Tests.Models;

namespace Experiments.Tests.Config;

/// <summary>The sections responses, baseline and pairs, and who may name a response.</summary>
public sealed class ResponseConfigTests : ConfigFolder
{
    private const string Head = "model: village\nticks: 50\nscenarios: {siege: {}, relief: {interventions: [{at: 20, set: {pressure: 0.001}}]}, storm: {}}\n";

    private Study Load(string text) => StudyLoader.Load(Write(text), [VillageModel.Definition, VillageModel.WithSpoils], Overrides.None);

    [Test]
    public void Load_Responses_AreStatisticsUnderTheirNames()
    {
        var study = Load(Head + """
            responses:
              ruin: {share: falls, from: 20, until: 40, among: all}
              peak: {highest: unrest, from: 20}
              wait: {time: alarm}
              gap: {difference: [{mean: unrest, at: 30}, {mean: unrest, at: 10}]}
            """);
        Assert.That(study.Responses.Select(response => (response.Name, response.Statistic.ToString(), response.IsShare)), Is.EqualTo(new[]
        {
            ("ruin", "share: falls, from: 20, until: 40, among: all", true),
            ("peak", "highest: unrest, from: 20", false),
            ("wait", "time: [alarm]", false),
            ("gap", "difference: [{mean: unrest, at: 30}, {mean: unrest, at: 10}]", false),
        }));
        Assert.That(Response.Of(study).Select(response => response.Name), Is.EqualTo(new[]
        {
            "ruin", "peak", "wait", "gap", Response.AnyBeforeHorizon, "stands", "falls", "end_unrest", "end_pressure", "end_guards", "end_is_calm", "end_rumour",
        }));
    }

    [Test]
    public void Load_Resolved_IsTheSameStudyAgain()
    {
        var study = Load(Head + "responses: {ruin: {share: any}, peak: {highest: unrest}}\nbaseline: relief\npairs: [[storm, siege]]\n");
        var again = Load(study.ResolvedYaml);
        Assert.That(again.ResolvedYaml, Is.EqualTo(study.ResolvedYaml));
        Assert.That(again.Pairs, Is.EqualTo(new[] { new ScenarioPair(0, 1), new ScenarioPair(2, 1), new ScenarioPair(2, 0) }));
    }

    /// <summary>A model may say which subjects its events have; one that says nothing may have any.</summary>
    [TestCase("events: alarm, subject: bel", "no alarm has the subject 'bel'; did you mean 'bell'?; there are bell, horn")]
    [TestCase("time: [alarm, watch], subject: drum", "no alarm or watch has the subject 'drum'; there are bell, horn, lamp")]
    [TestCase("events: alarm, subject: horn", null)]
    [TestCase("time: [alarm, fall], subject: drum", null)]
    public void Load_SubjectThatNoEventHas_IsRefusedWithTheNearest(string statistic, string? message)
    {
        var model = VillageModel.Definition with
        {
            Events = [new("alarm", "It rang.") { Subjects = ["bell", "horn"] }, new("watch", "It shone.") { Subjects = ["lamp"] }, new("fall", "It fell.")],
        };
        Study Loaded() => StudyLoader.Load(Write(Head + $"responses: {{calls: {{{statistic}}}}}\n"), [model], Overrides.None);
        if (message is null)
            Assert.That(Loaded().Responses, Has.Count.EqualTo(1));
        else
            Assert.That(RefusalOf(Loaded), Does.EndWith("responses.calls.subject: " + message));
    }

    [Test]
    public void Load_OtherResponses_AreTheSameRuns()
    {
        var plain = Load(Head);
        var asked = Load(Head + "responses: {ruin: {share: any, until: 9}}\nbaseline: storm\n");
        Assert.That(Experiments.Storage.Manifest.IdentityOf(asked), Is.EqualTo(Experiments.Storage.Manifest.IdentityOf(plain)));
        Assert.That(asked.ResolvedYaml, Is.Not.EqualTo(plain.ResolvedYaml));
    }

    [TestCase("responses: {ruin: {shar: falls}}", "responses.ruin: names no statistic; did you mean 'share'?")]
    [TestCase("responses: {ruin: {share: fals}}", "responses.ruin.share: village has no outcome 'fals'; did you mean 'falls'?")]
    [TestCase("responses: {peak: {highest: unrst}}", "responses.peak.highest: village has no measure 'unrst'; did you mean 'unrest'?")]
    [TestCase("responses: {ruin: {share: falls, scenario: siege}}", "responses.ruin.scenario: unknown key")]
    [TestCase("responses: {middle: {quantile: unrest, level: 0.5}}", "responses.middle: a quantile has no standard error")]
    [TestCase("responses: {falls: {share: any}}", "responses.falls: 'falls' is an outcome or an end measure")]
    [TestCase("responses: {any: {share: any}}", "responses.any: 'any' is an outcome")]
    [TestCase("responses: {null: {share: any}}", "responses.null: not a name for a response")]
    [TestCase("responses: {peak: any}", "responses.peak: 'any' is not a statistic: write {share: any, until: 52} or {mean: MEASURE}")]
    [TestCase("measures: {every: 7}\nresponses: {late: {mean: unrest, at: 20}}", "responses.late: row 20 is not written: measures.every is 7")]
    [TestCase("measures: {every: 25}\nresponses: {dip: {lowest: unrest, from: 26, until: 40}}", "responses.dip: no row from 27 to 40 is written: measures.every is 25")]
    [TestCase("measures: {model: [guards]}\nresponses: {peak: {highest: unrest}}", "responses.peak: unrest is not among the study's measures: add it to measures.model")]
    [TestCase("baseline: seige", "baseline: there is no scenario 'seige'; did you mean 'siege'?")]
    [TestCase("pairs: [[siege, relief, storm]]", "pairs: a list is not two scenarios: write [[a, b], [c, d]]")]
    [TestCase("pairs: [[storm, storm]]", "pairs: 'storm' is compared with itself")]
    [TestCase("pairs: [[storm, siege]]", "pairs: storm is compared with siege already, which is the baseline")]
    [TestCase("replications: {until: {response: ruin, half_width: 0.1}, max: 90}", "replications.until.response: the study has no response 'ruin'; responses: names none")]
    [TestCase("replications: {until: {rate: any, half_width: 0.1}, max: 90}", "replications.until: has no value for each run")]
    public void Load_WhatCannotBeAsked_IsRefusedWithItsPlace(string config, string complaint)
    {
        var problem = Assert.Throws<ConfigException>(() => Load(Head + config + "\n"))!;
        Assert.That(problem.Message, Does.Contain(complaint));
        Assert.That(problem.Problems[0].ToString(), Does.Match(@"\.yaml:\d+:\d+: "), "file, line and column");
    }

    [Test]
    public void Load_ResponseByName_IsItsStatisticInTheScenario()
    {
        var study = Load(Head + """
            replications: {until: {response: ruin, scenario: storm, half_width: 0.1}, max: 90}
            responses: {ruin: {share: falls, until: 40}}
            """);
        Assert.That((study.StopRule!.Statistic!.ToString(), study.StopRule.Scenario, study.StopRule.IsShare), Is.EqualTo(("share: falls, until: 40", (int?)2, true)));
        Assert.That(study.StopRule.Text(study), Is.EqualTo("{until: {share: falls, until: 40, scenario: storm, half_width: 0.1}, min: 50, batch: 25, max: 90}"));
        var searched = Load(Head + """
            responses: {ruin: {share: falls, until: 40}}
            calibration: {method: rejection, targets: {met: {response: ruin, scenario: storm, value: 0.5, tolerance: 0.1}}, parameters: {pressure: {min: 0, max: 1}}}
            """);
        Assert.That(searched.Calibration!.Targets[0].Statistic.ToString(), Is.EqualTo("share: falls, scenario: storm, until: 40"));
        var judged = Load(Head + """
            responses: {ruin: {share: falls, until: 40}}
            hypothesis: {id: h, statement: s, source: t, kind: emergent, fails_if: u, contrasts: {more: {response: ruin, weights: {storm: 1, siege: -1}, predict: positive, relevant: 0.1}}}
            """);
        Assert.That(judged.Hypothesis!.Contrasts[0].Statistic.ToString(), Is.EqualTo("share: falls, until: 40"));
        Assert.That((judged.Hypothesis.Kind, judged.Hypothesis.FailsIf), Is.EqualTo((HypothesisKind.Emergent, "u")));
    }

    [Test]
    public void Load_GroupOfOutcomes_StandsWhereAnOutcomeCan()
    {
        var study = Load(Head.Replace("village", "frontier", StringComparison.Ordinal) + "responses: {ruin: {share: lost}, both: {share: [lost, stands]}}\n");
        var (group, list) = ((RunStatistic)study.Responses[0].Statistic, (RunStatistic)study.Responses[1].Statistic);
        Assert.That((group.Outcomes!.Codes, group.Outcomes.ToString()), Is.EqualTo((new[] { "falls", "is_plundered" }, "lost")).Using<(IReadOnlyList<string>, string)>((one, other) => one.Item1.SequenceEqual(other.Item1) && one.Item2 == other.Item2));
        Assert.That(list.Outcomes!.Codes, Has.Count.EqualTo(3));
        Assert.That(Response.Of(study).Select(response => response.Name), Does.Contain("lost"));
    }
}
