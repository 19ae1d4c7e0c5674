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
        (model.Parameters.Coup.Sounding, model.Parameters.Coup.Surveillance) = (1, 0);
        for (var row = 0; row < model.Elite.Count; row++)
        {
            model.Elite.Threshold.Initial[row] = 0.55f;
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

    [TestCase(true, 0, 0)]
    [TestCase(true, 1, 2)]
    [TestCase(false, 1, 0)]
    public void Step_Amnesty_MovesThoseWithAssetsToLose(bool isGeneral, double amnesty, int plotters)
    {
        (model.Parameters.Loyalty.AmnestyPull, model.Parameters.Sanctions.Amnesty) = (0.1, amnesty);
        var (row, neighbour) = Pair(isGeneral ? EliteKind.General : EliteKind.Ultranationalist);
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
        new PurgePlot(model.Plots, model.Moment).Step(model.Plots.Begin(row, false, 0), Happenings.PlotExposed);
        Conspire(new Link(row, neighbour));
        Assert.That(model.Plots.Alive.SelectMany(plot => plot.Members), Has.No.Member(row));
    }

    [TestCase(0.5f, Happenings.Ideology)]
    [TestCase(-0.5f, Happenings.Interest)]
    public void Step_FounderOfTheRight_HasTheMotiveThatPresses(float pressure, string motive)
    {
        var (row, neighbour) = Pair(EliteKind.FieldOfficer);
        Give(row, 0.2f);
        model.Elite.Pressure[row] = pressure;
        Conspire(new Link(row, neighbour));
        Assert.That(model.Plots.Alive.Single().Motive, Is.EqualTo(motive));
    }

    [Test]
    public void Step_FounderOfThePalace_IsNeverIdeological()
    {
        var (row, neighbour) = Pair(EliteKind.General);
        Give(row, 0.2f);
        model.Elite.Pressure[row] = 1;
        Conspire(new Link(row, neighbour));
        Assert.That(model.Plots.Alive.Single().Motive, Is.EqualTo(Happenings.Interest));
    }

    [Test]
    public void Step_Blame_RaisesTheRateOfSounding()
    {
        // 0.19 (1 + 2 blame) at a blame of 1 is 0.57; of 400 seeds, four standard deviations are at most 0.1.
        Assert.That(ShareSounded(blame: 0), Is.EqualTo(0.19).Within(0.08));
        Assert.That(ShareSounded(blame: 1), Is.EqualTo(0.57).Within(0.1));
    }

    private static double ShareSounded(double blame)
    {
        const int Seeds = 400;
        var sounded = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var model = Trial.Make(1_000, seed, p => p.Loyalty.Base = 6);
            model.Climate.Blame = blame;
            var row = model.Elite.Of(EliteKind.General).From;
            model.Elite.Threshold.Initial.Fill(0.55f);
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
