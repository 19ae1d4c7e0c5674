using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Experiments.Config;

namespace Commands.Tests;

/// <summary>
/// Whatever stands in a config, a data file or a command line: it gives a study, or it is refused with messages of bounded
/// number and length that say where. The inputs are the configs of the repository, changed in ways that know their grammar.
/// </summary>
[Category(Faults.Category)]
public sealed partial class HostileInputTests
{
    /// <summary>Of a sample; the whole is other input each time.</summary>
    private static readonly int Seed = Faults.IsWhole ? Environment.TickCount & int.MaxValue : 15;

    /// <summary>The number of cases of the whole, where it is not to be 10,000.</summary>
    private const string CasesVariable = "ABM_FUZZ_CASES";

    /// <summary>Processor time of one case, all of which but what grows with its own length is a fault.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly string[] Values =
    [
        "", "~", "null", "NaN", ".nan", ".inf", "-.inf", "Infinity", "-0", "0", "1", "-1", "1e308", "1e-308", "1e999", "2147483648", "99999999999999999999", "0x10", "0o7", "1_000", "1,5", "50 %", "true", "yes", "no",
        "[]", "{}", "[[]]", "{a: b}", "[a, b]", "'", "\"", "'open", "\"\\x\"", "&a 1", "*a", "!!str a", "!<x> y", "|", ">", "- a", "? a", ": a", "#", "%", "@a", "`a", "a: b: c", "<<", "{<<: *a}", "..", "/", "\\", "NUL", "con",
        "\u0301", "e\u0301", "\u202Eabc", "\u200B", "\uFEFF", "\u2028", "\u00A0", "\uFF11", "\u0661", "\uD83D\uDE00", "\uFFFD", "\u0085", "\u001B[31m", "\u0007", "\u0000", "\t", "ſ", "İ", "ß",
        "=1+1", "@SUM(A1)", "$(id)", "`id`", ";id", "${HOME}", "~/x", "../../x", "a\rb",
    ];

    private static readonly string[] Commands =
        ["run", "resume", "submit", "run-chunk", "merge", "status", "verify", "replay", "why", "analyse", "export", "check", "calibrate", "compare", "judge", "claims", "learn", "models", "describe", "schema", "client"];

    private static readonly string[] Tokens =
    [
        "pond.yaml", "other.yaml", "pond.csv", "out", "nowhere", "", " ", ".", "..", "/", "/dev/null", "/dev/null/x", "-", "--", "---", "-x", "--x", "=", "--out", "--out=", "--seed", "--seed=", "1", "0", "-1", "1.5", "1e3", "99999999999999999999", "NaN",
        "--replications", "--ticks", "--set", "--measures", "--agents", "--every", "--force", "--threads", "--gzip", "--max-failures", "--run-time-limit", "--ensemble", "--accept-build", "--retry-failed", "--runs", "--until", "--response", "--outcome", "--measure",
        "--prim", "--rank", "--heat", "--into", "--format", "--page", "--power", "--most", "--to", "--run", "--tick", "--help", "-h", "-?", "--version", "@x", "growth.rate=1", "growth.rate", "=1", "growth.rate=", "size", "size>1", "a,b", "{", "'dip: {lowest: size}'", "dip: {lowest: size}",
        "csv", "json", "herd", "flock", "\u202E", "\uD83D\uDE00", "\uD800", "a\nb", "a\tb", "\u001B[31m",
    ];

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-hostile-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Load_ChangedConfigs_GivesAStudyOrMessages() => TryConfigs(Seed, Cases(150, 1));

    [Test]
    public void Load_ChangedData_GivesAStudyOrMessages() => TryData(Seed, Cases(20, 5));

    [Test]
    public void Run_ChangedCommandLines_EndsWithAPromisedCode() => TryCommandLines(Seed, Cases(300, 1));

    private static int Cases(int sample, int share) =>
        Faults.Tries(sample, int.Parse(Environment.GetEnvironmentVariable(CasesVariable) ?? "10000", CultureInfo.InvariantCulture) / share);

    private void TryConfigs(int seed, int cases)
    {
        var configs = CopyOfConfigs("*.yaml");
        var (studies, refusals) = (0, 0);
        for (var number = 0; number < cases; number++)
        {
            var dice = new Random(HashCode.Combine(seed, number));
            var origin = configs[dice.Next(configs.Count)];
            var path = Path.Combine(Path.GetDirectoryName(origin)!, "changed.yaml");
            File.WriteAllBytes(path, Changed(File.ReadAllText(origin), dice));
            Faults.Try("words of a config changed", "reading it", () =>
            {
                var isStudy = Try(path, () => $"case {number} of seed {seed}, {Path.GetFileName(origin)}:\n{File.ReadAllText(path)}");
                (studies, refusals) = isStudy ? (studies + 1, refusals) : (studies, refusals + 1);
                return isStudy ? Fate.AsUndisturbed : Fate.Refused;
            });
        }
        TestContext.Out.WriteLine($"{studies} studies, {refusals} refusals");
        Assert.That(studies, Is.GreaterThan(cases / 50));
        Assert.That(refusals, Is.GreaterThan(cases / 4));
    }

    private void TryData(int seed, int cases)
    {
        var files = CopyOfConfigs("*.csv").Where(path => new FileInfo(path).Length < 1 << 20).ToList();
        var users = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(config => files.Where(file => File.ReadAllText(config).Contains(Path.GetFileName(file), StringComparison.Ordinal)).Select(file => (Config: config, File: file))).ToList();
        Assert.That(users, Is.Not.Empty);
        for (var number = 0; number < cases; number++)
        {
            var dice = new Random(HashCode.Combine(seed, number));
            var (config, file) = users[dice.Next(users.Count)];
            var whole = File.ReadAllBytes(file);
            File.WriteAllBytes(file, Changed(File.ReadAllText(file), dice));
            Faults.Try("cells of a data file changed", "reading it", () =>
                Try(config, () => $"case {number} of seed {seed}, {Path.GetFileName(config)} with {Path.GetFileName(file)}") ? Fate.AsUndisturbed : Fate.Refused);
            File.WriteAllBytes(file, whole);
        }
    }

