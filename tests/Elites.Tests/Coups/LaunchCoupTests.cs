using Elites.Coups;
using Elites.Populations;

namespace Elites.Tests.Coups;

/// <summary>M15, the launch and what follows it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class LaunchCoupTests
{
    private readonly ElitesModel model = Trial.Make(seed: 3);

    private Rows Officers => model.Elite.Of(EliteKind.SecurityOfficer);

    [SetUp]
    public void FixTheConsequences()
    {
        var p = model.Parameters.Coup;
        (p.WeaknessByFailure, p.WeaknessHalfLife, p.FearByFailure, p.FearHalfLife) = (0.21, 40, 0.58, 26);
    }

    [TestCase(0.0, true)]
    [TestCase(1.1, false)]
    public void Step_EstimateAndThreshold_DecideWhetherAPlotStrikes(double launch, bool strikes)
    {
        MakePlot(0, 2);
        model.Parameters.Coup.Launch = launch;
        Launch();
        Assert.That(Names().Contains(Happenings.CoupAttempt), Is.EqualTo(strikes));
    }

    [Test]
    public void Step_ErrorOfThePlot_CanMakeItStrike()
    {
        var model = Trial.Make(seed: 3);
        model.Parameters.Coup.Launch = 2;
        var plot = model.Plots.Begin(Officers.From, false, 2);
        model.Plots.Join(plot, Officers.From + 1);
        new LaunchCoup(model.Plots, model.ForceByLoyalty, model.Bystanders, model.Office, model.Moment, model.Parameters).Step();
        Assert.That(model.Events.All.Select(happening => happening.Name), Has.Member(Happenings.CoupAttempt));
    }

    [Test]
    public void Step_PlotOfOne_NeverStrikes()
    {
        MakePlot(0, 1);
        model.Parameters.Coup.Launch = 0;
        Launch();
        Assert.That(model.Events.All, Is.Empty);
    }

    [Test]
    public void Step_SeveralPlots_OnlyTheSurestStrikes()
    {
        MakePlot(0, 2);
        var large = MakePlot(5, 6);
        (model.Parameters.Coup.Launch, model.Parameters.Coup.Exposure) = (0, 0);
        Launch();
        Assert.That(Names().Count(name => name == Happenings.CoupAttempt), Is.EqualTo(1));
        Assert.That(model.Plots.Alive, Has.No.Member(large));
        Assert.That(model.Plots.Alive, Has.Count.EqualTo(1));
    }

    [Test]
    public void Step_Failure_PurgesShowsWeaknessAndSpreadsFearThatFade()
    {
        var plot = MakePlot(0, 2);
        Fail();
        Launch();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(), Is.EqualTo(new[] { Happenings.CoupAttempt, Happenings.Plotter, Happenings.Plotter, Happenings.CoupFailed }));
            Assert.That(model.IsFinished, Is.False);
            Assert.That(model.Elite.Loyalty.Next[plot.Founder], Is.EqualTo(0.95f));
            Assert.That(model.Plots.Alive, Is.Empty);
            Assert.That(model.Leader.Weakness[0], Is.EqualTo(0.21).Within(1e-6));
            Assert.That(model.Leader.PurgeFear[0], Is.EqualTo(0.58).Within(1e-6));
        }
        for (var week = 0; week < 40; week++)
            Launch();
        Assert.That(model.Leader.Weakness[0], Is.EqualTo(0.105).Within(1e-5));
        Assert.That(model.Leader.PurgeFear[0], Is.EqualTo(0.58 * Math.Pow(2, -40 / 26.0)).Within(1e-5));
    }

    [TestCase(0, 1)]
    [TestCase(1, 0)]
    public void Step_Failure_ExposesOtherPlotsByTheirChance(double exposure, int left)
    {
        MakePlot(0, 4);
        MakePlot(6, 2);
        Fail();
        model.Parameters.Coup.Exposure = exposure;
        Launch();
        Assert.That(model.Plots.Alive, Has.Count.EqualTo(left));
        Assert.That(Names().Count(name => name == Happenings.PlotExposed), Is.EqualTo(1 - left));
    }

    [Test]
    public void Step_Success_RemovesTheLeader()
    {
        var plot = model.Plots.Begin(0, true, 0);
        for (var row = 1; row < model.Elite.Count; row++)
            model.Plots.Join(plot, row);
        model.Parameters.Coup.Launch = 0;
        Launch();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.IsFinished);
            Assert.That(Names(), Is.EqualTo([Happenings.CoupAttempt, .. Enumerable.Repeat(Happenings.Plotter, model.Elite.Count), Happenings.Removal]));
            Assert.That(model.Events.All[^1].Subject, Is.EqualTo(Happenings.Plotters));
            Assert.That(model.Events.All[^1].Details, Does.StartWith(Happenings.Ideology));
        }
    }

    [Test]
    public void Step_CrowdWasFaster_NoPlotStrikesAnymore()
    {
        MakePlot(0, 3);
        model.Parameters.Coup.Launch = 0;
        model.Office.Remove(model.Moment, Happenings.Crowd, 0.05, "");
        Launch();
        Assert.That(Names(), Is.EqualTo(new[] { Happenings.Removal }));
    }

    private void Launch() => new LaunchCoup(model.Plots, model.ForceByLoyalty, model.Bystanders, model.Office, model.Moment, model.Parameters).Step();

    /// <summary>Every plot strikes, and in a wholly loyal elite fails.</summary>
    private void Fail()
    {
        (model.Parameters.Coup.Launch, model.Parameters.Coup.Luck, model.Parameters.Coup.SignalNoise) = (0, 0, 0);
        for (var row = 0; row < model.Elite.Count; row++)
            Stage.Give(model.Elite.Loyalty, row, 1);
        model.Parameters.Coup.EvenOdds = 60_000;
    }

    private Plot MakePlot(int from, int members)
    {
        var plot = model.Plots.Begin(Officers.From + from, false, 0);
        for (var i = 1; i < members; i++)
            model.Plots.Join(plot, Officers.From + from + i);
        return plot;
    }

    private IEnumerable<string> Names() => model.Events.All.Select(happening => happening.Name);
}
