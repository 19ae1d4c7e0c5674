using Experiments.Config;

namespace Experiments.Tests.Config;

/// <summary>Configs that can be read and say something that cannot be.</summary>
public sealed class ConfigValueErrorTests : ConfigFolder
{
    [TestCase("model: herd\nsede: 1", "pond.yaml:2:1: sede: unknown key; did you mean 'seed'?; the keys here are model, name, extends")]
    [TestCase("model: hred", "pond.yaml:1:8: model: there is no model 'hred'; did you mean 'herd'?; the models are herd, flock")]
    [TestCase("seed: 1", "pond.yaml:1:1: model: the config names no model; the models are herd, flock")]
    [TestCase("model: [herd]", "pond.yaml:1:8: model: a list is not the name of a model")]
    [TestCase("model: herd\nname: ../../etc", "pond.yaml:2:7: name: '../../etc' is not a name: allowed are a to z, 0 to 9 and hyphens")]
    [TestCase("model: herd\nname: ''", "pond.yaml:2:7: name: '' is not a name")]
    [TestCase("model: herd\nname:", "pond.yaml:2:6: name: nothing is not a name")]
    [TestCase("model: herd\nseed: -1", "pond.yaml:2:7: seed: -1 is out of range; allowed is an integer from 0 to 2147483647")]
    [TestCase("model: herd\nseed: 2147483648", "seed: 2147483648 is out of range")]
    [TestCase("model: herd\nseed: 99999999999999999999", "seed: '99999999999999999999' is out of range")]
    [TestCase("model: herd\nseed: 3.0", "seed: '3.0' is not an integer: write it without a point or an exponent")]
    [TestCase("model: herd\nseed: '3'", "seed: '3' is not an integer: write it without quotes")]
    [TestCase("model: herd\nseed: {a: 1}", "seed: a map is not an integer; allowed is an integer from 0 to 2147483647")]
    [TestCase("model: herd\nreplications: 0", "pond.yaml:2:15: replications: 0 is out of range; allowed is an integer from 1 to 1000000")]
    [TestCase("model: herd\nticks: 1000001", "pond.yaml:2:8: ticks: 1000001 is out of range; allowed is an integer from 1 to 1000000")]
    [TestCase("model: herd\ndesign: {factors: 1}", "pond.yaml:2:9: design: 'method' is missing")]
    [TestCase("model: herd\nmeasures: {evry: 1}", "pond.yaml:2:12: measures.evry: unknown key; did you mean 'every'?")]
    [TestCase("model: herd\nmeasures: {every: 0}", "pond.yaml:2:19: measures.every: 0 is out of range; allowed is an integer from 1 to 1000000")]
    [TestCase("model: herd\nmeasures: {model: [szie]}", "pond.yaml:2:20: measures.model: herd has no measure 'szie'; did you mean 'size'?; it has size, is_full")]
    [TestCase("model: herd\nmeasures: {model: [size, size]}", "pond.yaml:2:26: measures.model: 'size' stands there twice")]
    [TestCase("model: herd\nmeasures: {model: size}", "measures.model: 'size' is not a list: write [size]")]
    [TestCase("model: herd\nmeasures: {model: all}", "measures.model: 'all' is not a list: write [NAME, NAME], or leave the key out for all measures of the model")]
    [TestCase("model: herd\nmeasures:\n  model:\n    -size\n    -is_full", "measures.model: '-size -is_full' is not a list: a hyphen needs a space after it")]
    [TestCase("model: herd\nmeasures: [size]", "pond.yaml:2:11: measures: a list is not a map of keys to values: write {every: 1, model: [NAME, NAME]}")]
    [TestCase("model: herd\nmeasures: {every:4}", "pond.yaml:2:12: measures.every:4: a colon needs a space after it: write every: 4")]
    [TestCase("model: herd\nticks: 5 years", "pond.yaml:2:8: ticks: '5 years' is not an integer: write the number alone, 5; allowed is an integer from 1")]
    [TestCase("model: herd\nseed: 1#first", "seed: '1#first' is not an integer: a comment needs a space before its #")]
    [TestCase("model: herd\nreplications: 1,000", "replications: '1,000' is not an integer: write 1000; allowed is")]
    [TestCase("model: herd\nreplications: 1_000", "replications: '1_000' is not an integer: write 1000; allowed is")]
    [TestCase("model: herd\nbranch: 5", "pond.yaml:2:9: branch: '5' is not a map of keys to values: write {at: 52}")]
    [TestCase("model: herd\ncommon_random_numbers: no", "common_random_numbers: 'no' is not a boolean: write false; allowed is one of true, false")]
    [TestCase("model: herd\ngrowth.rate: 1", "pond.yaml:2:1: growth.rate: a parameter stands under parameters: write parameters: {growth.rate: 1}")]
    [TestCase("model: herd\ninterventions: []", "pond.yaml:2:1: interventions: stands in a scenario: write scenarios: {NAME: {interventions: [{at: 52, set: {KEY: value}}]}}")]
    [TestCase("model: herd\nevery: 4", "every: stands under measures: write measures: {every: ...}")]
    [TestCase("model: herd\nmethod: sobol", "method: stands under design: write design: {method: ...}")]
    [TestCase("model: herd\nparameters:\n\u00a0 growth.rate: 1", "has a blank in it that is none of the keyboard's: write ordinary spaces")]
    [TestCase("model: herd\nmeasures: {agents: [wealth]}", "measures.agents: herd has no measure 'wealth'; it has none of these")]
    [TestCase("model: herd\nparameters: 3", "pond.yaml:2:13: parameters: '3' is not a map of keys to values")]
    public void Load_WrongTopLevelValue_NamesPlaceKeyAndWhatIsAllowed(string text, string expected) =>
        Assert.That(Refusal(text), Does.Contain(expected));

