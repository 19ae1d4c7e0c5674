using Agents;
using Agents.Data;
using Agents.Random;
using Agents.Spaces;

namespace Experiments.Tests.Models;

public enum Standing
{
    Master,
    Apprentice,
}

public enum Craft : byte
{
    Smith,
    RopeMaker,
}

public sealed class GuildParameters
{
    [Parameter("Masters.", Min = 1, AtStartOnly = true)]
    public int Masters { get; set; } = 2;

    [Parameter("Apprentices.", Min = 1, AtStartOnly = true)]
    public int Apprentices { get; set; } = 4;

    [Parameter("Coins that each member pays.", Min = 0, Max = 100)]
    public double Dues { get; set; } = 1;

    [Parameter("Most coins that are taken at once; at least the dues.", Min = 0, Max = 1000)]
    public double MostDues { get; set; } = 100;

    [Parameter("Whether the gates are open.")]
    public bool IsOpen { get; set; } = true;

    internal int Agents => Masters + Apprentices + 1;

    internal string? Complaint() => Dues > MostDues ? "dues exceed most_dues" : null;
}

public sealed partial class Members(Model model, int count) : Population(model, "members", count)
{
    [Initial(IsKind = true)]
    public partial Trait<Standing> Standing { get; }

    [Initial(Min = 0, Max = 1)]
    public partial Trait<float> Skill { get; }

    public partial Private<Craft> Craft { get; }

    [Initial(Min = 0)]
    public partial State<int> Coins { get; }

    public partial State<bool> IsSworn { get; }

    [Initial(FollowsFrom = "coins")]
    public partial State<double> Fame { get; }

    public partial Scratch<double> Weight { get; }
}

/// <summary>Masters and apprentices earn, pay dues and help their friends: every kind of column, and networks of both kinds.</summary>
[Model("guild", "A guild.", TickUnit = "month", DefaultTicks = 8)]
public sealed partial class GuildModel : Model
{
    private static readonly Purpose Birth = new(1000), Ties = new(1001), Work = new(1002);

    private readonly GuildParameters parameters;
    private readonly Network friends;
    private readonly Network debts;

    public GuildModel(GuildParameters parameters, Seed seed)
        : base(seed)
    {
        this.parameters = parameters;
        Members = new Members(this, parameters.Masters + parameters.Apprentices);
        Elders = new People(this, "elders", 1);
        for (var row = 0; row < Members.Count; row++)
        {
            var draws = Draws(Members.Ids[row], Birth);
            Members.Standing.Initial[row] = row < parameters.Masters ? Standing.Master : Standing.Apprentice;
            Members.Skill.Initial[row] = (float)draws.Uniform();
            Members.Coins.Next[row] = draws.Below(50);
        }
        Commit(Members.Coins);
        Value();
        friends = Network.WattsStrogatz(seed, Ties, Members.Count, degree: 2, rewiring: 0.2);
        debts = Network.FromLinks(Members.Count, [], isDirected: true);
        Sums = debts.AddColumn(1f);
    }

    [Measure("Coins.", Unit = "coins", Name = "coins_mean")]
    private double Mean()
    {
        var sum = 0L;
        foreach (var coins in Members.Coins.Values)
            sum += coins;
        return (double)sum / Members.Count;
    }

    [Measure("The parameter as it is now.", Unit = "coins")]
    private double Dues => parameters.Dues;

    [Measure("Links.", Unit = "links")]
    private int Friendships => friends.LinkCount;

    [Measure("Links.", Unit = "links")]
    private int Debts => debts.LinkCount;

    static partial void Complete(ref ModelDefinition<GuildParameters> definition) => definition = definition with
    {
        AgentReporters =
        [
            AgentReporter.Of<GuildModel, Members>("skill", "Skill.", "", DataType.Number, model => model.Members, (members, row) => members.Skill[row]),
            AgentReporter.Of<GuildModel, Members>("coins", "Coins.", "", DataType.Integer, model => model.Members, (members, row) => members.Coins[row]),
            AgentReporter.Of<GuildModel, Members>("fame", "Fame.", "", DataType.Number, model => model.Members, (members, row) => members.Fame[row]),
            AgentReporter.Of<GuildModel, Members>("is_sworn", "Whether sworn.", "", DataType.Boolean, model => model.Members, (members, row) => members.IsSworn[row] ? 1 : 0),
            AgentReporter.Of<GuildModel, Members>("craft", "Craft.", "", DataType.Integer, model => model.Members, (members, row) => (int)members.Craft[row]),
            AgentReporter.Of<GuildModel, Members>("friends", "Friends.", "", DataType.Integer, model => model.Members, (members, row) => ((GuildModel)members.Model).friends.Neighbours(row).Length),
        ],
        Networks =
        [
            NamedNetwork.Of<GuildModel>("friends", "help each other", model => model.friends, model => model.Members),
            NamedNetwork.Of<GuildModel>("debts", "owe", model => model.debts, model => model.Members, model => model.Sums),
        ],
    };

    public static IReadOnlyList<ModelDefinition> Models { get; } = [Definition];

    public Members Members { get; }

    public People Elders { get; }

    public LinkColumn<float> Sums { get; }

    public override string? AfterFilling()
    {
        Value();
        return Members.Coins[0] > 900 ? "the first master has more coins than the guild's chest holds" : null;
    }

    protected override void Persist(Checkpoint state) => state.Parts(friends, debts);

    protected override void Step()
    {
        Run(Members, new Earn(friends, parameters.Dues));
        Commit(Members.Coins);
        Value();
    }

    private void Value()
    {
        for (var row = 0; row < Members.Count; row++)
            Members.Fame.Next[row] = Members.Coins[row] / 10.0;
        Commit(Members.Fame);
    }

    private readonly struct Earn(Network friends, double dues) : IRule<Members>
    {
        public void Step(Agent<Members> me)
        {
            var draws = me.Draws(Work);
            var members = me.Population;
            var earned = members.Coins[me.Row] + draws.Below(1 + (int)(20 * members.Skill[me.Row]));
            foreach (var friend in friends.Neighbours(me.Row))
                earned += members.IsSworn[friend] ? 1 : 0;
            members.Coins.Pending(me.Row) = Math.Max(0, earned - (int)dues);
        }
    }
}
