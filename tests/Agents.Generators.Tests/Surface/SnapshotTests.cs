namespace Agents.Generators.Tests.Surface;

/// <summary>What the generator writes for each construct; it compiles without a warning.</summary>
public sealed class SnapshotTests
{
    [Test]
    public void Population_ColumnOfEachKind() => Require("Town.People.Columns.g.cs", """
        using Agents;
        namespace Town;
        /// <summary>Those who live there.</summary>
        public sealed partial class People(Model model, int count) : Population(model, "people", count)
        {
            /// <summary>Born where.</summary>
            public partial Trait<int> Origin { get; }
            /// <summary>Believes.</summary>
            public partial State<bool> Believes { get; }
            /// <summary>Grievance.</summary>
            public partial Private<float> Grievance { get; }
            /// <summary>A note.</summary>
            public partial Scratch<double> Note { get; }
        }
        """);

    [Test]
    public void Population_NestedInternalWithHiddenColumns() => Require("Town.Outer.Folk.Columns.g.cs", """
        using Agents;
        namespace Town;
        internal static partial class Outer
        {
            internal enum Mood : byte { Calm, Angry }
            internal sealed partial class Folk : Population
            {
                public Folk(Model model) : base(model, "folk", 3) => Mood.Next.Fill(Outer.Mood.Angry);
                public partial State<Mood> Mood { get; }
                internal partial Private<int> State { get; }
                private partial Trait<int> Secret { get; }
                public State<int> ByHand { get; } = null!;
                public int Sum => Secret[0];
            }
        }
        """);

    [Test]
    public void Population_InTheGlobalNamespaceInSeveralParts() => Require("Herd.Columns.g.cs", """
        using Agents;
        internal sealed partial class Herd(Model model) : Population(model, "herd", 3)
        {
            public partial Trait<int> Weight { get; }
        }
        """, """
        using Agents;
        internal sealed partial class Herd
        {
            public partial State<int> @class { get; }
        }
        """);

    [Test]
    public void Rule_OfAModel() => Require("Town.Chat.TalkRule.g.cs", Chat);

    [Test]
    public void Rule_Static() => Require("Town.Chat.ForgetRule.g.cs", Chat);

    [Test]
    public void Rule_OneOfTwoOfAName() => Require("Town.Chat.WalkDogsRule.g.cs", Chat);

    [Test]
    public void Definition_OfAModel() => Require("Town.Chat.Definition.g.cs", Chat);

    [Test]
    public void Definition_WithNothingButItsName() => Require("Empty.Definition.g.cs", """
        using Agents;
        [Model("empty", "Nothing \"at all\".")]
        internal sealed partial class Empty(Empty.Parameters parameters, Seed seed) : Model(seed)
        {
            protected override void Step() => _ = parameters.Agents;
            internal sealed class Parameters { internal long Agents => 5; }
        }
        """);

    private const string Chat = """
        using Agents;
        namespace Town;
        [Model("chat", "Talk.", TickUnit = "day", DefaultTicks = 7, ResultsVersion = 2, BytesPerAgent = 16)]
        internal sealed partial class Chat : Model
        {
            private readonly People people;
            public Chat(Parameters parameters, Seed seed) : base(seed) => (people, Dogs) = (new People(this, parameters.Agents), new Dogs(this));
            public Dogs Dogs { get; }
            [Measure("Mean.", Unit = "share")] public double MeanMood => 0.5;
            [Measure("How many.", Name = "heads")] private int Count() => people.Count;
            [Measure("Whether.")] private static bool IsOver => false;
            protected override void Step()
            {
                Talk(people);
                Talk(people, new Rows(0, 1));
                Forget(people);
                Walk(people);
                Walk(Dogs);
            }
            [Rule] private void Talk(Agent<People> me) => me.Next.Mood = me.Mood + Dogs.Count;
            [Rule] private static void Forget(Agent<People> me) => me.Next.Mood = 0;
            [Rule] private void Walk(Agent<People> me) => Talk(me);
            [Rule] private void Walk(Agent<Dogs> me) => me.Next.IsFed = Tick > 0;
            static partial void Complete(ref ModelDefinition<Parameters> definition) => definition = definition with { Outcomes = [new("ends", "It ends.")] };
            internal sealed class Parameters
            {
                [Parameter("Heads.")] public int Agents { get; set; } = 5;
                public string? Complaint() => Agents > 3 ? null : "agents: they would not talk.";
            }
        }
        internal enum Breed { Pug }
        internal sealed partial class People(Model model, int count) : Population(model, "people", count)
        {
            [Measure("Mood.", Unit = "share")] public partial State<float> Mood { get; }
        }
        internal sealed partial class Dogs(Model model) : Population(model, "dogs", 2)
        {
            [Measure("Breed.")] public partial Trait<Breed> Breed { get; }
            [Measure("Whether fed.")] public partial State<bool> IsFed { get; }
        }
        """;

    private static void Require(string name, params string[] files)
    {
        var generation = Generation.Of(files);
        Snapshot.Require(name, generation[name]);
        Assert.That(generation.Result.Diagnostics, Is.Empty);
        Assert.That(generation.Complaints.Where(diagnostic => diagnostic.Id != "CS1591"), Is.Empty);
    }
}
