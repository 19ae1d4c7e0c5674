using Elites.Coups;
using Elites.Populations;

namespace Elites.Tests.Coups;

/// <summary>M15: what can reach the capital.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class PlaceForcesTests
{
    private readonly ElitesModel model = Trial.Make(10_000, set: p => p.Force.FrontShare = 0.4);

    [Test]
    public void Step_InWar_OfficersForceIsPartlyAtTheFrontAndOtherForceIsNot()
    {
        Place();
        var atFront = 0.4 * Math.Min(1, model.Persons.ShareAtFront());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(atFront, Is.InRange(0.35, 0.4), "nearly all troops are at the front");
            Assert.That(Share(EliteKind.General), Is.EqualTo(1 - atFront).Within(1e-5));
            Assert.That(Share(EliteKind.FieldOfficer), Is.EqualTo(1 - atFront).Within(1e-5));
            Assert.That(Share(EliteKind.SecurityOfficer), Is.EqualTo(1));
            Assert.That(Share(EliteKind.Ultranationalist), Is.EqualTo(1));
        }
    }

    [Test]
    public void Step_Demobilised_AllForceIsAtHome()
    {
        var rows = model.Soldiers.Rows;
        for (var row = rows.From; row < rows.To; row++)
            model.Mass.Job[row] = Job.Civil;
        Place();
        Assert.That(Share(EliteKind.General), Is.EqualTo(1));
    }

    private void Place() => new PlaceForces(model.Elite, model.Persons, model.Parameters.Force).Step();

    private double Share(EliteKind kind)
    {
        var (rows, near, all) = (model.Elite.Of(kind), 0.0, 0.0);
        for (var row = rows.From; row < rows.To; row++)
            (near, all) = (near + model.Elite.AtCapital[row], all + model.Elite.Force[row]);
        return near / all;
    }
}
