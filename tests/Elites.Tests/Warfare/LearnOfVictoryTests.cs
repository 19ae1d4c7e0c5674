using Elites.Warfare;

namespace Elites.Tests.Warfare;

/// <summary>M25.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class LearnOfVictoryTests
{
    private readonly ElitesModel model = Trial.Make();
    private readonly Stage stage = new();

    [Test]
    public void Step_BlockFormAndScalar_AreTheSameBits()
    {
        var other = Trial.Make();
        stage.PlayAll(model.Elite, Rule(model));
        stage.UsesBlockForms = false;
        stage.PlayAll(other.Elite, Rule(other));
        Assert.That(model.Elite.VictoryBelief.Values.ToArray(), Is.EqualTo(other.Elite.VictoryBelief.Values.ToArray()));
    }

    [Test]
    public void Step_SteadyNews_GoesItsShareOfTheWay()
    {
        model.Parameters.Belief.Noise = 0;
        (model.Parameters.War.AidVolatility, model.War.VictoryChance) = (0, 0.1);
        model.Elite.VictoryBelief.All.Fill(0.5f);
        stage.PlayAll(model.Elite, Rule(model));
        Assert.That(model.Elite.VictoryBelief[3], Is.EqualTo(0.46).Within(1e-6));
    }

    [Test]
    public void Step_VolatileAid_LearnsMoreSlowly()
    {
        model.Parameters.Belief.Noise = 0;
        (model.Parameters.War.AidVolatility, model.War.VictoryChance) = (0.6, 0.1);
        model.Elite.VictoryBelief.All.Fill(0.5f);
        stage.PlayAll(model.Elite, Rule(model));
        Assert.That(model.Elite.VictoryBelief[3], Is.EqualTo(0.49).Within(1e-6));
    }

    [Test]
    public void Run_WithoutVictoryInSight_LoyaltyFallsByThePromise()
    {
        static Trial Run(double promise) => Trial.Run(1_000, 40, 3, p =>
        {
            (p.War.Guarantee, p.War.Porcupine, p.Belief.Promise, p.Belief.Terms) = (1, 1, promise, 0);
            (p.Coup.Enabled, p.Right.Enabled) = (false, false);
        });
        var (with, without) = (Run(1.5), Run(0));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(with.Series("victory_belief_mean")[^1], Is.LessThan(0.15));
            Assert.That(with.Series("loyalty_mean")[^1], Is.LessThan(without.Series("loyalty_mean")[^1] - 0.01));
        }
    }

    private static LearnOfVictory Rule(ElitesModel model) => new(model.War, model.Clock, model.Parameters);
}
