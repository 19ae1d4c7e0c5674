using Agents;

namespace Classics.Tests;

public sealed class OpinionTests
{
    [Test]
    public void DeGroot_AnyWeights_ConsensusIsTheWeightedMeanOfTheStart([Values(1, 2)] int seed)
    {
        var model = new DeGroot(new DeGroot.Parameters { Agents = 60 }, Seed.Of(seed));
        var consensus = model.Consensus();
        var people = (DeGroot.People)model.Populations[0];
        Replications.Advance(model, 1_500);
        Assert.That(people.Opinion.Values.ToArray(), Is.All.EqualTo(consensus).Within(1e-10));
        Assert.That(model.Disagreement(), Is.LessThan(1e-10));
    }

    // Second eigenvalues: s + (1 - s) cos(2 pi / N) of a ring, s - (1 - s) / (N - 1) where everyone is linked.
    [TestCase(5, 2, 0.5)]
    [TestCase(5, 4, 0.3)]
    [TestCase(7, 6, 0.8)]
    public void DeGroot_EqualWeights_RateIsTheSecondEigenvalue(int people, int degree, double selfTrust)
    {
        var ring = selfTrust + (1 - selfTrust) * Math.Cos(2 * Math.PI / people);
        var eigenvalue = degree == 2 ? ring : selfTrust - (1 - selfTrust) / (people - 1);
        var model = new DeGroot(new DeGroot.Parameters { Agents = people, Degree = degree, Rewiring = 0, WeightSpread = 0, SelfTrust = selfTrust }, Seed.Of(3));
        // Long enough for the third eigenvalue to be gone, short enough for what is left to be far above the rounding.
        Replications.Advance(model, degree == 2 ? 14 : 2);
        var before = model.Disagreement();
        model.Advance();
        Assert.That(model.Disagreement() / before, Is.EqualTo(Math.Abs(eigenvalue)).Within(1e-10));
    }

    // N = 100: 68.13 sweeps, and half of the runs end with opinion 1; N = 1000 takes ten times as long.
    [Test]
    public void Voter_HalfAndHalf_AgreesAfterTheKnownTime()
    {
        var found = Votes(600, 100, 0.5);
        found[0].RequireNear(68.13, 0);
        found[1].RequireNear(0.5, 0);
    }

    [Test]
    public void Voter_Minority_PrevailsAsOftenAsItIsLarge() => Votes(600, 50, 0.2)[1].RequireNear(0.2, 0);

    [Test, Explicit("takes 10 s")]
    public void Voter_AThousand_AgreesAfterTheKnownTime() => Votes(100, 1_000, 0.5)[0].RequireNear(691.95, 0);

    private static Replications[] Votes(int replications, int voters, double share) => Replications.Of(replications, seed =>
    {
        var model = new Voter(new Voter.Parameters { Agents = voters, InitialShare = share }, seed);
        while (!model.IsFinished)
            model.Advance();
        return [model.Sweeps, model.ShareOfOnes];
    });

    [TestCase(0.2, 2.00)]
    [TestCase(0.25, 1.95)]
    [TestCase(0.3, 1.00)]
    public void Deffuant_ManyMeetings_LeavesTheKnownCampsAndKeepsTheMean(double epsilon, double camps)
    {
        var found = Replications.Of(20, seed =>
        {
            var model = new Deffuant(new Deffuant.Parameters { Epsilon = epsilon }, seed);
            var mean = model.MeanOpinion();
            Replications.Advance(model, 150);
            Assert.That(model.MeanOpinion(), Is.EqualTo(mean).Within(1e-12));
            return [model.Camps()];
        });
        found[0].RequireNear(camps, 0.1);
    }

    // (1 - 1/r) / (1 - r^-N), and 1/N without advantage.
    [TestCase(1.1, 1, 0.0909)]
    [TestCase(1.0, 5, 0.05)]
    public void Moran_FewMutants_TakeOverAsOftenAsKnown(double fitness, int mutants, double fixation)
    {
        var found = Replications.Of(1_000, seed =>
        {
            var model = new Moran(new Moran.Parameters { Fitness = fitness, FirstMutants = mutants }, seed);
            while (!model.IsFinished)
                model.Advance();
            return [model.ShareOfMutants];
        });
        found[0].RequireNear(fixation, 0);
    }

    [TestCase(5, 5, 1.04, 0.01)]
    [TestCase(5, 10, 4.26, 0.14)]
    [TestCase(10, 10, 1.04, 0.01)]
    public void Axelrod_UntilFrozen_LeavesTheKnownRegions(int features, int traits, double regions, double standardError)
    {
        var found = Replications.Of(20, seed => [Frozen(features, traits, seed)]);
        found[0].RequireNear(regions, 0.05, standardError);
    }

    [Test, Explicit("takes 5 s")]
    public void Axelrod_ManyTraits_LeavesTheKnownRegions() =>
        Replications.Of(100, seed => [Frozen(5, 15, seed)])[0].RequireNear(19.7, 0, 0.5);

    private static double Frozen(int features, int traits, Seed seed)
    {
        var model = new Axelrod(new Axelrod.Parameters { Features = features, Traits = traits }, seed);
        while (!model.IsFinished)
            model.Advance();
        return model.Regions();
    }
}
