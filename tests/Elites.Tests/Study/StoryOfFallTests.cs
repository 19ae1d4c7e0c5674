using Elites.Study;

namespace Elites.Tests.Study;

/// <summary>The story of a fall says what its events say.</summary>
public class StoryOfFallTests
{
    [Test]
    public void Of_ACoup_TellsThePlotItsMembersAndWhatItTurnedOn()
    {
        var story = Story(
            new(5, 1, Happenings.CoupFailed, "general", 2, ""),
            new(9, 2, Happenings.CoupAttempt, "general", 0.63, "interest, top, aims 0.10, blame 0.20, losses 0.30, grievance 0.40, plot 7, since week 3, founder agent 245, head agent 245, now aims 1.00, blame 2.00, losses 3.00, grievance 0.80, force 812.0, veterans 40.5, luck -0.12, needed 0.55"),
            new(9, 3, Happenings.Plotter, "general", 0.41, "agent 245, clan 2, top, plot 7, since week 3, founder, force 800.0, aims 1.00, blame 2.00, losses 3.00, grievance 0.80"),
            new(9, 4, Happenings.Plotter, "oligarch", 0.5, "agent 12, clan 3, middle, plot 7, since week 8, member, force 12.0, aims 0.01, blame 2.00, losses -0.50, grievance 0.10"),
            new(9, 5, Happenings.Removal, "plotters", 0.63, "interest, top"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(story, Does.Contain("Plot 7, founded in week 3 by agent 245, struck in row 9 with 2 members; its motive is called interest, its best rank is top."));
            Assert.That(story, Does.Contain("brought 812.0 persons under arms to the capital, organised veterans 40.5. Luck was -0.12. Of the force that took sides 0.63 joined it; 0.55 was needed."));
            Assert.That(story, Does.Contain("| 245 | at the founding | | | | 3 | | | 0.10 | 0.20 | 0.30 | 0.40 |"));
            Assert.That(story, Does.Contain("| 245 | general | top | 2 | founder | 3 | 800.0 | 0.41 | 1.00 | 2.00 | 3.00 | 0.80 |"));
            Assert.That(story, Does.Contain("| 12 | oligarch | middle | 3 | member | 8 | 12.0 | 0.50 | 0.01 | 2.00 | -0.50 | 0.10 |"));
            Assert.That(story, Does.Contain("Before that: 1 x coup failed (row 5)."));
        }
    }

    [Test]
    public void Of_ACrowd_TellsItsStrengthAndTheOrders()
    {
        var story = Story(
            new(7, 1, Happenings.ProtestAnswered, "security forces", 0.02, "6 of 8 commands"),
            new(8, 2, Happenings.ProtestUnanswered, "security forces", 0.035, "2 of 8 commands"),
            new(9, 3, Happenings.ProtestUnanswered, "security forces", 0.05, "1 of 8 commands"),
            new(9, 4, Happenings.Removal, "crowd", 0.05, "strength 0.0610, needed 0.0600, 1 of 8 commands, resolve 0.30"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(story, Does.Contain("A crowd removed him in row 9: 5.0% of the people were on the street, with arms counted 0.0610, and 0.0600 was needed. Of the last order 1 of 8 commands were obedient; his resolve was 0.30."));
            Assert.That(story, Does.Contain("1 orders against protest were obeyed and 2 were not: row 7, 2.0% active, 6 of 8 commands; row 8, 3.5% active, 2 of 8 commands; row 9, 5.0% active, 1 of 8 commands."));
        }
    }

    [Test]
    public void Of_NoRemoval_HasNothingToTell() => Assert.That(Story(new Event(9, 1, Happenings.LeaderDeath, "", 80, "")), Is.Empty);

    private static string Story(params Event[] events) => string.Join('\n', StoryOfFall.Of(new Outcome("palace_coup", 9, false), events));
}
