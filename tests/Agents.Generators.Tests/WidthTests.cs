using WidthProbe;

namespace Agents.Generators.Tests;

/// <summary>The rules that have everything keep their bits whatever the vectors, each width in a process of its own.</summary>
public sealed class WidthTests
{
    private string? reference;

    [TestCase(128)]
    [TestCase(256)]
    [TestCase(512)]
    public void TortureRules_WidthOfVectorOfT_BlockFormAndTextGiveTheSameBits(int width)
    {
        if (!ProbeProcess.HasWidth(width))
            Assert.Ignore($"skipped: this process has no vectors of {width} bits.");
        AssertSame("vector", width, ("DOTNET_MaxVectorTBitWidth", $"{width}"));
    }

    [Test]
    public void TortureRules_NoVectorsAtAll_BlockFormAndTextGiveTheSameBits() => AssertSame("width", 0, ("DOTNET_EnableHWIntrinsic", "0"));

    // The probe fails with the rule and the row where its two forms differ.
    private void AssertSame(string kind, int width, (string, string) setting)
    {
        var seen = ProbeProcess.Run("rules:torture", setting);
        reference ??= seen["hash"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen["hash"], Is.EqualTo(reference));
            Assert.That(seen[kind], Is.EqualTo($"{width}"));
        }
    }
}
