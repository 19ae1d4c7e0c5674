using WidthProbe;

namespace Classics.Tests;

/// <summary>The same bits of every classic whatever the vectors, each width in a process of its own that says what it saw.</summary>
public sealed class WidthTests
{
    // On every machine and operating system; it changes only with a commit that says so.
    private const string ClassicsHash = "035443f3508a6ece";

    [TestCase(128)]
    [TestCase(256)]
    [TestCase(512)]
    public void Classics_PreferredWidth_HaveTheCommittedBits(int width)
    {
        RequireWidth(width);
        AssertBits(ProbeProcess.Run("classics", ("DOTNET_PreferredVectorBitWidth", $"{width}")), "width", width);
    }

    [TestCase(128)]
    [TestCase(256)]
    [TestCase(512)]
    public void Classics_WidthOfVectorOfT_HaveTheCommittedBits(int width)
    {
        RequireWidth(width);
        AssertBits(ProbeProcess.Run("classics", ("DOTNET_MaxVectorTBitWidth", $"{width}")), "vector", width);
    }

    [Test]
    public void Classics_NoVectorsAtAll_HaveTheCommittedBits() =>
        AssertBits(ProbeProcess.Run("classics", ("DOTNET_EnableHWIntrinsic", "0")), "width", 0);

    private static void RequireWidth(int width)
    {
        if (!ProbeProcess.HasWidth(width))
            Assert.Ignore($"skipped: this process has no vectors of {width} bits.");
    }

    private static void AssertBits(Dictionary<string, string> seen, string kind, int width)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen["hash"], Is.EqualTo(ClassicsHash));
            Assert.That(seen[kind], Is.EqualTo($"{width}"));
        }
    }
}
