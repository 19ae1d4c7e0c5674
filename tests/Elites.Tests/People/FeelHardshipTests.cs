using Elites.Economics;
using Elites.EliteLoyalty;
using Elites.People;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Tests.People;

/// <summary>M7.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class FeelHardshipTests
{
    private readonly ElitesModel model = Trial.Make();
    private readonly Stage stage = new();
    private readonly ElitesParameters parameters;
    private readonly Economy economy;
    private readonly Settlement settlement;
    private readonly Mass mass;
    private readonly Elite elite;
    private int citizen;

    public FeelHardshipTests() =>
        (parameters, economy, settlement, mass, elite) = (model.Parameters, model.Economy, model.Settlement, model.Mass, model.Elite);

    [SetUp]
    public void MakeACitizenInWork()
    {
        citizen = mass.Of(MassKind.Citizen).From;
        mass.WageLevel.Initial.Fill(1);
        mass.Windfall.All.Clear();
        (mass.Job[citizen], mass.Reference[citizen], mass.Floor.Initial[citizen]) = (Job.Civil, 1, 0.2f);
    }

    [TestCase(0.5f, 104, 0.75f)]
    [TestCase(2f, 156, 1.5f)]
    public void Step_SteadyIncome_ClosesHalfTheGapInAHalfLife(float reference, int weeks, float expected)
    {
        mass.Reference[citizen] = reference;
        for (var week = 0; week < weeks; week++)
            Feel();
        Assert.That(mass.Reference[citizen], Is.EqualTo(expected).Within(2e-5));
    }

    [TestCase(1, 0.12f)]
    [TestCase(0.5, 0.16f)]
    [TestCase(0, 0.2f)]
    public void Step_IncomeAtTheReference_HardshipIsTheFloorLessTheWriteOff(double warness, float expected)
    {
        settlement.Warness = warness;
        Feel();
        Assert.That(mass.Hardship[citizen], Is.EqualTo(expected).Within(1e-6));
    }

    [TestCase(2f, 0.565879f)] // z = -1/2: v = -2.25 (1/2)^0.88 = -1.22255; 1 - 0.8 e^(v/2) = 0.56588
    [TestCase(0.5f, 0.121306f)] // z = 1: v = 1; 0.2 e^(-1/2)
    public void Step_LossOrGainAtPeace_IsAsWorkedOutByHand(float reference, float expected)
    {
        settlement.Warness = 0;
        mass.Reference[citizen] = reference;
        Feel();
        Assert.That(mass.Hardship[citizen], Is.EqualTo(expected).Within(3e-4));
    }

    [TestCase(3, 0, 3f)]
    [TestCase(2, 1, 1.5f)]
    [TestCase(1, 2, 1f)]
    [TestCase(0, 2, 0.35f)]
    [TestCase(1, 0, 1.1f)]
    [TestCase(0, 0, 0.45f)]
    public void Step_EachJobAndKind_PaysItsWage(int jobNumber, int kindNumber, float expected)
    {
        var (job, kind) = ((Job)jobNumber, (MassKind)kindNumber);
        economy.Potential = 1.2;
        var row = mass.Of(kind).From;
        mass.Job[row] = job;
        mass.Service[row] = kind == MassKind.Soldier ? Service.Veteran : Service.Civilian;
        Feel(row);
        Assert.That(mass.Income[row], Is.EqualTo(1.2f * expected).Within(1e-6));
    }

    [Test]
    public void RentStep_BudgetCut_FollowsTheExposureAndAdaptsByTheElitesHalfLife()
    {
        economy.DefenceShare = 0.046;
        var director = elite.Of(EliteKind.Director).From;
        elite.Reference[director] = 1;
        stage.Play(elite, new FeelRents(economy, new Clock(1), parameters), director);
        Assert.That(elite.RentGap[director], Is.EqualTo(-0.3f).Within(1e-5));
        parameters.Hardship.EliteHalfLife = 0.5;
        elite.Reference[director] = 1;
        for (var week = 0; week < 26; week++)
            stage.Play(elite, new FeelRents(economy, new Clock(1), parameters), director);
        Assert.That(elite.Reference[director], Is.EqualTo(0.85f).Within(1e-5));
    }

    [TestCase(-0.04, -0.04f)]
    [TestCase(0.02, 0.02f)]
    public void RentStep_OutputGap_MovesRentsWithIt(double gap, float expected)
    {
        economy.Gap = gap;
        var oligarch = elite.Of(EliteKind.Oligarch).From;
        elite.Reference[oligarch] = 1;
        stage.Play(elite, new FeelRents(economy, new Clock(1), parameters), oligarch);
        Assert.That(elite.RentGap[oligarch], Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void Step_PoorRegion_PaysCivilWagesByItsLevelAndSoldiersAlike()
    {
        mass.WageLevel.Initial[citizen] = 0.5f;
        Feel();
        Assert.That(mass.Income[citizen], Is.EqualTo(0.5f).Within(1e-6));
        mass.Job[citizen] = Job.Front;
        Feel();
        Assert.That(mass.Income[citizen], Is.EqualTo(3f).Within(1e-6));
    }

    [TestCase(0, 1.6f)]
    [TestCase(13, 1.3f)]
    [TestCase(26, 1f)]
    [TestCase(60, 1f)]
    public void Step_WindfallAfterASettlement_RunsOutInAStraightLine(double weeks, float expected)
    {
        (settlement.Warness, settlement.WeeksSettled, mass.Windfall[citizen]) = (0, weeks, 0.6f);
        Feel();
        Assert.That(mass.Income[citizen], Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void Step_BonusTaperedLonger_IsFeltLess()
    {
        var hardest = new List<float>();
        foreach (var weeks in new double[] { 1, 26, 104, 208 })
        {
            parameters.Labour.BonusTaperWeeks = weeks;
            (settlement.Warness, mass.Windfall[citizen], mass.Reference[citizen]) = (0, 2, 3);
            var worst = 0f;
            for (settlement.WeeksSettled = 0; settlement.WeeksSettled < 260; settlement.WeeksSettled++)
            {
                Feel();
                worst = Math.Max(worst, mass.Hardship[citizen]);
            }
            hardest.Add(worst);
        }
        Assert.That(hardest, Is.Ordered.Descending);
    }

    private void Feel() => Feel(citizen);

    private void Feel(int row)
    {
        stage.Play(mass, new EarnIncome(model.Economy, model.Settlement, model.Parameters), row);
        stage.Play(mass, new FeelHardship(model.Prospect, model.Settlement, model.Clock, model.Parameters.Hardship), row);
    }
}
