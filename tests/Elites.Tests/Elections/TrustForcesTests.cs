using Elites.Elections;
using Elites.Populations;

namespace Elites.Tests.Elections;

/// <summary>What the leader trusts the forces to do against a crowd of the critical share: 5 of 8 commands are 0.625.</summary>
public class TrustForcesTests
{
    // 3 0.3 + 2 0.4 - 1 = 0.7 less 1.519 0.2; at a resolve of 0.25 an order comes by half: 3 (-0.25) + 0.8 - 1 = -0.95.
    [TestCase(0.8, 0, 0.668188, true)]
    [TestCase(0.8, 0.2, 0.597771, false)]
    [TestCase(0.25, 0, 0.239443, false)]
    public void WouldHold_ByResolveAndTheForceThatAnswersWantOfSupport(double resolve, double answer, double obeying, bool wouldHold)
    {
        var model = Make(resolve, answer, shown: 0.9f);
        Assert.That(Rule(model).Obeying, Is.EqualTo(obeying).Within(1e-5));
        Assert.That(Rule(model).WouldHold, Is.EqualTo(wouldHold));
    }

    [Test]
    public void Obeying_ServiceThatShowsLess_IsTrustedLess() =>
        Assert.That(Rule(Make(0.8, 0, shown: 0.5f)).Obeying, Is.LessThan(Rule(Make(0.8, 0, shown: 0.9f)).Obeying - 0.1));

    [Test]
    public void Obeying_ObedienceSwitchedOff_EveryoneObeys()
    {
        var model = Make(0, 0.5, shown: 0);
        model.Parameters.Obedience.Enabled = false;
        Assert.That(Rule(model).Obeying, Is.EqualTo(1));
    }

    private static ElitesModel Make(double resolve, double answer, float shown)
    {
        var model = Trial.Make(set: p => p.Obedience.Strain = 1.519);
        (model.Leader.Resolve[0], model.Repression.Answer) = (resolve, answer);
        var service = model.Elite.Of(EliteKind.SecurityOfficer);
        for (var row = service.From; row < service.To; row++)
            model.Elite.PublicLoyalty[row] = shown;
        return model;
    }

    private static TrustForces Rule(ElitesModel model) => new(model.Leader, model.Elite, model.Repression, model.Parameters.Obedience);
}
