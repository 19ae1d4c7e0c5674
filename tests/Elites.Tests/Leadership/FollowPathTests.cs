using Elites.Leadership;
using Elites.Warfare;

namespace Elites.Tests.Leadership;

/// <summary>War, settlement, ceasefire: imposed, chosen, or decided at the front.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class FollowPathTests
{
    private readonly ElitesModel model = Trial.Make();

    private ElitesParameters Parameters => model.Parameters;

    [Test]
    public void Step_ImposedTerms_AnnouncesOnceAndCountsTheWeeks()
    {
        Parameters.Settlement.Terms = 0.3;
        Follow();
        Assert.That((model.Settlement.IsWar, model.Settlement.IsAnnouncement, model.Settlement.Terms, model.Settlement.Warness), Is.EqualTo((false, true, (Terms)0.3, 0.0)));
        Follow();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((model.Settlement.IsAnnouncement, model.Settlement.WeeksSettled), Is.EqualTo((false, 1.0)));
            Assert.That(model.Events.All.Select(happening => (happening.Name, happening.Subject)), Is.EqualTo([(Happenings.Settlement, Happenings.Imposed)]));
            Assert.That(model.Leader.Resolve[0], Is.EqualTo(0.8 - 0.1 * 0.7).Within(1e-12), "what falls short of victory costs resolve");
        }
    }

    [Test]
    public void Step_NamedDimensions_AreTheSettlementsAndTheEventsAndCostResolve()
    {
        var p = Parameters.Settlement;
        (p.Terms, p.Territory, p.Guarantees, p.Relief) = (0.5, 0.2, 0.8, 0.9);
        Follow();
        var settled = model.Events.All.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Settlement.Terms, Is.EqualTo(new Terms(0.2, 0.5, 0.8, 0.9)));
            Assert.That(settled.Value, Is.EqualTo(0.6).Within(1e-12), "the mean of the four");
            Assert.That(settled.Details, Is.EqualTo("territory 0.20, reparations 0.50, guarantees 0.80, relief 0.90"));
            Assert.That(model.Leader.Resolve[0], Is.EqualTo(0.8 - 0.1 * 0.5).Within(1e-12), "relief is no concession: the other three keep a half");
        }
    }

    [Test]
    public void Step_ImposedTermsThatAreImposedNoLonger_StayInForceWhereHeChooses()
    {
        (Parameters.Leader.Endogenous, Parameters.Settlement.Terms) = (true, 0.5);
        Follow();
        Parameters.Settlement.Terms = SettlementParameters.None;
        Follow();
        Assert.That(model.Events.All.Select(happening => (happening.Name, happening.Subject)), Is.EqualTo([(Happenings.Settlement, Happenings.Imposed)]));
        Assert.That((model.Settlement.IsWar, model.Settlement.Terms, model.Leader.AgreedTerms[0]), Is.EqualTo((false, (Terms)0.5, 0.5)), "he may break it, for what that costs him");
    }

    [Test]
    public void Step_NamedDimensionsInWar_AreNoSettlement()
    {
        (Parameters.Settlement.Territory, Parameters.Settlement.Relief) = (0.2, 0.9);
        Follow();
        Assert.That((model.Settlement.IsWar, model.Settlement.Terms), Is.EqualTo((true, (Terms)(-1))));
    }

    [Test]
    public void Step_TermsOfOneNumber_NeedNoDetails()
    {
        Parameters.Settlement.Terms = 0.3;
        Follow();
        Assert.That((model.Events.All.Single().Value, model.Events.All.Single().Details), Is.EqualTo((0.3, "")));
    }

    [Test]
    public void Step_Ceasefire_KeepsPartOfTheWar()
    {
        (Parameters.Settlement.Terms, Parameters.Settlement.Ceasefire, Parameters.Settlement.CeasefireWarness) = (0.5, true, 0.4);
        Follow();
        Assert.That((model.Settlement.IsWar, model.Settlement.IsCeasefire, model.Settlement.Warness), Is.EqualTo((false, true, 0.4)));
        Parameters.Settlement.Ceasefire = false;
        Follow();
        Assert.That((model.Settlement.IsCeasefire, model.Settlement.Warness, model.Settlement.WeeksSettled), Is.EqualTo((false, 0.0, 1.0)));
    }

    [Test]
    public void Step_ImposedWarAgain_Resumes()
    {
        Parameters.Settlement.Terms = 0.5;
        Follow();
        Parameters.Settlement.Terms = -1;
        Follow();
        Assert.That((model.Settlement.IsWar, model.Settlement.Warness), Is.EqualTo((true, 1.0)));
        Assert.That(model.Events.All[^1].Name, Is.EqualTo(Happenings.WarResumed));
    }

    [TestCase(0.59, false, 0)]
    [TestCase(0.6, true, 0.8)]
    [TestCase(-0.6, true, 0.2)]
    public void Step_FrontWhereTheLeaderChooses_EndsTheWar(double front, bool ends, double terms)
    {
        (Parameters.Leader.Endogenous, model.War.Front) = (true, front);
        Follow();
        Assert.That(model.Settlement.IsWar, Is.EqualTo(!ends));
        if (ends)
            Assert.That((model.Settlement.Terms, model.Events.All[^1].Subject), Is.EqualTo(((Terms)terms, Happenings.ByFront)));
    }

    [Test]
    public void Step_CollapsedFrontWhereTheLeaderChooses_IsARout()
    {
        (Parameters.Leader.Endogenous, model.War.HasCollapsed) = (true, true);
        Follow();
        Assert.That((model.Settlement.IsWar, model.Settlement.Terms), Is.EqualTo((false, (Terms)0.2)));
    }

    [Test]
    public void Step_WarAgainAfterACollapse_BeginsWithAFrontThatHolds()
    {
        (model.War.HasCollapsed, Parameters.Settlement.Terms) = (true, 0.2);
        Follow();
        Parameters.Settlement.Terms = -1;
        Follow();
        Assert.That((model.Settlement.IsWar, model.War.HasCollapsed), Is.EqualTo((true, false)));
    }

    [Test]
    public void Step_FrontOnTheImposedPath_DecidesNothing()
    {
        model.War.Front = -0.9;
        Follow();
        Assert.That(model.Settlement.IsWar);
    }

    [Test]
    public void Step_ImposedTermsWhereTheLeaderChooses_Win()
    {
        (Parameters.Leader.Endogenous, Parameters.Settlement.Terms, model.Leader.AgreedTerms[0]) = (true, 0.3, 0.7);
        Follow();
        Assert.That(model.Settlement.Terms, Is.EqualTo((Terms)0.3));
    }

    [Test]
    public void Run_WorldWithoutWar_StaysAtPeace()
    {
        var trial = Trial.Run(1_000, 60, set: p => p.War.Enabled = false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trial.Series("is_war"), Is.All.Zero);
            Assert.That(trial.Series("casualties"), Is.All.Zero);
            Assert.That(trial.Series("at_front"), Is.All.Zero);
            Assert.That(trial.Series("blame"), Is.All.Zero);
            Assert.That(trial.Series("stab_in_back_mean"), Is.All.Zero);
            Assert.That(trial.Series("defence_share"), Is.All.EqualTo(0.035));
            Assert.That(trial.Series("unemployment"), Is.All.InRange(0.005, 0.06));
            Assert.That(trial.Series("weeks_settled")[60], Is.EqualTo(580));
            Assert.That(trial.EventNames, Has.No.Member(Happenings.Settlement));
        }
    }

    private void Follow() => new FollowPath(model.Settlement, model.War, model.Office, model.Moment, model.Parameters).Step();
}
