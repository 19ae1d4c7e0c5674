using BenchmarkDotNet.Attributes;
using Classics;

namespace Agents.Benchmarks.Influence;

/// <summary>How long does a tick of W1 take, later on, when few flags change?</summary>
[MemoryDiagnoser]
public class InfluenceBenchmarks
{
    private const int EarlierTicks = 50;

    private Society people = null!;
    private InfluenceKernel scalar = null!;
    private InfluenceKernel blocks = null!;
    private InfluenceKernel shared = null!;
    private uint tick = EarlierTicks;

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Agents { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        scalar = NewModel();
        scalar.UsesBlockForms = false;
        blocks = NewModel();
        shared = NewModel();
        shared.Workers = new Workers(2);
        people = Society.Of(blocks, EarlierTicks);
        SimpleLoop.Run(people);
        foreach (var model in new[] { scalar, blocks, shared })
        {
            for (var earlier = 0; earlier < EarlierTicks; earlier++)
                model.Advance();
        }
    }

    [GlobalCleanup]
    public void CleanUp() => shared.Workers!.Dispose();

    [Benchmark(Baseline = true)]
    public void SimplestLoop() => SimpleLoop.Tick(people, tick++);

    [Benchmark]
    public void Rule() => scalar.Advance();

    [Benchmark]
    public void BlockForm() => blocks.Advance();

    [Benchmark]
    public void BlockFormOnTwoThreads() => shared.Advance();

    private InfluenceKernel NewModel() => new(new InfluenceKernel.Parameters { Agents = Agents }, Seed.Of(1));
}
