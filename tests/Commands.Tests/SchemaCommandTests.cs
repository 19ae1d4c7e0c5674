using System.ComponentModel;
using System.Diagnostics;

namespace Commands.Tests;

/// <summary>An independent validator finds the configs of this repository in order by the schema, and wrong ones not.</summary>
public sealed class SchemaCommandTests
{
    private const string Validator = """
        import json, sys, jsonschema, yaml
        schema = json.load(open(sys.argv[1]))
        jsonschema.Draft7Validator.check_schema(schema)
        for path in sys.argv[2:]:
            for error in jsonschema.Draft7Validator(schema).iter_errors(yaml.safe_load(open(path))):
                print(path, "/".join(str(key) for key in error.absolute_path), error.message[:200])
        """;

    private static readonly Lazy<string?> Python = new(() => new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(
        candidate => Start(candidate, "-c", "import jsonschema, yaml").ExitCode == 0));

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-schema-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Configs_OfTheRepository_FitTheSchemaOfAllModels()
    {
        var configs = Directory.GetFiles(Path.Combine(Repository.Root, "configs"), "*.yaml", SearchOption.AllDirectories);
        Assert.That(configs, Has.Length.GreaterThan(5));
        Assert.That(Complaints(AbmProcess.Run("schema").Out, configs), Is.Empty);
    }

    [Test]
    public void Configs_OfOneModel_FitItsSchema() =>
        Assert.That(Complaints(AbmProcess.Run("schema", "elites").Out, Directory.GetFiles(Path.Combine(Repository.Root, "configs", "elites"), "*.yaml")), Is.Empty);

    [TestCase("model: herd\nsede: 1", "'sede' was unexpected")]
    [TestCase("model: herd\nseed: -1", "seed -1 is less than the minimum")]
    [TestCase("model: hrd", "model 'hrd' is not one of")]
    [TestCase("seed: 1", "is not valid under any")]
    [TestCase("model: herd\nparameters: {growth.rte: 1}", "parameters Additional properties")]
    [TestCase("model: herd\nparameters: {growth.rate: 3}", "parameters/growth.rate 3 is greater")]
    [TestCase("model: herd\nparameters: {growth.season: dry}", "parameters/growth.season")]
    [TestCase("model: herd\nmeasures: {model: [sise]}", "measures/model/0")]
    [TestCase("model: herd\nscenarios: {a: {interventions: [{at: 1}]}}", "scenarios/a/interventions/0")]
    [TestCase("model: herd\nscenarios: {a: {interventions: [{at: 1, set: {herd.animals: 3}}]}}", "scenarios/a/interventions/0/set")]
    public void Config_ThatIsWrong_DoesNotFit(string config, string complaint)
    {
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, config);
        foreach (var schema in new[] { Screen.Of("schema").Out, Screen.Of("schema", "herd").Out })
            Assert.That(Complaints(schema, path), Does.Contain(complaint));
    }

    [Test]
    public void Schema_OfAnUnknownModel_IsRefused() =>
        Assert.That(Screen.Of("schema", "hred"), Is.EqualTo(new Screen(2, "", "abm schema: there is no model 'hred'; did you mean 'herd'?; the models are herd, flock\n")));

    [Test]
    public void Init_AModel_WritesAConfigThatFitsItsSchemaAndRuns()
    {
        var path = Path.Combine(folder, "pond.yaml");
        Assert.That(Screen.Of("init", "herd", "--out", path).ExitCode, Is.Zero);
        var schema = File.ReadAllText(Path.Combine(folder, "herd.schema.json"));
        Assert.That(schema, Is.EqualTo(Screen.Of("schema", "herd").Out));
        Assert.That(Complaints(schema, path), Is.Empty);
        Assert.That(Screen.Of("run", path, "--replications", "2", "--out", Path.Combine(folder, "result")).ExitCode, Is.Zero);
    }

    [TestCaseSource(nameof(RealModels))]
    public void Init_EveryModel_WritesAConfigThatRunsAndSurprisesNobody(string model)
    {
        var path = Path.Combine(folder, $"{model}.yaml");
        Assert.That(Screen.OfRealModels("init", model, "--out", path).ExitCode, Is.Zero);
        Assert.That(Complaints(File.ReadAllText(Path.Combine(folder, $"{model}.schema.json")), path), Is.Empty);
        var screen = Screen.OfRealModels("run", path, "--replications", "1", "--ticks", "30", "--out", Path.Combine(folder, "result"));
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Error, Does.Not.Contain("note: "));
    }

    private static IEnumerable<string> RealModels => Cli.Models.All.Select(model => model.Name);

    [Test]
    public void Init_Elites_ComparesSettlementsWithTheWarAndSaysWhatEachLineIsFor()
    {
        var path = Path.Combine(folder, "elites.yaml");
        Assert.That(Screen.OfRealModels("init", "elites", "--out", path).ExitCode, Is.Zero);
        var study = Experiments.Config.StudyLoader.Load(path, Cli.Models.All, Experiments.Config.Overrides.None);
        Assert.That(study.Scenarios.Select(scenario => scenario.Name), Is.EqualTo(new[] { "war", "draw", "lost" }));
        Assert.That(study.ModelMeasures.Select(measure => measure.Name), Does.Contain("loyalty_mean_generals").And.Contain("support"));
        Assert.That(study.Runs * (long)study.Ticks * study.Model.CountAgents(study.Catalogue.Make(study.DesignPoints[0].Values)), Is.LessThan(50_000_000), "agent-ticks: a few seconds");
        var (lines, bare) = (File.ReadAllLines(path), new List<string>());
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Contains(": ", StringComparison.Ordinal) && !lines[i].Contains('#', StringComparison.Ordinal) && !lines[i - 1].TrimStart().StartsWith('#'))
                bare.Add(lines[i]);
        }
        Assert.That(bare, Is.EqualTo(new[] { "model: elites" }).Or.Empty);
    }

    [Test]
    public void Init_WhereAConfigStands_ReplacesItOnlyWithForce()
    {
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, "mine");
        var refused = Screen.Of("init", "herd", "--out", path);
        Assert.That((refused.ExitCode, refused.Error), Is.EqualTo((2, $"--out: '{path}' is there already: --force replaces it\n")));
        Assert.That((File.ReadAllText(path), Directory.GetFiles(folder).Length), Is.EqualTo(("mine", 1)));
        Assert.That(Screen.Of("init", "herd", "--out", path, "--force").ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(path), Does.Contain("model: herd"));
    }

    [Test]
    public void Init_WhereNothingCanBeWritten_SaysSo()
    {
        var screen = Screen.Of("init", "herd", "--out", Path.Combine(folder, "nowhere", "pond.yaml"));
        Assert.That(screen.ExitCode, Is.EqualTo(2));
        Assert.That(screen.Error, Does.Contain("cannot be written"));
    }

    private string Complaints(string schema, params string[] configs)
    {
        if (Python.Value is null)
            Assert.Ignore("skipped: python3 with jsonschema and yaml is not installed");
        var path = Path.Combine(folder, "schema.json");
        File.WriteAllText(path, schema);
        var (code, output) = Start(Python.Value!, ["-c", Validator, path, .. configs]);
        Assert.That(code, Is.Zero, output);
        return output;
    }

    private static (int ExitCode, string Output) Start(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (Win32Exception)
        {
            return (127, "not found");
        }
    }
}
