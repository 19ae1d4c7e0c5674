namespace Agents.Generators.Tests.Analyzers;

internal sealed class RowAnalyzerTests
{
    [TestCase("foreach (var other in network.Neighbours(me.Row)) {|ABM024:me.Population.Wealth.Next[other]|} = 1;")]
    [TestCase("{|ABM024:me.Population.Wealth.Pending(me.Row - 1)|} += 1;")]
    [TestCase("{|ABM024:me.Population.Wealth.Next[0]|}++;")]
    [TestCase("{|ABM024:me.Population.Memory[me.Kin]|} = 1;")]
    [TestCase("{|ABM024:me.Population.Memory.All[chosen]|} = 1;", "chosen is the same for all")]
    [TestCase("var best = -1; foreach (var other in network.Neighbours(me.Row)) best = other; {|ABM024:me.Population.Wealth.Next[best]|} = 1;")]
    [TestCase("var to = me.Row; if (me.Wealth > 3) to = me.Kin; {|ABM024:me.Population.Wealth.Next[to]|} = 1;")]
    [TestCase("ref var theirs = ref {|ABM024:me.Population.Wealth.Pending(me.Kin)|}; theirs = 1;")]
    [TestCase("Raise(ref {|ABM024:me.Population.Wealth.Pending(me.Kin)|});")]
    [TestCase("for (var row = 0; row < 3; row++) {|ABM024:me.Population.Wealth.Next[row]|} = 1;")]
    public void Rule_WritesAnothersRow_IsFound(string body, string because = "") =>
        Snippet.CheckRule(body, $"private static void Raise(ref int wealth) => wealth++; // {because}");

    [TestCase("me.Next.Wealth = 1;")]
    [TestCase("me.Population.Wealth.Next[me.Row] = 1;")]
    [TestCase("var row = me.Row; me.Population.Wealth.Pending(row) = 1;")]
    [TestCase("var row = -1; if (me.Wealth > 0) row = me.Row; me.Population.Wealth.Pending(row) = 1;")]
    [TestCase("me.Memory = me.Population.Wealth[me.Kin] + me.Population.Kin[me.Row - 1];", "reads what was committed, and what is fixed")]
    [TestCase("Become(me.Population, me.Row);", "nothing is known of the helper's row")]
    public void Rule_WritesItsOwnRow_IsSilent(string body, string because = "") =>
        Snippet.CheckRule(body, $"private static void Become(People people, int row) => people.Wealth.Next[row] = 1; // {because}");

    [TestCase("me.Next.Wealth = {|ABM025:me.Population.Memory[me.Kin]|};")]
    [TestCase("me.Next.Wealth = {|ABM025:me.Population.Note[me.Row + 1]|};")]
    [TestCase("me.Next.Wealth = {|ABM025:me.Population.Memory.All[chosen]|};")]
    public void Rule_ReadsAnothersPrivate_IsFound(string body) => Snippet.CheckRule(body);

    [Test]
    public void Rule_ReadsThePrivateOfAnotherPopulation_IsSilent() => Snippet.Check("""
        public sealed class Firms(Model model) : Population(model, "firms", 3);

        public readonly struct Hire(People people) : IRule<Firms>
        {
            public void Step(Agent<Firms> me) => Console.WriteLine(people.Memory[me.Row + 1]);
        }
        """);

    [TestCase(": base(model, \"crowd\", 3, Regime.ShuffledSweep)")]
    [TestCase(": base(model, \"crowd\", regime: Regime.FixedOrder, count: 3)")]
    [TestCase(": base(model, \"crowd\", 3, regime)")]
    public void Rule_OfAPopulationThatMayBeSequential_IsSilent(string constructor) => Snippet.Check(Crowd(constructor, "me.Population.Memory[me.Row + 1]", "me.Population.Wealth.Next[me.Row + 1]"));

    [TestCase(": base(model, \"crowd\", 3)")]
    [TestCase(": base(model, \"crowd\", 3, Regime.Synchronous)")]
    [TestCase(": base(model, \"crowd\", isOpen: true, count: 3)")]
    public void Rule_OfASynchronousPopulation_IsFound(string constructor) =>
        Snippet.Check(Crowd(constructor, "{|ABM025:me.Population.Memory[me.Row + 1]|}", "{|ABM024:me.Population.Wealth.Next[me.Row + 1]|}"));

