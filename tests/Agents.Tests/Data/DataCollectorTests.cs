using Agents.Data;

namespace Agents.Tests.Data;

public sealed class DataCollectorTests
{
    private static readonly ModelReporter Total = ModelReporter.Integer<Village>("total", "All wealth.", "", village => village.Folk.Wealth.Values.ToArray().Sum());

    private static readonly AgentReporter Wealth = AgentReporter.Of<Village, Folk>(
        "wealth", "Wealth.", "", DataType.Integer, village => village.Folk, (folk, row) => folk.Wealth[row]);

    [Test]
    public void Collect_EveryThird_RowsOfTicksZeroThreeSix()
    {
        var sink = new Sink();
        var village = Gambling();
        var collector = new DataCollector([Total], [Wealth], 3, sink);
        RunFor(village, 7, collector);
        Assert.That(sink.Model.Select(row => row.Tick), Is.EqualTo(new[] { 0, 3, 6 }));
        Assert.That(sink.Agents, Has.Count.EqualTo(3 * village.Folk.Count));
        Assert.That(sink.Model[^1].Value, Is.EqualTo(sink.Agents.Where(row => row.Tick == 6).Sum(row => row.Value)));
    }

    [Test]
    public void Collect_MoreOrNothing_NeverChangesTheRun()
    {
        var silent = Gambling();
        RunFor(silent, 30, new DataCollector([], [], 1, new Sink()));
        var noisy = Gambling();
        RunFor(noisy, 30, new DataCollector([Total, Total], [Wealth, Wealth], 1, new Sink()));
        Assert.That(noisy.Folk.Wealth.Values.ToArray(), Is.EqualTo(silent.Folk.Wealth.Values.ToArray()));
        Assert.That(silent.Folk.Wealth.Values.ToArray(), Is.Not.All.EqualTo(silent.Folk.Wealth[0]));
    }

    [Test]
    public void Collect_DeadInASequentialRegime_IsLeftOut()
    {
        var village = new Village(3, Regime.FixedOrder, isOpen: true);
        village.Run(village.Folk, new Act(me =>
        {
            if (me.Row == 1)
                me.Die();
        }));
        var sink = new Sink();
        new DataCollector([], [Wealth], 1, sink).Collect(village);
        Assert.That(sink.Agents.Select(row => row.Agent), Is.EqualTo(new uint[] { 0, 2 }));
    }

    private static Village Gambling() => new(100)
    {
        OnStep = village =>
        {
            village.Run(village.Folk, new Act(me =>
            {
                var draws = me.Draws(FolkView.Test);
                me.Next.Wealth += draws.Below(10);
            }));
            Village.CommitColumns(village.Folk.Wealth);
        },
    };

    private static void RunFor(Village village, int ticks, DataCollector collector)
    {
        collector.Collect(village);
        for (var tick = 0; tick < ticks; tick++)
        {
            village.Advance();
            collector.Collect(village);
        }
    }

    private sealed class Sink : ISink
    {
        public List<(int Tick, double Value)> Model { get; } = [];

        public List<(int Tick, uint Agent, double Value)> Agents { get; } = [];

        public void ModelRow(int tick, ReadOnlySpan<double> values) => Model.Add((tick, values[0]));

        public void AgentRow(int tick, string population, uint agent, ReadOnlySpan<double> values) => Agents.Add((tick, agent, values[0]));
    }
}
