using Agents;
using Agents.Random;
using Experiments.Analysis;
using Experiments.Config;
using MathNet.Numerics.Statistics;

namespace Experiments.Tests.Analysis;

public sealed class StopLooksTests
{
    private const int Repeats = 2_000;

    private static readonly Purpose Data = new(1000);

    [TestCase(0.25)]
    [TestCase(0.2)]
    [TestCase(0.1)]
    [TestCase(0.28)]
    public void Of_NormalDataWithTheDefaults_CoversTheMeanAsPromised(double halfWidth)
    {
        // Mean 3, standard deviation 1: half-widths of 0.28 to 0.1 stop after 50 to 400 replications.
        var rule = new StopRule { Measure = 0, HalfWidth = halfWidth, Max = 1_000 };
        var (covered, used) = (0, 0L);
        for (var repeat = 1; repeat <= Repeats; repeat++)
        {
            var values = Normal(repeat, rule.Max);
            var state = StopLooks.Of(rule, [values]);
            Assert.That(state.IsPrecise);
            var interval = Intervals.Mean(new RunningStatistics(values.Take(state.Replications)));
            covered += interval.Low <= 3 && 3 <= interval.High ? 1 : 0;
            used += state.Replications;
        }
        TestContext.Out.WriteLine($"coverage {(double)covered / Repeats:0.0000}, {(double)used / Repeats:0.0} replications on average");
        Assert.That((double)covered / Repeats, Is.GreaterThanOrEqualTo(0.93));
    }

    [TestCase(0.1)]
    [TestCase(0.5)]
    public void Of_SharesWithTheDefaults_CoversTheShareAsPromised(double share)
    {
        var rule = new StopRule { Outcomes = new OutcomeSet([]), HalfWidth = 0.06, Max = 1_000 };
        var covered = 0;
        for (var repeat = 1; repeat <= Repeats; repeat++)
        {
            var draws = new Draws(Seed.Of(2, repeat), 0, 0, Data);
            var values = new double[rule.Max];
            for (var i = 0; i < values.Length; i++)
                values[i] = draws.Uniform() < share ? 1 : 0;
            var state = StopLooks.Of(rule, [values]);
            Assert.That(state.IsPrecise);
            var interval = Intervals.Wilson((int)values.Take(state.Replications).Sum(), state.Replications);
            covered += interval.Low <= share && share <= interval.High ? 1 : 0;
        }
        TestContext.Out.WriteLine($"coverage {(double)covered / Repeats:0.0000}");
        Assert.That((double)covered / Repeats, Is.GreaterThanOrEqualTo(0.93));
    }

    [TestCase(0, 50)]
    [TestCase(49, 50)]
    [TestCase(50, 75)]
    [TestCase(74, 75)]
    [TestCase(75, 90)]
    [TestCase(89, 90)]
    public void Of_ImpreciseValues_AsksForTheNextLook(int present, int next)
    {
        var rule = new StopRule { Measure = 0, HalfWidth = 0.001, Max = 90 };
        var state = StopLooks.Of(rule, [Normal(1, present)]);
        Assert.That((state.Replications, state.HasStopped), Is.EqualTo((next, false)));
    }

    [Test]
    public void Of_ImpreciseValuesAtTheGreatestNumber_StopsWithoutPrecision()
    {
        var state = StopLooks.Of(new StopRule { Measure = 0, HalfWidth = 0.001, Max = 90 }, [Normal(1, 95)]);
        Assert.That((state.Replications, state.HasStopped, state.IsPrecise), Is.EqualTo((90, true, false)));
    }

    [Test]
    public void Of_ValuesBeyondTheStop_AreNotLookedAt()
    {
        var rule = new StopRule { Measure = 0, HalfWidth = 0.2, Max = 1_000 };
        var values = Normal(3, 1_000);
        var stop = StopLooks.Of(rule, [values]);
        var changed = values.Take(stop.Replications).Concat(Enumerable.Repeat(1e9, 500)).ToArray();
        Assert.That(StopLooks.Of(rule, [changed]), Is.EqualTo(stop));
        Assert.That(StopLooks.Of(rule, [[.. values.Take(stop.Replications)]]), Is.EqualTo(stop));
    }

