using Elites.Forces;
using Elites.Populations;

namespace Elites.Tests.Forces;

/// <summary>M18.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class MutinyTests
{
    private readonly ElitesModel model = Trial.Make(2_000);

    [Test]
    public void Target_WarAsItIs_IsWorkedOutByHand()
    {
        (model.War.VictoryChance, model.War.Supply, model.War.Troops, model.War.Intensity) = (0.45, 0.8, 0.7, 1);
        // .7 + .3 (.45 - .35) - 10 x 7,000/700,000 - .5 x .2
        Assert.That(new WearDownMorale(model.Army, model.War, model.Settlement, model.Economy, model.Moment, model.Parameters).Target(0), Is.EqualTo(0.7 + 0.03 - 0.1 - 0.1).Within(1e-12));
        model.Economy.HasCurrencyCrisis = true;
        Assert.That(new WearDownMorale(model.Army, model.War, model.Settlement, model.Economy, model.Moment, model.Parameters).Target(0), Is.EqualTo(0.53 - model.Parameters.Units.Arrears).Within(1e-12));
    }

    [Test]
    public void Step_UnitsBelowTheBound_MutinyAndRaiseTheBoundOfTheirNeighbours()
    {
        var army = model.Army;
        army.Muster();
        Array.Fill(army.Morale, 0.6);
        (army.Morale[10], army.Morale[11], army.Morale[12]) = (0.19, 0.28, 0.19);
        Mutiny();
        Assert.That(Mutinous(), Is.EqualTo(new[] { 10, 12 }));
        Mutiny();
        Assert.That(Mutinous(), Is.EqualTo(new[] { 10, 11, 12 }), "both neighbours raise the bound by a tenth");
        Assert.That(model.Events.All.Count(happening => happening.Name == Happenings.Mutiny), Is.EqualTo(3));
    }

    [TestCase(6, false)]
    [TestCase(7, true)]
    public void Step_MutiniesOfFourWeeks_CollapseTheFrontAboveTheirShare(int mutinies, bool collapses)
    {
        var army = model.Army;
        army.Muster();
        Array.Fill(army.Morale, 0.6);
        for (var unit = 0; unit < mutinies; unit++)
            army.Morale[5 * unit] = 0.1;
        Mutiny();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.War.HasCollapsed, Is.EqualTo(collapses), "15 % of 40 units are 6");
            Assert.That(model.Leader.Weakness[0], Is.EqualTo(mutinies / 40.0 + (collapses ? 0.5 : 0)).Within(1e-12));
        }
    }

    [Test]
    public void Step_NobodyAtTheFront_NobodyMutinies()
    {
        model.Mass.Job.All.Fill(Job.Civil);
        model.Army.Muster();
        Array.Fill(model.Army.Morale, 0);
        Mutiny();
        Assert.That(Mutinous(), Is.Empty);
    }

    [Test]
    public void Run_WarGoesOn_MoraleStaysAndNobodyMutinies()
    {
        foreach (var seed in Enumerable.Range(1, 6))
        {
            var trial = Trial.Run(1_000, 260, seed, p => (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled, p.Succession.Enabled) = (false, false, false, false));
            using (Assert.EnterMultipleScope())
            {
                Assert.That(trial.Series("morale").Average(), Is.EqualTo(0.6).Within(0.06));
                Assert.That(trial.Series("mutinous_units"), Is.All.Zero);
            }
        }
    }

    private void Mutiny() => new Mutiny(model.Army, model.War, model.Settlement, model.Leader, model.Moment, model.Parameters.Units).Step();

    private int[] Mutinous() => [.. Enumerable.Range(0, model.Army.IsMutinous.Length).Where(unit => model.Army.IsMutinous[unit])];
}
