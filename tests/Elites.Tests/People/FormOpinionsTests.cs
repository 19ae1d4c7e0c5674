using Elites.Populations;

namespace Elites.Tests.People;

/// <summary>M10: opinions.</summary>
public class FormOpinionsTests
{
    [Test]
    public void Run_WarGoesOn_OpinionsStayWhereTheyBegan()
    {
        var model = Trial.Make();
        var first = model.Mass.FirstOpinion.Values.ToArray();
        for (var week = 0; week < 26; week++)
            model.Advance();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Deviation(first), Is.GreaterThan(0.05), "people differ");
            Assert.That(first.Zip(model.Mass.Opinion.Values.ToArray(), (one, other) => Math.Abs(one - other)).Max(), Is.LessThan(0.01));
        }
    }

    [Test]
    public void Run_NarrativeRises_TheCredulousFollowMost()
    {
        var model = Trial.Make();
        model.Parameters.Narrative.InitialStrength = 1;
        for (var week = 0; week < 26; week++)
            model.Advance();
        var mass = model.Mass;
        var shift = Enumerable.Range(0, mass.Count).ToLookup(row => mass.Credence[row] > 0.5f, row => mass.Opinion[row] - mass.FirstOpinion[row]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shift[true].Average(), Is.GreaterThan(shift[false].Average() + 0.002));
            Assert.That(shift[false].Average(), Is.Positive, "they hear it from others");
        }
    }

    [TestCase(0, 0)]
    [TestCase(0.03, -0.02)]
    public void Run_JustificationGone_OutsideSourcesReachThoseWithoutCredence(double outside, double expectedBelow)
    {
        var sealedIn = Doubters(outside, retention: 1);
        var open = Doubters(outside, retention: 0);
        Assert.That(open - sealedIn, outside == 0 ? Is.EqualTo(0).Within(1e-6) : Is.LessThan(expectedBelow));
    }

    [Test]
    public void FollowChannels_ByPreference_EveryoneHearsTheHubsAndSoldiersMost()
    {
        var mass = Trial.Make(10_000).Mass;
        var diet = mass.ChannelDiet.Values.ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(diet, Is.All.InRange(0f, 1f));
            Assert.That(Deviation(diet), Is.GreaterThan(0.05));
            Assert.That(mass.ChannelDiet.Mean(mass.Of(MassKind.Soldier)), Is.GreaterThan(mass.ChannelDiet.Mean(mass.Of(MassKind.Citizen))));
        }
    }

    private static double Doubters(double outside, double retention)
    {
        var model = Trial.Make(set: p => (p.Narrative.OutsideSources, p.Repression.Retention, p.Settlement.Terms, p.Coup.Sounding) = (outside, retention, 1, 0));
        for (var week = 0; week < 60; week++)
            model.Advance();
        var mass = model.Mass;
        return Enumerable.Range(0, mass.Count).Where(row => mass.Credence[row] < 0.3f).Average(row => (double)mass.Opinion[row]);
    }

    private static double Deviation(float[] values) => Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));
}
