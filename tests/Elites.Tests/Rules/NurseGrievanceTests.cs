using Elites.Parameters;
using Elites.Rules;

namespace Elites.Tests.Rules;

/// <summary>M8.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class NurseGrievanceTests
{
    private readonly ElitesParameters parameters = new();
    private readonly Economy economy = new() { DefenceShare = 0.092, DefenceShareInWar = 0.092 };
    private readonly Politics politics = new() { ClanShocks = [], Sparks = [], YearOfActivity = [] };
    private readonly Stage stage = new();
    private readonly ElitesModel model = Trial.Make();

    // (1 - 0.5) (0.52 0.4 + 0.33 (3/4 - 1/2) + 0.39 0.2 + 0.26) = 0.31425
    [TestCase(0.2f, true, 0.31425)]
    [TestCase(0.2f, false, 0.18425)]
    [TestCase(0f, false, 0.14525)]
    public void Step_OneVeteran_GoesToTheTargetWorkedOutByHand(float betrayal, bool hasLostKin, double expected)
    {
        (parameters.Grievance.Speed, parameters.Grievance.Reintegration) = (1, 0);
        var row = MakeVeteran();
        (model.Mass.Betrayal[row], model.Mass.HasLostKin[row]) = (betrayal, hasLostKin);
        Nurse(row);
        Assert.That(model.Mass.Grievance.Next[row], Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void Step_DefaultSpeed_GoesATwentiethOfTheWay()
    {
        var row = MakeVeteran();
        (model.Mass.Betrayal[row], model.Mass.HasLostKin[row]) = (0, false);
        Nurse(row);
        Assert.That(model.Mass.Grievance.Next[row], Is.EqualTo(0.05 * 0.14525).Within(1e-6));
    }

    [Test]
    public void Step_TermsBelowASoldiersIdeal_BetrayHimAndItWearsOff()
    {
        var row = MakeVeteran();
        model.Mass.Ideal.Initial[row] = 0.7f;
        (politics.IsAnnouncement, politics.Terms) = (true, 0.5);
        Nurse(row);
        Assert.That(model.Mass.Betrayal[row], Is.EqualTo(0.2).Within(1e-6));
        politics.IsAnnouncement = false;
        for (var week = 0; week < 52; week++)
            Nurse(row);
        Assert.That(model.Mass.Betrayal[row], Is.EqualTo(0.2 * Math.Exp(-0.5)).Within(1e-5));
    }

    [Test]
    public void Step_TermsAboveASoldiersIdealOrACitizen_NoBetrayal()
    {
        var soldier = MakeVeteran();
        var citizen = model.Mass.Of(MassKind.Citizen).From;
        (model.Mass.Ideal.Initial[soldier], model.Mass.Ideal.Initial[citizen]) = (0.4f, 0.9f);
        (politics.IsAnnouncement, politics.Terms) = (true, 0.5);
        Nurse(soldier);
        Nurse(citizen);
        Assert.That(model.Mass.Betrayal[soldier], Is.Zero);
        Assert.That(model.Mass.Betrayal[citizen], Is.Zero);
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
    public void Weights_ByDefault_AddUpToOneAndAHalf()
    {
        var p = parameters.Grievance;
        Assert.That(p.Hardship + p.Deprivation + p.Betrayal + p.KinLoss, Is.EqualTo(1.5).Within(1e-12));
    }

    [Test]
    public void EliteStep_LossOfRentAndBelief_GoesToTheTargetWorkedOutByHand()
    {
        parameters.Grievance.Speed = 1;
        var elite = model.Elite;
        var row = elite.Of(EliteKind.Ultranationalist).From;
        Stage.Give(elite.Loyalty, row, 0.6f);
        (elite.RentGap[row], elite.Belief[row]) = (-0.5f, 0.5f);
        stage.Play(elite, new NurseEliteGrievance(new ProspectTable(parameters.Hardship), politics, parameters), row);
        // (1 - 0.6) (0.52 (1 - 0.4)(1 - (1 - 0.3/3) e^(-0.61129)) + 0.39 0.5), the war writing 0.4 off
        Assert.That(elite.Grievance.Next[row], Is.EqualTo(0.4 * (0.52 * 0.6 * (1 - 0.9 * 0.542651) + 0.195)).Within(1e-4));
    }

    private int MakeVeteran()
    {
        var mass = model.Mass;
        var row = mass.Of(MassKind.Soldier).From;
        (mass.Hardship[row], mass.Reference[row], mass.Income[row], mass.Legitimacy[row]) = (0.4f, 3, 1, 0.5f);
        Stage.Give(mass.Grievance, row, 0);
        return row;
    }

    private void Nurse(int row) => stage.Play(model.Mass, new NurseGrievance(economy, politics, parameters), row);
}
