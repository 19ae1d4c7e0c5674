namespace Agents.Generators.Tests.Analyzers;

internal sealed class CommitAnalyzerTests
{
    [Test]
    public void State_WrittenAndNeverCommitted_IsFoundWhereItIsFirstWritten() => Snippet.Check(Village("Commit(people.Wealth);", "me.Next.Wealth = 1; {|ABM031:me.Next.Fame|} = 2; me.Next.Fame = 3;"));

    [TestCase("{|ABM031:me.Next.Fame|} += 2;")]
    [TestCase("{|ABM031:me.Population.Fame.Next[me.Row]|}--;")]
    [TestCase("ref var fame = ref {|ABM031:me.Population.Fame.Pending(me.Row)|}; fame = 2;")]
    [TestCase("ref var fame = ref {|ABM031:me.Next.Fame|}; fame = 2;")]
    public void State_WrittenInAnyWay_IsFound(string body) => Snippet.Check(Village("", body));

    [TestCase("Commit(people.Wealth, people.Fame);")]
    [TestCase("Commit([people.Wealth, people.Fame]);")]
    [TestCase("Column[] all = [people.Wealth, people.Fame]; Commit(all);", "it is handed to a list that is committed")]
    [TestCase("var fame = people.Fame; Commit(fame);")]
    [TestCase("Publish(people.Fame);", "the compilation's own method may commit it")]
    [TestCase("CommitAll(people.Fame);")]
    public void State_CommittedInAnyWay_IsSilent(string step, string because = "") =>
        Snippet.Check(Village(step + " // " + because, "me.Next.Fame = 2;"));

    [TestCase("new Agents.Spaces.NeighbourCount(null!).Commit(people.IsLoud);")]
    public void State_CommittedByACountOfNeighbours_IsSilent(string step) => Snippet.Check($$"""
        public sealed class Crowd : Population
        {
            public Crowd(Model model) : base(model, "crowd", 3) => IsLoud = State<bool>();
            public State<bool> IsLoud { get; }
        }

        public readonly struct Shout : IRule<Crowd>
        {
            public void Step(Agent<Crowd> me) => me.Population.IsLoud.Next[me.Row] = true;
        }

        public sealed class Town(Seed seed) : Model(seed)
        {
            protected override void Step()
            {
                var people = new Crowd(this);
                {{step}}
            }
        }
        """);

    [Test]
    public void State_OnlyReportedOrReadByBlocks_IsFound() => Snippet.Check(Village(
        "Func<People, State<int>> read = one => one.Fame; Console.WriteLine(people.Fame[0] + people.Fame.Values.Length);",
        "{|ABM031:me.Next.Fame|} = 2;"));

    [TestCase("me.Memory = 2;")]
    [TestCase("me.Memory = me.Next.Fame;", "nothing is written")]
    public void State_NotWritten_IsSilent(string body, string because = "") => Snippet.Check(Village("", body + " // " + because));

    [TestCase("", "{|ABM031:me.Next.Wealth|}")]
    [TestCase("Run(people, new Act());", "me.Next.Wealth")]
    public void State_CommittedByTheConstructor_CountsWhereARuleRanBefore(string run, string write) => Snippet.Check($$"""
        public sealed class Village : Model
        {
            private readonly People people;

            public Village(Seed seed) : base(seed)
            {
                people = new People(this, 3);
                people.Wealth.Next[0] = 1;
                {{run}}
                Commit(people.Wealth);
            }

            protected override void Step() => Run(people, new Act());

            private readonly struct Act : IRule<People>
            {
                public void Step(Agent<People> me) => {{write}} = 1;
            }
        }
        """);

    [TestCase("Commit(people.Wealth);", "me.Next.Wealth")]
    [TestCase("", "{|ABM031:me.Next.Wealth|}")]
    public void State_OfAPartialProperty_IsFollowed(string step, string write) => Snippet.Check($$"""
        public sealed partial class Crowd(Model model) : Population(model, "crowd", 3)
        {
            public partial State<int> Wealth { get; }
        }

        public sealed partial class Crowd
        {
            public partial State<int> Wealth => null!;
        }

        public static class CrowdViews
        {
            extension(Pending<Crowd> next)
            {
                public ref int Wealth => ref next.Population.Wealth.Pending(next.Row);
            }
        }

        public readonly struct Act : IRule<Crowd>
        {
            public void Step(Agent<Crowd> me) => {{write}} = 1;
        }

        public sealed class Town(Seed seed) : Model(seed)
        {
            protected override void Step()
            {
                var people = new Crowd(this);
                Run(people, new Act());
                {{step}}
            }
        }
        """);

    [TestCase("Regime.ShuffledSweep")]
    [TestCase("regime")]
    public void State_OfAPopulationThatMayBeSequential_IsSilent(string regime) => Snippet.Check($$"""
        public sealed class Crowd : Population
        {
            public Crowd(Model model, Regime regime) : base(model, "crowd", 3, {{regime}}) => Wealth = State<int>();
            public State<int> Wealth { get; }
        }

        public readonly struct Act : IRule<Crowd>
        {
            public void Step(Agent<Crowd> me) => me.Population.Wealth.Next[me.Row] = 1;
        }
        """);

    private static string Village(string step, string body) => $$"""
        public sealed class Village(Seed seed) : Model(seed)
        {
            protected override void Step()
            {
                var people = new People(this, 3);
                Run(people, new Act());
                {{step}}
            }

            private static void Publish(Column column) => Commit(column);

            private static void CommitAll(params ReadOnlySpan<Column> columns) => Commit(columns);

            private readonly struct Act : IRule<People>
            {
                public void Step(Agent<People> me)
                {
                    {{body}}
                }
            }
        }
        """;
}