    [TestCase("growth.rte: 1", "pond.yaml:2:14: parameters.growth.rte: herd has no parameter 'growth.rte'; did you mean 'growth.rate'? (abm describe herd lists them)")]
    [TestCase("growth.rate: 3", "pond.yaml:2:27: parameters.growth.rate: 3 is out of range: allowed is 0 to 2 (per week)")]
    [TestCase("growth.rate: high", "parameters.growth.rate: 'high' is not a number; allowed is a finite number, 0 to 2 (per week)")]
    [TestCase("growth.rate: .nan", "parameters.growth.rate: '.nan' is not a number; allowed is a finite number")]
    [TestCase("growth.drift: .inf", "parameters.growth.drift: '.inf' is not a number; allowed is a finite number")]
    [TestCase("growth.drift: NaN", "parameters.growth.drift: 'NaN' is not a number")]
    [TestCase("growth.drift: 1e999", "parameters.growth.drift: '1e999' is too large to be a finite number")]
    [TestCase("growth.rate: '1,5'", "parameters.growth.rate: '1,5' is not a number")]
    [TestCase("growth.rate: \"1\"", "parameters.growth.rate: '1' is not a number: write it without quotes")]
    [TestCase("growth.rate: 0x10", "parameters.growth.rate: '0x10' is not a number")]
    [TestCase("growth.rate: ", "parameters.growth.rate: nothing is not a number")]
    [TestCase("growth.rate: [1]", "parameters.growth.rate: a list is not a value: what is to vary stands under design, with all its values; allowed is a finite number")]
    [TestCase("herd.animals: 3.0", "parameters.herd.animals: '3.0' is not an integer: write it without a point or an exponent; allowed is an integer, 1 to 1000 (animal)")]
    [TestCase("herd.animals: 1_000", "parameters.herd.animals: '1_000' is not an integer")]
    [TestCase("herd.pasture_limit: 3000000000", "parameters.herd.pasture_limit: '3000000000' is out of range; allowed is an integer, 1 or more")]
    [TestCase("herd.animals: 0", "parameters.herd.animals: 0 is out of range: allowed is 1 to 1000 (animal)")]
    [TestCase("growth.is_seasonal: yes", "parameters.growth.is_seasonal: 'yes' is not a boolean: write true; allowed is one of true, false")]
    [TestCase("growth.is_seasonal: 0", "parameters.growth.is_seasonal: '0' is not a boolean: write false; allowed is one of true, false")]
    [TestCase("growth.rate: 0,5", "pond.yaml:2:29: parameters.5: a decimal comma? Write growth.rate: 0.5")]
    [TestCase("growth.rate:1", "pond.yaml:2:14: parameters.growth.rate:1: a colon needs a space after it: write growth.rate: 1")]
    [TestCase("growth.rate: 50%", "parameters.growth.rate: '50%' is not a number: per cent? Write 0.5; allowed is")]
    [TestCase("growth.rate: \u22120.5", "parameters.growth.rate: '\u22120.5' is not a number: its sign is a dash, so write -0.5; allowed is")]
    [TestCase("growth.rate: {min: 0, max: 1}", "parameters.growth.rate: a map is not a value: what is to vary stands under design, with all its values; allowed is")]
    [TestCase("growth.season: wett", "parameters.growth.season: 'wett' is not a choice; did you mean 'wet'?; allowed is one of dry_months, wet")]
    [TestCase("growth.season: 1", "parameters.growth.season: '1' is not a choice")]
    [TestCase("growth: {rate: 1}", "pond.yaml:2:14: parameters.growth: parameters are not nested: write dotted keys, such as growth.rate: value")]
    public void Load_WrongParameter_NamesPlaceKeyAndWhatIsAllowed(string parameter, string expected) =>
        Assert.That(Refusal($"model: herd\nparameters: {{{parameter}}}"), Does.Contain(expected));

