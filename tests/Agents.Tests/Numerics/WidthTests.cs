using WidthProbe;

namespace Agents.Tests.Numerics;

/// <summary>
/// The same bits whatever the vectors: the runtime takes its width from the environment when it starts, so each width
/// has a process of its own, which says what it saw.
/// </summary>
public class WidthTests
{
    // On every machine and operating system; it changes only with a commit that says so.
    private const string NumericsHash = "f4677c0fd1b961a0";

    [Test]
    public void Numerics_DefaultWidth_HasTheCommittedBits() => AssertHash(ProbeProcess.Run("numerics"), null, null);

    [TestCase(128)]
    [TestCase(256)]
    [TestCase(512)]
    public void Numerics_PreferredWidth_HasTheCommittedBits(int width)
    {
        RequireWidth(width);
        AssertHash(ProbeProcess.Run("numerics", ("DOTNET_PreferredVectorBitWidth", $"{width}")), $"{width}", null);
    }

    [TestCase(128)]
    [TestCase(256)]
    [TestCase(512)]
    public void Numerics_WidthOfVectorOfT_HasTheCommittedBits(int width)
    {
        RequireWidth(width);
        AssertHash(ProbeProcess.Run("numerics", ("DOTNET_MaxVectorTBitWidth", $"{width}")), null, $"{width}");
    }

    [Test]
    public void Numerics_NoVectorsAtAll_HasTheCommittedBits() =>
        AssertHash(ProbeProcess.Run("numerics", ("DOTNET_EnableHWIntrinsic", "0")), "0", null);

    private static void RequireWidth(int width)
    {
        if (!ProbeProcess.HasWidth(width))
            Assert.Ignore($"skipped: this process has no vectors of {width} bits.");
    }

    private static void AssertHash(Dictionary<string, string> seen, string? width, string? vector)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen["hash"], Is.EqualTo(NumericsHash));
            Assert.That(seen["width"], Is.EqualTo(width ?? seen["width"]));
            Assert.That(seen["vector"], Is.EqualTo(vector ?? seen["vector"]));
        }
    }
}
