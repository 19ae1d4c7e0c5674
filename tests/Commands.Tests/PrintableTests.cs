using Commands.Screen;

namespace Commands.Tests;

/// <summary>Text that comes from data and would do something to a terminal.</summary>
public sealed class PrintableTests
{
    [TestCase("\u001b[31mred", "\\x1b[31mred")]
    [TestCase("all is well\rnothing is", "all is well\\x0dnothing is")]
    [TestCase("a\u009bb\u007f", "a\\x9bb\\x7f")]
    [TestCase("run \u202etxt.exe", "run \\u202etxt.exe")]
    [TestCase("two\r\nlines\tof Größe ∆", "two\r\nlines\tof Größe ∆")]
    public void Of_Text_ShowsWhatATerminalWouldObey(string text, string expected) => Assert.That(Printable.Of(text), Is.EqualTo(expected));

    [Test]
    public void Grid_CellsFromData_ReachNoTerminal()
    {
        using var output = new StringWriter();
        Grid.Write(new Terminal(output, TextWriter.Null), "a\u001b]0;title\u0007", ["na\u001bme"], [["ce\u001bll"]]);
        Assert.That(output.ToString(), Does.Not.Contain('\u001b').And.Not.Contain('\u0007').And.Contain("ce\\x1bll"));
    }

    [Test]
    public void Status_OfAStudyWhoseModelIsAnEscape_ShowsIt()
    {
        var folder = Directory.CreateTempSubdirectory("abm-printable-").FullName;
        try
        {
            var config = Path.Combine(folder, "pond.yaml");
            File.WriteAllText(config, "model: herd\nreplications: 1\n");
            Screen.Of("run", config, "--out", Path.Combine(folder, "out"));
            var manifest = Path.Combine(folder, "out", "manifest.json");
            File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"model\": \"herd\"", "\"model\": \"\\u001b[31mred\"", StringComparison.Ordinal));
            Assert.That(Screen.Of("status", Path.Combine(folder, "out")).Out, Does.StartWith("study: pond (model \\x1b[31mred)\n"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
