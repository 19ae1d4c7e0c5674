using Agents.Spaces;
using Elites.Rules;

namespace Elites.Tests.Rules;

/// <summary>Casualties and their kin.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class BuryTheFallenTests
{
    private readonly ElitesModel model = Trial.Make(10_000);

    [Test]
    public void Make_FirstState_HoldsTheCasualtiesOfTheParameter() =>
        Assert.That(model.Politics.Casualties, Is.EqualTo(650_000));

    [Test]
    public void Step_AWeekOfWar_CountsSevenDays()
    {
        model.Advance();
        Assert.That(model.Politics.Casualties, Is.EqualTo(657_000));
    }

    [Test]
    public void Step_Peace_CountsNobodyAndMarksNobody()
    {
        model.Politics.IsWar = false;
        var before = model.Mass.HasLostKin.Values.ToArray();
        new BuryTheFallen(model, Pairs(), model.Parameters).Step();
        Assert.That(model.Politics.Casualties, Is.EqualTo(650_000));
        Assert.That(model.Mass.HasLostKin.Values.ToArray(), Is.EqualTo(before));
    }

    [Test]
    public void Step_EverySoldierFalls_MarksSoldiersSurelyAndCitizensByTheirWeight()
    {
        // Each soldier has one soldier and one citizen as kin; a soldier stands for 583 persons, a citizen for 14,729.
        model.Parameters.War.CasualtiesPerDay = 100_000;
        model.Mass.HasLostKin.All.Clear();
        new BuryTheFallen(model, Pairs(), model.Parameters).Step();
        var (soldiers, citizens) = (model.Mass.Of(MassKind.Soldier), model.Mass.Of(MassKind.Citizen));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Mass.HasLostKin.Count(soldiers, true), Is.EqualTo(soldiers.Count));
            // 1,200 draws of 0.0396: four standard deviations are 27.
            Assert.That(model.Mass.HasLostKin.Count(citizens, true), Is.EqualTo(47.5).Within(27));
        }
    }

    private Network Pairs()
    {
        var (soldiers, citizens) = (model.Mass.Of(MassKind.Soldier), model.Mass.Of(MassKind.Citizen));
        var links = new List<Link>();
        for (var i = 0; i < soldiers.Count; i++)
        {
            links.Add(new Link(soldiers.From + i, citizens.From + i));
            if (i % 2 == 0)
                links.Add(new Link(soldiers.From + i, soldiers.From + i + 1));
        }
        return Network.FromLinks(model.Mass.Count, [.. links], isDirected: false);
    }
}
