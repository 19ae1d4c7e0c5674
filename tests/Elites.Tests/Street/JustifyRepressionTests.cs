using Elites.Street;

namespace Elites.Tests.Street;

/// <summary>M11: repression and its justification.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class JustifyRepressionTests
{
    private readonly ElitesModel model = Trial.Make(set: p => p.Repression.Growth = 0);

    [SetUp]
    public void HalfOfItHangsOnJustification() => Repression.Justified = 0.5;

    private RepressionParameters Repression => model.Parameters.Repression;

    [Test]
    public void Step_InWar_IsRepressionInFull() => Assert.That(Justify(), Is.EqualTo(0.6).Within(1e-12));

    [TestCase(0, 0.6)]
    [TestCase(26, 0.45)] // J = 0.5: 0.6 (0.5 + 0.25)
    [TestCase(10_000, 0.3)]
    public void Step_AfterASettlement_LosesWhatTheWarJustified(double weeks, double expected)
    {
        Settle(weeks);
        Assert.That(Justify(), Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void Step_JustificationRetained_LosesNothing()
    {
        Repression.Retention = 1;
        Settle(10_000);
        Assert.That(Justify(), Is.EqualTo(0.6).Within(1e-12));
    }

    [Test]
    public void Step_OtherLevelAtPeace_IsJustifiedLikewise()
    {
        Repression.LevelAtPeace = 0.9;
        Settle(10_000);
        Assert.That(Justify(), Is.EqualTo(0.45).Within(1e-9));
    }

    [Test]
    public void Step_Ceasefire_KeepsPartOfBoth()
    {
        Settle(10_000);
        model.Settlement.Warness = 0.5;
        Assert.That(Justify(), Is.EqualTo(0.45).Within(1e-9));
    }

    [Test]
    public void Step_WantOfSupport_IsAnsweredByForce()
    {
        model.Society.Support = 0.35;
        Assert.That(Justify(), Is.EqualTo(0.8).Within(1e-12));
        Assert.That((model.Repression.Answer, model.Repression.OnElite), Is.EqualTo((0.2, 0.6)).Within(1e-12), "which frightens the street and nobody of the elite");
    }

    [Test]
    public void Step_ManyWeeksOfWar_GrowsByAShareOfTheWayAndNotAtPeace()
    {
        Repression.Growth = 0.02;
        for (var week = 0; week < 52; week++)
            Justify();
        var grown = model.Repression.Effective;
        Settle(0);
        Justify();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(grown, Is.EqualTo(0.6 + 0.4 * (1 - Math.Exp(-0.02))).Within(1e-9));
            Assert.That(model.Repression.Effective, Is.EqualTo(grown).Within(1e-12));
        }
    }

    private void Settle(double weeks) => (model.Settlement.IsWar, model.Settlement.Warness, model.Settlement.WeeksSettled) = (false, 0, weeks);

    private double Justify()
    {
        new JustifyRepression(model.Repression, model.Settlement, model.Society, model.Leader, model.Clock, model.Parameters).Step();
        return model.Repression.Effective;
    }
}
