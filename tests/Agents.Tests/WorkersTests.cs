using System.Diagnostics;

namespace Agents.Tests;

public sealed class WorkersTests
{
    private static readonly int[] Threads = [2, 3, 7, 16];

    [TestCaseSource(nameof(Threads))]
    public void Sum_AnyThreads_SameBits(int threads)
    {
        Assert.That(SumOf(threads), Is.EqualTo(SumOf(1)).Within(0));
    }

    [TestCaseSource(nameof(Threads))]
    public void Run_ManyRulesOfDifferentTypes_EveryAgentActsOnce(int threads)
    {
        using var workers = new Workers(threads);
        var village = new Village(9_000) { Workers = workers };
        for (var tick = 0; tick < 300; tick++)
        {
            village.Run(village.Folk, new AddOne());
            village.Run(village.Folk, new Nest.AddTwo());
            Village.CommitColumns(village.Folk.Wealth);
        }
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.All.EqualTo(900));
    }

    [Test]
    public void Run_AfterPausesOfEveryLength_NoWakeUpIsLost()
    {
        // Workers spin for a millisecond before they sleep: pauses around that length hit the moment of falling asleep.
        using var workers = new Workers(2);
        var village = new Village(9_000) { Workers = workers };
        for (var i = 0; i < 500; i++)
        {
            var until = Stopwatch.GetTimestamp() + Stopwatch.Frequency * (i % 100) / 50_000;
            while (Stopwatch.GetTimestamp() < until)
                Thread.SpinWait(1);
            village.Run(village.Folk, new AddOne());
        }
        Assert.That(village.Folk.Wealth.Next.ToArray(), Is.All.EqualTo(500));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(16)]
    public void Run_RuleFails_ThrowsTheFirstBlocksExceptionAndGoesOn(int threads)
    {
        using var workers = new Workers(threads);
        var village = new Village(20_000) { Workers = workers };
        for (var i = 0; i < 20; i++)
        {
            Assert.That(() => village.Run(village.Folk, new Act(FailFromRowFiveThousand)), Throws.TypeOf<FormatException>().With.Message.EqualTo("row 5000"));
            village.Run(village.Folk, new AddOne());
        }
        Assert.That(village.Folk.Wealth.Next.ToArray(), Is.All.EqualTo(20));
    }

    [Test]
    public void Run_AfterDispose_Throws()
    {
        var workers = new Workers(3);
        var village = new Village(9_000) { Workers = workers };
        village.Run(village.Folk, new AddOne());
        workers.Dispose();
        workers.Dispose();
        Assert.That(() => village.Run(village.Folk, new AddOne()), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void Run_WithinARuleOnThreads_ThrowsInsteadOfHanging()
    {
        using var workers = new Workers(2);
        var village = new Village(9_000) { Workers = workers };
        Assert.That(() => village.Run(village.Folk, new Act(_ => village.Run(village.Folk, new AddOne()))), Throws.InvalidOperationException);
        Assert.That(() => village.Run(village.Folk, new Act(_ => village.SumOf(default(Worth)))), Throws.InvalidOperationException);
        village.Run(village.Folk, new AddOne());
        Assert.That(village.Folk.Wealth.Next.ToArray(), Is.All.EqualTo(1));
    }

    [Test]
    public void Record_WithinARuleOnThreads_Throws()
    {
        using var workers = new Workers(2);
        var village = new Village(9_000) { Workers = workers };
        Assert.That(() => village.Run(village.Folk, new Act(_ => village.Record("birth"))), Throws.InvalidOperationException);
        village.Record("birth");
        Assert.That(village.Events.All, Has.Count.EqualTo(1));
    }

    [Test]
    public void Dispose_RightAfterStart_Ends()
    {
        for (var i = 0; i < 100; i++)
            new Workers(1 + i % 8).Dispose();
        Assert.That(() => new Workers(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Step_SteadyState_AllocatesNothing(int threads)
    {
        using var workers = new Workers(threads);
        var village = new Village(9_000) { Workers = workers };
        var claims = new Claims(village.Folk, 100);
        var network = Agents.Spaces.Network.RegularIn(village.Seed, Agents.Random.Purpose.Link, 9_000, 4);
        var count = new Agents.Spaces.NeighbourCount(network);
        village.OnStep = self =>
        {
            self.Run(self.Folk, new AddOne());
            self.Run(self.Folk, new ClaimSomething(claims));
            claims.Resolve();
            Village.CommitColumns(self.Folk.Wealth, self.Folk.Worth);
            count.Commit(self.Folk.Flag, self.Workers);
            self.SumOf(default(Worth));
        };
        Assert.That(AllocatedBy(() => Advance(village, 50), workers), Is.Zero);
    }

    [Test]
    public void Step_TiesGrazingBirthsAndDeathsInBalance_AllocatesNothing()
    {
        var village = new Village(2_000, isOpen: true);
        var network = Agents.Spaces.Network.RegularIn(village.Seed, Agents.Random.Purpose.Link, 2_000, 4);
        var grid = new Agents.Spaces.Grid(60, 60, isTorus: true, 2_000);
        village.OnStep = self =>
        {
            self.Run(self.Folk, new ChangeTies(network));
            network.Commit();
            self.Run(self.Folk, default(LiveAndLetDie));
            grid.Remap(self.CommitLivesOfFolk(), self.Folk.Count);
            var draws = self.Draws(FolkView.Test);
            for (var row = self.Folk.Newborn.From; row < self.Folk.Newborn.To; row++)
                grid.Place(row, grid.RandomEmptyCell(ref draws));
        };
        Assert.That(AllocatedBy(() => Advance(village, 50)), Is.Zero);
    }

    [TestCase(Regime.FixedOrder)]
    [TestCase(Regime.ShuffledSweep)]
    [TestCase(Regime.RandomSequential)]
    public void Step_SequentialSteadyState_AllocatesNothing(Regime regime)
    {
        var village = new Village(500, regime, isOpen: true);
        village.OnStep = self => self.Run(self.Folk, new AddOne());
        Assert.That(AllocatedBy(() => Advance(village, 50)), Is.Zero);
    }

    private static long AllocatedBy(Action action)
    {
        using var alone = new Workers(1);
        return AllocatedBy(action, alone);
    }

    // By the threads that work, not by the process: the test host allocates too, and under load in every one of the tries.
    private static long AllocatedBy(Action action, Workers workers)
    {
        action();
        var meter = new Meter(workers.Count);
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 20 && least > 0; attempt++)
        {
            var before = meter.Read(workers);
            action();
            least = Math.Min(least, meter.Read(workers) - before);
        }
        return least;
    }

    private static void Advance(Village village, int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
            village.Advance();
    }

    private static double SumOf(int threads)
    {
        using var workers = new Workers(threads);
        var village = new Village(50_000) { Workers = workers };
        for (var row = 0; row < 50_000; row++)
            village.Folk.Worth.Next[row] = 1.0 / (row + 1);
        Village.CommitColumns(village.Folk.Worth);
        return village.SumOf(default(Worth));
    }

    private static void FailFromRowFiveThousand(Agent<Folk> me)
    {
        if (me.Row >= 5_000)
            throw new FormatException($"row {me.Row}");
    }

    private readonly struct AddOne : IRule<Folk>
    {
        public void Step(Agent<Folk> me) => me.Next.Wealth += 1;
    }

    private static class Nest
    {
        public readonly struct AddTwo : IRule<Folk>
        {
            public void Step(Agent<Folk> me) => me.Next.Wealth += 2;
        }
    }

    // Every agent drops and takes up one tie in turn, so that lists and requests stay as long as they were.
    private readonly struct ChangeTies(Agents.Spaces.Network network) : IRule<Folk>
    {
        public void Step(Agent<Folk> me)
        {
            if (me.Row >= network.Count)
                return;
            var other = (me.Row + 1) % network.Count;
            if (me.Moment % 2 == 0)
                network.Add(me.Row, other);
            else
                network.Remove(me.Row, other);
        }
    }

    private readonly struct LiveAndLetDie : IRule<Folk>
    {
        public void Step(Agent<Folk> me)
        {
            if (me.Row % 10 == 0)
                me.Die();
            if (me.Row % 10 == 1)
                me.Bear();
        }
    }

    private readonly struct ClaimSomething(Claims claims) : IRule<Folk>
    {
        public void Step(Agent<Folk> me)
        {
            var draws = me.Draws(FolkView.Test);
            claims.Propose(me, draws.Below(100), draws.Below(3));
            me.Population.Flag.Next[me.Row] ^= draws.Chance(0.05);
        }
    }

    private readonly struct Worth : ITerm<Folk>
    {
        public double Of(Agent<Folk> me) => me.Population.Worth[me.Row];
    }

    /// <summary>Adds up what each thread has allocated; none of them takes a second block before all have taken one.</summary>
    private sealed class Meter(int threads) : Workers.Job
    {
        private long allocated;
        private int arrived;

        public long Read(Workers workers)
        {
            (allocated, arrived) = (0, 0);
            workers.Run(this, threads);
            return allocated;
        }

        public override void Do(int block)
        {
            Interlocked.Add(ref allocated, GC.GetAllocatedBytesForCurrentThread());
            Interlocked.Increment(ref arrived);
            while (Volatile.Read(ref arrived) < threads)
                Thread.Yield();
        }
    }
}