    [TestCase("a: {growth.rate: 1}", "pond.yaml:2:17: scenarios.a.growth.rate: a parameter stands under parameters: write parameters: {growth.rate: 1}")]
    [TestCase("a: {growth.rte: 1}", "scenarios.a.growth.rte: herd has no parameter 'growth.rte'; did you mean 'growth.rate'? (abm describe herd lists them); a parameter stands under parameters")]
    [TestCase("a: {set: {growth.rate: 1}}", "scenarios.a.set: stands in an intervention: write interventions: [{at: 52, set: {KEY: value}}]")]
    [TestCase("a: {interventions: {at: 5, set: {growth.rate: 1}}}", "scenarios.a.interventions: a map is not a list: write [{at: 52, set: {KEY: value}}]")]
    [TestCase("a: {interventions: [{at: 5, growth.rate: 1}]}", "interventions[1].growth.rate: a parameter stands under set: write set: {growth.rate: 1}")]
    [TestCase("a: {interventions: [{at: 5, parameters: {growth.rate: 1}}]}", "interventions[1].parameters: what an intervention changes stands under set")]
    [TestCase("a: {interventions: [{at: 5, set: growth.rate=1}]}", "'growth.rate=1' is not a map of keys to values: a key and its value have a colon between them: write growth.rate: 1")]
    [TestCase("My Pond: {}", "scenarios.My Pond: not a name for a scenario: allowed are a to z, 0 to 9, hyphens and underscores, at most 100; write my-pond")]
    [TestCase("<<: {a: {}}", "scenarios.<<: not a name for a scenario")]
    public void Load_WrongScenario_SaysWhereItBelongs(string scenario, string expected) =>
        Assert.That(Refusal($"model: herd\nscenarios: {{{scenario}}}"), Does.Contain(expected));

