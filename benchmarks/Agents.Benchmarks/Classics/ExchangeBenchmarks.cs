using BenchmarkDotNet.Attributes;
using Classics;

namespace Agents.Benchmarks.Classics;

/// <summary>What does the form over turns give the exchange of wealth, in either random order?</summary>
public class ExchangeBenchmarks
{
    private Boltzmann scalar = null!;
    private Boltzmann blocks = null!;

    [Params(Regime.ShuffledSweep, Regime.RandomSequential)]
    public Regime Order { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        (scalar, blocks) = (NewModel(), NewModel());
        scalar.UsesBlockForms = false;
    }

    [Benchmark(Baseline = true)]
    public void Rule() => scalar.Advance();

    [Benchmark]
    public void Turns() => blocks.Advance();

    private Boltzmann NewModel() => new(new Boltzmann.Parameters { Regime = Order }, Seed.Of(1));
}
