using Elites.Leadership;

namespace Elites.Tests.Leadership;

/// <summary>What the leader does at home.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class TakeRemedyTests
{
    private readonly ElitesModel model = Trial.Make(agents: 3_000);

    [TestCase((int)Remedy.Crackdown, Happenings.Crackdown)]
    [TestCase((int)Remedy.PayOff, Happenings.PayOff)]
    [TestCase((int)Remedy.Purge, Happenings.Purge)]
    [TestCase((int)Remedy.Scapegoat, Happenings.Scapegoat)]
    [TestCase((int)Remedy.Heir, Happenings.HeirNamed)]
    public void Step_AnyRemedy_IsRecorded(int remedy, string name)
    {
        Take((Remedy)remedy);
        Assert.That(model.Events.All.Select(happening => happening.Name), Is.EqualTo([name]));
    }

    [Test]
    public void Step_None_DoesNothing()
    {
        Take(Remedy.None);
        Assert.That(model.Events.All, Is.Empty);
    }

    [Test]
    public void Step_Purge_ReplacesTheLeastLoyalOfOneClanAndTheRestResentsIt()
    {
        var shown = model.Elite.PublicLoyalty.Values.ToArray();
        var before = model.Elite.Loyalty.Values.ToArray();
        var shocks = model.Climate.ClanShocks.ToArray();
        Take(Remedy.Purge);
        var clan = int.Parse(model.Events.All[0].Subject["clan ".Length..], System.Globalization.CultureInfo.InvariantCulture) - 1;
        var rows = Enumerable.Range(0, model.Elite.Count).Where(row => model.Elite.Clan[row] == clan).ToArray();
        var replaced = rows.Where(row => model.Elite.Loyalty.Next[row] != before[row]).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(replaced, Has.Length.EqualTo((int)Math.Ceiling(0.1 * rows.Length)).And.Length.EqualTo(model.Events.All[0].Value));
            Assert.That(replaced.Max(row => shown[row]), Is.LessThanOrEqualTo(rows.Except(replaced).Min(row => shown[row])), "those who showed least");
            Assert.That(model.Climate.ClanShocks[clan], Is.EqualTo(shocks[clan] - 0.3).Within(1e-12));
            Assert.That(model.Leader.PurgeFear[0], Is.EqualTo(0.2));
        }
    }

    [Test]
    public void Step_PurgeOfAPlotter_TakesHimOutOfHisPlot()
    {
        var elite = model.Elite;
        for (var row = 0; row < elite.Count; row++)
        {
            if (elite.Clan[row] == 0)
                elite.PublicLoyalty[row] = 0.3f;
        }
        var plotter = Enumerable.Range(0, elite.Count).First(row => elite.Clan[row] == 0);
        elite.PublicLoyalty[plotter] = 0.01f;
        model.Plots.Begin(plotter, false, 0);
        Take(Remedy.Purge);
        Assert.That(model.Plots.Alive, Is.Empty);
    }

    [Test]
    public void Run_FreeRemedies_HeTakesThem()
    {
        var trial = Trial.Run(1_000, 80, set: p => (p.Leader.Endogenous, p.Remedies.Price, p.Escalation.Considered) = (true, 0, false));
        Assert.That(trial.EventNames.Distinct(), Is.SupersetOf(new[] { Happenings.Purge, Happenings.Crackdown, Happenings.PayOff }));
    }

    [Test]
    public void Run_DearRemedies_HeTakesNone()
    {
        var trial = Trial.Run(1_000, 80, set: p => (p.Leader.Endogenous, p.Remedies.Price, p.Escalation.Considered) = (true, 200, false));
        Assert.That(trial.EventNames, Has.None.AnyOf(Happenings.Purge, Happenings.Crackdown, Happenings.PayOff, Happenings.Scapegoat, Happenings.HeirNamed));
    }

    private void Take(Remedy remedy) => new TakeRemedy(model.Leader, model.Plots, model.Climate, model.Moment, model.Parameters).Step(remedy);
}
