using Agents.Spaces;
using Elites.Populations;
using Elites.Street;

namespace Elites.Tests.Street;

/// <summary>M12.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class DecideProtestTests
{
    private const int Crowd = 50;
    private const float Anger = 1;

    private readonly ElitesParameters parameters = new();
    private readonly Unrest unrest = new() { Sparks = new double[80], YearOfActivity = [] };
    private readonly Repression repression = new();
    private readonly RiskTable risk = new();
    private readonly Stage stage = new();
    private readonly Mass mass = Trial.Make().Mass;

    [SetUp]
    public void EveryoneStaysAtHome()
    {
        risk.Set(parameters.Protest, 1);
        mass.Threshold.Initial.Fill(2);
        mass.RiskAversion.Initial.Fill(1);
        mass.Service.All.Clear();
        mass.Grievance.Next.Fill(Anger);
        for (var row = 0; row < mass.Count; row++)
            Stage.Give(mass.Grievance, row, Anger);
    }

    [TestCase(1, 0, 0.9)] // Epstein 2002: as many arresters as rebels
    [TestCase(1, 1, 0.683363)]
    [TestCase(0.6, 0, 0.748421)]
    [TestCase(1, 9, 0.205466)]
    public void RiskTable_ForceAndCrowd_GivesTheChanceOfArrest(double repression, int active, double expected)
    {
        risk.Set(parameters.Protest, repression);
        Assert.That(risk[active], Is.EqualTo(expected).Within(3e-4));
    }

    [Test]
    public void RiskTable_LargerCrowds_AreSafer()
    {
        for (var active = 1; active < 200; active++)
            Assert.That(risk[active], Is.LessThanOrEqualTo(risk[active - 1]));
    }

    [TestCase(0.209f, false)]
    [TestCase(0.2f, true)]
    public void Step_OnePersonAlone_ProtestsWhereNetGrievanceExceedsTheThreshold(float threshold, bool expected)
    {
        // 0.5 + a spark of 0.1 - 0.5 0.789 = 0.2055 where repression is at 0.6763.
        risk.Set(parameters.Protest, 0.6763);
        (mass.Threshold.Initial[0], mass.RiskAversion.Initial[0]) = (threshold, 0.5f);
        Stage.Give(mass.Grievance, 0, 0.5f);
        unrest.Sparks[mass.Region[0]] = 0.1;
        Protest(Ties(1));
        Assert.That(mass.IsActive[0], Is.EqualTo(expected));
    }

    [Test]
    public void Step_InJail_ServesTheSentenceAndStaysOffTheStreet()
    {
        (mass.Threshold.Initial[0], mass.Sentence[0]) = (-1, 2);
        var active = new List<bool>();
        var acquaintances = Ties(1);
        for (var week = 0; week < 3; week++)
        {
            Protest(acquaintances);
            stage.PlayAll(mass, new ServeSentence());
            active.Add(mass.IsActive[0]);
        }
        Assert.That(active, Is.EqualTo(new[] { false, false, true }));
    }

    // Granovetter 1978: thresholds 0, 1, 2, ... bring everyone out; without the person of threshold 1 only one comes.
    [TestCase(false, Crowd)]
    [TestCase(true, 1)]
    public void Step_GranovettersTwoCrowds_DifferByOnePersonAndEndFarApart(bool isOneReplaced, int expected)
    {
        for (var row = 0; row < Crowd; row++)
            mass.Threshold.Initial[row] = ThresholdOf(row == 1 && isOneReplaced ? 2 : row);
        var acquaintances = Ties(Crowd);
        for (var week = 0; week < Crowd + 5; week++)
            Protest(acquaintances);
        Assert.That(mass.IsActive.Count(mass.All, true), Is.EqualTo(expected));
    }

    [Test]
    public void Step_GranovettersCrowd_GrowsByOnePersonAWeek()
    {
        for (var row = 0; row < Crowd; row++)
            mass.Threshold.Initial[row] = ThresholdOf(row);
        var acquaintances = Ties(Crowd);
        for (var week = 1; week <= 10; week++)
        {
            Protest(acquaintances);
            Assert.That(mass.IsActive.Count(mass.All, true), Is.EqualTo(week));
        }
    }

    /// <summary>The threshold of one who protests once so many others do.</summary>
    private float ThresholdOf(int others) =>
        others == 0 ? Anger - risk[0] - 0.001f : Anger - (risk[others - 1] + risk[others]) / 2;

    /// <summary>The first so many people all know each other; the rest know nobody.</summary>
    private NeighbourCount Ties(int people)
    {
        var links = new List<Link>();
        for (var one = 0; one < people; one++)
        {
            for (var other = one + 1; other < people; other++)
                links.Add(new Link(one, other));
        }
        return new NeighbourCount(Network.FromLinks(mass.Count, [.. links], isDirected: false));
    }

    private void Protest(NeighbourCount acquaintances)
    {
        stage.PlayAll(mass, new DecideProtest(acquaintances, -1, unrest, repression, risk, parameters));
        acquaintances.Commit(mass.IsActive);
    }
}
