using System.Globalization;
using Experiments.Config;

namespace Experiments.Tests.Config;

/// <summary>What is long is read, or refused with a bounded message, in time and memory that grow as its length does.</summary>
public sealed class GrowthTests : ConfigFolder
{
    /// <summary>Processor time, which does not depend on what else the machine is at; each of these took minutes when work grew with the square of the length.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private const int MostLines = 101;

    private static readonly (string Name, Func<string> Text)[] Configs =
    [
        ("unknown keys", () => "parameters:\n" + Many(9_000, i => $"  growth.ratx{i}: 1\n")),
        ("unknown keys without values", () => "parameters:\n" + Many(9_000, i => $"  growth.ratx{i}:\n")),
        ("too many keys", () => "parameters:\n" + Many(100_000, i => $"  growth.ratx{i}: 1\n")),
        ("unknown sections", () => Many(100_000, i => $"growth.rat{i}: 1\n")),
        ("scenarios", () => "scenarios:\n" + Many(9_000, i => $"  s{i}: {{parameters: {{growth.drift: {i}}}}}\n")),
        ("scenarios that are the same", () => "scenarios:\n" + Many(9_000, i => $"  s{i}: {{}}\n")),
        ("scenarios with wrong names", () => "scenarios:\n" + Many(9_000, i => $"  S {i}: {{}}\n")),
        ("pairs", () => "scenarios:\n" + Many(2_000, i => $"  s{i}: {{parameters: {{growth.drift: {i}}}}}\n") + "pairs:\n" + Many(5_000, i => $"  - [s{i % 1_999 + 1}, s{(i + 7) % 2_000}]\n")),
        ("pairs of nobody", () => "pairs:\n" + Many(9_000, i => $"  - [s{i}, t{i}]\n")),
        ("interventions", () => "ticks: 5000\nscenarios:\n  s:\n    interventions:\n" + Many(1_000, i => $"      - {{at: {i + 1}, set: {{growth.drift: {i}}}}}\n")),
        ("too many interventions", () => "ticks: 500000\nscenarios:\n  s:\n    interventions:\n" + Many(60_000, i => $"      - {{at: {i + 1}, set: {{growth.drift: {i}}}}}\n")),
        ("interventions at one tick", () => "scenarios:\n  s:\n    interventions:\n" + Many(1_000, i => $"      - {{at: 1, set: {{growth.drift: {i}}}}}\n")),
        ("responses", () => "responses:\n" + Many(2_000, i => $"  r{i}: {{mean: size}}\n")),
        ("responses of nothing", () => "responses:\n" + Many(9_000, i => $"  r{i}: {{meam: size}}\n")),
        ("measures", () => "measures: {model: [" + Many(300_000, _ => "size,") + "]}\n"),
        ("unknown measures", () => "measures:\n  model:\n" + Many(9_000, i => $"  - sizes_of_{i}\n")),
        ("levels", () => "design: {method: full_factorial, factors: {growth.drift: {levels: [" + Many(9_000, i => $"{i},") + "]}}}\n"),
        ("too many levels", () => "design: {method: full_factorial, factors: {growth.drift: {levels: [" + Many(200_000, i => $"{i},") + "]}}}\n"),
        ("rows", () => "design:\n  method: list\n  rows:\n" + Many(60_000, i => $"  - {{growth.drift: {i}}}\n")),
        ("rows with unknown keys", () => "design:\n  method: list\n  rows:\n" + Many(60_000, i => $"  - {{growth.drift: {i}, x{i}: 1}}\n")),
        ("factors", () => "design: {method: random, points: 10, factors: {" + Many(9_000, i => $"growth.rat{i}: {{min: 0, max: 1}},") + "}}\n"),
        ("options of slurm", () => "slurm: {options: {" + Many(9_000, i => $"Opt{i}: x,") + "}}\n"),
        ("targets", () => "calibration: {method: rejection, targets: {" + Many(5_000, i => $"t{i}: {{meam: size, value: 1}},") + "}}\n"),
        ("a long key with much below it", () => $"{new string('k', 1_000_000)}:\n" + Many(100_000, i => $"  a{i}: 1\n")),
        ("a long key in a scenario", () => $"scenarios:\n  {new string('k', 1_000_000)}:\n" + Many(100_000, i => $"    a{i}: 1\n")),
        ("a long value", () => $"parameters: {{growth.season: {new string('k', 3_000_000)}}}\n"),
        ("a long number", () => $"parameters: {{growth.rate: {new string('9', 3_000_000)}}}\n"),
        ("a long number with a comma", () => $"parameters: {{growth.rate: '1'}}\nseed: {new string('9', 3_000_000)},5\n"),
        ("a long list where a word belongs", () => $"name: [{Many(500_000, _ => "a,")}]\n"),
        ("brackets that close", () => "a: " + new string('}', 3_000_000)),
        ("brackets that open", () => "a: " + new string('{', 3_000_000)),
        ("quotes", () => "a: " + Many(1_000_000, _ => "'\" ")),
        ("colons", () => "a: " + Many(1_000_000, _ => ": ")),
        ("tabs", () => Many(500_000, _ => "\t\n") + "\tb: 1"),
        ("lists in lists", () => Many(1_000_000, _ => "- ") + "a"),
        ("blank lines", () => Many(3_000_000, _ => "\n") + "a: [\n"),
        ("equations", () => Many(200_000, i => $"key{i} = 1\n")),
        ("comments", () => Many(500_000, _ => "# a\n") + " b\n"),
    ];

