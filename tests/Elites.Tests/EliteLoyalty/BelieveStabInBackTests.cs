using Elites.EliteLoyalty;
using Elites.People;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Tests.EliteLoyalty;

/// <summary>M17.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class BelieveStabInBackTests
{
    private readonly ElitesParameters parameters = new() { Right = { BeliefHalfLife = 26 } };
    private readonly Settlement settlement = new() { IsWar = false, Warness = 0, Terms = 0.2 };
    private readonly War war = new();
    private readonly Narrative narrative = new();
    private readonly Elite elite = Trial.Make().Elite;

    [Test]
    public void Step_OneWeek_GrowsAndFadesAsWorkedOutByHand()
    {
        // SB 2^(-1/26) + 0.05 (1 - SB) 0.8 0.9 at SB = 0.5
        Assert.That(Believe(0.5f, 1), Is.EqualTo(0.5 * Math.Pow(2, -1 / 26.0) + 0.05 * 0.5 * 0.8 * 0.9).Within(1e-6));
    }

    [TestCase(0f)]
    [TestCase(1f)]
    public void Step_FromAnyStart_GoesToTheFixpoint(float start)
    {
        var growth = 0.05 * 0.8 * 0.9;
        var fixpoint = growth / (growth + 1 - Math.Pow(2, -1 / 26.0));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new BelieveStabInBack(settlement, war, narrative, new Clock(1), parameters).Lasting, Is.EqualTo(fixpoint).Within(1e-6));
            Assert.That(Believe(start, 400), Is.EqualTo(fixpoint).Within(1e-5));
        }
    }

    [Test]
    public void Step_WithoutNarrative_FadesByHalfInAHalfLife()
    {
        narrative.Strength = 0;
        Assert.That(Believe(0.8f, 26), Is.EqualTo(0.4).Within(1e-5));
    }

    [Test]
    public void Step_NotOfTheRight_DoesNotBelieve()
    {
        var oligarch = elite.Of(EliteKind.Oligarch).From;
        new Stage().Play(elite, new BelieveStabInBack(settlement, war, narrative, new Clock(1), parameters), oligarch);
        Assert.That(elite.Belief[oligarch], Is.Zero);
    }

    [Test]
    public void IsOfTheRight_KindByKind_IsThePoolOfTheSpecification()
    {
        var large = Trial.Make(8_000, set: p => p.Population.Elite = 6_700).Elite;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Share(large, EliteKind.Ultranationalist), Is.EqualTo(1));
            Assert.That(Share(large, EliteKind.FieldOfficer), Is.EqualTo(1));
            // 1,500 officers: four standard deviations are 0.047.
            Assert.That(Share(large, EliteKind.SecurityOfficer), Is.EqualTo(0.3).Within(0.047));
            Assert.That(Share(large, EliteKind.Oligarch) + Share(large, EliteKind.General) + Share(large, EliteKind.Director), Is.Zero);
        }
    }

    private static double Share(Elite elite, EliteKind kind) => (double)elite.IsOfTheRight.Count(elite.Of(kind), true) / elite.Of(kind).Count;

    private float Believe(float start, int weeks)
    {
        var row = elite.Of(EliteKind.Ultranationalist).From;
        elite.Belief[row] = start;
        var stage = new Stage();
        for (var week = 0; week < weeks; week++)
            stage.Play(elite, new BelieveStabInBack(settlement, war, narrative, new Clock(1), parameters), row);
        return elite.Belief[row];
    }
}
