using Elites.Elections;

namespace Elites.Tests.Elections;

/// <summary>The vote, by numbers worked out by hand; 0.4 of the vote under full repression are within reach of the count.</summary>
public class HoldElectionTests
{
    // 0.4 for the leader, 0.3 for the rival, 0.3 at home: 4/7.
    [Test]
    public void Step_MoreForHimThanForTheRival_IsWonAndAnnouncedAsItIs()
    {
        var model = Vote(wanted: 0.6, following: 0.3, wouldHold: false);
        Assert.That((model.Polls.TrueShare, model.Polls.AnnouncedShare, model.Polls.ForLeader), Is.EqualTo((0.4 / 0.7, 0.4 / 0.7, 0.4)).Within(1e-12));
        Assert.That(Last(model), Is.EqualTo((Happenings.ElectionHeld, "won", "against a rival")));
    }

    [Test]
    public void Step_NobodyStandsAgainstHim_HeHasAllThatIsCast()
    {
        var model = Vote(wanted: 0.9, following: 0, wouldHold: false);
        Assert.That((model.Polls.TrueShare, model.Polls.Stolen, model.IsFinished), Is.EqualTo((1.0, 0.0, false)));
        Assert.That(Last(model), Is.EqualTo((Happenings.ElectionHeld, "won", "without a rival")));
    }

    // 0.4 of 0.85 are 8/17; 1/34 is missing of a half, and 0.4 0.3 are within reach.
    [TestCase(true)]
    [TestCase(false)]
    public void Step_LittleIsMissing_IsStolenWhateverTheForcesDo(bool wouldHold)
    {
        var model = Vote(wanted: 0.6, following: 0.45, wouldHold);
        Assert.That((model.Polls.AnnouncedShare, model.Polls.Stolen), Is.EqualTo((0.5, 1 / 34.0)).Within(1e-12));
        Assert.That(Last(model), Is.EqualTo((Happenings.ElectionHeld, "stolen", "within reach")));
        Assert.That(model.IsFinished, Is.False);
    }

    // 0.2 of 0.9: 5/18 are missing, more than 0.12.
    [Test]
    public void Step_MoreIsMissingThanCanBeStolen_AndTheForcesWouldHold_HeClings()
    {
        var model = Vote(wanted: 0.8, following: 0.7, wouldHold: true);
        Assert.That(model.Polls.Stolen, Is.EqualTo(5 / 18.0).Within(1e-12));
        Assert.That(Last(model), Is.EqualTo((Happenings.ElectionHeld, "stolen", "clings to office")));
        Assert.That(model.IsFinished, Is.False);
    }

    [Test]
    public void Step_MoreIsMissingThanCanBeStolen_AndTheForcesWouldNot_HeGoes()
    {
        var model = Vote(wanted: 0.8, following: 0.7, wouldHold: false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((model.IsFinished, model.Polls.Stolen, model.Rival.IsThere), Is.EqualTo((true, 0.0, false)), "the rival is in office");
            Assert.That(model.Events.All[^2] is { Name: Happenings.ElectionHeld, Subject: "lost" });
            Assert.That(Last(model).Name, Is.EqualTo(Happenings.ElectionLost));
            Assert.That(model.Events.All[^1].Value, Is.EqualTo(7 / 9.0).Within(1e-12));
            Assert.That(model.Classify(), Is.EqualTo(new Outcome("lost_election", 1, Censored: false, "in war")));
        }
    }

    [Test]
    public void WithinReach_MoreRepression_MoreCanBeStolen()
    {
        var model = Trial.Make();
        model.Repression.Effective = 0.6;
        Assert.That(Rule(model).WithinReach, Is.EqualTo(0.24).Within(1e-12));
    }

    private static ElitesModel Vote(double wanted, double following, bool wouldHold)
    {
        var model = Trial.Make();
        model.Repression.Effective = 0.3;
        (model.Rival.IsThere, model.Rival.Wanted, model.Rival.Following) = (following > 0, wanted, following);
        Assert.That(Rule(model).Step(wouldHold), Is.Not.EqualTo(model.IsFinished));
        return model;
    }

    private static HoldElection Rule(ElitesModel model) => new(model.Polls, model.Rival, model.Repression, model.Office, model.Moment, model.Parameters.Election);

    private static (string Name, string Subject, string Details) Last(ElitesModel model) =>
        (model.Events.All[^1].Name, model.Events.All[^1].Subject, model.Events.All[^1].Details);
}
