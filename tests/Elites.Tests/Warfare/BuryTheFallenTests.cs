using Agents.Spaces;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Tests.Warfare;

/// <summary>Casualties and their kin.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class BuryTheFallenTests
{
    private readonly ElitesModel model = Trial.Make(10_000);

    [Test]
    public void Make_FirstState_HoldsTheCasualtiesOfTheParameter() =>
        Assert.That(model.War.Casualties, Is.EqualTo(650_000));

    [Test]
    public void Step_AWeekOfWar_CountsSevenDays()
    {
        model.Advance();
        Assert.That(model.War.Casualties, Is.EqualTo(657_000));
    }

    [Test]
    public void Step_Peace_CountsNobodyAndMarksNobody()
    {
        model.Settlement.IsWar = false;
        var before = model.Mass.HasLostKin.Values.ToArray();
        new BuryTheFallen(model.Soldiers, new Households(model.Mass, Pairs(), model.Persons, model.Seed), model.War, model.Settlement, model.Moment, model.Parameters).Step();
        Assert.That(model.War.Casualties, Is.EqualTo(650_000));
        Assert.That(model.Mass.HasLostKin.Values.ToArray(), Is.EqualTo(before));
    }

    [Test]
    public void Step_EverySoldierFalls_MarksSoldiersSurelyAndCitizensByTheirWeight()
    {
        // Each soldier has one soldier and one citizen as kin; a soldier stands for 748 persons, a citizen for 14,427.
        model.Parameters.War.CasualtiesPerDay = 100_000;
        model.Mass.HasLostKin.All.Clear();
        new BuryTheFallen(model.Soldiers, new Households(model.Mass, Pairs(), model.Persons, model.Seed), model.War, model.Settlement, model.Moment, model.Parameters).Step();
        var (soldiers, citizens) = (model.Mass.Of(MassKind.Soldier), model.Mass.Of(MassKind.Citizen));
        using (Assert.EnterMultipleScope())
        {
            // A soldier is marked unless he is dead himself or his one comrade is at home or dies after him.
            Assert.That(model.Mass.HasLostKin.Count(soldiers, true), Is.GreaterThan(soldiers.Count / 2));
            // 936 draws of 0.0518: four standard deviations are 27.
            Assert.That(model.Mass.HasLostKin.Count(citizens, true), Is.EqualTo(48.5).Within(27));
        }
    }

    [Test]
    public void Step_EverySoldierFalls_SplitsThemByFate()
    {
        model.Parameters.War.CasualtiesPerDay = 100_000;
        var mass = model.Mass;
        var served = mass.Job.Count(mass.All, Job.Front);
        new BuryTheFallen(model.Soldiers, new Households(model.Mass, Pairs(), model.Persons, model.Seed), model.War, model.Settlement, model.Moment, model.Parameters).Step();
        using (Assert.EnterMultipleScope())
        {
            // Of 936 soldiers, four standard deviations are at most 55.
            Assert.That(model.Persons.Dead, Is.EqualTo(0.25 * served).Within(55));
            Assert.That(model.Soldiers.CameHome, Is.EqualTo(0.15 * served).Within(46));
            Assert.That(mass.Job.Count(mass.All, Job.Front), Is.EqualTo(served - model.Persons.Dead - model.Soldiers.CameHome));
            Assert.That(mass.Service.Count(mass.All, Service.Civilian), Is.EqualTo(mass.Count - mass.Of(MassKind.Soldier).Count + model.Persons.Dead));
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
