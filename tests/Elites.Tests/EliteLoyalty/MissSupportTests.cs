using Elites.EliteLoyalty;

namespace Elites.Tests.EliteLoyalty;

/// <summary>M13: what the elite sees of the people's support, and gets used to.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class MissSupportTests
{
    private readonly ElitesModel model = Trial.Make(set: p => (p.Loyalty.SupportWanted, p.Loyalty.SeesThrough, p.Grievance.HearingYears) = (0.55, 0.25, 2));

    [SetUp]
    public void NothingIsWanting() => (model.Climate.Want, model.Climate.WantUsually) = (0, 0);

    // Of the .08 that people hide a quarter is seen through: .41 + .75 x .08 = .47.
    [TestCase(0.41, 0.49, 0.08)]
    [TestCase(0.6, 0.7, 0)]
    public void Step_SupportThatPartlyShows_IsWantingBelowWhatIsWanted(double support, double shown, double expected)
    {
        (model.Society.Support, model.Repression.PublicSupport) = (support, shown);
        MissSupport().Step();
        Assert.That(model.Climate.Want, Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void Step_LastingWant_IsWhatOneIsUsedToAfterYears()
    {
        (model.Society.Support, model.Repression.PublicSupport) = (0.35, 0.35);
        for (var week = 0; week < 104; week++)
            MissSupport().Step();
        Assert.That(model.Climate.WantUsually, Is.EqualTo(0.2 * (1 - Math.Pow(103 / 104.0, 104))).Within(1e-12), "about 1 - 1/e of it after two years");
    }

    [Test]
    public void Begin_OfAWorld_IsUsedToWhatIsWanting()
    {
        (model.Society.Support, model.Repression.PublicSupport) = (0.35, 0.35);
        MissSupport().Begin();
        Assert.That((model.Climate.Want, model.Climate.WantUsually), Is.EqualTo((0.2, 0.2)).Within(1e-12));
    }

    private MissSupport MissSupport() => new(model.Climate, model.Circumstances, model.Clock, model.Parameters);
}