    private void TryCommandLines(int seed, int cases)
    {
        File.WriteAllText(Path.Combine(folder, "pond.yaml"), "model: herd\nticks: 5\n");
        File.WriteAllText(Path.Combine(folder, "pond.csv"), "growth.rate\n1\n");
        using var standing = new InFolder(folder);
        for (var number = 0; number < cases; number++)
        {
            var dice = new Random(HashCode.Combine(seed, number));
            string[] arguments = [Commands[dice.Next(Commands.Length)], .. Enumerable.Range(0, dice.Next(6)).Select(_ => Tokens[dice.Next(Tokens.Length)])];
            // Nothing is to be built up here that a machine takes long to run.
            if (dice.Next(20) == 0)
                arguments = [.. arguments.Skip(1)];
            Faults.Try("words of a command line changed", "all commands", () => TryCommandLine(arguments));
        }
    }

    private static Fate TryCommandLine(string[] arguments)
    {
        var line = string.Join(' ', arguments.Select(argument => $"'{argument}'"));
        var before = Environment.CpuUsage.TotalTime;
        Screen? screen = null;
        Assert.That(() => screen = Screen.Of(arguments), Throws.Nothing, line);
        Assert.That(screen!.ExitCode, Is.InRange(0, 3), line);
        Assert.That(screen.Error.Split('\n'), Has.Length.LessThan(200).And.All.Length.LessThan(2_000), line);
        Assert.That(screen.ExitCode == 0 || screen.Error.Length + screen.Out.Length > 0, Is.True, $"{line} failed without a word");
        Assert.That(Environment.CpuUsage.TotalTime - before, Is.LessThan(Patience), line);
        return screen.ExitCode == 0 ? Fate.AsUndisturbed : Fate.Refused;
    }

    /// <summary>True where the file gives a study.</summary>
    private static bool Try(string path, Func<string> which)
    {
        var before = Environment.CpuUsage.TotalTime;
        var isStudy = false;
        try
        {
            var study = StudyLoader.Load(path, Cli.Models.All, Overrides.None);
            isStudy = true;
            Assert.That(study.Runs, Is.InRange(1, StudyLoader.MaxRuns), which);
        }
        catch (ConfigException exception)
        {
            Assert.That(exception.Problems, Has.Count.InRange(1, 101), which);
            foreach (var problem in exception.Problems)
            {
                Assert.That(problem.Source, Is.Not.Empty, which);
                Assert.That(problem.Line > 0 ? problem.Column >= 1 : problem.Column == 0, Is.True, () => $"{problem}\n{which()}");
                Assert.That(problem.Message, Is.Not.Empty, which);
                Assert.That(problem.ToString().Length - problem.Source.Length, Is.LessThan(1_500), which);
                Assert.That(problem.ToString(), Does.Not.Match(@"\p{Cc}"), which);
            }
        }
        catch (Exception exception) when (exception is not AssertionException)
        {
            Assert.Fail($"{exception}\n{which()}");
        }
        Assert.That(Environment.CpuUsage.TotalTime - before, Is.LessThan(Patience), which);
        return isStudy;
    }

    /// <summary>The copies of the repository's configs and data of a kind, in a folder where they may be changed.</summary>
    private List<string> CopyOfConfigs(string kind)
    {
        var root = Path.Combine(Repository.Root, "configs");
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(root, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy, overwrite: true);
        }
        return [.. Directory.EnumerateFiles(folder, kind, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private static byte[] Changed(string text, Random dice)
    {
        for (var changes = dice.Next(1, 5); changes > 0; changes--)
            text = Change(text, dice);
        // What is no text at all is rare, and a file all the same.
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && dice.Next(25) == 0)
            bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
        return bytes;
    }

    private static string Change(string text, Random dice)
    {
        List<string> lines = [.. text.Split('\n')];
        var (at, other) = (dice.Next(lines.Count), dice.Next(lines.Count));
        var value = Values[dice.Next(Values.Length)];
        switch (dice.Next(14))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                lines[at] = new string(' ', dice.Next(12)) + lines[at].TrimStart();
                break;
            case 4:
                lines[at] = "\t" + lines[at];
                break;
            case 5:
                lines.Insert(at, $"{new string(' ', dice.Next(6))}{value}: {Values[dice.Next(Values.Length)]}");
                break;
            case 6:
                lines[at] += string.Concat(Enumerable.Repeat("[{: - "[dice.Next(6)].ToString(), dice.Next(1, 3_000)));
                break;
            case 7:
                lines[at] += new string('x', dice.Next(1, 20_000));
                break;
            case 8 when text.Length > 0:
                return text.Insert(dice.Next(text.Length), value);
            case 9 when text.Length > 0:
                var from = dice.Next(text.Length);
                return text.Remove(from, dice.Next(Math.Min(40, text.Length - from)));
            default:
                lines[at] = Piece().Replace(lines[at], _ => value, 1, dice.Next(lines[at].Length + 1));
                break;
        }
        return string.Join('\n', lines);
    }

    /// <summary>A key, a word, a number, or a cell.</summary>
    [GeneratedRegex(@"[^\s:,\[\]{}#]+")]
    private static partial Regex Piece();
}
