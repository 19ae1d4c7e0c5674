using Agents.Spaces;
using Elites.Coups;
using Elites.Populations;

namespace Elites.Tests.Coups;

/// <summary>M15 and M17, conspiring, among people whom the test ties and makes disloyal.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class ConspireTests
{
    private readonly ElitesModel model = Trial.Make();

    [SetUp]
    public void MakeEveryoneLoyalAndEverySoundingSure()
    {
        (model.Parameters.Coup.Sounding, model.Parameters.Coup.Surveillance, model.Parameters.Coup.JoiningByGrievance) = (100, 0, 0);
        for (var row = 0; row < model.Elite.Count; row++)
        {
            model.Elite.Threshold[row] = 0.55f;
            Stage.Give(model.Elite.Loyalty, row, 0.9f);
        }
    }

    [TestCase(0.44f, 0.49f, 2)] // 1 - l is above tau, and above tau - 0.05
    [TestCase(0.44f, 0.51f, 1)]
    [TestCase(0.46f, 0.49f, 0)] // nobody is above tau, so that nobody sounds
    public void Step_TwoTiedAgents_FormAPlotByTheirThresholds(float one, float other, int plotters)
    {
        var (row, neighbour) = Pair(EliteKind.General);
        Give(row, one);
        Give(neighbour, other);
        Conspire(new Link(row, neighbour));
        Assert.That(model.Plots.Alive.Sum(plot => plot.Members.Count), Is.EqualTo(plotters));
    }

    [TestCase(0f, 0)]
    [TestCase(0.1f, 2)]
    public void Step_Amnesty_MovesThoseWhomItWouldGiveBack(float amnesty, int plotters)
    {
        var (row, neighbour) = Pair(EliteKind.General);
        (model.Elite.Amnesty[row], model.Elite.Amnesty[neighbour]) = (amnesty, amnesty);
        Give(row, 0.5f);
        Give(neighbour, 0.5f);
        Conspire(new Link(row, neighbour));
        Assert.That(model.Plots.Alive.Sum(plot => plot.Members.Count), Is.EqualTo(plotters));
    }

    [Test]
    public void Step_StrippedOfAllAssets_SoundsNobodyOut()
    {
        var (row, neighbour) = Pair(EliteKind.General);
        (model.Elite.Seized[row], model.Elite.Seized[neighbour]) = (1, 1);
        Give(row, 0.2f);
        Give(neighbour, 0.2f);
        Conspire(new Link(row, neighbour));
        Assert.That(model.Plots.Alive, Is.Empty);
    }

    [Test]
    public void Step_PlotsThatMeet_Unite()
    {
        var general = model.Elite.Of(EliteKind.General).From;
        for (var row = general; row < general + 4; row++)
            Give(row, 0.2f);
        Conspire(new Link(general, general + 1), new Link(general + 2, general + 3));
        Assert.That(model.Plots.Alive.Select(plot => plot.Members.Count), Is.EqualTo(new[] { 2, 2 }));
        Conspire(new Link(general + 1, general + 2));
        Assert.That(model.Plots.Alive.Select(plot => plot.Members.Count), Is.EqualTo(new[] { 4 }));
    }

    [TestCase(0.54f, 2)] // still within twice the margin
    [TestCase(0.56f, 1)]
    public void Step_MemberWhoHasComeRound_Leaves(float loyalty, int members)
    {
        var (row, neighbour) = Pair(EliteKind.General);
        Give(row, 0.2f);
        Give(neighbour, 0.2f);
        Conspire(new Link(row, neighbour));
        Give(neighbour, loyalty);
        Conspire();
        Assert.That(model.Plots.Alive.Single().Members, Has.Count.EqualTo(members));
    }

    [Test]
    public void Step_RefusalThatLeaks_EndsThePlotAndPutsLoyalPeopleIn()
    {
        (model.Parameters.Coup.Surveillance, model.Parameters.Coup.Trust, model.Parameters.Coup.Leak) = (1, 0, 1);
        var (row, neighbour) = Pair(EliteKind.General);
        Give(row, 0.2f);
        Conspire(new Link(row, neighbour));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Plots.Alive, Is.Empty);
            Assert.That(model.Events.All.Single().Name, Is.EqualTo(Happenings.PlotExposed));
            Assert.That(model.Elite.Loyalty.Next[row], Is.EqualTo(0.95f));
            Assert.That(model.Elite.Loyalty.Next[neighbour], Is.EqualTo(0.9f));
        }
    }

    [Test]
    public void Step_AppointedThisWeek_NeitherSoundsNorJoins()
    {
        var (row, neighbour) = Pair(EliteKind.General);
        Give(row, 0.2f);
        Give(neighbour, 0.2f);
        new PurgePlot(model.Plots, model.Moment, model.Parameters).Step(model.Plots.Begin(row, false, 0), Happenings.PlotExposed);
        Conspire(new Link(row, neighbour));
        Assert.That(model.Plots.Alive.SelectMany(plot => plot.Members), Has.No.Member(row));
    }

    // Above what moved him over the year before: aims of 1 and losses of 0.5, that are lasting, tell nothing.
    [TestCase(1.5f, 0.75f, Happenings.Ideology)]
    [TestCase(1.25f, 1f, Happenings.Interest)]
    [TestCase(1.0625f, 0.5f, Happenings.Interest)] // too slight to count
    public void Step_FounderOfTheRight_HasTheGreaterMotive(float aims, float losses, string motive)
    {
        var (row, neighbour) = Pair(EliteKind.FieldOfficer);
        Give(row, 0.2f);
        (model.Elite.Ideology[row], model.Elite.Interest[row]) = (aims, losses);
        (model.Elite.IdeologyUsually[row], model.Elite.InterestUsually[row]) = (1, 0.5f);
        Conspire(new Link(row, neighbour));
        var plot = model.Plots.Alive.Single();
        Assert.That((plot.Motive, plot.Motives.Aims, plot.Motives.Losses), Is.EqualTo((motive, aims - 1.0, losses - 0.5)));
    }

    [Test]
    public void Step_NewBlame_CountsAmongTheMotivesOfTheRight()
    {
        var (row, neighbour) = Pair(EliteKind.FieldOfficer);
        Give(row, 0.2f);
        (model.Elite.Ideology[row], model.Elite.Interest[row], model.Elite.IdeologyUsually[row], model.Elite.InterestUsually[row]) = (1, 1, 1, 1);
        (model.Climate.Blame, model.Climate.BlameUsually, model.Climate.LeaderShareOfBlame, model.Parameters.Loyalty.Blame) = (0.75, 0.5, 1, 1);
        Conspire(new Link(row, neighbour));
        var plot = model.Plots.Alive.Single();
        Assert.That((plot.Motive, plot.Motives.Blame), Is.EqualTo((Happenings.Ideology, 0.25)));
    }

    [Test]
    public void Step_FounderOfThePalace_IsNeverIdeological()
    {
        var (row, neighbour) = Pair(EliteKind.General);
        Give(row, 0.2f);
        model.Elite.Ideology[row] = 1;
        Conspire(new Link(row, neighbour));
        Assert.That(model.Plots.Alive.Single().Motive, Is.EqualTo(Happenings.Interest));
    }

    // 1 - 0.5 + 0.2 (G - 0.15) is above tau, 0.55, for a grievance of 0.5 and below it for one of 0.3.
    [TestCase(0.5f, 1)]
    [TestCase(0.3f, 0)]
    public void Step_GrievedLoyalist_SoundsAsIfLessLoyal(float grievance, int plots)
    {
        model.Parameters.Coup.JoiningByGrievance = 0.2;
        var (row, neighbour) = Pair(EliteKind.General);
        Give(row, 0.5f);
        Stage.Give(model.Elite.Grievance, row, grievance);
        Conspire(new Link(row, neighbour));
        Assert.That(model.Plots.Alive, Has.Count.EqualTo(plots));
    }

    [Test]
    public void Step_BlameAndGrievance_RaiseTheRateOfSounding()
    {
        // 1 - e^-r, r = 0.19 (1 + 2 blame + 3 G); of 400 seeds, four standard deviations are at most 0.1.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ShareSounded(blame: 0, grievance: 0), Is.EqualTo(0.173).Within(0.08));
            Assert.That(ShareSounded(blame: 1, grievance: 0), Is.EqualTo(0.434).Within(0.1));
            Assert.That(ShareSounded(blame: 0, grievance: 0.5f), Is.EqualTo(0.378).Within(0.1));
            Assert.That(ShareSounded(blame: 1, grievance: 0, blamer: 0.9f), Is.EqualTo(0.173).Within(0.08), "he does not blame the leader");
        }
    }

    private static double ShareSounded(double blame, float grievance, float blamer = 0.1f)
    {
        const int Seeds = 400;
        var sounded = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var model = Trial.Make(1_000, seed, p => p.Loyalty.Base = 6);
            var p = model.Parameters.Coup;
            (p.Sounding, p.SoundingByBlame, p.SoundingByGrievance, p.JoiningByGrievance) = (0.19, 2, 3, 0);
            (model.Climate.Blame, model.Climate.LeaderShareOfBlame) = (blame, 0.8);
            var row = model.Elite.Of(EliteKind.General).From;
            model.Elite.Blamer[row] = blamer;
            Stage.Give(model.Elite.Grievance, row, grievance);
            model.Elite.Threshold.All.Fill(0.55f);
            for (var i = 0; i < 2; i++)
                Stage.Give(model.Elite.Loyalty, row + i, i == 0 ? 0.2f : 0.48f);
            new Conspire(model.Plots, Network.FromLinks(model.Elite.Count, [new Link(row, row + 1)], isDirected: false), model.Climate, model.Moment, model.Parameters).Step([]);
            sounded += model.Plots.Alive.Count;
        }
        return (double)sounded / Seeds;
    }

    private (int Row, int Neighbour) Pair(EliteKind kind)
    {
        var row = model.Elite.Of(kind).From;
        return (row, row + 1);
    }

    private void Give(int row, float loyalty) => Stage.Give(model.Elite.Loyalty, row, loyalty);

    private void Conspire(params Link[] ties) =>
        new Conspire(model.Plots, Network.FromLinks(model.Elite.Count, ties, isDirected: false), model.Climate, model.Moment, model.Parameters).Step([]);
}
