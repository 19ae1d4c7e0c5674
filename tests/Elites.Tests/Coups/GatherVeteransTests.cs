using Elites.Coups;
using Elites.Populations;

namespace Elites.Tests.Coups;

/// <summary>M17: veterans behind plots, and M15: where force is.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class GatherVeteransTests
{
    private readonly ElitesModel model = Trial.Make(10_000);

    /// <summary>The armed and organised of unit 0, persons who can reach the capital.</summary>
    private double OfUnit0 => Reaching(model.Soldiers.OfUnit(0, model.Parameters.Units.Count));

    [SetUp]
    public void OneSoldierInTwoIsArmedAndAllAreOrganised()
    {
        var rows = model.Soldiers.Rows;
        for (var row = rows.From; row < rows.To; row++)
        {
            (model.Mass.Service[row], model.Mass.Organised[row]) = (Service.Veteran | (row % 2 == 0 ? Service.Armed : 0), 0.5f);
            model.Mass.Region.Initial[row] = 40 + row % 40;
        }
        model.Parameters.Veterans.Reach = 0.2;
    }

    [Test]
    public void Step_PlotOfACommander_HasTheArmedOfHisUnitInPersons()
    {
        var plot = Begin(EliteKind.FieldOfficer, 0);
        Gather();
        Assert.That(plot.Veterans, Is.EqualTo(OfUnit0).Within(1e-6).And.Positive);
    }

    [Test]
    public void Step_TwoCommandersInTwoPlots_ShareTheUnitOut()
    {
        var (one, other) = (Begin(EliteKind.FieldOfficer, 0), Begin(EliteKind.FieldOfficer, 1));
        Gather();
        Assert.That((one.Veterans, other.Veterans), Is.EqualTo((OfUnit0 / 2, OfUnit0 / 2)));
    }

    [Test]
    public void Step_TwoCommandersInOnePlot_BringTheUnitOnce()
    {
        var plot = Begin(EliteKind.FieldOfficer, 0);
        model.Plots.Join(plot, model.Elite.Of(EliteKind.FieldOfficer).From + 1);
        Gather();
        Assert.That(plot.Veterans, Is.EqualTo(OfUnit0).Within(1e-6));
    }

    [Test]
    public void Step_HeadOfARegionsOrganisation_BringsItsVeterans()
    {
        // 300 ultranationalists share out 80 regions: the 150th of them has a part in region 40.
        var plot = Begin(EliteKind.Ultranationalist, 150);
        Gather();
        var rows = model.Soldiers.Rows;
        Assert.That(plot.Veterans, Is.EqualTo(Reaching(rows, row => model.Mass.Region[row] == 40)).Within(1e-6).And.Positive);
    }

    [Test]
    public void Step_PlotOfThePalace_HasNone()
    {
        var plot = Begin(EliteKind.Oligarch, 0);
        plot.Veterans = 7;
        Gather();
        Assert.That(plot.Veterans, Is.Zero);
    }

    [Test]
    public void Step_EveryoneConspiresInPlotsOfHisOwn_NoVeteranIsGivenTwice()
    {
        foreach (var kind in new[] { EliteKind.FieldOfficer, EliteKind.Ultranationalist })
        {
            for (var place = 0; place < model.Elite.Of(kind).Count; place++)
                Begin(kind, place);
        }
        Gather();
        Assert.That(model.Plots.Alive.Sum(plot => plot.Veterans), Is.EqualTo(Reaching(model.Soldiers.Rows)).Within(1e-6));
    }

    [TestCase(0.5, 0.5)] // with all troops at the front half of an officer's force is there
    [TestCase(0, 1)]
    public void PlaceForces_TroopsAtTheFront_TakeOfficersForceAway(double share, double near)
    {
        model.Mass.Job.All[model.Soldiers.Rows.From..model.Soldiers.Rows.To].Fill(Job.Front);
        model.Parameters.Force.FrontShare = share;
        Place();
        Assert.That(AtCapital(EliteKind.General), Is.EqualTo(400 * near).Within(1e-4));
        Assert.That(AtCapital(EliteKind.FieldOfficer), Is.EqualTo(100 * near).Within(1e-4));
        Assert.That(AtCapital(EliteKind.SecurityOfficer), Is.EqualTo(150).Within(1e-4));
    }

    [Test]
    public void PlaceForces_DemobilisedHalf_BringsHalfOfItHome()
    {
        var (mass, rows) = (model.Mass, model.Soldiers.Rows);
        var atFront = (int)Math.Round(1e6 * model.Parameters.Population.SoldiersMillion / model.Persons.PerAgent(MassKind.Soldier) / 2);
        for (var row = rows.From; row < rows.To; row++)
            mass.Job[row] = row - rows.From < atFront ? Job.Front : Job.Civil;
        model.Parameters.Force.FrontShare = 0.4;
        Place();
        Assert.That(AtCapital(EliteKind.General), Is.EqualTo(400 * 0.8).Within(0.5));
    }

    private float AtCapital(EliteKind kind) => model.Elite.AtCapital[model.Elite.Of(kind).From];

    private void Place() => new PlaceForces(model.Elite, model.Persons, model.Parameters.Force).Step();

    private Plot Begin(EliteKind kind, int place) => model.Plots.Begin(model.Elite.Of(kind).From + place, false, 0);

    private void Gather() => new GatherVeterans(model.Plots, model.Bystanders, model.Parameters).Step();

    private double Reaching(Rows rows, Func<int, bool>? isMeant = null) =>
        Enumerable.Range(rows.From, rows.Count).Count(row => row % 2 == 0 && isMeant?.Invoke(row) != false) * model.Persons.PerAgent(MassKind.Soldier) * 0.2 * 0.5;
}
