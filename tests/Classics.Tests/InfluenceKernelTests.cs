using Agents;

namespace Classics.Tests;

public sealed class InfluenceKernelTests
{
    [Test]
    public void ShareDefected_HundredTicks_IsNearTheKnownOne()
    {
        var model = Run(100_000, 100, threads: 1);
        var share = InfluenceKernel.Definition.ModelReporters.Single(reporter => reporter.Name == "share_defected").Read(model);
        Assert.That(share, Is.EqualTo(0.45).Within(0.02));
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(7)]
    [TestCase(16)]
    public void Step_AnyThreads_SameState(int threads)
    {
        Assert.That(Fingerprint.Of(Run(20_000, 30, threads)), Is.EqualTo(Fingerprint.Of(Run(20_000, 30, threads: 1))));
    }

    [Test]
    public void Step_BlockFormsOnAndOff_SameState()
    {
        Assert.That(Fingerprint.Of(Run(5_003, 30, 1, usesBlockForms: false)), Is.EqualTo(Fingerprint.Of(Run(5_003, 30, 1))));
    }

    private static InfluenceKernel Run(int agents, int ticks, int threads, bool usesBlockForms = true)
    {
        using var workers = new Workers(threads);
        var model = new InfluenceKernel(new InfluenceKernel.Parameters { Agents = agents }, Seed.Of(1)) { Workers = workers, UsesBlockForms = usesBlockForms };
        Replications.Advance(model, ticks);
        return model;
    }
}