    private static readonly (string Name, string Text, Func<string> File)[] DesignFiles =
    [
        ("unknown columns", "{method: csv, file: rows.csv}", () => Many(100_000, i => $"x{i},") + "growth.drift\n" + Many(100_001, _ => "1,")[..^1] + "\n"),
        ("columns that labels leave out", "{method: csv, file: rows.csv, columns: [growth.drift]}", () => Many(100_000, i => $"x{i},") + "growth.drift\n" + Many(3, _ => Many(100_001, _ => "1,")[..^1] + "\n")),
        ("columns that are not there", $"{{method: csv, file: rows.csv, columns: [{Many(9_000, i => $"growth.rat{i},")}]}}", () => Many(9_000, i => $"growth.rate{i},") + "growth.drift\n"),
        ("columns of one name", "{method: csv, file: rows.csv}", () => Many(100_000, _ => "growth.drift,") + "growth.rate\n1\n"),
        ("a long header", "{method: csv, file: rows.csv}", () => new string('g', 3_000_000) + "," + new string('h', 3_000_000) + "\n1,2\n"),
        ("a long cell", "{method: csv, file: rows.csv}", () => "growth.drift\n" + new string('9', 3_000_000) + "\n"),
        ("rows", "{method: csv, file: rows.csv}", () => "growth.drift,growth.rate\n" + Many(200_000, i => $"{i},1\n")),
        ("empty rows", "{method: csv, file: rows.csv}", () => "growth.drift,growth.rate\n" + Many(1_000_000, _ => ",\n") + "1,1\n"),
    ];

    private static IEnumerable<string> ConfigNames => Configs.Select(one => one.Name);

    private static IEnumerable<string> DesignFileNames => DesignFiles.Select(one => one.Name);

    [TestCaseSource(nameof(ConfigNames))]
    public void Load_LongConfig_TakesTimeAsItsLength(string name) =>
        RequireSoon("model: herd\n" + Configs.Single(one => one.Name == name).Text());

    [TestCaseSource(nameof(DesignFileNames))]
    public void Load_LongDesignFile_TakesTimeAsItsLength(string name)
    {
        var (_, text, file) = DesignFiles.Single(one => one.Name == name);
        Write(file(), "rows.csv");
        RequireSoon($"model: herd\ndesign: {text}\n");
    }

    [TestCase(1)]
    [TestCase(10)]
    public void Load_ScenariosThatExtendOneAnother_ReadEachFileOnce(int width)
    {
        Write("model: herd\nscenarios: {a: {}}\nparameters: {growth.rate: 1}\n", "e0.yaml");
        for (var i = 1; i <= 15; i++)
            Write("model: herd\nscenarios:\n" + Many(width, j => $"  s{j}: {{extends: e{i - 1}.yaml}}\n"), $"e{i}.yaml");
        var before = Environment.CpuUsage.TotalTime;
        var study = LoadFile(Path.Combine(Folder, "e15.yaml"));
        Assert.That(study.Scenarios, Has.Count.EqualTo(width));
        Assert.That(Environment.CpuUsage.TotalTime - before, Is.LessThan(Patience));
    }

