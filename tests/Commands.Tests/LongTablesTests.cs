using Commands.Screen;

namespace Commands.Tests;

public sealed class LongTablesTests
{
    [Test]
    public void Write_FortyRows_ShowsAllAndNamesNoFile()
    {
        var lines = Lines(40, isAnalysis: true);
        Assert.That(lines[0], Is.EqualTo("Shares"));
        Assert.That(Numbers(lines), Is.EqualTo(Enumerable.Range(1, 40)));
        Assert.That(lines, Has.None.Contains(".csv"));
    }

    [TestCase(false, "abm analyse DIR writes all 41 to analysis/outcomes.csv.")]
    [TestCase(true, "analysis/outcomes.csv holds all 41.")]
    public void Write_MoreRows_ShowsTheGreatestAndSaysWhereTheOthersAre(bool isAnalysis, string expected)
    {
        var lines = Lines(41, isAnalysis);
        Assert.That(lines[0], Is.EqualTo("Shares; of 41 rows the 20 with the greatest shares"));
        Assert.That(Numbers(lines), Is.EqualTo(Enumerable.Range(22, 20).Reverse()));
        Assert.That(lines[^1], Is.EqualTo(expected));
    }

    [Test]
    public void Run_ManyScenarios_EndsWithAScreenThatCanBeRead()
    {
        var folder = Directory.CreateTempSubdirectory("abm-long-").FullName;
        try
        {
            var path = Path.Combine(folder, "pond.yaml");
            var scenarios = Enumerable.Range(1, 60).Select(number => $"  s{number}: {{parameters: {{growth.rate: {number / 100.0}}}}}");
            File.WriteAllText(path, $"model: herd\nreplications: 2\nscenarios:\n{string.Join('\n', scenarios)}\n");
            var directory = Path.Combine(folder, "pond");
            var run = Commands.Tests.Screen.Of("run", path, "--out", directory);
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Out, Does.Contain("abm analyse DIR writes all"));
            Assert.That(run.Out.Split('\n'), Has.Length.LessThan(80));
            var analysis = Commands.Tests.Screen.Of("analyse", directory);
            Assert.That(analysis.Out, Does.Contain("analysis/measures.csv holds all").And.Contain("analysis/differences.csv holds all"));
            Assert.That(analysis.Out.Split('\n'), Has.Length.LessThan(100));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Lines(int rows, bool isAnalysis)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new LongTables(new Terminal(output, TextWriter.Null), isAnalysis).Write(
            "Shares", [">number"], Enumerable.Range(1, rows), row => [$"{row}"], "outcomes.csv", Excerpt.Greatest<int>("with the greatest shares", row => row));
        return output.ToString().TrimEnd('\n').Split('\n');
    }

    private static IEnumerable<int> Numbers(string[] lines) => lines.Select(line => line.Trim('|', ' ')).Where(cell => int.TryParse(cell, out _)).Select(int.Parse);
}
