namespace Commands.Tests;

public sealed class CommandLineTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-cli-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("", "abm: name a command: run, resume, submit, run-chunk, merge, status, verify, replay, why, analyse, export, check, calibrate, compare, judge, claims, learn, models, describe, init, new, schema, client")]
    [TestCase("rnu", "abm: there is no command 'rnu'; did you mean 'run'?; the commands are run, resume, submit, run-chunk, merge, status, verify, replay, why, analyse, export, check, calibrate, compare, judge, claims, learn, models, describe, init, new, schema, client")]
    [TestCase("--verison", "abm: there is no option '--verison'; did you mean '--version'?")]
    [TestCase("run", "abm run: Required argument 'config' missing")]
    [TestCase("run a.yaml b.yaml", "abm run: 'b.yaml' is one argument too many")]
    [TestCase("run --sed 1 a.yaml", "abm run: there is no option '--sed'; did you mean '--seed'?; the options are --seed, --replications")]
    [TestCase("run a.yaml --foce", "abm run: there is no option '--foce'; did you mean '--force'?")]
    [TestCase("run a.yaml --seed", "abm run: Required argument missing for option: '--seed'")]
    [TestCase("run a.yaml --seed 1 --seed 2", "abm run: Option '--seed' expects a single argument but 2 were provided")]
    [TestCase("describe hred", "abm describe: there is no model 'hred'; did you mean 'herd'?; the models are herd, flock")]
    [TestCase("describe herd --format cvs", "--format: there is no format 'cvs'; did you mean 'csv'?; the formats are table, csv, json, markdown")]
    [TestCase("check nowhere.yaml", "nowhere.yaml: there is no such file")]
    [TestCase("check @nowhere.yaml", "@nowhere.yaml: there is no such file")]
    public void Run_BadArguments_SaysWhatIsWrongAndExitsWith2(string arguments, string expected)
    {
        var screen = Screen.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.That(screen.Error, Does.StartWith(expected));
        Assert.That(screen.ExitCode, Is.EqualTo(2));
        Assert.That(screen.Out, Is.Empty);
    }

    [TestCase("--threads", "0", "--threads: '0' is not an integer from 1 to 1024")]
    [TestCase("--threads", "1025", "--threads: '1025' is not an integer from 1 to 1024")]
    [TestCase("--threads", "two", "--threads: 'two' is not an integer from 1 to 1024")]
    [TestCase("--seed", "-1", "--seed: -1 is out of range; allowed is an integer from 0 to 2147483647")]
    [TestCase("--seed", "1.5", "--seed: '1.5' is not an integer")]
    [TestCase("--replications", "0", "--replications: 0 is out of range; allowed is an integer from 1 to 1000000")]
    [TestCase("--ticks", "1e3", "--ticks: '1e3' is not an integer: write it without a point or an exponent")]
    [TestCase("--set", "growth.rte=1", "--set growth.rte=1: growth.rte: herd has no parameter 'growth.rte'; did you mean 'growth.rate'?")]
    public void Run_BadOptionValue_NamesTheOption(string option, string value, string expected)
    {
        foreach (var command in new[] { "run", "check" })
        {
            var screen = Screen.Of(command, Config("model: herd"), option, value);
            Assert.That((screen.ExitCode, screen.Out), Is.EqualTo((2, "")));
            Assert.That(screen.Error, Does.StartWith(expected));
        }
    }

    [Test]
    public void Run_EmptyOut_IsRefused() =>
        Assert.That(Screen.Of("run", Config("model: herd"), "--out", " "), Is.EqualTo(new Screen(2, "", "--out: ' ' is not the name of a directory\n")));

    [Test]
    public void Check_SeveralProblems_GivesOneLineEach()
    {
        var screen = Screen.Of("check", Config("model: herd\nseed: x\nsede: 1"));
        Assert.That(screen.ExitCode, Is.EqualTo(2));
        Assert.That(screen.Error.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(2).And.All.Contains("pond.yaml:"));
    }

    [Test]
    public void Check_GoodConfig_PrintsAConfigThatResolvesToItself()
    {
        var screen = Screen.Of("check", Config("model: herd\nscenarios: {a: {}, b: {interventions: [{at: 3, set: {growth.rate: 1}}]}}"), "--replications", "50", "--set", "growth.drift=2", "--threads", "1");
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((0, "")));
        Assert.That(screen.Out, Does.Contain("replications: 50\n").And.Contain("growth.drift: 2\n"));
        Assert.That(screen.Out, Does.Contain("# runs: 100 (scenarios: 2, replications of each: 50)\n# agents: 10 a run\n# ticks: 20 a run, of one week each\n# agent-ticks: at most 2E+04\n# tables: at most 2202 rows, about 65.9 kB\n# disk: at most about "));
        Assert.That(screen.Out, Does.Match("# time: at most about .* on 1 threads of this machine\n# memory: at least .* [kM]B of models"));
        var again = Screen.Of("check", Config(screen.Out));
        Assert.That(again.Out.Split("# ")[0], Is.EqualTo(screen.Out.Split("# ")[0]));
    }

    [Test]
    public void Check_MeasuresOfTheCommandLine_WinOverTheConfig()
    {
        var config = Config("model: herd\nmeasures: {every: 2, model: [size]}");
        Assert.That(Screen.Of("check", config, "--measures", "is_full", "--every", "5").Out, Does.Contain("  every: 5\n  model: [is_full]\n"));
        Assert.That(Screen.Of("check", config, "--measures", "all").Out, Does.Contain("  every: 2\n  model: [size, is_full]\n"));
        Assert.That(Screen.Of("check", config, "--measures", "size,szie").Error, Does.StartWith("--measures: measures.model: herd has no measure 'szie'; did you mean 'size'?; it has size, is_full"));
        Assert.That(Screen.Of("check", config, "--every", "0").Error, Does.StartWith("--every: 0 is out of range; allowed is an integer from 1 to 1000000"));
    }

    [Test]
    public void Replay_MeasuresOfTheCommandLine_AreWritten()
    {
        var (config, stored, again) = (Config("model: herd\nmeasures: {model: [size]}"), Path.Combine(folder, "stored"), Path.Combine(folder, "again"));
        Assert.That(Screen.Of("run", config, "--out", stored).ExitCode, Is.Zero);
        Assert.That(Screen.Of("replay", stored, "1", "--measures", "is_full", "--every", "10", "--out", again).ExitCode, Is.Zero);
        Assert.That(File.ReadAllLines(Path.Combine(again, "ticks.csv")), Has.Length.EqualTo(4).And.Some.EqualTo("run_id,tick,is_full"));
    }

    [Test]
    public void Check_ManyMeasures_NamesThoseThatAreNear()
    {
        var screen = Screen.OfRealModels("check", Config("model: elites\nmeasures: {model: [loyalty_men]}"));
        Assert.That(screen.Error, Does.Contain("elites has no measure 'loyalty_men'; did you mean 'loyalty_mean'?; there are public_loyalty_mean, ").And.EndWith("(abm describe elites WORD looks for one)\n"));
        Assert.That(screen.Error, Has.Length.LessThan(400));
    }

    [Test]
    public void Check_WhatIsNotExpected_IsSaidAndRefusesNothing()
    {
        var screen = Screen.Of("check", Config("model: herd\nscenarios: {a: {}, b: {}}"));
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((0, "note: the scenarios a and b are the same\n")));
    }

    [Test]
    public void Check_Design_CountsRowsTimesScenariosTimesReplications()
    {
        var screen = Screen.Of("check", Config("model: herd\nreplications: 3\nscenarios: {a: {}, b: {parameters: {growth.drift: 1}}}\ndesign: {method: sobol, points: 8, factors: {herd.animals: {min: 5, max: 20}}}"));
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((0, "")));
        Assert.That(screen.Out, Does.Contain("design:\n  method: sobol\n  points: 8\n  skip: 0\n  scramble: false\n  factors:\n    herd.animals: {distribution: uniform, min: 5, max: 20}\n"));
        Assert.That(screen.Out, Does.Contain("# runs: 48 (rows of the design: 8, scenarios: 2, replications of each: 3)\n# agents: 5 to 19 a run\n"));
    }

    [Test]
    public void Models_List_NamesEachModel() =>
        Assert.That(Screen.Of("models").Out, Does.Contain("herd").And.Contain("flock").And.Contain("Logistic growth of a herd."));

    [Test]
    public void Describe_Table_ShowsWhatAModellerNeeds()
    {
        var line = Screen.Of("describe", "herd").Out.Split('\n').Single(text => text.Contains("growth.rate", StringComparison.Ordinal));
        Assert.That(line.Split('|').Select(cell => cell.Trim()).Where(cell => cell.Length > 0),
            Is.EqualTo(new[] { "growth.rate", "number", "0.5", "0 to 2", "per week", "Growth rate r.", "Verhulst 1838" }));
    }

    [Test]
    public void Describe_Csv_IsOneTidyTable()
    {
        var lines = Screen.Of("describe", "herd", "--format", "csv").Out.TrimEnd('\n').Split('\n');
        Assert.That(lines[0], Is.EqualTo("kind,name,type,unit,default,min,max,choices,at_start_only,meaning,source"));
        Assert.That(lines[1], Is.EqualTo("parameter,herd.animals,integer,animal,10,1,1000,,TRUE,Animals at the start.,assumed"));
        Assert.That(lines, Does.Contain("parameter,growth.season,choice,,wet,,,dry_months|wet,FALSE,The season at the start.,assumed"));
        Assert.That(lines, Does.Contain("model_measure,is_full,boolean,,,,,,,Whether the pasture is full.,"));
    }

    [Test]
    public void Describe_Json_HoldsTheSameRowsAsCsv()
    {
        using var json = System.Text.Json.JsonDocument.Parse(Screen.Of("describe", "herd", "--format", "json").Out);
        var rows = json.RootElement.EnumerateArray().ToList();
        Assert.That(rows, Has.Count.EqualTo(11));
        Assert.That(rows[0].GetProperty("name").GetString(), Is.EqualTo("herd.animals"));
        Assert.That(rows[0].GetProperty("at_start_only").GetBoolean(), Is.True);
    }

    [Test]
    public void Describe_Markdown_HasATableForEachKind() =>
        Assert.That(Screen.Of("describe", "herd", "--format", "markdown").Out,
            Does.Contain("## Parameters\n\n| key | type | default |").And.Contain("## Measures of the model\n\n| name | type | unit | meaning |\n| --- |"));

    [TestCase("models")]
    [TestCase("describe herd")]
    public void Run_OutputThatIsNoTerminal_HasNoEscapes(string arguments) =>
        Assert.That(Screen.Of(arguments.Split(' ')).Out, Does.Not.Contain("\u001b"));

    private string Config(string text)
    {
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
