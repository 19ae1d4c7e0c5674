using Elites.Populations;

namespace Elites.Tests.Populations;

/// <summary>Soldiers and veterans among the people.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class SoldiersTests
{
    private readonly ElitesModel model = Trial.Make(10_000);

    [Test]
    public void ShareInArms_ActiveVeterans_CountsThePersonsWithAWeaponAlone()
    {
        var rows = model.Soldiers.Rows;
        Assert.That(model.Soldiers.ShareInArms(), Is.Zero, "nobody protests");
        for (var row = rows.From; row < rows.From + 30; row++)
        {
            Stage.Give(model.Mass.IsActive, row, row < rows.From + 20);
            model.Mass.Service[row] = Service.Veteran | (row % 2 == rows.From % 2 ? Service.Armed : 0);
        }
        Assert.That(model.Soldiers.ShareInArms(), Is.EqualTo(10 * model.Persons.PerAgent(MassKind.Soldier) / model.Persons.All).Within(1e-12));
    }

    [Test]
    public void Protest_VeteransInArms_MakeTheCrowdStrongerThanItsNumber()
    {
        var rows = model.Soldiers.Rows;
        (model.Parameters.Protest.ArmedWeight, model.Parameters.Protest.IncidentsPerYear) = (6, 0);
        for (var row = rows.From; row < rows.To; row++)
        {
            (model.Mass.Service[row], model.Mass.Job[row]) = (Service.Veteran | Service.Armed, Job.Civil);
            model.Mass.Threshold.Initial[row] = -1;
            model.Mass.RiskAversion.Initial[row] = 0;
        }
        model.Advance();
        var armed = model.Soldiers.ShareInArms();
        Assert.That(armed, Is.Positive);
        Assert.That(model.Unrest.Strength, Is.EqualTo(model.Unrest.ActiveShare + 5 * armed).Within(1e-12));
    }
}
