using System.Text.RegularExpressions;

namespace Commands.Tests;

/// <summary>
/// What a directory can hold, and what each command does there: it works (W), tells what is missing or wrong (T, exit code 1),
/// or refuses (R, exit code 2). Whatever is told or refused names a next step, and that step works.
/// </summary>
[Category(Faults.Category)]
public sealed partial class DirectoryStatesTests
{
    private static readonly string[] Commands = ["run", "run --force", "resume", "status", "verify", "analyse", "merge", "submit", "calibrate", "judge"];

    /// <summary>One row a state, one column a command, in their order.</summary>
    private static readonly (string State, string Answers)[] States =
    [
        ("not there",                                       "W W R R R R R W W W"),
        ("what was left before the first manifest",         "W W R R R R R W W W"),
        ("this study, no run of it",                        "W W W T T R T W R R"),
        ("this study, complete",                            "W W W W W W W W R R"),
        ("another study",                                   "R W W W W W W R R R"),
        ("another study, being replaced by this",           "W W R R R R R W R R"),
        ("this study, being replaced by another",           "R W R R R R R R R R"),
        ("this study, without its manifest",                "W W W R R R W W R R"),
        ("this study, with nulls in its manifest",          "W W W R R R W W R R"),
        ("this study, with a manifest that says too little", "W W W R R R W W R R"),
        ("this study, with another word in its manifest",   "W W W R R R W W R R"),
        ("this study, without its ledger",                  "W W W W T R T W R R"),
        ("this study, without its config",                  "W W R T T R R W R R"),
        ("this study, with another word in its config",     "W W R T T R R W R R"),
        ("this study, without its design",                  "W W W T T R W W R R"),
        ("this study, with another number in its design",   "W W W W T R W W R R"),
        ("this study, with another number in a table",      "R R W W T W W W R R"),
        ("shards of this study",                            "W W W T T R T W R R"),
        ("a calibration",                                   "R R R R R R R R W R"),
        ("a calibration, with nulls in its state",          "R R R R R R R R W R"),
        ("a calibration, before its first batch",           "R R R R R R R R W R"),
        ("another calibration",                             "R R R R R R R R R R"),
        ("judgements",                                      "R R R R R R R R R W"),
        ("judgements, before the first run",                "R R R R R R R R R W"),
        ("what claims shows",                               "R R R R R R R R R R"),
        ("files of somebody else",                          "R R R R R R R R R R"),
    ];

    private string folder = "";

    private string Results => Path.Combine(folder, "results");

    private string Elsewhere => Path.Combine(folder, "elsewhere");

    private static IEnumerable<TestCaseData> Rows => States.Select(row => new TestCaseData(row.State, row.Answers).SetArgDisplayNames(row.State));

