using BenchmarkDotNet.Attributes;
using Classics;

namespace Agents.Benchmarks.Classics;

/// <summary>What does the form over turns give civil violence, which draws the first words of every walk ahead?</summary>
public class ViolenceBenchmarks
{
    private CivilViolence scalar = null!;
    private CivilViolence blocks = null!;

    /// <summary>At the paper's densities.</summary>
    [Params(40, 400)]
    public int Side { get; set; }

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

    private CivilViolence NewModel()
    {
        var cells = Side * Side;
        return new(new CivilViolence.Parameters { Width = Side, Height = Side, Citizens = cells * 70 / 100, Cops = cells * 4 / 100 }, Seed.Of(1));
    }
}
