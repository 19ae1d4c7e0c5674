using Elites.Parameters;
using Elites.Rules;

namespace Elites.Tests.Rules;

/// <summary>M9.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class JudgeLegitimacyTests
{
    private readonly ElitesParameters parameters = new();
    private readonly Politics politics = new() { ClanShocks = [], Sparks = [], YearOfActivity = [], Casualties = 650_000, Hardship = 0.3 };
    private readonly Mass mass = Trial.Make().Mass;

    // Debt 0.6 ln 651 / ln 701 = 0.593224. War: 0.3 0.75 + 0.8 0.9 0.5 0.92 + 0.2 (0.8 - debt).
    [Test]
    public void Step_InWar_IsTheSumWorkedOutByHand() =>
        Assert.That(Judge(), Is.EqualTo(0.597555).Within(1e-6));

    // 26 weeks after terms of 0.2 the rally is 0.6: 0.5 0.75 + 0.6 0.9 0.3 0.92 + 0.2 (0.2 - debt).
    [Test]
    public void Step_HalfAYearAfterALostWar_IsTheSumWorkedOutByHand()
    {
        (politics.IsWar, politics.WeeksSettled, politics.Terms) = (false, 26, 0.2);
        Assert.That(Judge(), Is.EqualTo(0.445395).Within(1e-6));
    }

    [Test]
    public void Step_SevenHundredThousandCasualties_UseUpTheDebtInFull()
    {
        var fallen = Judge();
        politics.Casualties = 700_000;
        var more = Judge();
        politics.Casualties = 0;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Judge() - more, Is.EqualTo(0.2 * 0.6).Within(1e-6));
            Assert.That(fallen, Is.GreaterThan(more));
        }
    }

    [Test]
    public void Step_LoyaltyOfAPerson_FollowsAtTheSpeedOfGrievance()
    {
        var before = mass.Loyalty[0];
        var legitimacy = Judge();
        Assert.That(mass.Loyalty.Next[0] - before, Is.EqualTo(0.05 * (legitimacy - before)).Within(1e-6));
    }

    private float Judge()
    {
        mass.Hardship[0] = 0.2f;
        mass.Credence.Initial[0] = 0.6f;
        new Stage().Play(mass, new JudgeLegitimacy(politics, parameters), 0);
        return mass.Legitimacy[0];
    }
}
