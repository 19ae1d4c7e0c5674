using Agents.Data;
using Agents.Random;

namespace Agents.Tests;

/// <summary>A model written by attributes does what the same model does that is written by hand.</summary>
public sealed class SmallModelTests
{
    [Test]
    public void Rules_OfMethods_DoWhatStructsByHandDo()
    {
        var small = new Bazaar(new Bazaar.Parameters { Agents = 3_000 }, Seed.Of(4));
        var byHand = new BazaarByHand(3_000, Seed.Of(4));
        for (var tick = 0; tick < 5; tick++)
        {
            small.Advance();
            byHand.Advance();
        }
        Assert.That(Fingerprint.Of(small), Is.EqualTo(Fingerprint.Of(byHand)));
    }

    [Test]
    public void Rule_OverSomeRows_LeavesTheOthers()
    {
        var small = new Bazaar(new Bazaar.Parameters { Agents = 10 }, Seed.Of(4));
        small.Advance();
        Assert.That(small.Traders.Visits.Values.ToArray(), Is.EqualTo(new[] { 1, 1, 1, 0, 0, 0, 0, 0, 0, 0 }));
    }

    [Test]
    public void Definition_OfAttributes_HasAllThatTheySay()
    {
        var definition = Bazaar.Definition;
        Assert.That(Bazaar.Definition, Is.SameAs(definition));
        Assert.That((definition.Name, definition.Summary, definition.TickUnit), Is.EqualTo(("bazaar", "Traders try their luck.", "day")));
        Assert.That((definition.DefaultTicks, definition.ResultsVersion, definition.BytesPerAgent), Is.EqualTo((30, 2, 24)));
        Assert.That(definition.CountAgents(new Bazaar.Parameters { Agents = 7 }), Is.EqualTo(7));
        Assert.That(definition.Complaint(new Bazaar.Parameters { Agents = 13 }), Is.EqualTo("agents: 13 brings bad luck."));
        Assert.That(definition.Events.Single().Name, Is.EqualTo("riot"));
        Assert.That(definition.NewParameters(), Is.InstanceOf<Bazaar.Parameters>());
    }

    [Test]
    public void Measures_OfAttributes_ReadTheModel()
    {
        var definition = Bazaar.Definition;
        var small = definition.Create(new Bazaar.Parameters { Agents = 10 }, Seed.Of(4));
        small.Advance();
        Assert.That(definition.ModelReporters.Select(one => (one.Name, one.Type, one.Unit, one.Read(small))), Is.EqualTo(new[]
        {
            ("mean_visits", DataType.Number, "visits", 0.3), ("heads", DataType.Integer, "", 10.0), ("is_quiet", DataType.Boolean, "", 1.0),
        }));
        Assert.That(definition.AgentReporters.Select(one => (one.Name, one.Type, one.Read(small, 0))), Is.EqualTo(new[]
        {
            ("guild_has_room", DataType.Boolean, 1.0), ("good", DataType.Integer, 1.0), ("visits", DataType.Integer, 1.0),
        }));
        Assert.That(definition.AgentReporters.Select(one => one.Population(small).Name), Is.EqualTo(new[] { "guilds", "traders", "traders" }));
    }

    [Test]
    public void Columns_OfPartialProperties_AreMadeInTheirOrder()
    {
        var small = new Bazaar(new Bazaar.Parameters { Agents = 2 }, Seed.Of(4));
        Assert.That(small.Traders.Columns, Is.EqualTo(new Column[] { small.Traders.Good, small.Traders.Visits, small.Traders.Luck }));
    }
}

/// <summary>A model that uses all of the attributes.</summary>
[Model("bazaar", "Traders try their luck.", TickUnit = "day", DefaultTicks = 30, ResultsVersion = 2, BytesPerAgent = 24)]
internal sealed partial class Bazaar : Model
{
    public static readonly Purpose Luck = new(1000);

    private readonly Guilds guilds;

    public Bazaar(Parameters parameters, Seed seed)
        : base(seed)
    {
        Traders = new Traders(this, parameters.Agents);
        guilds = new Guilds(this);
        Traders.Good.Initial.Fill(Good.Silk);
        guilds.HasRoom.Next.Fill(true);
        Commit(guilds.HasRoom);
    }

