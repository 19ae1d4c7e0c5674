using Elites.Leadership;

namespace Elites.Tests.Leadership;

/// <summary>M3, the terms for which he would settle.</summary>
public class FindReservationTests
{
    private static readonly Mood Seen = new(Loyalty: 0.85, Belief: 0.2, Grievance: 0.05, Hope: 0.35);

    [Test]
    public void Step_SomewhereBetween_MakesPeaceAsGoodAsWar()
    {
        var (paths, weigh) = Reckoning();
        var war = 0.5 * (weigh.Utility(paths.Settlement(Seen, 0)) + weigh.Utility(paths.Settlement(Seen, 1)));
        var terms = new FindReservation(paths, weigh).Step(Seen, war);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(terms, Is.InRange(0.05, 0.95));
            Assert.That(weigh.Utility(paths.Settlement(Seen, terms)), Is.EqualTo(war).Within(1e-2));
            Assert.That(weigh.Utility(paths.Settlement(Seen, terms - 0.01)), Is.LessThan(war));
        }
    }

    [Test]
    public void Step_WarBetterThanAllThereIsToHave_IsNone()
    {
        var (paths, weigh) = Reckoning();
        Assert.That(new FindReservation(paths, weigh).Step(Seen, weigh.Utility(paths.Settlement(Seen, 1)) + 0.1), Is.EqualTo(FindReservation.None));
    }

    [Test]
    public void Step_WarWorseThanCapitulation_IsNothing()
    {
        var (paths, weigh) = Reckoning();
        Assert.That(new FindReservation(paths, weigh).Step(Seen, weigh.Utility(paths.Settlement(Seen, 0)) - 0.1), Is.Zero);
    }

    private static (ReckonPaths Paths, WeighOutlook Weigh) Reckoning()
    {
        var model = Trial.Make();
        return (new ReckonPaths(model.Situation, model.Parameters, 0), new WeighOutlook(model.Parameters.Leader));
    }
}
