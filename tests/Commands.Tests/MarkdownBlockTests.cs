using System.Text;
using Experiments.Config;

namespace Commands.Tests;

/// <summary>The part of a page that a command renews: all else is the user's.</summary>
public sealed class MarkdownBlockTests
{
    private static readonly MarkdownBlock Block = new("judge");

    private string path = "";

    [SetUp]
    public void MakeFile() => path = Path.GetTempFileName();

    [TearDown]
    public void RemoveFile() => File.Delete(path);

    [Test]
    public void Write_APageOfOtherLetters_KeepsEveryByteOutside()
    {
        byte[] before = [0xEF, 0xBB, 0xBF, .. "caf"u8, 0xE9, 0x0D, 0x0A], after = [0x0D, 0x0A, 0xFF, 0xFE];
        File.WriteAllBytes(path, [.. before, .. Encoding.ASCII.GetBytes($"{Block.Begin}\r\nold\r\n{Block.End}"), .. after]);
        Block.Write(path, "a table: \u00e9\n", "unchanged", new Terminal(TextWriter.Null, TextWriter.Null));
        Assert.That(File.ReadAllBytes(path), Is.EqualTo((byte[])[.. before, .. Encoding.UTF8.GetBytes($"{Block.Begin}\r\na table: \u00e9\r\n\r\n{Block.End}"), .. after]));
    }

    [TestCase("B\nold\nmy own\nB\nold\nE\n", ":4:1: a line '<!-- abm ...' stands before the '<!-- end of what abm judge wrote -->' of line 1")]
    [TestCase("B\nold\nmy own\n<!-- abm claims elites --into this file -->\nE\n", ":4:1: a line")]
    [TestCase("B\nold\nE\nB\nold\nE\n", ":4:1: has the line '<!-- abm judge --into this file -->' a second time")]
    [TestCase("E\nB\n", ": has no lines")]
    public void Require_MarkersThatAreNotOnePair_IsRefused(string page, string message)
    {
        File.WriteAllText(path, page.Replace("B\n", Block.Begin + "\n", StringComparison.Ordinal).Replace("E\n", Block.End + "\n", StringComparison.Ordinal));
        Assert.That(() => Block.Require(path), Throws.TypeOf<ConfigException>().With.Message.StartsWith(path + message));
    }

    [Test]
    public void Require_NoFileOrAFolder_SaysWhatIsToBeThere()
    {
        Assert.That(() => Block.Require(path + ".md"), Throws.TypeOf<ConfigException>().With.Message.Contains($"is not there: make it with the lines '{Block.Begin}'"));
        Assert.That(() => Block.Require(Path.GetTempPath()), Throws.TypeOf<ConfigException>().With.Message.Contains("is a folder: name a file"));
    }
}