    [Test]
    public void Of_ScenariosOfOneRow_StopTogetherWhenTheLastIsPrecise()
    {
        var rule = new StopRule { Measure = 0, HalfWidth = 0.2, Max = 1_000 };
        var (narrow, wide) = (Normal(1, 1_000), Normal(2, 1_000).Select(value => 2 * value).ToArray());
        Assert.That(StopLooks.Of(rule, [narrow, wide]).Replications, Is.EqualTo(StopLooks.Of(rule, [wide]).Replications));
        Assert.That(StopLooks.Of(rule, [narrow]).Replications, Is.LessThan(StopLooks.Of(rule, [wide]).Replications));
    }

    [Test]
    public void Of_MissingValues_CountAsReplicationsOnly()
    {
        var values = Enumerable.Range(0, 50).Select(i => i < 49 ? double.NaN : 1).ToArray();
        var state = StopLooks.Of(new StopRule { Measure = 0, HalfWidth = 10, Max = 100 }, [values]);
        Assert.That((state.Replications, state.HasStopped), Is.EqualTo((75, false)));
    }

    /// <summary>An interval without width is no precision; a share has a width whatever was seen.</summary>
    [Test]
    public void Of_ASampleWithoutSpread_GoesOnToTheGreatestNumber()
    {
        double[] same = [.. Enumerable.Repeat(0.1, 200)];
        var state = StopLooks.Of(new StopRule { Measure = 0, HalfWidth = 0.1, Max = 200 }, [same]);
        Assert.That(state, Is.EqualTo(new StopState(200, true, false, double.PositiveInfinity, true)));
        var share = StopLooks.Of(new StopRule { Outcomes = new OutcomeSet([]), HalfWidth = 0.04, Max = 200 }, [[.. same.Select(_ => 0.0)]]);
        Assert.That((share.Replications, share.IsPrecise, share.IsFlat), Is.EqualTo((200, false, true)));
    }

    [Test]
    public void Add_InAnyOrderAndAfterEachLook_ComesToTheSame()
    {
        var rule = new StopRule { Measure = 0, HalfWidth = 0.2, Min = 10, Batch = 1, Max = 300 };
        var values = Normal(3, 300);
        var looks = new StopLooks(rule, 1);
        while (!looks.State.HasStopped)
        {
            // The replications that the next look needs, the last ones first.
            var (from, to) = (looks.Taken, looks.State.Replications);
            for (var replication = to; replication > from; replication--)
                looks.Add(0, replication, values[replication - 1]);
        }
        Assert.That(looks.State, Is.EqualTo(StopLooks.Of(rule, [values])));
        Assert.That(looks.Taken, Is.EqualTo(looks.State.Replications).And.GreaterThan(50), "each value is taken once, whatever the number of looks");
    }

    [Test]
    public void Add_OfARunMadeAgain_LooksAgain()
    {
        var rule = new StopRule { Measure = 0, HalfWidth = 0.2, Max = 300 };
        var values = Normal(3, 300);
        var looks = new StopLooks(rule, 1);
        for (var i = 0; i < 300; i++)
            looks.Add(0, i + 1, i == 7 ? double.NaN : values[i]);
        Assert.That(looks.State.HasStopped, Is.True);
        looks.Add(0, 8, values[7]);
        Assert.That(looks.State, Is.EqualTo(StopLooks.Of(rule, [values])));
    }

    private static double[] Normal(int repeat, int count)
    {
        var draws = new Draws(Seed.Of(1, repeat), 0, 0, Data);
        var values = new double[count];
        for (var i = 0; i < count; i++)
            values[i] = draws.Normal(3, 1);
        return values;
    }
}
