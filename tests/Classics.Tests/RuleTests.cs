using WidthProbe;

namespace Classics.Tests;

/// <summary>
/// Every rule with a block form beside its text for one agent, over its own and over odd values, each
/// width of vectors in a process of its own.
/// </summary>
public sealed class RuleTests
{
    private string? reference;

    [TestCase(128)]
    [TestCase(256)]
    [TestCase(512)]
    public void Rules_WidthOfVectorOfT_BlockFormAndTextGiveTheSameBits(int width)
    {
        if (!ProbeProcess.HasWidth(width))
            Assert.Ignore($"skipped: this process has no vectors of {width} bits.");
        AssertSame("vector", width, ("DOTNET_MaxVectorTBitWidth", $"{width}"));
    }

    [Test]
    public void Rules_NoVectorsAtAll_BlockFormAndTextGiveTheSameBits() => AssertSame("width", 0, ("DOTNET_EnableHWIntrinsic", "0"));

    // The probe fails with the rule and the row where its two forms differ.
    private void AssertSame(string kind, int width, (string, string) setting)
    {
        var seen = ProbeProcess.Run("rules:classics", setting);
        reference ??= seen["hash"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen["hash"], Is.EqualTo(reference));
            Assert.That(seen[kind], Is.EqualTo($"{width}"));
        }
    }
}
