using Agents.Random;

namespace Agents.Tests;

public sealed class EventQueueTests
{
    private enum Deed : byte
    {
        Wake,
        Sleep,
    }

    [Test]
    public void TryNext_ManyRandomRequests_IsTheSortedList([Values(1, 2, 3)] int seed)
    {
        var queue = new EventQueue<int>(new Village(1));
        var expected = new List<(double Time, int Priority, EventTicket Ticket, int What)>();
        var draws = new Draws(Seed.Of(seed), 0, 0, FolkView.Test);
        for (var request = 0; request < 4_000; request++)
        {
            var (time, priority) = (queue.Now + draws.Below(8) / 4.0, draws.Below(3) - 1);
            switch (draws.Below(5))
            {
                case 0 when expected.Count > 0:
                    var victim = draws.Below(expected.Count);
                    Assert.That(queue.Cancel(expected[victim].Ticket));
                    Assert.That(queue.Cancel(expected[victim].Ticket), Is.False);
                    expected.RemoveAt(victim);
                    break;
                case 1 when expected.Count > 0:
                    var first = expected.OrderBy(one => one.Time).ThenByDescending(one => one.Priority).ThenBy(one => one.Ticket.Number).First();
                    Assert.That(queue.NextTime, Is.EqualTo(first.Time));
                    Assert.That(queue.TryNext(double.PositiveInfinity, out var now));
                    Assert.That((now.Time, now.What, queue.Now), Is.EqualTo((first.Time, first.What, first.Time)));
                    Assert.That(queue.IsScheduled(first.Ticket), Is.False);
                    expected.Remove(first);
                    break;
                default:
                    expected.Add((time, priority, queue.Schedule(time, request, priority), request));
                    break;
            }
            Assert.That(queue.Count, Is.EqualTo(expected.Count));
        }
        Assert.That(expected, Has.Count.GreaterThan(100).And.All.Matches<(double, int, EventTicket Ticket, int)>(one => queue.IsScheduled(one.Ticket)));
    }

    [Test]
    public void TryNext_UntilTheEnd_LeavesWhatComesThenAndGoesOnToIt()
    {
        var queue = new EventQueue<Deed>(new Village(1));
        queue.Schedule(0.5, Deed.Wake);
        queue.Schedule(1, Deed.Sleep);
        Assert.That(queue.TryNext(1, out var now));
        Assert.That((now.Time, now.What, now.Agent), Is.EqualTo((0.5, Deed.Wake, Model.ModelId)));
        queue.Schedule(0.75, Deed.Sleep);
        Assert.That(queue.TryNext(1, out now) && now.Time == 0.75);
        Assert.That(queue.TryNext(1, out _), Is.False);
        Assert.That((queue.Now, queue.NextTime, queue.Count), Is.EqualTo((1.0, 1.0, 1)));
        Assert.That(queue.TryNext(2, out now) && now.Time == 1);
        Assert.That((queue.TryNext(2, out _), queue.NextTime), Is.EqualTo((false, double.PositiveInfinity)));
    }

    [Test]
    public void Occurrence_OfAnAgent_DrawsByIdAndActivation()
    {
        var village = new Village(3, Regime.RandomSequential);
        var queue = new EventQueue<Deed>(village);
        var moments = new List<uint>();
        village.Run(village.Folk, new Act(me => moments.Add(me.Moment)));
        for (var i = 0; i < 2; i++)
        {
            queue.Schedule(i, village.Folk.Ids[2], Deed.Wake);
            Assert.That(queue.TryNext(9, out var now));
            Assert.That((now.Moment, now.Agent, now.IsOf(village.Folk)), Is.EqualTo((3u + (uint)i, 2u, true)));
            var me = now.AgentOf(village.Folk);
            Assert.That((me.Row, me.Moment), Is.EqualTo((2, now.Moment)));
            var word = new Draws(village.Seed, 2, now.Moment, FolkView.Test).Word();
            Assert.That((now.Draws(FolkView.Test).Word(), me.Draws(FolkView.Test).Word()), Is.EqualTo((word, word)));
        }
        Assert.That(moments, Is.EqualTo(new uint[] { 0, 1, 2 }));
    }

