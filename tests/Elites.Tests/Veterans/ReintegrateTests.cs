using Elites.Populations;
using Elites.Veterans;

namespace Elites.Tests.Veterans;

/// <summary>M19, coming home.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class ReintegrateTests
{
    private readonly ElitesModel model = Trial.Make();
    private readonly Stage stage = new();
    private int soldier;

    [SetUp]
    public void TakeASoldier()
    {
        soldier = model.Mass.Of(MassKind.Soldier).From;
        model.Mass.Ideal.Initial[soldier] = 0.7f;
        (model.Mass.Job[soldier], model.Mass.Service[soldier], model.Mass.Trauma[soldier]) = (Job.Front, Service.Serving, 1);
        (model.Settlement.IsWar, model.Settlement.IsAnnouncement, model.Settlement.Terms) = (false, true, 0.5);
    }

    [Test]
    public void Step_TermsBelowASoldiersIdeal_BetrayHimAndItWearsOffAtHome()
    {
        Play(soldier);
        (model.Settlement.IsAnnouncement, model.Mass.Job[soldier]) = (false, Job.Civil);
        Assert.That(model.Mass.Betrayal[soldier], Is.EqualTo(0.2).Within(1e-6));
        for (var week = 0; week < 52; week++)
            Play(soldier);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Mass.Betrayal[soldier], Is.EqualTo(0.2 * Math.Exp(-0.5)).Within(1e-5));
            Assert.That(model.Mass.Trauma[soldier], Is.EqualTo(Math.Exp(-0.5)).Within(1e-5));
        }
    }

    [Test]
    public void Step_ProgrammeOfJobs_ReintegratesFaster()
    {
        (model.Settlement.IsAnnouncement, model.Mass.Job[soldier], model.Parameters.Veterans.Jobs) = (false, Job.Civil, 1);
        for (var week = 0; week < 52; week++)
            Play(soldier);
        Assert.That(model.Mass.Trauma[soldier], Is.EqualTo(Math.Exp(-1)).Within(1e-5));
    }

    [Test]
    public void Step_TermsAboveTheIdealOrNeverServed_NoBetrayal()
    {
        var civilian = soldier + 1;
        (model.Mass.Service[civilian], model.Mass.Ideal.Initial[civilian], model.Mass.Ideal.Initial[soldier]) = (Service.Civilian, 0.9f, 0.4f);
        Play(soldier);
        Play(civilian);
        Assert.That(model.Mass.Betrayal[soldier], Is.Zero);
        Assert.That(model.Mass.Betrayal[civilian], Is.Zero);
    }

    [Test]
    public void Step_SentHomeAtPeace_IsAVeteranWithHisBonus()
    {
        model.Mass.Job[soldier] = Job.None;
        Play(soldier);
        Assert.That(model.Mass.Service[soldier], Is.EqualTo(Service.Veteran));
        Assert.That(model.Mass.Windfall[soldier], Is.EqualTo(2));
    }

    [Test]
    public void Step_DefenceWorker_KeepsStandingWithTheJobAndForgetsItWithout()
    {
        var worker = model.Mass.Of(MassKind.DefenceWorker).From;
        (model.Mass.Job[worker], model.Mass.Betrayal[worker]) = (Job.Defence, 0.3f);
        Play(worker);
        Assert.That(model.Mass.Betrayal[worker], Is.EqualTo(1));
        model.Mass.Job[worker] = Job.Civil;
        Play(worker);
        Assert.That(model.Mass.Betrayal[worker], Is.EqualTo(Math.Exp(-0.5 / 52)).Within(1e-6));
    }

    private void Play(int row) => stage.Play(model.Mass, new Reintegrate(model.Settlement, model.Clock, model.Parameters), row);
}
