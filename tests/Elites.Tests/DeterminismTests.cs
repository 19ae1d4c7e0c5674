using Agents.Data;

namespace Elites.Tests;

/// <summary>The same bytes whatever runs beside, over or through the run.</summary>
public class DeterminismTests
{
    /// <summary>Enough for the blocks of both populations to be spread over threads.</summary>
    private const int Spread = 20_000, SpreadElite = 5_000;

    private string reference = "";

    [OneTimeSetUp]
    public void RunOnOneThread()
    {
        var trial = Trial.Run(Spread, 10, set: p => p.Population.Elite = SpreadElite, settleAt: 4);
        Assert.That(trial.Model.Mass.Count, Is.GreaterThan(4 * Population.BlockSize));
        Assert.That(trial.Model.Elite.Count, Is.GreaterThan(4 * Population.BlockSize));
        reference = trial.Hash();
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(7)]
    [TestCase(16)]
    public void Run_AnyNumberOfThreads_GivesTheSameBits(int threads) =>
        Assert.That(Trial.Run(Spread, 10, set: p => p.Population.Elite = SpreadElite, settleAt: 4, threads: threads).Hash(), Is.EqualTo(reference));

    [TestCase(1)]
    [TestCase(3)]
    public void Run_WithoutBlockForms_GivesTheSameBits(int threads) =>
        Assert.That(Trial.Run(Spread, 10, set: p => p.Population.Elite = SpreadElite, settleAt: 4, threads: threads, usesBlockForms: false).Hash(), Is.EqualTo(reference));

    [Test]
    public void Run_AnotherSeed_GivesOtherBits() =>
        Assert.That(Trial.Run(1_000, 10, seed: 2).Hash(), Is.Not.EqualTo(Trial.Run(1_000, 10, seed: 1).Hash()));

    [Test]
    public void Run_EverythingCollectedOrNothing_GivesTheSameBits()
    {
        var (watched, alone) = (Trial.Make(), Trial.Make());
        var definition = ElitesModel.Definition;
        var collector = new DataCollector(definition.ModelReporters, definition.AgentReporters, 1, new Nowhere());
        while (watched.Tick < 60)
        {
            collector.Collect(watched);
            collector.Collect(watched);
            watched.Advance();
            alone.Advance();
        }
        Assert.That(Trial.Begin(watched).Hash(), Is.EqualTo(Trial.Begin(alone).Hash()));
    }

    [Test]
    public void Run_TwoRunsInTurns_DoNotTouchEachOther()
    {
        var (one, other) = (Trial.Begin(Trial.Make(seed: 5)), Trial.Begin(Trial.Make(seed: 6)));
        while (one.Model.Tick < 60)
        {
            one.Advance();
            other.Advance();
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.Hash(), Is.EqualTo(Trial.Run(1_000, 60, seed: 5).Hash()));
            Assert.That(other.Hash(), Is.EqualTo(Trial.Run(1_000, 60, seed: 6).Hash()));
        }
    }

    private sealed class Nowhere : ISink
    {
        public void ModelRow(int tick, ReadOnlySpan<double> values)
        {
        }

        public void AgentRow(int tick, string population, uint agent, ReadOnlySpan<double> values)
        {
        }
    }
}
