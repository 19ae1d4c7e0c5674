using Elites.EliteLoyalty;

namespace Elites.Tests.EliteLoyalty;

/// <summary>M13 and M21: the elite's hidden wealth, found over years.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class FindWealthTests
{
    private readonly ElitesModel model = Trial.Make(set: p => p.Sanctions.EliteAssets = 1);

    [TestCase(1, 0.25)]
    [TestCase(0.4, 0.1)]
    public void Step_TimeConstant_FindsAllButAnEthOfWhatCanBeFound(double lever, double most)
    {
        model.Parameters.Sanctions.EliteAssets = lever;
        Find(3 * 52);
        Assert.That(model.Climate.Found, Is.EqualTo(most * (1 - Math.Exp(-1))).Within(1e-9));
    }

    [Test]
    public void Step_LeverReleased_KeepsWhatWasFoundAndFindsNoMore()
    {
        Find(52);
        var found = model.Climate.Found;
        model.Parameters.Sanctions.EliteAssets = 0.1;
        Find(52);
        Assert.That(model.Climate.Found, Is.EqualTo(found).And.EqualTo(0.25 * (1 - Math.Exp(-1 / 3.0))).Within(1e-9));
    }

    [Test]
    public void Step_SwitchedOff_FindsNothing()
    {
        model.Parameters.Sanctions.Enabled = false;
        Find(52);
        Assert.That(model.Climate.Found, Is.Zero);
    }

    [Test]
    public void Step_ReliefAtPeace_GivesItsShareBack()
    {
        (model.Climate.Found, model.Parameters.Sanctions.EliteAssets, model.Parameters.Sanctions.ReliefAtPeace, model.Settlement.Warness) = (0.2, 0, 0.6, 0.25);
        Find(1);
        Assert.That(model.Climate.Taken, Is.EqualTo(0.2 * (1 - 0.6 * 0.75)).Within(1e-12));
    }

    [Test]
    public void Step_ALossThatLasts_IsHalfUsualAfterAHalfLife()
    {
        (model.Climate.Found, model.Climate.Taken, model.Parameters.Sanctions.EliteAssets, model.Parameters.Hardship.EliteHalfLife) = (0.2, 0.2, 0, 0.5);
        Find(26);
        Assert.That(model.Climate.TakenUsually, Is.EqualTo(0.1).Within(1e-9));
    }

    // Lever 16 without lever 15: nothing was taken, so that there is nothing to give back.
    [Test]
    public void Run_AmnestyAlone_ChangesNothing()
    {
        static string Run(double amnesty, double targeting) => Trial.Run(1_000, 60, 4, p => (p.Sanctions.Amnesty, p.Sanctions.EliteAssets) = (amnesty, targeting)).Hash();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Run(1, 0), Is.EqualTo(Run(0, 0)));
            Assert.That(Run(1, 1), Is.Not.EqualTo(Run(0, 1)));
        }
    }

    private void Find(int weeks)
    {
        for (var week = 0; week < weeks; week++)
            new FindWealth(model.Climate, model.Settlement, model.Clock, model.Parameters).Step();
    }
}