    [TestCase("scenarios:\n  - a: {}\n  - b: {}", "pond.yaml:3:3: scenarios: a list is not a map of keys to values: take the hyphens (or the [ ]) away")]
    [TestCase("scenarios: [a, b]", "pond.yaml:2:12: scenarios: a list is not a map of keys to values: write NAME: {} for each")]
    [TestCase("parameters:\n  - growth.rate: 1", "pond.yaml:3:3: parameters: a list is not a map of keys to values: take the hyphens (or the [ ]) away")]
    [TestCase("parameters:\n  growth.rate:1", "pond.yaml:3:3: parameters: 'growth.rate:1' is not a map of keys to values: a colon needs a space after it: write growth.rate: 1")]
    [TestCase("parameters:\n  growth.rate = 1", "parameters: 'growth.rate = 1' is not a map of keys to values: a key and its value have a colon between them: write growth.rate: 1")]
    public void Load_ListOrWordForAMap_SaysHowToWriteIt(string section, string expected) =>
        Assert.That(Refusal($"model: herd\n{section}"), Does.Contain(expected));

    [Test]
    public void Load_NumberWithAComma_SaysThatAPointIsMeant() =>
        Assert.That(Refusal("model: herd\nparameters:\n  growth.rate: 1,5"),
            Does.Contain("pond.yaml:3:16: parameters.growth.rate: '1,5' is not a number: the decimal separator is a point"));

    [TestCase("{at: -1, set: {growth.rate: 1}}", "pond.yaml:2:38: scenarios.a.interventions[1].at: -1 is out of range; allowed is an integer from 0")]
    [TestCase("{at: 20, set: {growth.rate: 1}}", "interventions[1].at: 20 is beyond the horizon: the last step of 20 starts at row 19")]
    [TestCase("{at: 5, until: 20, to: {growth.rate: 1}}", "interventions[1].until: 20 is beyond the horizon")]
    [TestCase("{at: 5, until: 5, to: {growth.rate: 1}}", "interventions[1].until: 5 is not after at (5)")]
    [TestCase("{at: 5, until: 4, to: {growth.rate: 1}}", "interventions[1].until: 4 is not after at (5)")]
    [TestCase("{at: 5, set: {herd.animals: 4}}", "interventions[1].set.herd.animals: shapes the initial state only")]
    [TestCase("{at: 5, until: 9, to: {growth.is_seasonal: true}}", "interventions[1].to.growth.is_seasonal: is a boolean and cannot move in steps")]
    [TestCase("{at: 5, until: 9, to: {growth.season: wet}}", "interventions[1].to.growth.season: is a choice and cannot move in steps")]
    [TestCase("{at: 5, set: {growth.rate: 9}}", "interventions[1].set.growth.rate: 9 is out of range: allowed is 0 to 2")]
    [TestCase("{at: 5, set: {growth.rat: 1}}", "interventions[1].set.growth.rat: herd has no parameter 'growth.rat'; did you mean 'growth.rate'?")]
    [TestCase("{at: 5}", "an intervention has either at and set, or at, until and to")]
    [TestCase("{at: 5, set: {growth.rate: 1}, until: 9, to: {growth.rate: 1}}", "an intervention has either at and set, or at, until and to")]
    [TestCase("{at: 5, until: 9}", "interventions[1].to: names no parameter that changes")]
    [TestCase("{at: 5, to: {growth.rate: 1}}", "interventions[1]: 'until' is missing")]
    [TestCase("{set: {growth.rate: 1}}", "interventions[1]: 'at' is missing")]
    [TestCase("{at: 5, set: {}}", "interventions[1].set: names no parameter that changes")]
    [TestCase("{att: 5, set: {growth.rate: 1}}", "interventions[1].att: unknown key; did you mean 'at'?")]
    [TestCase("5", "interventions[1]: '5' is not an intervention")]
    [TestCase("{at: 5, set: {growth.rate: 1}}, {at: 5, set: {growth.rate: 2}}", "pond.yaml:2:65: scenarios.a.interventions[2]: growth.rate is changed by two interventions at tick 5")]
    [TestCase("{at: 5, until: 9, to: {growth.rate: 1}}, {at: 3, until: 6, to: {growth.rate: 2}}", "growth.rate is changed by two interventions at tick 5")]
    [TestCase("{at: 5, set: {herd.pasture_limit: 9}}", "scenarios.a: from tick 5 on: herd.animals (10) must not exceed herd.pasture_limit (9)")]
    [TestCase("{at: 5, until: 8, to: {herd.pasture_limit: 9}}", "scenarios.a: from tick 8 on: herd.animals (10) must not exceed")]
    public void Load_WrongIntervention_NamesPlaceKeyAndWhatIsAllowed(string interventions, string expected) =>
        Assert.That(Refusal($"model: herd\nscenarios: {{a: {{interventions: [{interventions}]}}}}"), Does.Contain(expected));

