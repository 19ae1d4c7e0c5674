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

    [Test]
    public void War_TakenUpAgain_MobilisesOverWeeksAndLosesByItsTroops()
    {
        var trial = Trial.Run(2_000, 130, set: p => (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled) = (false, false, false), intervene: (p, tick) =>
            p.Settlement.Terms = tick is >= 20 and < 72 ? 0.6 : -1);
        var (troops, casualties, mutinous) = (trial.Series("troops"), trial.Series("casualties"), trial.Series("mutinous_units"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(troops[72], Is.LessThan(0.05), "a year after the settlement hardly anyone is there");
            Assert.That(troops[76], Is.InRange(0.15, 0.5));
            Assert.That(troops[90], Is.GreaterThan(0.65));
            Assert.That(casualties[76] - casualties[72], Is.LessThan(0.5 * 28_000), "who is not there does not fall");
            Assert.That(casualties[110] - casualties[109], Is.EqualTo(7_000).Within(600));
            Assert.That(mutinous.Skip(72).Max(), Is.LessThan(0.3));
        }
    }
}
