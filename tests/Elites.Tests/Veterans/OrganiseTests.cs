using Elites.Populations;
using Elites.Veterans;

namespace Elites.Tests.Veterans;

/// <summary>M19, organisations of veterans.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class OrganiseTests
{
    private readonly ElitesModel model = Trial.Make();

    [TestCase(Service.Veteran, 0, 0, 0.03)] // 0.1 a week x 0.3
    [TestCase(Service.Veteran | Service.Stressed, 0, 0, 0.06)] // twice as fast with a brutalisation of 1
    [TestCase(Service.Veteran, 0.5, 0, 0.015)]
    [TestCase(Service.Veteran, 0.5, 0.5, 0.0075)]
    [TestCase(Service.Serving, 0, 0, 0)]
    [TestCase(Service.Civilian, 0, 0, 0)]
    public void Step_GrievedVeteran_JoinsByTheRate(int service, double coOpted, double suppressed, double expected)
    {
        var (p, row) = (model.Parameters, model.Soldiers.Rows.From);
        (p.Veterans.Organising, p.Veterans.MembershipHalfLife, p.Veterans.Brutalisation) = (0.1, 1e9, 1);
        (p.Right.CoOpt, p.Right.Suppress) = (coOpted, suppressed);
        Make(row, (Service)service, 0.3f);
        Organise(row);
        Assert.That(model.Mass.Organised[row], Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void Step_GrievanceGone_HalfOfThemHaveLeftAfterAHalfLife()
    {
        var row = model.Soldiers.Rows.From;
        Make(row, Service.Veteran, 0);
        model.Mass.Organised[row] = 0.4f;
        for (var week = 0; week < 52; week++)
            Organise(row);
        Assert.That(model.Mass.Organised[row], Is.EqualTo(0.2).Within(1e-5));
    }

    [Test]
    public void Enrol_ANewPersonInTheRow_IsInNoOrganisation()
    {
        var row = model.Soldiers.Rows.From;
        model.Mass.Organised[row] = 0.4f;
        model.Mass.Enrol(row, model.Parameters.Veterans, Service.Serving);
        Assert.That(model.Mass.Organised[row], Is.Zero);
    }

    [Test]
    public void Recall_AVeteran_KeepsWhatTheFirstWarMadeOfHim()
    {
        var row = model.Soldiers.Rows.From;
        Make(row, Service.Veteran | Service.Stressed | Service.Armed, 0);
        (model.Mass.Betrayal[row], model.Mass.Trauma[row], model.Mass.Job[row], model.Mass.Organised[row]) = (0.6f, 1, Job.Civil, 0.5f);
        model.Mass.Recall(row);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Mass.Service[row], Is.EqualTo(Service.Serving | Service.Stressed | Service.Armed));
            Assert.That((model.Mass.Betrayal[row], model.Mass.Trauma[row], model.Mass.Job[row], model.Mass.Organised[row]), Is.EqualTo((0.6f, 1f, Job.Front, 0f)));
        }
    }

    [Test]
    public void Lasting_MembershipAtTheStart_StandsStill()
    {
        var row = model.Soldiers.Rows.From;
        Make(row, Service.Veteran | Service.Stressed, 0.2f);
        new Stage().Play(model.Mass, new ComeToOrganise(new Organise(new Clock(1), model.Parameters)), row);
        var before = model.Mass.Organised[row];
        Organise(row);
        Assert.That(model.Mass.Organised[row], Is.EqualTo(before).Within(1e-6).And.Positive);
    }

    private void Make(int row, Service service, float grievance)
    {
        (model.Mass.Service[row], model.Mass.Organised[row]) = (service, 0);
        Stage.Give(model.Mass.Grievance, row, grievance);
    }

    private void Organise(int row) => new Stage().Play(model.Mass, new Organise(new Clock(1), model.Parameters), row);
}
