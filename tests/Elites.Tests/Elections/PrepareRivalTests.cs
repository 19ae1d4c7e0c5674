using Elites.Elections;
using Elites.Populations;

namespace Elites.Tests.Elections;

/// <summary>The rival: his room, who wants him, and when he comes and goes.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class PrepareRivalTests
{
    private readonly ElitesModel model = Trial.Make();

    private Rival Rival => model.Rival;

    private ElectionParameters P => model.Parameters.Election;

    // Room is (1 - 0.8 0.5)(1 - q W): 0.6 at peace, none in war, 0.3 under a ceasefire that keeps half of the war's discipline.
    [TestCase(0, 1, 0.6)]
    [TestCase(1, 1, 0)]
    [TestCase(0.5, 1, 0.3)]
    [TestCase(1, 0.5, 0.3)]
    [TestCase(1, 0, 0.6)]
    public void Room_RepressionAndTheWar_TakeOfIt(double warness, double suspension, double expected)
    {
        (P.Suppression, P.Suspension, model.Repression.Effective, model.Settlement.Warness) = (0.8, suspension, 0.5, warness);
        Assert.That(Rule().Room, Is.EqualTo(expected).Within(1e-12));
    }

    [TestCase(1, 0.4f, 0.6)]
    [TestCase(0.8, 0.4f, 0.5)]
    [TestCase(0.8, 0.9f, 0)]
    public void Step_EveryoneOfOneLoyalty_AreWantedByTheShareBelowIt(double appeal, float loyalty, double expected)
    {
        P.Appeal = appeal;
        Give(Mass.Kinds, loyalty);
        Rule().Step();
        Assert.That(Rival.Wanted, Is.EqualTo(expected).Within(1e-6));
    }

    // 0.837 million soldiers and veterans of 109.837 million persons; of them 0.8 want him, of the others none.
    [Test]
    public void Step_OnlySoldiersWantHim_CountsThePersonsTheyStandFor()
    {
        Give(Mass.Kinds, 1);
        Give([MassKind.Soldier], 0.2f);
        Rule().Step();
        Assert.That(Rival.Wanted, Is.EqualTo(0.8 * 0.837 / 109.837).Within(1e-8));
    }

    // Room 0.7 of 0.6 who want him is 0.42; half of that after a half-life, three quarters after two.
    [Test]
    public void Step_FollowingAtPeace_GathersByItsHalfLife()
    {
        BeAtPeace(repression: 0.3);
        (P.Removal, P.FollowingHalfLife) = (0, 52);
        Give(Mass.Kinds, 0.4f);
        Rival.Emerge(1);
        Play(52);
        Assert.That(Rival.Following, Is.EqualTo(0.21).Within(1e-6));
        Play(52);
        Assert.That(Rival.Following, Is.EqualTo(0.315).Within(1e-6));
    }

    [Test]
    public void Step_FollowingInWar_MeltsAway()
    {
        (P.Removal, Rival.IsThere, Rival.Following) = (0, true, 0.4);
        Play(52);
        Assert.That(Rival.Following, Is.EqualTo(0.2).Within(1e-6));
    }

    // At a rate of 2 a year times a room of 0.5: 1 - 1/e of 400 fields after a year, four standard errors 0.097.
    [Test]
    public void Step_ManyFieldsWithoutARival_FillByTheRateAndTheRoom()
    {
        var come = Enumerable.Range(1, 400).Count(seed => Changes(seed, isThere: false, Happenings.RivalEmerged));
        Assert.That(come / 400.0, Is.EqualTo(1 - Math.Exp(-1)).Within(0.097));
    }

    [Test]
    public void Step_ManyRivals_AreRemovedByTheRateAndWhatTheyLackOfRoom()
    {
        var gone = Enumerable.Range(1, 400).Count(seed => Changes(seed, isThere: true, Happenings.RivalRemoved));
        Assert.That(gone / 400.0, Is.EqualTo(1 - Math.Exp(-1)).Within(0.097));
    }

    [Test]
    public void Step_RivalsWhoEmerge_DifferInWhatTheyOffer()
    {
        var offers = new List<double>();
        for (var seed = 1; seed <= 200; seed++)
        {
            var world = Trial.Make(seed: seed);
            (world.Settlement.Warness, world.Parameters.Election.Emergence, world.Parameters.Election.Suppression) = (0, 52, 0);
            Rule(world).Step();
            offers.AddRange(world.Events.All.Where(happening => happening.Name == Happenings.RivalEmerged).Select(happening => happening.Value));
        }
        // About 126 draws of N(1, 0.2): four standard errors of their mean are 0.071, of their deviation 0.05.
        Assert.That(offers, Has.Count.InRange(100, 152));
        Assert.That(offers.Average(), Is.EqualTo(1).Within(0.071));
        Assert.That(Math.Sqrt(offers.Average(offer => (offer - offers.Average()) * (offer - offers.Average()))), Is.EqualTo(0.2).Within(0.05));
    }

    [Test]
    public void Step_SwitchedOff_LeavesNobody()
    {
        (P.Enabled, Rival.IsThere, Rival.Following) = (false, true, 0.4);
        Rule().Step();
        Assert.That((Rival.IsThere, Rival.Following, Rival.Wanted), Is.EqualTo((false, 0.0, 0.0)));
        Assert.That(model.Events.All, Is.Empty);
    }

    private static PrepareRival Rule(ElitesModel of) => new(of.Rival, of.Persons, of.Repression, of.Settlement, of.Moment, of.Parameters.Election);

    private static bool Changes(int seed, bool isThere, string name)
    {
        var world = Trial.Make(seed: seed, set: p => (p.Election.Emergence, p.Election.Removal, p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled, p.Succession.Enabled) = (2, 2, false, false, false, false));
        (world.Parameters.Election.Suppression, world.Parameters.Election.Suspension) = (0, 0.5);
        world.Rival.IsThere = isThere;
        for (var week = 0; week < 52; week++)
            world.Advance();
        return world.Events.All.Any(happening => happening.Name == name);
    }

    private PrepareRival Rule() => Rule(model);

    private void Play(int weeks)
    {
        for (var week = 0; week < weeks; week++)
            Rule().Step();
    }

    private void BeAtPeace(double repression) => (model.Settlement.Warness, model.Repression.Effective) = (0, repression);

    private void Give(MassKind[] kinds, float loyalty)
    {
        foreach (var kind in kinds)
        {
            for (var row = model.Mass.Of(kind).From; row < model.Mass.Of(kind).To; row++)
                Stage.Give(model.Mass.Loyalty, row, loyalty);
        }
    }
}
