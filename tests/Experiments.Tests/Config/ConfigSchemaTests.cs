using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Experiments.Config;

namespace Experiments.Tests.Config;

/// <summary>The schema names the keys that the loader knows, wherever it knows any: asked for by a key that it does not.</summary>
public sealed class ConfigSchemaTests : ConfigFolder
{
    private const string Unknown = "zzz: 1";

    private static readonly JsonNode Herd = JsonNode.Parse(ConfigSchema.Of(HerdModel.Definition))!;

    /// <summary>A config with a key that nobody knows, and where the keys stand in the schema.</summary>
    private static readonly (string Config, string Path)[] Places =
    [
        (Unknown, ""),
        ($"measures: {{{Unknown}}}", "measures"),
        ($"scenarios: {{one: {{{Unknown}}}}}", "scenarios/*"),
        ($"scenarios: {{one: {{interventions: [{{{Unknown}}}]}}}}", "scenarios/*/interventions/items"),
        ($"branch: {{{Unknown}}}", "branch"),
        ($"slurm: {{{Unknown}}}", "slurm"),
        ($"hypothesis: {{{Unknown}}}", "hypothesis"),
        ($"learning: {{{Unknown}}}", "learning"),
        ($"learning: {{coefficients: {{growth.rate: {{{Unknown}}}}}}}", "learning/coefficients/*"),
    ];

    [TestCaseSource(nameof(Places))]
    public void Keys_OfTheSchema_AreThoseOfTheLoader((string Config, string Path) place)
    {
        Assert.That(KeysAt(place.Path), Is.EquivalentTo(KeysOfTheLoader(place.Config)));
    }

    [TestCase("full_factorial")]
    [TestCase("one_at_a_time")]
    [TestCase("list")]
    [TestCase("csv")]
    [TestCase("random")]
    [TestCase("latin_hypercube")]
    [TestCase("sobol")]
    [TestCase("saltelli")]
    [TestCase("morris")]
    public void KeysOfADesign_InTheSchema_AreThoseOfTheLoader(string method)
    {
        var design = Herd["properties"]!["design"]!;
        var rule = design["allOf"]!.AsArray().Single(rule => (string?)rule!["if"]!["properties"]!["method"]!["const"] == method)!;
        var keys = rule["then"]!["propertyNames"]!["enum"]!.AsArray().Select(key => (string)key!).ToList();
        Assert.That(keys, Is.EquivalentTo(KeysOfTheLoader($"design: {{method: {method}, {Unknown}}}")));
        Assert.That(keys, Is.SubsetOf(KeysAt("design")));
    }

    [Test]
    public void KeysOfAFactor_InTheSchema_AreThoseOfTheLoader() => Assert.That(
        Herd["definitions"]!["factor"]!["properties"]!.AsObject().Select(property => property.Key),
        Is.EquivalentTo(KeysOfTheLoader($"design: {{method: random, points: 2, factors: {{growth.rate: {{{Unknown}}}}}}}")));

    [Test]
    public void KeysOfAStopRule_InTheSchema_AreThoseOfTheLoader()
    {
        var rule = Herd["properties"]!["replications"]!["anyOf"]![1]!["properties"]!.AsObject();
        Assert.That(rule.Select(property => property.Key), Is.EquivalentTo(KeysOfTheLoader($"replications: {{{Unknown}}}")));
        foreach (var (form, one) in rule["until"]!["anyOf"]!.AsArray().Zip(["measure: size", "share: any"]))
        {
            var keys = form!["oneOf"]?.AsArray().Single(of => (string?)of!["required"]![0] == "share")!["propertyNames"]!["enum"]!.AsArray().Select(key => (string)key!)
                ?? form["properties"]!.AsObject().Select(property => property.Key);
            Assert.That(keys, Is.EquivalentTo(KeysOfTheLoader($"replications: {{max: 100, until: {{{one}, {Unknown}}}}}")));
        }
    }