    [Test]
    public void AgentOf_AfterBirthsAndDeaths_IsTheOneMeant([Values(Regime.Synchronous, Regime.FixedOrder)] Regime regime)
    {
        var village = new Village(30, regime, isOpen: true);
        var queue = new EventQueue<int>(village);
        for (var round = 0; round < 8; round++)
        {
            foreach (var row in Enumerable.Range(0, village.Folk.Count))
                queue.Schedule(round, village.Folk.Ids[row], village.Folk.Origin[row]);
            village.Run(village.Folk, new Act(me =>
            {
                var draws = me.Draws(FolkView.Test);
                if (draws.Chance(0.3))
                    me.Die();
                else if (draws.Chance(0.4))
                    me.Bear();
            }));
            if (regime == Regime.FixedOrder)
                Check(village, queue, round);
            village.CommitLivesOfFolk();
            Check(village, queue, round);
        }
    }

    private static void Check(Village village, EventQueue<int> queue, int round)
    {
        var ids = village.Folk.Ids.ToArray();
        while (queue.TryNext(round + 0.5, out var now))
        {
            var row = Array.IndexOf(ids, now.Agent);
            var lives = row >= 0 && village.Folk.IsAlive(row);
            Assert.That(now.IsOf(village.Folk), Is.EqualTo(lives));
            if (lives)
                Assert.That((now.AgentOf(village.Folk).Row, village.Folk.Origin[row]), Is.EqualTo((row, now.What)));
            else
                Assert.That(() => { _ = now.AgentOf(village.Folk).Row; }, Throws.InvalidOperationException.With.Message.Contains("has died"));
        }
    }

    [Test]
    public void RowOf_IdsOfTwoPopulations_AreToldApart()
    {
        var village = new Village(3);
        var others = new Flock(village, 4);
        Assert.That(Enumerable.Range(0, 9).Select(id => (village.Folk.RowOf((uint)id), others.RowOf((uint)id))),
            Is.EqualTo(new[] { (0, -1), (1, -1), (2, -1), (-1, 0), (-1, 1), (-1, 2), (-1, 3), (-1, -1), (-1, -1) }));
        Assert.That(village.Folk.RowOf(Model.ModelId), Is.EqualTo(-1));
    }

    [Test]
    public void Restore_InTheMiddle_GoesOnBitForBit([Values(0, 1, 7)] int ticks)
    {
        var original = new Alarms();
        Advance(original, ticks);
        using var saved = new MemoryStream();
        Checkpoint.Save(original, saved);
        saved.Position = 0;
        var restored = new Alarms();
        Checkpoint.Restore(restored, saved);
        Assert.That(StateGraph.Differences(original, restored), Is.Empty);
        Advance(original, 12);
        Advance(restored, 12);
        Assert.That(StateGraph.Differences(original, restored), Is.Empty);
        Assert.That(restored.Heard, Is.EqualTo(original.Heard).And.GreaterThan(500));
    }

