namespace Agents.Tests;

public sealed class SerialTests
{
    [Test]
    public void Take_UpToTheLast_NeverGivesTheModelsIdNorOneTwice()
    {
        var serial = new Serial("agents");
        Assert.That((serial.Take(3), serial.Take(0), serial.Take(1)), Is.EqualTo((0u, 3u, 3u)));
        serial.Take(int.MaxValue);
        serial.Take(int.MaxValue - 4);
        Assert.That(serial.Take(1), Is.EqualTo(Model.ModelId - 1));
        Assert.That(() => serial.Take(1), Throws.InvalidOperationException.With.Message.Contains("agents"));
        Assert.That(() => serial.Take(0), Throws.Nothing);
    }
}