    [SetUp]
    public void MakeFolder()
    {
        folder = Directory.CreateTempSubdirectory("abm-states-").FullName;
        const string Study = "model: herd\nreplications: 2\nticks: 4\ndesign: {method: full_factorial, factors: {growth.rate: {levels: [0.1, 0.3]}}}\n";
        const string Search = "model: herd\nticks: 2\ncalibration: {method: rejection, particles: 4, quantile: 0.5, batch: 8, predictive: 2, targets: {size: {mean: size, at: 1, value: 14.5, tolerance: 0.5}}, parameters: {growth.rate: {min: 0, max: 2}}}\n";
        Write("this.yaml", Study);
        Write("other.yaml", Study + "seed: 7\n");
        Write("search.yaml", Search);
        Write("another-search.yaml", Search + "seed: 7\n");
        Write("hypothesis.yaml", """
            model: herd
            ticks: 2
            replications: 2
            scenarios: {slow: {parameters: {growth.rate: 0.2}}, fast: {parameters: {growth.rate: 0.6}}}
            hypothesis: {id: P1, statement: A greater rate makes a greater herd., source: assumed, kind: construction, fails_if: It does not., contrasts: {gain: {weights: {fast: 1, slow: -1}, mean: size, at: 1, predict: positive, relevant: 1}}}
            """);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [TestCaseSource(nameof(Rows))]
    public void Commands_InEachState_WorkOrNameAStepThatDoes(string state, string answers)
    {
        Make(state);
        var made = Path.Combine(folder, "made");
        if (Directory.Exists(Results))
            Directory.Move(Results, made);
        var found = Commands.Select(command =>
        {
            Restore(made);
            var answer = "";
            Faults.Try("a state that a kill, a disk or a hand leaves", "all commands, and what they advise", () =>
            {
                answer = Answer(state, command);
                return answer switch { "W" => Fate.AsUndisturbed, "T" => Fate.Mended, _ => Fate.Refused };
            });
            return answer;
        }).ToList();
        Assert.That(string.Join(' ', found), Is.EqualTo(answers), $"{state}: {string.Join(", ", Commands)}");
    }

    /// <summary>How a command ended; where it did not work, what it advised has been followed to its end.</summary>
    private string Answer(string state, string command)
    {
        var screen = Give(command);
        TestContext.Out.WriteLine($"{command}: {screen.ExitCode} {screen.Error.TrimEnd()}");
        if (screen.ExitCode == 0)
            return "W";
        Assert.That(screen.ExitCode, Is.EqualTo(1).Or.EqualTo(2), screen.Error);
        var words = screen.Error + screen.Out;
        // What is missing may be told only after what there is was put together.
        var step = Step(words, command);
        for (var steps = 1; steps < 3 && step is not null && Screen.Of(step) is { ExitCode: 1 } partial; steps++)
            step = Step(partial.Error + partial.Out, command);
        Assert.That(step, Is.Not.Null, $"{state}, {command}: no next step in: {words}");
        var next = Screen.Of(step!);
        Assert.That(next.ExitCode, Is.Zero, $"{state}, {command}: {words}-> {string.Join(' ', step!)}: {next.Error}");
        if (!step!.Contains(Elsewhere) && !words.Contains("judge with", StringComparison.Ordinal) && !words.Contains("calibrate", StringComparison.Ordinal))
            Assert.That(Give(command).ExitCode, Is.Zero, $"{state}, {command} after {string.Join(' ', step)}");
        return screen.ExitCode == 1 ? "T" : "R";
    }

    /// <summary>The command line that a message advises.</summary>
    private string[]? Step(string message, string command)
    {
        if (message.Contains("with --force", StringComparison.Ordinal) && command != "calibrate")
            return [.. Line(command), "--force"];
        if (Advised().Match(message) is { Success: true } advised)
        {
            string[] words = [.. advised.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            return words[1] == "with" ? Line(words[0]) : words[0] == "calibrate" ? [.. words] : [words[0], Results];
        }
        if (message.Contains("replace it with --force", StringComparison.Ordinal))
            return [.. Line(command), "--force"];
        if (message.Contains("another directory", StringComparison.Ordinal))
            return Array.IndexOf(["resume", "status", "verify", "analyse", "merge"], command) < 0 ? [.. Line(command)[..^1], Elsewhere] : ["run", Config("this"), "--out", Elsewhere];
        if (message.Contains($"--out {Results}", StringComparison.Ordinal))
            return ["run", Config(message.Contains("by the study 'other'", StringComparison.Ordinal) ? "other" : "this"), "--out", Results];
        return null;
    }

    private Screen Give(string command) => Screen.Of(Line(command));

    private string[] Line(string command) => command switch
    {
        "run" => ["run", Config("this"), "--out", Results],
        "run --force" => ["run", Config("this"), "--force", "--out", Results],
        "submit" => ["submit", Config("this"), "--on", "slurm", "--dry-run", "--out", Results],
        "calibrate" => ["calibrate", Config("search"), "--out", Results],
        "judge" => ["judge", Config("hypothesis"), "--out", Results],
        _ => [command, Results],
    };

    private void Make(string state)
    {
        var manifest = Path.Combine(Results, "manifest.json");
        switch (state)
        {
            case "not there":
                break;
            case "what was left before the first manifest":
                Directory.CreateDirectory(Path.Combine(Results, "inputs"));
                foreach (var name in new[] { "config.resolved.yaml", "manifest.json.partial", ".spill-1.partial", ".progress.json", "ledger.db", "ledger.db-journal" })
                    File.WriteAllText(Path.Combine(Results, name), "");
                break;
            case "this study, no run of it":
                Require(Give("submit"));
                break;
            case "another study":
                Require(Screen.Of("run", Config("other"), "--out", Results));
                break;
            case "another study, being replaced by this":
                Require(Screen.Of("run", Config("other"), "--out", Results));
                Replacing("this");
                break;
            case "this study, being replaced by another":
                Require(Give("run"));
                Replacing("other");
                break;
            case "shards of this study":
                Require(Give("submit"));
                Require(Screen.Of("run-chunk", Results, "--chunk", "1/2"));
                break;
            case "a calibration":
                Require(Give("calibrate"));
                break;
            case "a calibration, with nulls in its state":
                Require(Give("calibrate"));
                Change("calibration.json", "\"files\": \\[[^]]*\\]", "\"files\": [null]");
                break;
            case "a calibration, before its first batch":
                Require(Give("calibrate"));
                foreach (var entry in Directory.GetFileSystemEntries(Results).Where(entry => Path.GetFileName(entry) != "calibration.json"))
                    Remove(entry);
                break;
            case "another calibration":
                Require(Screen.Of("calibrate", Config("another-search"), "--out", Results));
                break;
            case "judgements":
                Require(Give("judge"));
                break;
            case "judgements, before the first run":
                Mark("judge");
                break;
            case "what claims shows":
                Mark("claims");
                break;
            case "files of somebody else":
                Directory.CreateDirectory(Results);
                File.WriteAllText(Path.Combine(Results, "thesis.txt"), "years of work");
                break;
            default:
                Require(Give("run"));
                Spoil(state, manifest);
                break;
        }
    }

    /// <summary>What is wrong with a complete result.</summary>
    private void Spoil(string state, string manifest)
    {
        switch (state)
        {
            case "this study, complete":
                break;
            case "this study, without its manifest":
                File.Delete(manifest);
                break;
            case "this study, with nulls in its manifest":
                Change("manifest.json", "\"files\": \\[[^]]*\\]", "\"files\": null");
                break;
            case "this study, with a manifest that says too little":
                File.WriteAllText(manifest, "{\"written_by\": \"abm\", \"format_version\": 2}");
                break;
            case "this study, with another word in its manifest":
                Change("manifest.json", "\"written_by\": \"abm\"", "\"written_by\": \"abn\"");
                break;
            case "this study, without its ledger":
                File.Delete(Path.Combine(Results, "ledger.db"));
                break;
            case "this study, without its config":
                File.Delete(Path.Combine(Results, "config.resolved.yaml"));
                break;
            case "this study, with another word in its config":
                Change("config.resolved.yaml", "seed: 1", "seed: 2");
                break;
            case "this study, without its design":
                File.Delete(Path.Combine(Results, "design.csv"));
                break;
            case "this study, with another number in its design":
                Change("design.csv", "0\\.3", "0.2");
                break;
            case "this study, with another number in a table":
                Change("ticks.csv", "1,0,10", "1,0,11");
                break;
            default:
                Assert.Fail($"nobody makes '{state}'");
                break;
        }
    }

    /// <summary>What a command leaves that is ended as soon as it has said whose the directory is.</summary>
    private void Mark(string command)
    {
        Directory.CreateDirectory(Results);
        File.WriteAllText(Path.Combine(Results, "judgement.json"), $"{{\"written_by\": \"abm\", \"command\": \"{command}\"}}\n");
    }

    /// <summary>What a command with --force leaves that is ended as soon as its mark stands.</summary>
    private void Replacing(string study)
    {
        Require(Screen.Of("submit", Config(study), "--on", "slurm", "--dry-run", "--out", Elsewhere));
        var text = File.ReadAllText(Path.Combine(Elsewhere, "manifest.json"));
        File.WriteAllText(Path.Combine(Results, "manifest.json"), Regex.Replace(text, "\"files\": \\[[^]]*\\]", "\"replacing\": true,\n  \"files\": []"));
        Directory.Delete(Elsewhere, recursive: true);
    }

    private void Change(string name, string pattern, string replacement)
    {
        var path = Path.Combine(Results, name);
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Match(pattern));
        File.WriteAllText(path, new Regex(pattern).Replace(text, replacement, 1));
    }

    private void Restore(string made)
    {
        foreach (var path in new[] { Results, Elsewhere }.Where(Directory.Exists))
            Directory.Delete(path, recursive: true);
        if (Directory.Exists(made))
            Copy(made, Results);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var inner in Directory.GetDirectories(from))
            Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else
            File.Delete(path);
    }

    private static void Require(Screen screen) => Assert.That(screen.ExitCode, Is.Zero, screen.Error);

    private string Config(string name) => Path.Combine(folder, name + ".yaml");

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    [GeneratedRegex(@"abm ((?:resume|calibrate|judge|merge)(?: [^\s:;,]*[^\s:;,.])(?: --out [^\s:;,]*[^\s:;,.])?)")]
    private static partial Regex Advised();
}