    [TestCase("Run(new People(this, 3), new Act(), Regime.ShuffledSweep);", "me.Population.Wealth.Next[me.Row + 1]")]
    [TestCase("var act = new Act(); Run(new People(this, 3), act, new Rows(0, 2), Regime.FixedOrder);", "me.Population.Wealth.Next[me.Row + 1]")]
    [TestCase("Run(new People(this, 3), new Act(), regime);", "me.Population.Wealth.Next[me.Row + 1]")]
    [TestCase("Run(new People(this, 3), new Act(), Regime.Synchronous);", "{|ABM024:me.Population.Wealth.Next[me.Row + 1]|}")]
    [TestCase("Run(new People(this, 3), new Other(), Regime.FixedOrder);", "{|ABM024:me.Population.Wealth.Next[me.Row + 1]|}")]
    public void Rule_OfARunWithARegime_IsJudgedByIt(string run, string write) => Snippet.Check($$"""
        public readonly struct Act : IRule<People>
        {
            public void Step(Agent<People> me) => {{write}} = 1;
        }

        public readonly struct Other : IRule<People>
        {
            public void Step(Agent<People> me) => me.Next.Wealth = 1;
        }

        public sealed class Village(Seed seed, Regime regime) : Model(seed)
        {
            protected override void Step()
            {
                {{run}}
                Commit(new People(this, regime == Regime.Synchronous ? 2 : 3).Wealth);
            }
        }
        """);

    [TestCase("Crowd(Model model) : Population(model, \"crowd\", 3)", "{|ABM024:me.Population.Wealth.Next[me.Row + 1]|}")]
    [TestCase("Crowd(Model model) : Population(model, \"crowd\", 3, Regime.RandomSequential)", "me.Population.Wealth.Next[me.Row + 1]")]
    public void Rule_OfAPopulationWithAPrimaryConstructor_IsJudgedByIt(string head, string write) => Snippet.Check($$"""
        public sealed class {{head}}
        {
            public State<int> Wealth => null!;
        }

        public readonly struct Act : IRule<Crowd>
        {
            public void Step(Agent<Crowd> me) => {{write}} = 1;
        }

        public sealed class Village(Seed seed) : Model(seed)
        {
            protected override void Step() => Commit(new Crowd(this).Wealth);
        }
        """);

    [Test]
    public void RuleAsMethod_WritesAnothersRow_IsFound() => Snippet.Check("""
        public sealed class Village(Seed seed) : Model(seed)
        {
            protected override void Step() => Commit(new People(this, 3).Wealth);

            [Agents.Rule]
            private void Give(Agent<People> me) => {|ABM024:me.Population.Wealth.Next[me.Row + 1]|} = 1;
        }

        namespace Agents
        {
            public sealed class RuleAttribute : Attribute;
        }
        """);

    [Test]
    public void View_ReadsAnothersPrivate_IsFound() => Snippet.Check("""
        public static class MoreViews
        {
            extension(Agent<People> me)
            {
                public int Neighbours => {|ABM025:me.Population.Memory[me.Row + 1]|};
                public int Own => me.Population.Memory[me.Row];
            }
        }
        """);

    [TestCase("Regime.Synchronous", "{|ABM024:me.Population.Wealth.Next[me.Row + 1]|}")]
    [TestCase("Regime.FixedOrder", "me.Population.Wealth.Next[me.Row + 1]")]
    public void Rule_OfAPopulationWithABase_IsJudgedByTheBase(string regime, string write) => Snippet.Check($$"""
        public abstract class Folk(Model model, string name) : Population(model, name, 3, {{regime}})
        {
            public State<int> Wealth => null!;
        }

        public sealed class Crowd(Model model) : Folk(model, "crowd");

        public readonly struct Act : IRule<Crowd>
        {
            public void Step(Agent<Crowd> me) => {{write}} = 1;
        }

        public sealed class Town(Seed seed) : Model(seed)
        {
            protected override void Step() => Commit(new Crowd(this).Wealth);
        }
        """);

    [Test]
    public void BlockForm_WritesTheRowsOfItsBlock_IsSilent() => Snippet.CheckRule("", """
        public static bool HasBlockForm => true;

        public void Step(Block<People> block)
        {
            for (var row = block.From; row < block.To; row++)
                block.Population.Wealth.Next[row] = block.Population.Memory[row];
        }
        """);

    [Test]
    public void Model_WritesAnyRow_IsSilent() => Snippet.CheckStep("var people = new People(this, 3); people.Wealth.Next[2] = 1; Commit(people.Wealth);");

    private static string Crowd(string constructor, string read, string write) => $$"""
        public sealed class Crowd : Population
        {
            public Crowd(Model model, Regime regime) {{constructor}} => (Wealth, Memory) = (State<int>(), Private<int>());

            public State<int> Wealth { get; }
            public Private<int> Memory { get; }
        }

        public readonly struct Act : IRule<Crowd>
        {
            public void Step(Agent<Crowd> me) => {{write}} = {{read}};
        }

        public sealed class Town(Seed seed) : Model(seed)
        {
            protected override void Step() => Commit(new Crowd(this, Regime.Synchronous).Wealth);
        }
        """;
}
