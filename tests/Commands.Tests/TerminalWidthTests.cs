using Commands.Screen;
using Experiments.Runs;

namespace Commands.Tests;

/// <summary>What is said on a terminal of any width: no value is lost and no word is cut.</summary>
public sealed class TerminalWidthTests
{
    private static readonly int[] Widths = [20, 40, 59, 60, 80, 120, 300];

    private static readonly string[] Headers = ["key", ">value", "unit", "meaning"];

    private static readonly string[][] Rows =
    [
        ["mobilisation.half_life_of_fear", "-0.042774 to 0.032866", "share", "How long it takes until half of the fear is gone, where nothing feeds it"],
        ["price", "12", "", "Price of a loaf"],
    ];

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-width-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Write_NarrowTerminal_GivesEachValueALineOfItsOwn()
    {
        Assert.That(Written(59)[^6..], Is.EqualTo(new[] { "    gone, where nothing feeds it", "", "  key: price", "  value: 12", "  meaning: Price of a loaf", "" }));
        Assert.That(Written(20), Is.SupersetOf(new[] { "  key:", "    mobilisation.half_life_of_fear", "  meaning: Price of", "    a loaf" }));
    }

    [Test]
    public void Write_TerminalTooNarrowForItsLongestWords_GivesEachValueALineOfItsOwn()
    {
        Assert.That(Written(66)[1], Does.StartWith("+--"));
        string[][] wide = [.. Rows.Select(row => (string[])[.. row, new string('x', 20)])];
        Assert.That(Written(66, [.. Headers, "long"], wide)[1], Is.EqualTo("  key: mobilisation.half_life_of_fear"));
    }

    [Test]
    public void Write_NoTerminal_HasOneLineForEachRow() =>
        Assert.That(Written(Terminal.Unlimited, Headers, [.. Rows, ["long", "1", "", new string('y', 2_000)]]), Has.Length.EqualTo(8));

    [Test]
    public void Write_AnyWidth_CutsNoWordAndStaysWithin([ValueSource(nameof(Widths))] int width)
    {
        var lines = Written(width);
        var words = Rows.SelectMany(row => row).SelectMany(cell => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.That(lines.SelectMany(line => line.Split(' ')), Is.SupersetOf(words));
        Refuse(lines, width);
    }

    [Test]
    public void Commands_AnyWidth_SayTheSameWords([ValueSource(nameof(Widths))] int width)
    {
        var study = Path.Combine(folder, "pond.yaml");
        var results = Path.Combine(folder, "pond");
        File.WriteAllText(study, """
            model: herd
            replications: 3
            scenarios: {slow: {}, fast: {interventions: [{at: 1, set: {growth.rate: 0.6}}]}}
            hypothesis:
              id: P1
              statement: A greater rate makes a greater herd, at least in the weeks before the pasture is full.
              source: Verhulst 1838
              kind: construction
              fails_if: The rate does not enter growth.
              contrasts: {more: {weights: {fast: 1, slow: -1}, mean: size, at: 5, predict: positive, relevant: 1}}
            """);
        foreach (var arguments in (string[][])[["models"], ["describe", "herd"], ["run", study, "--out", results], ["analyse", results], ["judge", study, "--out", Path.Combine(folder, "judged")]])
        {
            var (narrow, wide) = (Screen.At(width, arguments), Screen.Of(arguments));
            Assert.That((narrow.ExitCode, wide.ExitCode), Is.EqualTo((0, 0)), narrow.Error);
            // Without chance there is neither p nor power, and a name without a value has no line.
            Assert.That(Words(narrow.Out), Is.SupersetOf(Words(wide.Out).Where(word => word is not ("p" or "power"))), $"abm {arguments[0]} at {width}");
            Refuse(narrow.Out.Split('\n'), width);
        }
    }

    [Test]
    public void Check_NarrowTerminal_BreaksCommentsAndNoConfig()
    {
        var study = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(study, "model: herd\nmeasures: {model: [size, is_full]}");
        var (narrow, wide) = (Screen.At(30, "check", study), Screen.Of("check", study));
        static IEnumerable<string> Config(Screen screen) => screen.Out.Split('\n').Where(line => !line.StartsWith('#'));
        Assert.That(Config(narrow), Is.EqualTo(Config(wide)));
        Refuse([.. narrow.Out.Split('\n').Where(line => line.StartsWith('#'))], 30);
    }

    [Test]
    public void Errors_NarrowTerminal_BreakBetweenWordsAndNotInPipes()
    {
        var (narrow, piped) = (Screen.At(40, "rnu"), Screen.Of("rnu"));
        Assert.That(piped.Error.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(2));
        Assert.That(Words(narrow.Error), Is.EqualTo(Words(piped.Error)));
        Refuse(narrow.Error.Split('\n'), 40);
    }

    [TestCase(80, "P1: 3/10 runs, 2.00 runs/s, about 4 s left")]
    [TestCase(36, "P1: 3/10 runs, about 4 s left")]
    [TestCase(20, "P1: 3/10 runs")]
    [TestCase(12, "3/10 runs")]
    [TestCase(5, "")]
    public void Progress_NarrowTerminal_StaysInOneLine(int width, string expected)
    {
        using var error = new StringWriter();
        new ProgressLine(new Terminal(TextWriter.Null, error) { IsErrorLive = true, ErrorWidth = width })
            .Show(new Progress(3, 10, 2, TimeSpan.FromSeconds(3.5)), "P1: ");
        Assert.That(error.ToString(), Is.EqualTo("\r" + expected));
    }

    private static string[] Written(int width) => Written(width, Headers, Rows);

    private static string[] Written(int width, string[] headers, string[][] rows)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Grid.Write(new Terminal(output, TextWriter.Null) { Width = width }, "Prices", headers, rows);
        return output.ToString()[..^1].Split('\n');
    }

    /// <summary>A line is longer than the terminal only where a single word is.</summary>
    private static void Refuse(string[] lines, int width)
    {
        Assert.That(lines.Where(line => line.Length > width && line.Trim('#', ' ').Contains(' ', StringComparison.Ordinal)), Is.Empty);
        Assert.That(lines, Has.None.Contains("…"));
    }

    private static string[] Words(string text) =>
        [.. text.Split(['\n', ' ', '|', '+', ':'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Trim('-').Length > 0)];
}
