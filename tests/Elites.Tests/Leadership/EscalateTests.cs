using Elites.Leadership;

namespace Elites.Tests.Leadership;

/// <summary>The gamble of escalation.</summary>
public class EscalateTests
{
    [TestCase(1.0, 0.1, "breakthrough")]
    [TestCase(0.0, 0.0, "stalemate")]
    public void Step_AsItBegins_BreaksThroughOrNot(double odds, double front, string details)
    {
        var model = Trial.Make(set: p => (p.Escalation.Odds, p.Escalation.Catastrophe) = (odds, 0));
        new Escalate(model.War, model.Office, model.Moment, model.Parameters).Step(true);
        new Escalate(model.War, model.Office, model.Moment, model.Parameters).Step(true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.War.IsEscalated);
            Assert.That(model.War.Front, Is.EqualTo(front), "once, not in every week of it");
            Assert.That(model.Leader.WeeksEscalated[0], Is.EqualTo(2));
            Assert.That(model.Events.All.Select(happening => (happening.Name, happening.Details)), Is.EqualTo([(Happenings.Escalation, details)]));
        }
    }

    [TestCase(-0.6, 0.2)]
    [TestCase(0.0, 0.5)]
    [TestCase(0.6, 0.8)]
    public void Odds_Front_RaisesThem(double front, double odds)
    {
        var model = Trial.Make();
        model.War.Front = front;
        Assert.That(Escalate.Odds(model.War, model.Parameters.Escalation), Is.EqualTo(odds).Within(1e-12));
    }

    [Test]
    public void Step_ManyWorlds_CatastropheComesAsOftenAsItShould()
    {
        // 0.5 a month makes 1 - e^(-6/52) = 0.109 a week; with 300 worlds two standard errors are 0.036.
        var ends = 0;
        for (var seed = 1; seed <= 300; seed++)
        {
            var model = Trial.Make(seed: seed, set: p => p.Escalation.Catastrophe = 0.5);
            new Escalate(model.War, model.Office, model.Moment, model.Parameters).Step(true);
            ends += model.IsFinished ? 1 : 0;
            Assert.That(model.Events.All[^1].Name, Is.EqualTo(model.IsFinished ? Happenings.Catastrophe : Happenings.Escalation));
        }
        Assert.That(ends / 300.0, Is.EqualTo(0.109).Within(0.045));
    }

    [Test]
    public void Step_NotWanted_LeavesTheWarAsItIs()
    {
        var model = Trial.Make(set: p => p.Escalation.Catastrophe = 0.5);
        for (var week = 0; week < 50; week++)
            new Escalate(model.War, model.Office, model.Moment, model.Parameters).Step(false);
        Assert.That((model.War.IsEscalated, model.War.Front, model.IsFinished, model.Events.All.Count), Is.EqualTo((false, 0.0, false, 0)));
    }
}
