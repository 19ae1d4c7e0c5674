namespace Agents.Generators.Tests.Analyzers;

internal sealed class StaleReferenceAnalyzerTests
{
    [TestCase("ref var wealth = ref me.Next.Wealth; me.Bear(); {|ABM034:wealth|} = 1;")]
    [TestCase("ref var memory = ref me.Memory; if (me.Wealth > 2) me.Bear(3); {|ABM034:memory|}++;")]
    [TestCase("var next = me.Population.Wealth.Next; me.Population.Bear(2); {|ABM034:next|}[0] = 1;")]
    [TestCase("var values = me.Population.Wealth.Values; me.Population.BearOf(me.Row); Console.WriteLine({|ABM034:values|}[0]);")]
    [TestCase("var part = me.Population.Memory.All.Slice(2); for (var i = 0; i < 3; i++) { {|ABM034:part|}[i] = 1; me.Bear(); }")]
    [TestCase("ref var pending = ref me.Population.Wealth.Pending(me.Row); var child = me.Bear(); me.Population.Wealth.Pending(child) = 1; {|ABM034:pending|} = 1;")]
    public void Reference_UsedAfterABirthInTurns_IsFound(string body) => Check(body, "Regime.FixedOrder");

    [TestCase("ref var wealth = ref me.Next.Wealth; wealth = 1; me.Bear();")]
    [TestCase("ref var wealth = ref me.Next.Wealth; me.Bear(); wealth = ref me.Next.Wealth; wealth = 1;")]
    [TestCase("me.Bear(); ref var wealth = ref me.Next.Wealth; wealth = 1;")]
    [TestCase("ref var wealth = ref me.Next.Wealth; if (wealth > 3) { me.Bear(); return; } wealth = 1;")]
    [TestCase("for (var i = 0; i < 3; i++) { ref var wealth = ref me.Next.Wealth; wealth++; me.Bear(); }")]
    [TestCase("var wealth = me.Wealth; me.Bear(); me.Next.Wealth = wealth;")]
    public void Reference_NotUsedAfterABirth_IsSilent(string body) => Check(body, "Regime.FixedOrder");

    [Test]
    public void Reference_UsedAfterABirthThatWaits_IsSilent() => Check("ref var wealth = ref me.Next.Wealth; me.Bear(); wealth = 1;", "Regime.Synchronous");

    [Test]
    public void Span_UsedAfterACommitOfLives_IsFound() => Snippet.CheckStep("""
        var people = new People(this, 3);
        var next = people.Wealth.Next;
        people.Bear(3);
        next[0] = 1;
        Commit(people.Wealth);
        CommitLives(people);
        {|ABM034:next|}[0] = 2;
        """);

    private static void Check(string body, string regime) => Snippet.Check($$"""
        public sealed class Village(Seed seed) : Model(seed)
        {
            protected override void Step()
            {
                var people = new People(this, 3);
                Run(people, new Act(), {{regime}});
                Commit(people.Wealth);
            }

            private readonly struct Act : IRule<People>
            {
                public void Step(Agent<People> me)
                {
                    {{body}}
                }
            }
        }
        """);
}
