using Elites.Populations;

namespace Elites.Tests;

/// <summary>Nobody appears from nowhere or is lost: people, and those who pass through the army.</summary>
public class PeopleTests
{
    private static readonly MassKind[] Kinds = Enum.GetValues<MassKind>();

    [TestCase(null)]
    [TestCase(30)]
    public void Run_WarOrSettlement_PersonsAddUpEveryTick(int? settleAt)
    {
        var model = Quiet();
        var before = Living(model);
        for (var tick = 0; tick < 90; tick++)
        {
            if (tick == settleAt)
                model.Parameters.Settlement.Terms = 0.4;
            model.Advance();
            var dead = model.Persons.Dead * model.Persons.PerAgent(MassKind.Soldier);
            Assert.That(Living(model) + dead, Is.EqualTo(before).Within(1e-3));
        }
        Assert.That(model.Persons.Dead, Is.Positive);
    }

    [TestCase(0.7)]
    [TestCase(0.5)]
    [TestCase(0.3)]
    public void Run_TroopsOfSomeNumber_TheArmysBookBalancesAndItsRanksFollow(double troops)
    {
        var model = Quiet();
        var (serving, veterans) = Count(model);
        for (var tick = 0; tick < 120; tick++)
        {
            model.War.Troops = troops;
            if (tick == 80)
                model.Parameters.Settlement.Terms = 0.4;
            var (home, settled, recruited, dead) = (model.Soldiers.CameHome, model.Soldiers.SettledIn, model.Soldiers.Recruited, model.Persons.Dead);
            model.Advance();
            var soldiers = model.Soldiers;
            var (servingNow, veteransNow) = Count(model);
            Assert.That(veteransNow - veterans, Is.EqualTo(soldiers.CameHome - home - (soldiers.SettledIn - settled)), $"veterans of tick {tick}");
            Assert.That(servingNow - serving, Is.EqualTo(soldiers.Recruited - recruited - (model.Persons.Dead - dead) - (soldiers.CameHome - home)), $"soldiers of tick {tick}");
            (serving, veterans) = (servingNow, veteransNow);
            if (tick == 79)
                Assert.That(serving * model.Persons.PerAgent(MassKind.Soldier) / 1e6, Is.InRange(troops - 0.01, Math.Max(troops, 0.5) + 0.01));
        }
        Assert.That(serving, Is.Zero);
    }

    [Test]
    public void Run_WarGoesOn_RanksStayAtTheTroops()
    {
        var trial = Trial.Run(5_000, 104, set: Still);
        Assert.That(trial.Series("at_front"), Is.All.EqualTo(1).Within(0.01));
    }

    [Test]
    public void Run_WithoutAWar_NobodyIsASoldier()
    {
        var model = Trial.Make(2_000, set: p => p.War.Enabled = false);
        var rows = model.Mass.Of(MassKind.Soldier);
        Assert.That(model.Mass.Job.Count(rows, Job.Front), Is.Zero);
        Assert.That(model.Mass.Service.Count(rows, Service.Civilian), Is.EqualTo(rows.Count));
    }

    [Test]
    public void Run_Casualties_DieAtTheirShare()
    {
        var model = Quiet();
        for (var tick = 0; tick < 104; tick++)
            model.Advance();
        // About 520 deaths of agents: four standard deviations are 92 of them.
        var expected = 0.25 * 7_000 * 104 / model.Persons.PerAgent(MassKind.Soldier);
        Assert.That(model.Persons.Dead, Is.EqualTo(expected).Within(4 * Math.Sqrt(expected)));
    }

    private static double Living(ElitesModel model) =>
        Kinds.Sum(kind => Enum.GetValues<Job>().Sum(job => model.Mass.Job.Count(model.Mass.Of(kind), job)) * model.Persons.PerAgent(kind));

    private static (int Serving, int Veterans) Count(ElitesModel model)
    {
        var (serving, veterans) = (0, 0);
        foreach (var record in model.Mass.Service.Values)
        {
            serving += record.HasFlag(Service.Serving) ? 1 : 0;
            veterans += record.HasFlag(Service.Veteran) ? 1 : 0;
        }
        return (serving, veterans);
    }

    private static ElitesModel Quiet() => Trial.Make(5_000, set: Still);

    private static void Still(ElitesParameters p) =>
        (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled, p.Succession.Enabled) = (false, false, false, false);
}
