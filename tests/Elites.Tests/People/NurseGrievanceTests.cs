using Elites.Economics;
using Elites.EliteLoyalty;
using Elites.People;
using Elites.Populations;

namespace Elites.Tests.People;

/// <summary>M8.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class NurseGrievanceTests
{
    private readonly ElitesParameters parameters = new() { Grievance = { Hardship = 0.52 } };
    private readonly Economy economy = new() { DefenceShare = 0.092, DefenceShareInWar = 0.092 };
    private readonly Stage stage = new();
    private readonly ElitesModel model = Trial.Make();

    // (1 - 0.5) (0.52 0.4 + 0.33 (3/4 - 1/2) + 0.39 0.2 + 0.26) = 0.31425
    [TestCase(0.2f, true, 0.31425)]
    [TestCase(0.2f, false, 0.18425)]
    [TestCase(0f, false, 0.14525)]
    public void Step_OneVeteran_GoesToTheTargetWorkedOutByHand(float betrayal, bool hasLostKin, double expected)
    {
        parameters.Grievance.Speed = 1;
        var row = MakeVeteran();
        (model.Mass.Betrayal[row], model.Mass.HasLostKin[row]) = (betrayal, hasLostKin);
        Nurse(row);
        Assert.That(model.Mass.Grievance.Next[row], Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void Step_DefaultSpeed_GoesATwentiethOfTheWayInAWeek()
    {
        var row = MakeVeteran();
        (model.Mass.Betrayal[row], model.Mass.HasLostKin[row]) = (0, false);
        Nurse(row);
        Assert.That(model.Mass.Grievance.Next[row], Is.EqualTo(0.05 * 0.14525).Within(1e-6));
    }

    [Test]
    public void Step_VeteranWithoutBenefits_MissesTheStatusHeExpects()
    {
        parameters.Grievance.Speed = 1;
        var row = MakeVeteran();
        (parameters.Veterans.Benefits, parameters.Veterans.Expectation) = (0, 1);
        (model.Mass.Betrayal[row], model.Mass.HasLostKin[row], model.Mass.Hardship[row]) = (0, false, 0);
        (model.Mass.Reference[row], model.Mass.Income[row]) = (1, 1);
        Nurse(row);
        // (1 - 0.5) 0.33 (2/3 - 1/2)
        Assert.That(model.Mass.Grievance.Next[row], Is.EqualTo(0.5 * 0.33 / 6).Within(1e-6));
        model.Mass.Service[row] = Service.Serving;
        Nurse(row);
        Assert.That(model.Mass.Grievance.Next[row], Is.Zero.Within(1e-6));
    }

    [TestCase(2, 0f)]
    [TestCase(1, 0.03f)]
    public void Step_DefenceWorker_GrievesForItsStandingOnlyOutsideTheIndustry(int job, float expected)
    {
        parameters.Grievance.Speed = 1;
        var row = model.Mass.Of(MassKind.DefenceWorker).From;
        Stage.Give(model.Mass.Grievance, row, 0);
        (model.Mass.Hardship[row], model.Mass.Reference[row], model.Mass.Income[row], model.Mass.Legitimacy[row]) = (0, 1, 1, 0.5f);
        (model.Mass.HasLostKin[row], model.Mass.Betrayal[row], model.Mass.Job[row]) = (false, 0.4f, (Job)job);
        Nurse(row);
        Assert.That(model.Mass.Grievance.Next[row], Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void Step_IncomeAboveTheReference_IsNoDeprivation()
    {
        parameters.Grievance.Speed = 1;
        var row = MakeVeteran();
        (model.Mass.Betrayal[row], model.Mass.HasLostKin[row]) = (0, false);
        (model.Mass.Reference[row], model.Mass.Income[row]) = (1, 3);
        Nurse(row);
        Assert.That(model.Mass.Grievance.Next[row], Is.EqualTo(0.5 * 0.52 * 0.4).Within(1e-6));
    }

    [Test]
    public void Weights_ByDefault_AddUpToNoMoreThanOneAndAHalf()
    {
        var p = new ElitesParameters().Grievance;
        Assert.That(p.Hardship + p.Deprivation + p.Betrayal + p.KinLoss, Is.LessThanOrEqualTo(1.5));
    }

    [Test]
    public void EliteStep_LossOfRentAndBelief_GoesToTheTargetWorkedOutByHand()
    {
        parameters.Grievance.Speed = 1;
        var elite = model.Elite;
        var row = elite.Of(EliteKind.Ultranationalist).From;
        (elite.RentGap[row], elite.Belief[row], elite.Blamer[row]) = (-0.5f, 0.5f, 0.3f);
        (elite.Heard[row], elite.HeardUsually[row]) = (0.3f, 0.1f);
        (model.Climate.Blame, model.Climate.LeaderShareOfBlame) = (0.2, 0.5);
        var p = parameters.Grievance;
        (p.EliteHardship, p.EliteBetrayal, p.EliteHearing, p.EliteBlame) = (1, 0.5, 0.15, 0.55);
        stage.Play(elite, new NurseEliteGrievance(new ProspectTable(parameters.Hardship), model.Circumstances, model.Climate, model.Leader, new Clock(1), parameters), row);
        // (1 - 0.4)(1 - (1 - 0.3/3) e^(-0.61129)), the war writing 0.4 off, 0.5 x 0.5, 0.15 (0.3 - 0.1), and 0.55 x 0.2 for one who blames the leader
        Assert.That(elite.Grievance.Next[row], Is.EqualTo(0.6 * (1 - 0.9 * 0.542651) + 0.25 + 0.03 + 0.11).Within(1e-4));
    }

    [Test]
    public void EliteStep_Remedies_TakeGrievanceBack()
    {
        var elite = model.Elite;
        float Target(EliteKind kind, Action<ElitesParameters> set)
        {
            var row = elite.Of(kind).From;
            (elite.RentGap[row], elite.Belief[row]) = (-0.2f, 0.5f);
            var before = parameters.Right.CoOpt;
            set(parameters);
            var target = 0f;
            parameters.Grievance.Speed = 1;
            stage.Play(elite, new NurseEliteGrievance(new ProspectTable(parameters.Hardship), model.Circumstances, model.Climate, model.Leader, new Clock(1), parameters), row);
            target = elite.Grievance.Next[row];
            parameters.Right.CoOpt = before;
            return target;
        }

        model.Settlement.Warness = 0;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Target(EliteKind.Ultranationalist, p => p.Right.CoOpt = 0.5), Is.EqualTo(Target(EliteKind.Ultranationalist, _ => { }) / 2).Within(1e-6), "posts");
            (model.Settlement.Terms, parameters.Loyalty.InquiryFear, parameters.Loyalty.InquiryRise) = (0.2, 0.4, 2);
            var inquiry = Target(EliteKind.General, p => p.Blame.Inquiry = 1) - Target(EliteKind.General, p => p.Blame.Inquiry = 0);
            Assert.That(inquiry, Is.EqualTo(parameters.Grievance.EliteInquiry * 0.4 * 2 * 0.8).Within(1e-6), "an inquiry closed");
            var unpaid = Target(EliteKind.Oligarch, _ => { });
            model.Leader.PayOff[0] = 1;
            Assert.That(Target(EliteKind.Oligarch, _ => { }), Is.LessThan(unpaid - 0.05), "rents");
        }
    }

    private int MakeVeteran()
    {
        var mass = model.Mass;
        var row = mass.Of(MassKind.Soldier).From;
        mass.Service[row] = Service.Veteran;
        parameters.Veterans.Benefits = 1;
        (mass.Hardship[row], mass.Reference[row], mass.Income[row], mass.Legitimacy[row]) = (0.4f, 3, 1, 0.5f);
        Stage.Give(mass.Grievance, row, 0);
        return row;
    }

    private void Nurse(int row) => stage.Play(model.Mass, new NurseGrievance(economy, parameters, new Clock(1)), row);
}