    [Test]
    public void Step_SteadyState_AllocatesNothing()
    {
        var alarms = new Alarms();
        Advance(alarms, 40);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Advance(alarms, 40);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    // Everyone's own clock of rate 1: Poisson counts, exponential gaps of all together, no order of agents. The critical values are
    // those of a false alarm in 1,000; gaps whose distribution function is wrong by 0.03 would be found.
    [Test]
    public void TryNext_ClocksOfRateOne_ArePoissonActivation()
    {
        const int Agents = 400;
        const int End = 50;
        var village = new Village(Agents, Regime.FixedOrder);
        var queue = new EventQueue<Deed>(village);
        foreach (var id in village.Folk.Ids)
            queue.Schedule(village.Draws(id, FolkView.Test).Exponential(1), id, Deed.Wake);
        var (gaps, order, before) = (new List<double>(), new List<int>(), 0.0);
        while (queue.TryNext(End, out var now))
        {
            gaps.Add((now.Time - before) * Agents);
            order.Add(now.AgentOf(village.Folk).Row);
            before = now.Time;
            queue.Schedule(now.Time + now.Draws(new Purpose(1001)).Exponential(1), now.Agent, Deed.Wake);
        }
        var counts = order.CountBy(row => row).Select(pair => (double)pair.Value).ToList();
        var dispersion = counts.Sum(count => (count - End) * (count - End)) / End / Agents;
        gaps.Sort();
        var distance = gaps.Select((gap, i) => Math.Abs(1 - Math.Exp(-gap) - (i + 0.5) / gaps.Count)).Max();
        var (middle, deviation) = ((Agents - 1) / 2.0, Math.Sqrt((Agents * Agents - 1) / 12.0));
        var correlation = order.Zip(order.Skip(1)).Average(pair => (pair.First - middle) * (pair.Second - middle)) / (deviation * deviation);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(order, Has.Count.EqualTo(Agents * End).Within(3.3 * Math.Sqrt(Agents * End)));
            Assert.That(dispersion, Is.EqualTo(1).Within(3.3 * Math.Sqrt(2.0 / Agents)));
            Assert.That(distance, Is.LessThan(1.95 / Math.Sqrt(gaps.Count)));
            Assert.That(correlation, Is.Zero.Within(3.3 / Math.Sqrt(order.Count)));
        }
    }

    [TestCase(0.5)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Schedule_PastOrNoTime_Throws(double time)
    {
        var queue = new EventQueue<Deed>(new Village(1));
        queue.TryNext(1, out _);
        Assert.That(() => queue.Schedule(time, Deed.Wake), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => queue.TryNext(double.NaN, out _), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => queue.TryNext(0.5, out _), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Schedule_ByARuleOnSeveralThreads_Throws()
    {
        using var workers = new Workers(2);
        var village = new Village(Model.ParallelRows) { Workers = workers };
        var queue = new EventQueue<Deed>(village);
        Assert.That(
            () => village.Run(village.Folk, new Act(me => queue.Schedule(1, me.Id, Deed.Wake))),
            Throws.Exception.With.Message.Contains("several threads").Or.InnerException.Message.Contains("several threads"));
    }

    [Test]
    public void Cancel_NoTicket_IsFalse()
    {
        var queue = new EventQueue<Deed>(new Village(1));
        Assert.That(queue.Cancel(default), Is.False);
        var ticket = queue.Schedule(1, Deed.Wake);
        Assert.That(queue.Cancel(new EventTicket(ticket.Number + 1, ticket.Slot)), Is.False);
        Assert.That(queue.Cancel(new EventTicket(ticket.Number, 77)), Is.False);
        Assert.That(queue.Cancel(ticket));
    }

    private static void Advance(Model model, int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
            model.Advance();
    }

    private sealed class Flock(Model model, int count) : Population(model, "flock", count);

    /// <summary>Alarms that set each other and take some back.</summary>
    private sealed class Alarms : Model
    {
        private readonly Folk folk;
        private readonly EventQueue<Deed> queue;
        private EventTicket last;

        public Alarms()
            : base(Seed.Of(3))
        {
            folk = new Folk(this, 50, Regime.FixedOrder);
            queue = new EventQueue<Deed>(this);
            foreach (var id in folk.Ids)
                queue.Schedule(0, id, Deed.Wake);
        }

        public double Heard { get; private set; }

        protected override void Step()
        {
            while (queue.TryNext(Tick + 1, out var now))
            {
                var draws = now.Draws(FolkView.Test);
                if (now.What == Deed.Sleep)
                    Heard += draws.Uniform();
                else
                {
                    Heard++;
                    if (draws.Chance(0.2))
                        queue.Cancel(last);
                    last = queue.Schedule(now.Time + draws.Exponential(2), now.Agent, Deed.Sleep, draws.Below(2));
                    queue.Schedule(now.Time + draws.Exponential(1), now.Agent, Deed.Wake);
                }
                now.AgentOf(folk).Next.Wealth++;
            }
        }

        protected override void Persist(Checkpoint state)
        {
            state.Parts(queue);
            (Heard, last) = (state.Value(Heard), state.Value(last));
        }
    }
}
