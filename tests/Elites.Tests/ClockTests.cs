namespace Elites.Tests;

/// <summary>What goes by the week, whatever a tick is.</summary>
public class ClockTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public void Rounds_OfAWeek_AddUpToTheirNumber(int ticksPerWeek)
    {
        var clock = new Clock(ticksPerWeek);
        foreach (var perWeek in new[] { 1, 2, 7, 8 })
            Assert.That(Enumerable.Range(4 * ticksPerWeek, ticksPerWeek).Sum(tick => clock.Rounds(perWeek, tick)), Is.EqualTo(perWeek));
    }

    [Test]
    public void EndsWeek_OfFourTicks_IsTheLastAndBeginsTheFirst()
    {
        var clock = new Clock(4);
        Assert.That(Enumerable.Range(0, 8).Where(clock.EndsWeek), Is.EqualTo(new[] { 3, 7 }));
        Assert.That(Enumerable.Range(0, 8).Where(tick => clock.Begins(1, tick)), Is.EqualTo(new[] { 0, 4 }));
    }
}
