using Elites.Street;

namespace Elites.Tests.Street;

/// <summary>M11: what people show (Kuran 1989).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class FalsifyPreferencesTests
{
    private readonly ElitesModel model = Trial.Make();
    private readonly RepressionParameters parameters = new();

    // Risk 0.6 0.8 = 0.48 against integrity 3 (1 - 0.5) 0.3 = 0.45 and 3 (1 - 0.4) 0.3 = 0.54.
    [TestCase(0.5f, 0.5f, 0.8f)]
    [TestCase(0.5f, 0.4f, 0.5f)]
    [TestCase(0.9f, 1f, 0.9f)]
    public void Step_RiskAgainstIntegrity_DecidesWhatIsShown(float loyalty, float aversion, float expected)
    {
        (model.Repression.Effective, model.Repression.PublicSupport) = (0.6, 0.8);
        model.Mass.RiskAversion.Initial[0] = aversion;
        Stage.Give(model.Mass.Loyalty, 0, loyalty);
        new Stage().PlayAll(model.Mass, new FalsifyPreferences(model.Repression, parameters));
        Assert.That(model.Mass.PublicLoyalty[0], Is.EqualTo(expected));
    }

    [Test]
    public void Step_MechanismOff_EverybodyIsHonest()
    {
        parameters.Enabled = false;
        new Stage().PlayAll(model.Mass, new FalsifyPreferences(model.Repression, parameters));
        Assert.That(model.Mass.PublicLoyalty.Values.ToArray(), Is.EqualTo(model.Mass.Loyalty.Values.ToArray()));
    }

    // Each week's conformity is the next week's pressure: as repression goes, honesty feeds on itself.
    [Test]
    public void Step_RepressionFalls_HonestyFeedsOnItself()
    {
        model.Mass.Loyalty.Next.Fill(0.4f);
        Stage.Give(model.Mass.Loyalty, 0, 0.4f);
        var shares = new List<double>();
        (model.Repression.Effective, model.Repression.PublicSupport) = (0.5, 0.8);
        for (var week = 0; week < 30; week++)
        {
            new Stage().PlayAll(model.Mass, new FalsifyPreferences(model.Repression, parameters));
            model.Repression.PublicSupport = model.Persons.Mean(model.Mass.PublicLoyalty);
            shares.Add(model.Repression.PublicSupport);
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shares, Is.Ordered.Descending);
            Assert.That(shares[0] - shares[^1], Is.GreaterThan(0.02), "beyond what repression itself set free");
        }
    }
}