    public Traders Traders { get; }

    [Measure("Visits of a trader.", Unit = "visits")]
    private double MeanVisits => (double)Traders.Visits.Values.ToArray().Sum() / Traders.Count;

    [Measure("Traders.", Name = "heads")]
    private int Count() => Traders.Count;

    [Measure("Whether there was no riot.")]
    private bool IsQuiet => Events.All.Count == 0;

    protected override void Step()
    {
        Visit(Traders, new Rows(0, 3));
        Commit(Traders.Visits);
        Try(Traders);
        Try(guilds);
        Commit(guilds.HasRoom);
    }

    [Rule]
    private static void Visit(Agent<Traders> me) => me.Next.Visits = me.Visits + 1;

    [Rule]
    private void Try(Agent<Traders> me) => me.Luck = me.Draws(Luck).Uniform() + guilds.Count;

    [Rule]
    private void Try(Agent<Guilds> me) => me.Next.HasRoom = Traders.Visits[0] > 0;

    static partial void Complete(ref ModelDefinition<Parameters> definition) => definition = definition with
    {
        Events = [new("riot", "The bazaar is in uproar.")],
        Check = parameters => parameters.Agents == 13 ? "agents: 13 brings bad luck." : null,
    };

    internal sealed class Parameters
    {
        [Parameter("Traders.", Min = 1, AtStartOnly = true)]
        public int Agents { get; set; } = 100;
    }
}

internal enum Good : byte
{
    Salt,
    Silk,
}

internal sealed partial class Traders(Model model, int count) : Population(model, "traders", count)
{
    [Measure("What is sold.")]
    public partial Trait<Good> Good { get; }

    [Measure("Visits.", Unit = "visits")]
    public partial State<int> Visits { get; }

    public partial Private<double> Luck { get; }
}

internal sealed partial class Guilds(Model model) : Population(model, "guilds", 2)
{
    [Measure("Whether it takes members.", Name = "guild_has_room")]
    public partial State<bool> HasRoom { get; }
}

/// <summary>The same model without the generator.</summary>
internal sealed class BazaarByHand : Model
{
    private readonly Sellers sellers;
    private readonly Clubs clubs;

    public BazaarByHand(int count, Seed seed)
        : base(seed)
    {
        (sellers, clubs) = (new Sellers(this, count), new Clubs(this));
        sellers.Good.Initial.Fill(Good.Silk);
        clubs.HasRoom.Next.Fill(true);
        Commit(clubs.HasRoom);
    }

    protected override void Step()
    {
        Run(sellers, default(Visit), new Rows(0, 3));
        Commit(sellers.Visits);
        Run(sellers, new TryLuck(clubs));
        Run(clubs, new TryDoor(sellers));
        Commit(clubs.HasRoom);
    }

    private sealed class Sellers : Population
    {
        public Sellers(Model model, int count)
            : base(model, "traders", count) => (Good, Visits, Luck) = (Trait<Good>(), State<int>(), Private<double>());

        public Trait<Good> Good { get; }

        public State<int> Visits { get; }

        public Private<double> Luck { get; }
    }

    private sealed class Clubs : Population
    {
        public Clubs(Model model)
            : base(model, "guilds", 2) => HasRoom = State<bool>();

        public State<bool> HasRoom { get; }
    }

    private readonly struct Visit : IRule<Sellers>
    {
        public void Step(Agent<Sellers> me) => me.Population.Visits.Pending(me.Row) = me.Population.Visits[me.Row] + 1;
    }

    private readonly struct TryLuck(Clubs clubs) : IRule<Sellers>
    {
        public void Step(Agent<Sellers> me) => me.Population.Luck[me.Row] = me.Draws(Bazaar.Luck).Uniform() + clubs.Count;
    }

    private readonly struct TryDoor(Sellers sellers) : IRule<Clubs>
    {
        public void Step(Agent<Clubs> me) => me.Population.HasRoom.Pending(me.Row) = sellers.Visits[0] > 0;
    }
}
