using Elites.Elections;

namespace Elites.Tests.Elections;

/// <summary>What an election leaves behind.</summary>
public class SeeResultTests
{
    // 0.1 (2 0.6 - 1) and 0.1 (2 0.4 - 1); a theft of 0.05, at 5 of weakness and 2 of anger a share.
    [TestCase(0.6, 0, 0.02)]
    [TestCase(0.4, 0.05, -0.02)]
    public void Step_AVote_GivesOrTakesLegitimacyAndIsAFocalPointAsFarAsItIsStolen(double forLeader, double stolen, double mandate)
    {
        var model = Trial.Make(set: p => p.Election.Weakness = 5);
        (model.Polls.ForLeader, model.Polls.TrueShare, model.Polls.AnnouncedShare) = (forLeader, 0.5 - stolen, 0.5);
        model.Unrest.Sparks[1] = 0.3;
        Rule(model).Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Society.Mandate, Is.EqualTo(mandate).Within(1e-12));
            Assert.That(model.Leader.Weakness[0], Is.EqualTo(5 * stolen).Within(1e-12));
            Assert.That(model.Unrest.Sparks[1], Is.EqualTo(0.3 + 2 * stolen).Within(1e-12));
            Assert.That(model.Unrest.Sparks.Where((_, region) => region != 1), Is.All.EqualTo(2 * stolen).Within(1e-12));
        }
    }

    [Test]
    public void Step_HalfTheIntensity_HalfOfEach()
    {
        var model = Trial.Make(set: p => p.Election.Weakness = 5);
        (model.Polls.ForLeader, model.Polls.TrueShare, model.Polls.AnnouncedShare, model.Parameters.Election.Intensity) = (0.4, 0.4, 0.5, 0.5);
        Rule(model).Step();
        Assert.That((model.Society.Mandate, model.Leader.Weakness[0], model.Unrest.Sparks[0]), Is.EqualTo((-0.01, 0.25, 0.1)).Within(1e-12));
    }

    [Test]
    public void Fade_HalfAYear_LeavesHalfOfTheMandate()
    {
        var model = Trial.Make();
        model.Society.Mandate = 0.04;
        for (var week = 0; week < 26; week++)
            Rule(model).Fade();
        Assert.That(model.Society.Mandate, Is.EqualTo(0.02).Within(1e-12));
    }

    // In a world at peace everyone wants a rival of five times the usual appeal: a theft that brings people out in the next weeks.
    [Test]
    public void Run_AStolenElection_BringsPeopleOntoTheStreet()
    {
        var (angry, calm) = (MostActive(anger: 5), MostActive(anger: 0));
        Assert.That(angry, Is.GreaterThan(calm + 0.005));
    }

    private static double MostActive(double anger)
    {
        var trial = Trial.Run(1_000, 60, 1, p =>
        {
            (p.War.Enabled, p.Coup.Enabled, p.Right.Enabled, p.Succession.Enabled, p.Protest.CriticalShare) = (false, false, false, false, 1);
            (p.Election.FirstWeek, p.Election.Appeal, p.Election.Emergence, p.Election.Removal, p.Election.FollowingHalfLife) = (50, 5, 52, 0, 8);
            (p.Election.Theft, p.Election.Anger) = (1, anger);
        });
        Assert.That(trial.Series("vote_stolen")[^1], Is.Positive);
        Assert.That(trial.Rows, Has.Count.EqualTo(61));
        return trial.Series("active_share")[50..].Max();
    }

    private static SeeResult Rule(ElitesModel model) => new(model.Polls, model.Society, model.Unrest, model.Leader, model.Clock, model.Parameters.Election);
}
