using Agents.Spaces;
using Elites.Forces;
using Elites.Leadership;
using Elites.Populations;

namespace Elites.Tests.Forces;

/// <summary>M16. Each share is one of 150 runs: two standard errors are at most 0.08.</summary>
public class OrderForcesTests
{
    private const int Seeds = 150;
    private const float Loyalty = 0.5f;

    [Test]
    public void Step_LargerCrowd_IsObeyedLess() =>
        Assert.That(Obedience(crowd: 0.035, resolve: 0.5), Is.LessThan(Obedience(crowd: 0.0101, resolve: 0.5) - 0.1));

    [Test]
    public void Step_FirmerResolve_IsObeyedMore() =>
        Assert.That(Obedience(crowd: 0.02, resolve: 0.8), Is.GreaterThan(Obedience(crowd: 0.02, resolve: 0.3) + 0.2));

    [Test]
    public void Step_MoreLoyalService_ObeysMore() =>
        Assert.That(Obedience(crowd: 0.02, resolve: 0.6, loyalty: 0.9f), Is.GreaterThan(Obedience(crowd: 0.02, resolve: 0.6, loyalty: 0.2f) + 0.15));

    [Test]
    public void Step_EvenLogit_IsObeyedAboutHalfTheTime()
    {
        // 3 (r - 0.5) + 2 (0.5 - 0.5) - 1 = 0 at a critical crowd and a resolve of 5/6; 1,200 commands.
        Assert.That(Obedience(crowd: 0.035, resolve: 5 / 6.0), Is.EqualTo(0.5).Within(0.08));
    }

    [Test]
    public void Step_ForceThatAnswersWantOfSupport_StrainsObedience()
    {
        var (eased, strained) = (Obedience(crowd: 0.02, resolve: 0.6), Obedience(crowd: 0.02, resolve: 0.6, answer: 0.4));
        Assert.That(strained, Is.LessThan(eased - 0.1), "two points of strain at an answer of .4 take .8 from the logit");
    }

    [Test]
    public void Step_TooSmallToNotice_NoOrderIsGiven()
    {
        var model = MakeCrowd(1, 0.01, 0.5);
        Assert.That(new OrderForces(model.Unrest, model.Repression, model.Elite, model.Office, model.Moment, model.Parameters).Step(), Is.Zero);
        Assert.That(model.Events.All, Is.Empty);
    }

