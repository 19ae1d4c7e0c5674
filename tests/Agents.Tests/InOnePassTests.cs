namespace Agents.Tests;

/// <summary>Rules that pass over a block together, and what an exception within a rule is told.</summary>
public sealed partial class InOnePassTests
{
    [Test]
    public void Run_TwoOrThreeRules_GivesTheBitsOfOneAfterTheOther(
        [Values] Regime regime, [Values] bool usesBlockForms, [Values(1, 2)] int threads)
    {
        const int Count = 7_001;
        using var workers = new Workers(threads);
        var (together, apart) = (new Town(Count, regime) { UsesBlockForms = usesBlockForms, Workers = workers }, new Town(Count, regime) { UsesBlockForms = usesBlockForms });
        for (var tick = 0; tick < 3; tick++)
        {
            together.Advance();
            apart.StepApart();
        }
        Assert.That(together.Folk.Memory.Values.ToArray(), Is.EqualTo(apart.Folk.Memory.Values.ToArray()));
        Assert.That(together.Folk.Wealth.Values.ToArray(), Is.EqualTo(apart.Folk.Wealth.Values.ToArray()).And.Some.GreaterThan(1));
    }

    [TestCase(Regime.Synchronous)]
    [TestCase(Regime.ShuffledSweep)]
    public void Run_RuleThrows_TheExceptionIsToldWhomItIsAbout(Regime regime)
    {
        var village = new Village(50, regime);
        village.OnStep = self => self.Run(self.Folk, new Act(me => _ = me.Origin == 17 ? throw new ArithmeticException("too much") : 0));
        var exception = Assert.Throws<ArithmeticException>(village.Advance);
        Assert.That(Told.By(exception!), Is.EqualTo($"agent {village.Folk.Ids[17]} of 'folk', tick 0, rule Act"));
        Assert.That(Told.By(new ArithmeticException()), Is.Null);
    }

    private readonly partial struct Remember : IRule<Folk>
    {
        public void Step(Agent<Folk> me) => me.Memory += me.Origin % 7;
    }

    private readonly partial struct Earn : IRule<Folk>
    {
        public void Step(Agent<Folk> me) => me.Next.Wealth = me.Wealth + me.Memory;
    }

    // Without a block form: it is not partial, which this test is about.
    private readonly struct Forget : IRule<Folk>
    {
        public void Step(Agent<Folk> me) => me.Memory /= 2;
    }

    private sealed class Town(int count, Regime regime) : Model(Seed.Of(1))
    {
        private Folk? folk;

        public Folk Folk => folk ??= new Folk(this, count, regime);

        public void StepApart()
        {
            Run(Folk, default(Remember));
            Run(Folk, default(Earn));
            Run(Folk, default(Remember));
            Run(Folk, default(Forget));
            Run(Folk, default(Earn));
            Commit(Folk.Wealth);
        }

        protected override void Step()
        {
            Run(Folk, default(Remember), default(Earn));
            Run(Folk, default(Remember), default(Forget), default(Earn));
            Commit(Folk.Wealth);
        }
    }
}
