using BenchmarkDotNet.Attributes;

namespace Agents.Benchmarks;

/// <summary>What does writing a rule through the view of one agent cost, against a loop over arrays?</summary>
public partial class AgentViewBenchmarks
{
    private const int Agents = 10_000;

    private readonly float[] grievance = new float[Agents];
    private readonly float[] hardship = new float[Agents];
    private readonly Town town = new();

    [Benchmark(Baseline = true, OperationsPerInvoke = Agents)]
    public void HandLoop()
    {
        for (var i = 0; i < grievance.Length; i++)
            grievance[i] = Math.Clamp(0.95f * grievance[i] + 0.03f * hardship[i], 0f, 1f);
    }

    [Benchmark(OperationsPerInvoke = Agents)]
    public void RuleThroughView() => town.Advance();

    internal sealed partial class Folk(Model model) : Population(model, "folk", Agents)
    {
        public partial Private<float> Grievance { get; }

        public partial Trait<float> Hardship { get; }
    }

    private sealed class Town : Model
    {
        private readonly Folk folk;

        public Town()
            : base(Seed.Of(1)) => folk = new Folk(this);

        protected override void Step() => Run(folk, default(Grumble));
    }

    private readonly struct Grumble : IRule<Folk>
    {
        public void Step(Agent<Folk> me) => me.Grievance = Math.Clamp(0.95f * me.Grievance + 0.03f * me.Hardship, 0f, 1f);
    }
}