    [Test]
    public void Step_Unanswered_CostsResolve()
    {
        var model = MakeCrowd(1, 0.02, 0.5);
        (model.Parameters.Obedience.Resolve, model.Parameters.Obedience.Crowd) = (0, 20);
        new OrderForces(model.Unrest, model.Repression, model.Elite, model.Office, model.Moment, model.Parameters).Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Events.All[^1].Name, Is.EqualTo(Happenings.ProtestUnanswered));
            Assert.That(model.Leader.Resolve[0], Is.EqualTo(0.5 + 0.01 - 0.02).Within(1e-6));
            Assert.That(model.IsFinished, Is.False);
        }
    }

    [Test]
    public void Step_CriticalAndUnanswered_RemovesTheLeader()
    {
        var model = MakeCrowd(1, 0.036, 0.5);
        (model.Parameters.Obedience.Resolve, model.Parameters.Obedience.Crowd) = (0, 20);
        new OrderForces(model.Unrest, model.Repression, model.Elite, model.Office, model.Moment, model.Parameters).Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.IsFinished);
            Assert.That(model.Events.All[^1], Is.EqualTo(new Event(1, 2, Happenings.Removal, Happenings.Crowd, 0.036, "strength 0.0360, needed 0.0350, 0 of 8 commands, resolve 0.49")));
        }
    }

    [Test]
    public void Step_Answered_KeepsResolveAndRecoversIt()
    {
        var model = MakeCrowd(1, 0.036, 0.5);
        model.Parameters.Obedience.Enabled = false;
        Assert.That(new OrderForces(model.Unrest, model.Repression, model.Elite, model.Office, model.Moment, model.Parameters).Step(), Is.EqualTo(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Events.All[^1].Name, Is.EqualTo(Happenings.ProtestAnswered));
            Assert.That(model.Leader.Resolve[0], Is.EqualTo(0.51).Within(1e-6));
            Assert.That(model.IsFinished, Is.False);
        }
    }

    // Below a resolve of 0.5 the centre is silent the more often; without an order hardly a fifth of the commands act.
    [Test]
    public void Step_NoResolve_IsSilentAndHardlyObeyed() =>
        Assert.That(Obedience(crowd: 0.02, resolve: 0), Is.EqualTo(0.2).Within(0.04));

    [Test]
    public void Step_NoDoubt_UnansweredProtestCostsNothing()
    {
        var model = MakeCrowd(1, 0.02, 0.5);
        (model.Parameters.Obedience.Resolve, model.Parameters.Obedience.Crowd, model.Parameters.Obedience.Doubt) = (0, 20, 0);
        new OrderForces(model.Unrest, model.Repression, model.Elite, model.Office, model.Moment, model.Parameters).Step();
        Assert.That(model.Leader.Resolve[0], Is.EqualTo(0.51).Within(1e-6));
    }

    [Test]
    public void Step_LongQuiet_RecoversResolveNoFurtherThanTheStart()
    {
        var model = MakeCrowd(1, 0, 0.75);
        for (var week = 0; week < 20; week++)
            new OrderForces(model.Unrest, model.Repression, model.Elite, model.Office, model.Moment, model.Parameters).Step();
        Assert.That(model.Leader.Resolve[0], Is.EqualTo(0.9).Within(1e-6));
    }

    [TestCase(0, 0.7)]
    [TestCase(0.5, 0.75)]
    [TestCase(1, 0.8)]
    public void Settlement_ShortOfVictory_CostsResolve(double terms, double expected)
    {
        var model = Trial.Make();
        model.Parameters.Settlement.Terms = terms;
        new FollowPath(model.Settlement, model.War, model.Office, model.Moment, model.Parameters).Step();
        Assert.That(model.Leader.Resolve[0], Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void ArrestProtesters_HalfObey_TakesAShareOfTheActiveAloneForSomeWeeks()
    {
        var model = Trial.Make(50_000);
        var mass = model.Mass;
        mass.IsActive.Next[..20_000].Fill(true);
        Stage.Give(mass.IsActive, 0, true);
        new ArrestProtesters(model.Households, model.Persons, NobodyKnowsAnybody(mass), 0.5, model.Moment, model.Parameters).Step();
        var sentences = mass.Sentence.Values.ToArray();
        using (Assert.EnterMultipleScope())
        {
            // 20,000 draws of 0.15: four standard deviations are 0.0101.
            Assert.That(sentences[..20_000].Count(weeks => weeks > 0) / 20_000.0, Is.EqualTo(0.15).Within(0.0101));
            Assert.That(sentences[20_000..], Is.All.Zero);
            Assert.That(sentences.Where(weeks => weeks > 0).Min(), Is.EqualTo(1));
            Assert.That(sentences.Max(), Is.EqualTo(26));
        }
    }

    [Test]
    public void ArrestProtesters_Arrest_AddsToTheGrievanceOfKinAndAcquaintancesAlone()
    {
        var model = Trial.Make();
        var before = model.Mass.Grievance.Values.ToArray();
        Stage.Give(model.Mass.IsActive, 3, true);
        model.Parameters.Obedience.Arrest = 1;
        var known = Network.FromLinks(model.Mass.Count, [new Link(3, 5), new Link(7, 3), new Link(5, 9)], isDirected: false);
        var kin = model.Households.Kin.Neighbours(3).ToArray();
        new ArrestProtesters(model.Households, model.Persons, known, 1, model.Moment, model.Parameters).Step();
        for (var row = 0; row < before.Length; row++)
            Assert.That(model.Mass.Grievance.Next[row] - before[row], Is.EqualTo(row is 5 or 7 ? 0.05 : kin.Contains(row) ? 0.05 : 0).Within(1e-6), $"row {row}");
    }

    private static Network NobodyKnowsAnybody(Mass mass) => Network.FromLinks(mass.Count, [], isDirected: false);

    private static double Obedience(double crowd, double resolve, float loyalty = Loyalty, double answer = 0)
    {
        var sum = 0.0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var model = MakeCrowd(seed, crowd, resolve - 0.01, loyalty);
            (model.Repression.Answer, model.Parameters.Obedience.Strain) = (answer, 2);
            sum += new OrderForces(model.Unrest, model.Repression, model.Elite, model.Office, model.Moment, model.Parameters).Step();
        }
        return sum / Seeds;
    }

    private static ElitesModel MakeCrowd(int seed, double crowd, double resolve, float loyalty = Loyalty)
    {
        var model = Trial.Make(1_000, seed, p => p.Obedience.ResolveAtStart = 0.9);
        (model.Unrest.ActiveShare, model.Unrest.Strength, model.Repression.Answer) = (crowd, crowd, 0);
        model.Leader.Resolve[0] = (float)resolve;
        var service = model.Elite.Of(EliteKind.SecurityOfficer);
        for (var row = service.From; row < service.To; row++)
            Stage.Give(model.Elite.Loyalty, row, loyalty);
        return model;
    }
}
