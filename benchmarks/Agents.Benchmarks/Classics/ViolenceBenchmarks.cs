using BenchmarkDotNet.Attributes;
using Classics;

namespace Agents.Benchmarks.Classics;

/// <summary>What does the twin over turns give civil violence, which draws the first words of every walk ahead?</summary>
public class ViolenceBenchmarks
{
    private CivilViolence scalar = null!;
    private CivilViolence twin = null!;

    /// <summary>At the paper's densities.</summary>
    [Params(40, 400)]
    public int Side { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        (scalar, twin) = (NewModel(), NewModel());
        scalar.UsesTwins = false;
    }

    [Benchmark(Baseline = true)]
    public void Rule() => scalar.Advance();

    [Benchmark]
    public void Twin() => twin.Advance();

    private CivilViolence NewModel()
    {
        var cells = Side * Side;
        return new(new CivilViolence.Parameters { Width = Side, Height = Side, Citizens = cells * 70 / 100, Cops = cells * 4 / 100 }, Seed.Of(1));
    }
}
