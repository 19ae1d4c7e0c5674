using WidthProbe;

namespace Elites.Tests;

/// <summary>The same run whatever the vectors of the machine, each width in a process of its own.</summary>
public class WidthTests
{
    private string reference = "";

    [OneTimeSetUp]
    public void RunAtTheWidthOfThisMachine() => reference = ProbeProcess.Run("elites")["hash"];

    [TestCase(128)]
    [TestCase(256)]
    [TestCase(512)]
    public void Run_PreferredWidth_GivesTheSameBits(int width)
    {
        RequireWidth(width);
        AssertSame(ProbeProcess.Run("elites", ("DOTNET_PreferredVectorBitWidth", $"{width}")), "width", width);
    }

    [TestCase(128)]
    [TestCase(256)]
    [TestCase(512)]
    public void Run_WidthOfVectorOfT_GivesTheSameBits(int width)
    {
        RequireWidth(width);
        AssertSame(ProbeProcess.Run("elites", ("DOTNET_MaxVectorTBitWidth", $"{width}")), "vector", width);
    }

    [Test]
    public void Run_NoVectorsAtAll_GivesTheSameBits() =>
        AssertSame(ProbeProcess.Run("elites", ("DOTNET_EnableHWIntrinsic", "0")), "width", 0);

    private static void RequireWidth(int width)
    {
        if (!ProbeProcess.HasWidth(width))
            Assert.Ignore($"skipped: this process has no vectors of {width} bits.");
    }

    private void AssertSame(Dictionary<string, string> seen, string kind, int width)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen["hash"], Is.EqualTo(reference));
            Assert.That(seen[kind], Is.EqualTo($"{width}"));
        }
    }
}
