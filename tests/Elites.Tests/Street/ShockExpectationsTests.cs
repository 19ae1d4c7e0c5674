using Elites.Street;

namespace Elites.Tests.Street;

/// <summary>M22.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class ShockExpectationsTests
{
    private readonly ElitesModel model = Trial.Make();

    private ChangeShockParameters Shock => model.Parameters.ChangeShock;

    [Test]
    public void Step_NothingChanges_NobodyIsUnsettled()
    {
        model.Repression.Ordered += 0.04;
        Assert.That(new ShockExpectations(model.Unrest, model.Settlement, model.Repression, model.Moment, Shock).Step(), Is.Zero, "a drift is no change");
        Assert.That(model.Unrest.PolicyShock, Is.Zero);
    }

    [TestCase(0, 0.6, 0.5)]
    [TestCase(0.5, 0.6, 0.25)]
    [TestCase(1, 0.9, 0.3)]
    [TestCase(1, 0.3, 0.3)] // for the better, too
    public void Step_SharpChange_IsItsSizeAndHalvesInAHalfLife(double warness, double repression, double expected)
    {
        (model.Settlement.Warness, model.Repression.Ordered) = (warness, repression);
        Assert.That(new ShockExpectations(model.Unrest, model.Settlement, model.Repression, model.Moment, Shock).Step(), Is.EqualTo(expected).Within(1e-12));
        for (var week = 0; week < 26; week++)
            new ShockExpectations(model.Unrest, model.Settlement, model.Repression, model.Moment, Shock).Step();
        Assert.That(model.Unrest.PolicyShock, Is.EqualTo(expected / 2).Within(1e-9));
    }

    // 5,000 elite agents: four standard errors of the mean 0.022, of the deviation 0.016.
    [TestCase(0, 0)]
    [TestCase(1, -0.39)]
    public void UnsettleElite_ChangeOfOneHalf_ScattersByItsSpread(double mean, double expected)
    {
        Shock.Mean = mean;
        var elite = Trial.Make(74_700).Elite;
        var before = elite.Shock.Values.ToArray();
        new Stage().PlayAll(elite, new UnsettleElite(0.5, Shock));
        var shifts = elite.Shock.Values.ToArray().Zip(before, (one, other) => (double)one - other).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shifts.Average(), Is.EqualTo(expected).Within(0.022));
            Assert.That(Math.Sqrt(shifts.Average(shift => Math.Pow(shift - shifts.Average(), 2))), Is.EqualTo(0.39).Within(0.016));
        }
    }

    [Test]
    public void Run_Settlement_BringsPeopleToTheStreetWhoWouldHaveStayedAtHome()
    {
        static Trial Settled(bool isOn) => Trial.Run(2_000, 30, set: p => (p.ChangeShock.Enabled, p.Protest.Threshold, p.Coup.Enabled, p.Right.Enabled) = (isOn, 0.25, false, false), settleAt: 10, terms: 0.5);
        var (on, off) = (Settled(true).Series("active_share"), Settled(false).Series("active_share"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(on[..10], Is.EqualTo(off[..10]));
            Assert.That(on[12..].Average(), Is.GreaterThan(off[12..].Average()));
        }
    }
}
