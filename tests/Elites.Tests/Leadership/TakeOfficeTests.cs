using Elites.Leadership;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Tests.Leadership;

/// <summary>R6: who follows, and as what.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TakeOfficeTests
{
    private readonly ElitesModel model = Trial.Make(seed: 3);

    private Elite Elite => model.Elite;

    private Leader Leader => model.Leader;

    private SuccessionParameters P => model.Parameters.Succession;

    [Test]
    public void ChooseSuccessor_APlot_ItsFounder()
    {
        var founder = Elite.Of(EliteKind.Ultranationalist).From + 4;
        model.Office.Remove(model.Moment, Happenings.Plotters, 0.6, "", founder);
        Assert.That(Chosen(), Is.EqualTo(new Successor(Arrival.Coup, founder, IsContested: false)));
    }

    [TestCase(Happenings.Removal, Happenings.Crowd, Arrival.Crowd, true)]
    [TestCase("election_lost", "rival", Arrival.Election, false)]
    public void ChooseSuccessor_CrowdOrElection_ACaretakerOfTheCivilElite(string name, string subject, Arrival came, bool isContested)
    {
        model.Office.Leave(model.Moment, name, subject, 0.1, "");
        var chosen = Chosen();
        Assert.That((chosen.Came, chosen.IsContested), Is.EqualTo((came, isContested)));
        Assert.That(Elite.Kind[chosen.Row], Is.EqualTo(EliteKind.Oligarch).Or.EqualTo(EliteKind.Director));
    }

    [TestCase("orderly", false)]
    [TestCase(Happenings.Contested, true)]
    public void ChooseSuccessor_AnHeir_IsTheTopsNearestToTheLeadersIdeal(string details, bool isContested)
    {
        Leader.Ideal[0] = 0.3;
        model.Office.Leave(model.Moment, Happenings.Succession, Happenings.Heir, 25, details);
        var chosen = Chosen();
        var nearest = Enumerable.Range(0, Elite.Count).Where(row => Elite.Tier[row] == 0).MinBy(row => Math.Abs(Elite.Ideal[row] - 0.3));
        Assert.That(chosen, Is.EqualTo(new Successor(Arrival.Heir, nearest, isContested)));
    }

    [Test]
    public void ChooseSuccessor_TheElite_TakesOneInItsMidst()
    {
        model.Office.Leave(model.Moment, Happenings.RebelOrAssassin, "leader", 73, "");
        var chosen = Chosen();
        var (mean, force) = (0.0, 0.0);
        for (var row = 0; row < Elite.Count; row++)
            (mean, force) = (mean + Elite.Force[row] * Elite.Ideal[row], force + Elite.Force[row]);
        Assert.That((chosen.Came, chosen.IsContested), Is.EqualTo((Arrival.Rebels, true)));
        Assert.That(Elite.Ideal[chosen.Row], Is.EqualTo(mean / force).Within(0.05));
    }

    [TestCase(EliteKind.Oligarch)]
    [TestCase(EliteKind.Ultranationalist)]
    public void Step_AFounder_BringsHisIdealAndNothingOfTheOldLeaders(EliteKind kind)
    {
        var founder = Elite.Of(kind).From + 1;
        (Leader.Weakness[0], Leader.PurgeFear[0], Leader.Resolve[0], Leader.Contest[0]) = (2, 1, 0.1, 3);
        (Leader.Crackdown[0], Leader.PayOff[0], Leader.Scapegoat[0], Leader.HasNamedHeir[0], Leader.IsEscalating[0]) = (0.2, 0.4, 0.5, true, true);
        (model.Bargain.Offer, model.Bargain.BestOffer, model.War.VictoryChance) = (0.35, 0.6, 0.4);
        Overthrow(founder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Leader.Ideal[0], Is.EqualTo((double)Elite.Ideal[founder]));
            Assert.That((Leader.Weakness[0], Leader.PurgeFear[0], Leader.Resolve[0], Leader.Contest[0]), Is.EqualTo((0.0, 0.0, model.Parameters.Obedience.ResolveAtStart, 0.0)));
            Assert.That((Leader.Crackdown[0], Leader.PayOff[0], Leader.Scapegoat[0], Leader.HasNamedHeir[0], Leader.IsEscalating[0]), Is.EqualTo((0.0, 0.0, 0.0, false, false)));
            Assert.That((Leader.Culpable[0], Leader.Chooses[0], Leader.AgreedTerms[0]), Is.EqualTo((P.SuccessorCulpability, true, -1.0)));
            Assert.That((model.Bargain.Demand, model.Bargain.FirmDemand), Is.EqualTo((Leader.Ideal[0], Leader.Ideal[0])), "he demands what he would like");
            Assert.That((model.Bargain.BestOffer, model.Bargain.WeighedChance), Is.EqualTo((0.35, 0.4)));
            Assert.That(Leader.Age[0], Is.InRange(35, 90).And.Not.EqualTo(73));
            Assert.That((model.Office.Tenure, model.Office.Number, model.Office.IsVacant), Is.EqualTo((0.0, 2, false)));
            Assert.That(model.Spells.Current, Has.Property(nameof(Spell.Kind)).EqualTo((int)kind));
        }
    }

    [Test]
    public void Step_CaretakerWhoPlotted_LeavesHisPlotToNobody()
    {
        var row = Elite.Of(EliteKind.Oligarch).From;
        model.Plots.Begin(row, isIdeological: false, error: 0);
        Take(new Successor(Arrival.Crowd, row, IsContested: true));
        Assert.That(model.Plots.Of(row), Is.Null);
    }

    [Test]
    public void Step_TermsInForce_AreInherited()
    {
        (model.Settlement.IsWar, model.Settlement.Terms) = (false, 0.3);
        Overthrow(Elite.Of(EliteKind.General).From);
        Assert.That(Leader.AgreedTerms[0], Is.EqualTo(0.3));
        model.Parameters.Settlement.Terms = SettlementParameters.None;
        Follow();
        Assert.That((model.Settlement.IsWar, model.Settlement.Terms), Is.EqualTo((false, (Terms)0.3)), "the imposed path bound the leader of the start alone");
    }

    [Test]
    public void FollowPath_SuccessorWhoWantsWar_TakesItUpAndIsCulpable()
    {
        (model.Settlement.IsWar, model.Settlement.Terms, model.Parameters.Settlement.Terms) = (false, 0.3, 0.3);
        Overthrow(Elite.Of(EliteKind.General).From);
        Leader.AgreedTerms[0] = SettlementParameters.None;
        Follow();
        var told = model.Events.All[^1];
        Assert.That((model.Settlement.IsWar, told.Name, told.Subject, Leader.Culpable[0]), Is.EqualTo((true, Happenings.WarResumed, Happenings.ByLeader, 1.0)));
    }

    [Test]
    public void Step_ACoup_PlottersOweHimAndDefendersBearAGrudge()
    {
        var (founder, follower, defender, other) = (10, 11, 12, 13);
        var plot = model.Plots.Begin(founder, false, 0);
        model.Plots.Join(plot, follower);
        (Elite.Leaning[follower], Elite.Shock[follower], Elite.HasDefended[defender], Elite.Debt[other]) = (-0.7f, 0.2f, true, 0.4f);
        Overthrow(founder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((Elite.Debt[follower], Elite.Leaning[follower], Elite.Shock[follower]), Is.EqualTo(((float)P.Following, 0f, 0.2f)));
            Assert.That((Elite.Debt[defender], Elite.Debt[other]), Is.EqualTo(((float)-P.Grudge, 0f)), "what others owe was owed to him who fell");
            Assert.That(model.Plots.Alive, Is.Empty);
            Assert.That((Elite.Plot[founder], Elite.Grievance.Next[founder]), Is.EqualTo((0, 0f)), "his post is filled anew");
        }
    }

    [Test]
    public void Step_WhoTookThePlotsSide_IsHisManAndInNoOtherPlot()
    {
        var (won, other) = (model.Plots.Begin(10, false, 0), model.Plots.Begin(20, false, 0));
        model.Plots.Join(other, 21);
        (Elite.HasJoined[21], Elite.Leaning[21], Elite.Leaning[20]) = (true, -0.7f, -0.6f);
        Overthrow(won.Founder);
        Assert.That((Elite.Debt[21], Elite.Leaning[21], Elite.Plot[21]), Is.EqualTo(((float)P.Following, 0f, 0)));
        Assert.That((Elite.Debt[20], Elite.Leaning[20], Elite.Plot[20]), Is.EqualTo((0f, -0.6f, other.Id)));
    }

    [Test]
    public void Step_AccessionByForce_BeginsWithoutTheMoodAboutTheOldLeader()
    {
        model.Climate.RegimeShock = -1.2;
        Overthrow(10);
        Assert.That(model.Climate.RegimeShock, Is.Zero);
        model.Climate.RegimeShock = -1.2;
        model.Office.Leave(model.Moment, Happenings.Succession, Happenings.Heir, 25, "orderly");
        Take(Chosen());
        Assert.That(model.Climate.RegimeShock, Is.EqualTo(-1.2), "an heir inherits it");
    }

    [Test]
    public void Step_OtherPlots_GoOn()
    {
        var (won, other) = (model.Plots.Begin(10, false, 0), model.Plots.Begin(20, false, 0));
        Overthrow(won.Founder);
        Assert.That(model.Plots.Alive, Is.EqualTo(new[] { other }));
    }

    [Test]
    public void Step_AnHeir_InheritsWhatIsOwed()
    {
        Elite.Debt[13] = 0.4f;
        model.Office.Leave(model.Moment, Happenings.Succession, Happenings.Heir, 25, "orderly");
        Take(Chosen() with { Row = 0 });
        Assert.That(Elite.Debt[13], Is.EqualTo(0.4f));
    }

    [Test]
    public void Contest_OfADisputedAccession_HalvesInItsHalfLife()
    {
        model.Office.Remove(model.Moment, Happenings.Crowd, 0.1, "");
        Take(Chosen());
        Assert.That(Leader.Contest[0], Is.EqualTo(P.Contest));
        (P.Mortality, P.RebelsOrAssassins) = (0, 0);
        for (var week = 0; week < (int)P.ContestHalfLife; week++)
            new AgeLeader(model.Office, model.Moment, P).Step();
        Assert.That(Leader.Contest[0], Is.EqualTo(P.Contest / 2).Within(1e-12));
    }

    [TestCase(1, 1f, true)]
    [TestCase(0, 1f, false)]
    [TestCase(1, 0.1f, false)]
    public void DismissDefenders_DisloyalOnesAlone_LoseTheirPosts(double dismissals, float disloyalty, bool replaces)
    {
        P.Dismissals = dismissals;
        (Elite.HasDefended[5], Elite.Loyalty.Next[5], Elite.Threshold[5], Elite.Debt[5]) = (true, 1 - disloyalty, 0.5f, -0.5f);
        (Elite.Loyalty.Next[6], Elite.Threshold[6], Elite.Debt[6]) = (0, 0.5f, -0.5f);
        new DismissDefenders(model.Plots, model.Climate, model.Moment, model.Parameters).Step();
        Assert.That(Elite.Debt[5], Is.EqualTo(replaces ? (float)model.Parameters.Loyalty.Debt : -0.5f));
        Assert.That(Elite.Debt[6], Is.EqualTo(-0.5f), "who did not defend him keeps his post");
    }

    // Terms of 0.2 and 0.6 for one who would like 0.5 best: 0.7 and 0.9 of a liking, where the first leader's are the terms themselves.
    [TestCase(1, 0.2, 0.2)]
    [TestCase(1, 0.6, 0.6)]
    [TestCase(0.5, 0.2, 0.7)]
    [TestCase(0.5, 0.6, 0.9)]
    public void ReckonPaths_Terms_AreLikedByTheirDistanceFromHisIdeal(double ideal, double terms, double expected)
    {
        (model.Settlement.IsWar, model.Settlement.Terms, model.War.Casualties) = (false, terms, 0);
        (Leader.Ideal[0], model.Parameters.Leader.VictoryTaste) = (ideal, 1);
        Assert.That(Pleasure(), Is.EqualTo(1 + expected).Within(1e-12));
    }

    [Test]
    public void ReckonPaths_TheFallen_WeighAsFarAsTheWarIsHis()
    {
        (model.Settlement.IsWar, model.Settlement.Terms, model.Parameters.Leader.VictoryTaste) = (false, 0.4, 1);
        var whole = Pleasure();
        Leader.Culpable[0] = 0;
        var none = Pleasure();
        Leader.Culpable[0] = 0.25;
        Assert.That(none, Is.EqualTo(1.4).Within(1e-12).And.GreaterThan(whole));
        Assert.That(Pleasure(), Is.EqualTo(none + 0.25 * (whole - none)).Within(1e-12));
    }

    [Test]
    public void AllotBlame_OnASuccessor_FallsByHisPartInTheWar()
    {
        var before = model.Climate.LeaderShareOfBlame;
        Leader.Culpable[0] = 0.3;
        model.Advance();
        Assert.That(model.Climate.LeaderShareOfBlame, Is.EqualTo(0.3 * before).Within(1e-12).And.GreaterThan(0));
    }

    private double Pleasure()
    {
        model.Parameters.Leader.RentTaste = 0;
        var paths = new ReckonPaths(model.Situation, model.Parameters, learntWeight: 0);
        return paths.Settlement(new Mood(0.8, 0.2, 0.1, 0.3), paths.Terms).Pleasure;
    }

    private Successor Chosen() => new ChooseSuccessor(model.Office, Elite, model.Moment).Step();

    private void Overthrow(int founder)
    {
        model.Office.Remove(model.Moment, Happenings.Plotters, 0.6, "", founder);
        Take(Chosen());
    }

    private void Take(Successor successor) => new TakeOffice(model.Situation, model.Plots, model.Spells, model.Moment, model.Parameters).Step(successor);

    private void Follow() => new FollowPath(model.Settlement, model.War, model.Office, model.Moment, model.Parameters).Step();
}