    [Test]
    public void Parameters_OfTheSchema_SayWhatTheModelSays()
    {
        var parameters = Herd["definitions"]!["herd"]!["parameters"]!["properties"]!.AsObject();
        Assert.That(parameters.Select(parameter => parameter.Key), Is.EqualTo(new ParameterCatalogue(HerdModel.Definition).Parameters.Select(parameter => parameter.Key)));
        var rate = parameters["growth.rate"]!;
        Assert.That(((string?)rate["type"], (double)rate["minimum"]!, (double)rate["maximum"]!, (double)rate["default"]!), Is.EqualTo(("number", 0.0, 2.0, 0.5)));
        Assert.That((string?)rate["description"], Is.EqualTo("Growth rate r. Unit: per week. Source: Verhulst 1838."));
        Assert.That(parameters["growth.season"]!["enum"]!.ToJsonString(), Is.EqualTo("[\"dry_months\",\"wet\"]"));
    }

    [Test]
    public void Changes_OfTheSchema_LeaveOutWhatHoldsAtTheStartOnly()
    {
        var herd = Herd["definitions"]!["herd"]!;
        Assert.That(herd["set"]!["properties"]!.AsObject().ContainsKey("herd.animals"), Is.False);
        Assert.That(herd["set"]!["properties"]!.AsObject().ContainsKey("growth.season"), Is.True);
        Assert.That(herd["to"]!["properties"]!.AsObject().ContainsKey("growth.season"), Is.False, "a ramp is over numbers");
    }

    [Test]
    public void References_OfTheSchema_LeadSomewhere()
    {
        var text = ConfigSchema.Of(HerdModel.Models);
        var schema = JsonNode.Parse(text)!;
        var paths = Regex.Matches(text, "\"#/([^\"]+)\"").Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.That(paths, Is.Not.Empty);
        Assert.That(paths.Where(path => path.Split('/').Aggregate(schema, (node, key) => node?[key]!) is null), Is.Empty);
    }

    [Test]
    public void Starter_OfAModel_RunsAsItIs()
    {
        var text = StarterConfig.Write(HerdModel.Definition, "herd.yaml", "herd.schema.json");
        Assert.That(text, Does.StartWith("# yaml-language-server: $schema=herd.schema.json\n"));
        var study = Load(text);
        Assert.That((study.Model.Name, study.Seed, study.Replications, study.Ticks), Is.EqualTo(("herd", 1, 10, 20)));
        Assert.That(study.Scenarios.Select(scenario => scenario.Name), Is.EqualTo(new[] { "baseline" }));
    }

    [Test]
    public void Starter_WithoutItsMarks_IsSoundToo()
    {
        // Every line that could be a key becomes one: the examples in comments must not be wrong.
        var text = StarterConfig.Write(HerdModel.Definition, "herd.yaml", "herd.schema.json");
        var bare = Regex.Replace(text, "^( +)# ", "$1", RegexOptions.Multiline);
        var study = Load(bare);
        Assert.That(study.Scenarios.Select(scenario => scenario.Name), Is.EqualTo(new[] { "baseline", "other", "later" }));
        Assert.That(study.Scenarios[2].Interventions.Single().At, Is.EqualTo(10));
    }

    private string[] KeysOfTheLoader(string config)
    {
        const string Words = "the keys here are ";
        var problem = Refusal($"model: herd\n{config}\n").Split('\n').First(problem => problem.Contains("zzz", StringComparison.Ordinal));
        return problem[(problem.LastIndexOf(Words, StringComparison.Ordinal) + Words.Length)..].Split(", ");
    }

    private static IEnumerable<string> KeysAt(string path)
    {
        var node = Herd;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = step == "*" ? node["patternProperties"]!.AsObject().First().Value! : step == "items" ? node["items"]! : node["properties"]![step]!;
        return node["properties"]!.AsObject().Select(property => property.Key);
    }
}
