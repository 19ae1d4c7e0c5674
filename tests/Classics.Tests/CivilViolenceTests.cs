using Agents;

namespace Classics.Tests;

public sealed class CivilViolenceTests
{
    [Test]
    public void ArrestProbability_OneCopOneRebel_IsTheKnownOne()
    {
        Assert.That(new CivilViolence.Parameters().ArrestProbability(1, 1), Is.EqualTo(0.8997).Within(0.00005));
    }

    [TestCase(RatioRounding.Raw, 1, 2, 0.6834)]
    [TestCase(RatioRounding.Floor, 1, 2, 0.0)]
    [TestCase(RatioRounding.Round, 2, 3, 0.8997)]
    [TestCase(RatioRounding.Round, 1, 2, 0.0)]
    public void ArrestProbability_Rounding_ChangesTheRatio(RatioRounding rounding, int cops, int rebels, double probability)
    {
        var parameters = new CivilViolence.Parameters { Rounding = rounding };
        Assert.That(parameters.ArrestProbability(cops, rebels), Is.EqualTo(probability).Within(0.00005));
    }

    // Outbursts per 1,000 steps by independent simulation of 24 replications, with its standard error.
    [TestCase(Regime.ShuffledSweep, RatioRounding.Raw, 2, 0.0, 0.0)]
    [TestCase(Regime.ShuffledSweep, RatioRounding.Floor, 8, 39.5, 1.9)]
    [TestCase(Regime.ShuffledSweep, RatioRounding.Round, 8, 22.9, 2.2)]
    [TestCase(Regime.RandomSequential, RatioRounding.Raw, 2, 0.0, 0.0)]
    [TestCase(Regime.RandomSequential, RatioRounding.Floor, 8, 29.0, 1.8)]
    [TestCase(Regime.RandomSequential, RatioRounding.Round, 8, 13.4, 2.0)]
    public void Outbursts_ThirteenHundredSteps_AreAsManyAsKnown(Regime regime, RatioRounding rounding, int replications, double target, double targetError)
    {
        var parameters = new CivilViolence.Parameters { Regime = regime, Rounding = rounding };
        Replications.Of(replications, seed => [Outbursts(parameters, seed)])[0].RequireNear(target, 0, targetError);
    }

    [Test]
    public void Step_Always_CitizensStayInTheirCellsWhileJailed()
    {
        var model = new CivilViolence(new CivilViolence.Parameters { LongestSentence = 100_000 }, Seed.Of(1));
        Replications.Advance(model, 200);
        var before = model.Cells.ToArray();
        var jailed = model.Count(Stance.Jailed);
        model.Advance();
        var stayed = before.Zip(model.Cells.ToArray(), (was, now) => was == now).Count(same => same);
        Assert.That(jailed, Is.GreaterThan(100));
        Assert.That(stayed, Is.GreaterThanOrEqualTo(jailed).And.LessThan(jailed + 60));
        Assert.That(model.Count(Stance.Cop), Is.EqualTo(64));
        Assert.That(model.Cells.ToArray(), Is.Unique);
    }

    [Test]
    public void Complaint_SynchronousOrTooManyOrTooFar_NamesTheKey()
    {
        Assert.That(Complaint(new CivilViolence.Parameters { Regime = Regime.Synchronous }), Does.StartWith("regime"));
        Assert.That(Complaint(new CivilViolence.Parameters { Cops = 600 }), Does.StartWith("citizens"));
        Assert.That(Complaint(new CivilViolence.Parameters { Vision = 20 }), Does.StartWith("vision"));
        Assert.That(Complaint(new CivilViolence.Parameters()), Is.Null);
        Assert.That(() => new CivilViolence(new CivilViolence.Parameters { Regime = Regime.Synchronous }, Seed.Of(1)), Throws.ArgumentException);
    }

    private static string? Complaint(CivilViolence.Parameters parameters) => CivilViolence.Definition.Complaint(parameters);

    // An outburst is an upward crossing of 50 actives in steps 200 to 1500.
    private static double Outbursts(CivilViolence.Parameters parameters, Seed seed)
    {
        var model = new CivilViolence(parameters, seed);
        Replications.Advance(model, 200);
        var (outbursts, wasOut) = (0, model.Count(Stance.Active) > 50);
        for (; model.Tick < 1_500; wasOut = model.Count(Stance.Active) > 50)
        {
            model.Advance();
            outbursts += !wasOut && model.Count(Stance.Active) > 50 ? 1 : 0;
        }
        return outbursts / 1.3;
    }
}
