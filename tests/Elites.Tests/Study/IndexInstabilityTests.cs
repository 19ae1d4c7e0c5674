using Elites.Study;

namespace Elites.Tests.Study;

/// <summary>M24.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class IndexInstabilityTests
{
    private readonly ElitesModel model = Trial.Make();

    [SetUp]
    public void HoldStill() => (model.Economy.Deficit, model.Economy.Unemployment) = (0, 0);

    [Test]
    public void Step_WageOfTheStartAndNothingMoves_StaysAtItsScale()
    {
        model.Instability.AtStart = 0;
        Index();
        Assert.That(Index(), Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void Step_WagesHalved_RisesAsWorkedOutByHand()
    {
        (model.Instability.AtStart, model.Instability.Aspirants, model.Economy.Gap) = (0, 1, 0);
        Index();
        model.Economy.Gap = -0.5;
        // MMP doubles; e grows by 0.1 (1 - 0.5)/0.5 a year; eps goes from 0.5/1 to 0.75/e.
        var aspirants = 1 + 0.1 / 52;
        Assert.That(Index(), Is.EqualTo(2 * aspirants / (0.75 / aspirants) * 0.5).Within(1e-9));
    }

    [Test]
    public void Step_DebtDoublesOrTrustHalves_ScalesWithThem()
    {
        var before = Index();
        model.Instability.Debt *= 2;
        Assert.That(Index(), Is.EqualTo(2 * before).Within(1e-9));
        model.Society.Support = 1 - 0.5 * (1 - model.Society.Support);
        Assert.That(Index(), Is.EqualTo(before).Within(1e-9));
    }

    private double Index()
    {
        new IndexInstability(model.Instability, model.Economy, model.Society, model.Clock).Step();
        return model.Instability.Index;
    }
}
