namespace Elites.Tests;

/// <summary>What one is used to.</summary>
public class UsualTests
{
    [TestCase(0.2, 1, 0.25, 0.4)]
    [TestCase(0.2, 1, 0, 0.2)]
    [TestCase(0.2, 1, 1, 1)]
    public void Next_Share_GoesThatFarToWhatIsThere(double average, double now, double share, double next)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Usual.Next(average, now, share), Is.EqualTo(next).Within(1e-12));
            Assert.That(Usual.Next((float)average, (float)now, (float)share), Is.EqualTo((float)next).Within(1e-6f));
        }
    }
}
