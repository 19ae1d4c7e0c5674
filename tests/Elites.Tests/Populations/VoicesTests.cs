using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Tests.Populations;

/// <summary>How the people's grievance reaches the elite.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class VoicesTests
{
    private readonly ElitesModel model = Trial.Make(10_000);

    private int Units => model.Parameters.Units.Count;

    [SetUp]
    public void NobodyIsGrieved()
    {
        for (var row = 0; row < model.Mass.Count; row++)
            model.Mass.Grievance.Next[row] = 0;
        Stage.Give(model.Mass.Grievance, 0, 0);
    }

    [Test]
    public void Listen_AUnitIsGrieved_ItsOfficersHearItAndGeneralsTheirShareOfIt()
    {
        var unit = model.Soldiers.OfUnit(3, Units);
        for (var row = unit.From; row < unit.To; row++)
            Stage.Give(model.Mass.Grievance, row, 0.6f);
        Hear();
        var officers = model.Elite.Of(EliteKind.FieldOfficer);
        using (Assert.EnterMultipleScope())
        {
            for (var row = officers.From; row < officers.To; row++)
                Assert.That(model.Elite.Heard[row], Is.EqualTo((row - officers.From) / 2 == 3 ? 0.6f : 0).Within(1e-6), "80 officers share out 40 units");
            Assert.That(model.Elite.Heard[model.Elite.Of(EliteKind.General).From], Is.EqualTo(0.6 * unit.Count / model.Soldiers.Rows.Count).Within(1e-6));
            Assert.That(model.Elite.Heard[model.Elite.Of(EliteKind.Oligarch).From], Is.Zero);
        }
    }

    [Test]
    public void Listen_APlantIsGrieved_OnlyItsDirectorHearsIt()
    {
        var (workers, directors) = (model.Mass.Of(MassKind.DefenceWorker), model.Elite.Of(EliteKind.Director));
        for (var row = workers.From; row < workers.To; row++)
            Stage.Give(model.Mass.Grievance, row, model.Mass.Region[row] == 0 ? 0.5f : 0);
        Hear();
        var hearing = Enumerable.Range(directors.From, directors.Count).Where(row => model.Elite.Heard[row] > 0).ToList();
        Assert.That(hearing, Is.EqualTo(new[] { directors.From }));
        Assert.That(model.Elite.Heard[directors.From], Is.EqualTo(0.5f).Within(1e-6));
    }

    [Test]
    public void Step_WhatIsHeardForYears_IsWhatOneIsUsedTo()
    {
        for (var row = model.Soldiers.Rows.From; row < model.Soldiers.Rows.To; row++)
            Stage.Give(model.Mass.Grievance, row, 0.4f);
        var general = model.Elite.Of(EliteKind.General).From;
        model.Elite.HeardUsually[general] = 0;
        model.Voices.Listen();
        for (var month = 0; month < 26; month++)
            new Stage().Play(model.Elite, new HearPeople(model.Voices, 4 / 104f), general);
        Assert.That(model.Elite.HeardUsually[general], Is.EqualTo(0.4 * (1 - Math.Pow(1 - 4 / 104.0, 26))).Within(1e-5), "about 1 - 1/e of it after two years");
    }

    [Test]
    public void Listen_RowsInNoOrderOfRegions_GivesTheMeansAllTheSame()
    {
        var rows = model.Mass.Of(MassKind.Citizen);
        for (var row = rows.From; row < rows.To; row++)
        {
            model.Mass.Region.Initial[row] = (row - rows.From) % model.Parameters.Ties.Regions;
            Stage.Give(model.Mass.Grievance, row, model.Mass.Region[row] == 5 ? 0.3f : 0);
        }
        Hear();
        var service = model.Elite.Of(EliteKind.SecurityOfficer);
        var heard = Enumerable.Range(service.From, service.Count).Select(row => model.Elite.Heard[row]).ToList();
        Assert.That(heard.Count(value => Math.Abs(value - 0.3) < 1e-6), Is.InRange(1, 2), "150 officers share out 80 regions");
    }

    private void Hear()
    {
        model.Voices.Listen();
        new Stage().PlayAll(model.Elite, new HearPeople(model.Voices, 1));
    }
}
