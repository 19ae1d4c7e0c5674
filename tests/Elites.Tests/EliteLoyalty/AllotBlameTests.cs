using Elites.EliteLoyalty;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Tests.EliteLoyalty;

/// <summary>M14.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class AllotBlameTests
{
    /// <summary>What 650,000 casualties make of blame, where a million add half of all that any number can: 1 + 2 x 0.65 / 1.65.</summary>
    private const double Losses = 1 + 2 * 0.65 / 1.65;

    private readonly ElitesParameters parameters = new() { Blame = { ByCasualties = 2 } };
    private readonly EliteClimate climate = new() { ClanShocks = [] };
    private readonly War war = new() { Casualties = 650_000 };
    private readonly Settlement settlement = new();
    private readonly Leader leader = new(new Stage());

    [TestCase(0.2, 0.8 * Losses)]
    [TestCase(0.5, 0.5 * Losses)]
    [TestCase(1, 0)]
    public void Step_Announcement_BlamesWhatTheTermsFallShortOf(double terms, double expected)
    {
        settlement.Warness = 0;
        Announce(terms);
        Assert.That(climate.Blame, Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void Step_AHalfLifeLater_HalfOfItIsLeft()
    {
        settlement.Warness = 0;
        parameters.Blame.HalfLife = 7;
        Announce(0.2);
        settlement.IsAnnouncement = false;
        for (var week = 0; week < 7; week++)
            Step();
        Assert.That(climate.Blame, Is.EqualTo(0.4 * Losses).Within(1e-12));
    }

    [Test]
    public void Step_InWar_PartOfTheExpectedShortfallIsFelt()
    {
        war.ExpectedTerms = 0.4;
        Step();
        Assert.That(climate.Blame, Is.EqualTo(0.3 * 0.6 * Losses).Within(1e-12));
    }

    [Test]
    public void Step_UnderACeasefire_PartOfTheDiscountOfWarIsKept()
    {
        settlement.Warness = 0.5;
        Announce(0.2);
        Assert.That(climate.Blame, Is.EqualTo((0.5 * 0.3 + 0.5) * 0.8 * Losses).Within(1e-12));
    }

    [Test]
    public void Step_ScapegoatsMade_MovesTheLeadersShareToTheGenerals()
    {
        parameters.Leader.Culpability = 0.6;
        parameters.Blame.ScapegoatGenerals = 0.5;
        Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(climate.LeaderShareOfBlame, Is.EqualTo(0.3).Within(1e-12));
            Assert.That(climate.OfficersShareOfBlame, Is.EqualTo(0.3).Within(1e-12));
        }
    }

    private void Announce(double terms)
    {
        (settlement.IsWar, settlement.IsAnnouncement, settlement.Terms) = (false, true, terms);
        Step();
    }

    private void Step() => new AllotBlame(climate, war, settlement, leader, new Clock(1), parameters).Step();
}
