using System.Diagnostics;
using System.Globalization;
using Agents;
using Agents.Data;
using Experiments.Config;

namespace Commands;

/// <summary>A short look at the real model, to estimate what a study will cost on this machine.</summary>
/// <param name="Start">Time to make the initial state.</param>
/// <param name="Tick">Time of one tick, once the code has warmed up.</param>
/// <param name="Bytes">Memory of one model.</param>
/// <param name="BytesPerRow">Text of one row of model measures, without ids.</param>
/// <param name="EventsPerTick">Events in one tick.</param>
internal sealed record Probe(TimeSpan Start, TimeSpan Tick, long Bytes, double BytesPerRow, double EventsPerTick)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Runs a design point's first replication, for a second at most or a little longer where one tick needs it.</summary>
    public static Probe Of(Study study, DesignPoint point)
    {
        var (model, start, bytes) = Make(study, point);
        // A small model is made again, because the first time also pays the compiler.
        if (start < Patience)
            (model, start, bytes) = Make(study, point);
        var sizes = new RowSizes();
        var collector = new DataCollector(study.ModelMeasures, [], study.Every, sizes);
        collector.Collect(model);
        var ticks = new List<TimeSpan>();
        var watch = Stopwatch.StartNew();
        while (ticks.Count < study.Ticks && !model.IsFinished && watch.Elapsed < Patience)
        {
            var from = watch.Elapsed;
            model.Advance();
            collector.Collect(model);
            ticks.Add(watch.Elapsed - from);
        }
        // The first half of the ticks also pays the compiler, which a study spreads over all runs; the median of the rest leaves
        // out what a busy machine adds to some.
        var warm = ticks.Skip(ticks.Count / 2).DefaultIfEmpty().Order().ToList();
        return new Probe(start, warm[warm.Count / 2], bytes, sizes.Mean, ticks.Count == 0 ? 0 : (double)model.Events.All.Count / ticks.Count);
    }

    private static (Model Model, TimeSpan Start, long Bytes) Make(Study study, DesignPoint point)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var model = study.Make(study.Catalogue.Make(point.Values), study.SeedOf(point, 1));
        var start = watch.Elapsed;
        return (model, start, Math.Max(0, GC.GetTotalMemory(forceFullCollection: true) - before));
    }

    private sealed class RowSizes : ISink
    {
        private long characters;
        private int rows;

        public double Mean => rows == 0 ? 0 : (double)characters / rows;

        public void ModelRow(int tick, ReadOnlySpan<double> values)
        {
            rows++;
            foreach (var value in values)
                characters += 1 + (double.IsNaN(value) ? 0 : value.ToString("R", CultureInfo.InvariantCulture).Length);
        }

        public void AgentRow(int tick, string population, uint agent, ReadOnlySpan<double> values)
        {
        }
    }
}