    [Test]
    public void Load_DiamondOfConfigs_MergesAsAChainWould()
    {
        Write("model: herd\nparameters: {growth.rate: 1, growth.drift: 3}\n", "basis.yaml");
        Write("extends: basis.yaml\nparameters: {growth.rate: 1.5}\n", "left.yaml");
        Write("extends: basis.yaml\nparameters: {growth.drift: 7}\n", "right.yaml");
        var study = Load("extends: left.yaml\nscenarios: {one: {extends: right.yaml}, other: {extends: left.yaml}, own: {}}\n");
        Assert.That(Enumerable.Range(1, 3).Select(point => (Value(study, "growth.rate", point), Value(study, "growth.drift", point))),
            Is.EqualTo(new (object, object)[] { (1.0, 7.0), (1.5, 3.0), (1.5, 3.0) }));
    }

    [Test]
    public void Load_LargeConfigThatManyScenariosExtend_IsRefusedAndNotMultiplied()
    {
        Write("model: herd\nparameters:\n" + Many(9_000, i => $"  growth.rate{i}: 1\n"), "large.yaml");
        var lines = RequireSoon("model: herd\nscenarios:\n" + Many(9_000, i => $"  s{i}: {{extends: large.yaml}}\n"));
        Assert.That(lines, Is.EqualTo(new[] { "pond.yaml:225:19: extends: with what is extended up to here the config comes to more than 2000000 values" }));
    }

    [Test]
    public void Load_MoreFilesThanAConfigHas_IsRefused()
    {
        for (var i = 0; i < ConfigDocument.MostFiles + 1; i++)
            Write("model: herd\n", $"e{i}.yaml");
        var lines = RequireSoon("model: herd\nscenarios:\n" + Many(ConfigDocument.MostFiles + 1, i => $"  s{i}: {{extends: e{i}.yaml}}\n"));
        Assert.That(lines, Is.EqualTo(new[] { "pond.yaml:1003:20: extends: the config extends more than 1000 files" }));
    }

    [Test]
    public void Load_ThousandsOfProblems_TellsTheFirstHundredAndHowManyMore()
    {
        var lines = RequireSoon("model: herd\nparameters:\n" + Many(9_000, i => $"  growth.ratx{i}: 1\n"));
        Assert.That(lines, Has.Length.EqualTo(ValueReader.MostTold + 1));
        Assert.That(lines[0], Does.StartWith("pond.yaml:3:3: parameters.growth.ratx0: herd has no parameter 'growth.ratx0'; did you mean 'growth.rate'?"));
        Assert.That(lines[^1], Is.EqualTo("pond.yaml: and 8900 more problems, which are told once some of these are mended"));
    }

    [Test]
    public void Load_ThousandsOfNotes_TellsTheFirstHundredAndHowManyMore()
    {
        var study = Load("model: herd\nscenarios:\n" + Many(300, i => $"  s{i}: {{}}\n"));
        Assert.That(study.Notes, Has.Count.EqualTo(ValueReader.MostTold + 1));
        Assert.That(study.Notes[^1], Is.EqualTo("and 199 more notes"));
    }

    [Test]
    public void Load_MoreRunsThanAStudyHolds_IsRefusedWithTheProduct() =>
        Assert.That(Refusal("model: herd\nreplications: 1000000\nscenarios:\n" + Many(101, i => $"  s{i}: {{}}\n")), Does.EndWith(
            "pond.yaml:2:15: replications: 1000000 replications x 1 rows of the design x 101 scenarios = 101000000 runs, of which a study has at most 100000000"));

    [Test]
    public void Load_WideDesignFile_StillNamesTheColumnOfACell()
    {
        Write("growth.drift,growth.rate\n1,\"0.5\"\n\"2\",x\n", "rows.csv");
        Assert.That(Refusal("model: herd\ndesign: {method: csv, file: rows.csv}\n"), Does.StartWith("rows.csv:3:5: growth.rate: 'x' is not a number"));
    }

    /// <summary>The lines of the refusal, or none where there is a study.</summary>
    private string[] RequireSoon(string text)
    {
        var (before, lines) = (Environment.CpuUsage.TotalTime, Array.Empty<string>());
        try
        {
            Load(text);
        }
        catch (ConfigException exception)
        {
            lines = exception.Message.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n');
        }
        var used = Environment.CpuUsage.TotalTime - before;
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{used.TotalSeconds:0.00} s; {lines.Length} problems; {lines.FirstOrDefault() ?? "a study"}"));
        Assert.That(used, Is.LessThan(Patience));
        Assert.That(lines, Has.Length.LessThanOrEqualTo(MostLines).And.All.Length.LessThan(1_500));
        return lines;
    }

    private static string Many(int count, Func<int, string> piece) => string.Concat(Enumerable.Range(0, count).Select(piece));
}
