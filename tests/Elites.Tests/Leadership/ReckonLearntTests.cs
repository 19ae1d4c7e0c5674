using Elites.Leadership;

namespace Elites.Tests.Leadership;

/// <summary>M3, risks as learnt.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class ReckonLearntTests
{
    private static readonly Mood Seen = new(Loyalty: 0.8, Belief: 0.3, Grievance: 0.1, Hope: 0.4);

    private readonly ElitesModel model = Trial.Make();

    [SetUp]
    public void Teach()
    {
        var p = model.Parameters.Learnt;
        (p.War, p.Peace, p.Fresh, p.ByConcession, p.FreshByConcession, p.ByLoyalty) = (1, 2, 3, 0.5, 4, -5);
        (p.ByGrievance, p.ByBelief, p.ByHope, p.BySqueezeInWar, p.BySqueezeAtPeace, p.ByDisapproval) = (10, 2, -1, 6, 7, 0.8);
        (p.HalfLife, p.PalaceShare) = (26, 0.75);
    }

    [Test]
    public void War_KnownCoefficients_IsTheirSum()
    {
        // By sight -5 · .8 + 10 · .1 + 2 · .3 = -2.4; 1 - 2.4 - 1 · .4 + 6 · .2; a remedy of -1 in the palace counts for .75.
        var lesson = Learnt().War(Seen, 0.2, new Pressures(Palace: -1));
        Assert.That((lesson.Weight, lesson.Fresh, lesson.Left), Is.EqualTo((0.3, 0.0, 1.0)));
        Assert.That(lesson.Lasting, Is.EqualTo(1 - 2.4 - 0.4 + 1.2 - 0.75).Within(1e-12));
    }

    [Test]
    public void Peace_KnownCoefficients_LastsAndFades()
    {
        // A patron that likes .6 best has at .6 nothing against it but what peace itself turns to the West: .3 · .5.
        var lesson = Learnt().Peace(Seen, 0.6, 0.2, default);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lesson.Lasting, Is.EqualTo(2 - 2.4 + 0.5 * 0.4 + 7 * 0.2 + 0.8 * 0.15).Within(1e-12));
            Assert.That(lesson.Fresh, Is.EqualTo(3 + 4 * 0.4).Within(1e-12));
            Assert.That(lesson.Left, Is.EqualTo(Math.Pow(0.5, 52 / 12.0 / 26)).Within(1e-9));
        }
    }

    [Test]
    public void Peace_HalfALifeLater_HasHalfOfWhatIsFresh()
    {
        (model.Settlement.IsWar, model.Settlement.WeeksSettled) = (false, 26);
        Assert.That(Learnt().Peace(Seen, 0.6, 0.2, default).Fresh, Is.EqualTo((3 + 4 * 0.4) / 2).Within(1e-9));
    }

    [Test]
    public void Peace_SanctionsLifted_NoSqueezeIsLeft()
    {
        model.Parameters.Sanctions.ReliefAtPeace = 1;
        model.Parameters.Patron.PivotCost = 0;
        Assert.That(Learnt().Peace(Seen, 0.6, 0.2, default).Lasting, Is.EqualTo(2 - 2.4 + 0.5 * 0.4).Within(1e-12));
    }

    [TestCase(LeaderBeliefs.Essay, 0.0)]
    [TestCase(LeaderBeliefs.Learnt, 1.0)]
    [TestCase(LeaderBeliefs.Mixed, 0.25)]
    public void WeightOfLearnt_ByBelief_IsItsOwn(LeaderBeliefs beliefs, double weight) =>
        Assert.That(new LeaderParameters { Beliefs = beliefs, LearntWeight = 0.25 }.WeightOfLearnt, Is.EqualTo(weight));

    [Test]
    public void Reckon_EachBelief_ReportsBothGapsAndGoesByItsOwn()
    {
        var gaps = Enum.GetValues<LeaderBeliefs>().Select(beliefs =>
        {
            (model.Parameters.Leader.Beliefs, model.Parameters.Leader.Information) = (beliefs, 1);
            new DecideAsLeader(model.Situation, model.Perception, model.Plots, model.Moment, model.Parameters).Reckon();
            var leader = model.Leader;
            return (Own: leader.WarUtility[0] - leader.SettlementUtility[0], Feared: leader.FearedGap[0], Learnt: leader.LearntGap[0]);
        }).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(gaps.Select(gap => gap.Feared), Is.All.EqualTo(gaps[0].Own));
            Assert.That(gaps.Select(gap => gap.Learnt), Is.All.EqualTo(gaps[1].Own));
            Assert.That(gaps[2].Own, Is.Not.EqualTo(gaps[0].Own).And.Not.EqualTo(gaps[1].Own), "a mixture");
        }
    }

    [Test]
    public void Run_ImposedPath_HappensAlikeWhateverHeBelieves()
    {
        var runs = Enum.GetValues<LeaderBeliefs>().Select(beliefs => Trial.Run(1_000, 40, 3, p => p.Leader.Beliefs = beliefs, settleAt: 10, terms: 0.2)).ToArray();
        foreach (var other in runs.Skip(1))
        {
            Assert.That(other.Model.Events.All, Is.EqualTo(runs[0].Model.Events.All));
            Assert.That(other.Series("loyalty_mean"), Is.EqualTo(runs[0].Series("loyalty_mean")));
            Assert.That(other.Series("perceived_hazard"), Is.Not.EqualTo(runs[0].Series("perceived_hazard")));
        }
    }

    private ReckonLearnt Learnt() => new(model.Situation, model.Parameters, 0.3);
}