    [TestCase("growth.rte=1", "--set growth.rte=1: growth.rte: herd has no parameter 'growth.rte'; did you mean 'growth.rate'?")]
    [TestCase("growth.rate=9", "--set growth.rate=9: growth.rate: 9 is out of range: allowed is 0 to 2 (per week)")]
    [TestCase("growth.rate=1,5", "'1,5' is not a number: the decimal separator is a point")]
    [TestCase("growth.rate", "--set growth.rate: write --set KEY=VALUE")]
    [TestCase("seed=1", "--set seed=1: seed: herd has no parameter 'seed'")]
    public void Load_WrongSet_NamesTheOption(string set, string expected) =>
        Assert.That(Refusal("model: herd", set), Does.Contain(expected));

    [Test]
    public void Load_SetTwice_IsRefused() =>
        Assert.That(Refusal("model: herd", "growth.rate=1", "growth.rate=2"), Is.EqualTo("--set growth.rate=2: growth.rate is set twice"));

    [TestCase("1.5", "--seed: '1.5' is not an integer; allowed is an integer from 0 to 2147483647")]
    [TestCase("-1", "--seed: -1 is out of range")]
    [TestCase("", "--seed: nothing is not an integer")]
    public void Load_WrongSeedOption_NamesTheOption(string seed, string expected) =>
        Assert.That(RefusalOf(() => StudyLoader.Load(Write("model: herd"), HerdModel.Models, new Overrides { Seed = seed })), Does.Contain(expected));

    [Test]
    public void Load_CombinationThatCannotBe_NamesTheScenario() =>
        Assert.That(Refusal("model: herd\nscenarios:\n  a: {}\n  b: {parameters: {herd.animals: 101}}"),
            Is.EqualTo("pond.yaml:4:3: scenarios.b: herd.animals (101) must not exceed herd.pasture_limit (100)"));

    [TestCase("A b")]
    [TestCase("../x")]
    public void Load_ScenarioNameOutOfTheAlphabet_IsRefused(string name) =>
        Assert.That(Refusal($"model: herd\nscenarios: {{'{name}': {{}}}}"), Does.Contain($"scenarios.{name}: not a name for a scenario"));

    [Test]
    public void Load_SeveralProblems_NamesThemAll()
    {
        var lines = Refusal("model: herd\nseed: x\nparameters: {growth.rate: 9, b: 1}\nscenarios: {a: {interventions: [{at: 99, set: {growth.drift: x}}]}}").Split('\n');
        Assert.That(lines, Has.Length.EqualTo(5));
        Assert.That(lines.Select(line => line.Split(": ")[1]), Is.EqualTo(new[] { "seed", "parameters.growth.rate", "parameters.b", "scenarios.a.interventions[1].at", "scenarios.a.interventions[1].set.growth.drift" }));
    }

    [Test]
    public void Load_TooManyRuns_IsRefused()
    {
        var scenarios = string.Join(", ", Enumerable.Range(0, 2148).Select(number => $"s{number}: {{}}"));
        Assert.That(Refusal($"model: herd\nreplications: 1000000\nscenarios: {{{scenarios}}}"), Does.Contain("runs, of which a study has at most 100000000"));
    }

    [Test]
    public void Load_ProblemInABaseFile_NamesThatFile()
    {
        Write("model: herd\nparameters: {growth.rate: 5}", "root.yaml");
        Assert.That(Refusal("extends: root.yaml\nseed: 1"), Is.EqualTo("root.yaml:2:27: parameters.growth.rate: 5 is out of range: allowed is 0 to 2 (per week)"));
    }
}
