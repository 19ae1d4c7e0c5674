using Agents;
using Agents.Data;
using Agents.Random;

namespace Experiments.Tests.Models;

public enum Harvest
{
    Poor,
    VeryGood,
}

public sealed class VillageParameters
{
    [Parameter("Mean rise of unrest.", Unit = "per week")]
    public double Pressure { get; set; } = 0.02;

    [Parameter("Guards on duty.", Unit = "person", Min = 0)]
    public int Guards { get; set; } = 10;

    [Parameter("Whether the gates are open.")]
    public bool GatesAreOpen { get; set; } = true;

    [Parameter("Last year's harvest.")]
    public Harvest Harvest { get; set; } = Harvest.VeryGood;

    [Parameter("Villagers.", Min = 1, AtStartOnly = true)]
    public int Villagers { get; set; } = 3;

    [Parameter("The replication in which the model throws; 0 for none.", Min = 0)]
    public int BrokenReplication { get; set; }

    internal int Agents => Villagers + 1;
}

public sealed partial class People(Model model, string name, int count) : Population(model, name, count)
{
    [Measure("Mood.")]
    public partial State<double> Mood { get; }
}

/// <summary>Unrest rises at random until a village falls: outcomes, events, agents, every type of measure, few lines.</summary>
[Model("village", "Unrest rises until a village falls.", TickUnit = "week", DefaultTicks = 30)]
public sealed partial class VillageModel : Model
{
    private static readonly Purpose Rumour = new(1000);

    private readonly VillageParameters parameters;
    private readonly People villagers;
    private readonly People elders;
    private bool hasSpoils;
    private bool isUnnamed;

    public VillageModel(VillageParameters parameters, Seed seed)
        : base(seed)
    {
        this.parameters = parameters;
        villagers = new People(this, "villagers", parameters.Villagers);
        elders = new People(this, "elders", 1);
        elders.Mood.Next[0] = 0.5;
        Commit(elders.Mood);
    }

    [Measure("Unrest; the village falls at 1.", Unit = "share")]
    private double Unrest { get; set; }

    [Measure("The parameter as it is now.", Unit = "per week")]
    private double Pressure => parameters.Pressure;

    [Measure("Guards on duty.", Unit = "person")]
    private int Guards => parameters.Guards;

    [Measure("Whether unrest is below one half.")]
    private bool IsCalm => Unrest < 0.5;

    [Measure("The week's rumour; missing at the start.", Name = "rumour")]
    private double LastRumour { get; set; } = double.NaN;

    static partial void Complete(ref ModelDefinition<VillageParameters> definition) => definition = definition with
    {
        AgentReporters = [.. definition.AgentReporters, AgentReporter.Of<VillageModel, People>("is_elder", "Whether an elder.", "", DataType.Boolean, model => model.elders, (_, _) => 1)],
        Outcomes = [new("stands", "Nothing happened before the horizon."), new("falls", "Unrest reached 1.")],
        Events = [new("alarm", "Unrest passed one half; the value is unrest."), new("fall", "The village fell.")],
    };

    private static ModelDefinition<VillageParameters> Village => (ModelDefinition<VillageParameters>)Definition;

    /// <summary>The same village, where a fall in an odd week is plunder.</summary>
    public static ModelDefinition WithSpoils { get; } = Village with
    {
        Name = "frontier",
        Summary = "A village that has two ways to end.",
        ModelReporters = [Village.ModelReporters[0]],
        AgentReporters = [],
        Outcomes = [.. Village.Outcomes, new("is_plundered", "Unrest reached 1 in an odd week.")],
        OutcomeGroups = [new("lost", "Unrest reached 1 in any week.", ["falls", "is_plundered"])],
        Make = (parameters, seed) => new VillageModel(parameters, seed) { hasSpoils = true },
    };

    /// <summary>The village under its own name, whose parameters something changes behind the study's back.</summary>
    public static ModelDefinition With(Action<VillageParameters> change) => Variant((parameters, seed) =>
    {
        change(parameters);
        return new VillageModel(parameters, seed);
    });

    /// <summary>The village, of so many agents of so many bytes, as it says.</summary>
    public static ModelDefinition Sized(int bytesPerAgent, long agents) => Variant((parameters, seed) => new VillageModel(parameters, seed), bytesPerAgent, agents);

    /// <summary>The village under its own name, whose definition leaves out how a run can end, or what can happen in one.</summary>
    public static ModelDefinition Undeclared(string outcome = "", string @event = "") =>
        Variant((parameters, seed) => new VillageModel(parameters, seed), leftOut: [outcome, @event]);

    private static ModelDefinition<VillageParameters> Variant(Func<VillageParameters, Seed, Model> make, int bytesPerAgent = 0, long agents = 4, params string[] leftOut) => Village with
    {
        Outcomes = [.. Village.Outcomes.Where(outcome => !leftOut.Contains(outcome.Code))],
        Events = [.. Village.Events.Where(kind => !leftOut.Contains(kind.Name))],
        BytesPerAgent = bytesPerAgent,
        Make = make,
        Agents = _ => agents,
    };

    /// <summary>The same village, of whose runs nobody says how they ended.</summary>
    public static ModelDefinition WithoutOutcomes { get; } = Village with
    {
        Name = "hamlet",
        Summary = "A village without outcomes.",
        ModelReporters = [.. Village.ModelReporters.Take(2)],
        AgentReporters = [],
        Outcomes = [],
        Make = (parameters, seed) => new VillageModel(parameters, seed) { isUnnamed = true },
    };

    public override bool IsFinished => Unrest >= 1;

    public override Outcome Classify()
    {
        if (isUnnamed)
            return base.Classify();
        if (!IsFinished)
            return new("stands", Tick, true);
        return new(hasSpoils && Tick % 2 == 1 ? "is_plundered" : "falls", Tick, false, "unrest, \"open\"");
    }

    protected override void Persist(Checkpoint state) => (Unrest, LastRumour) = (state.Value(Unrest), state.Value(LastRumour));

    protected override void Step()
    {
        if (parameters.BrokenReplication == Seed.Replication && Tick == 4)
            throw new InvalidOperationException("the well ran dry");
        var draws = Draws(Rumour);
        LastRumour = draws.Uniform();
        var before = Unrest;
        Unrest += parameters.Pressure * 2 * LastRumour;
        villagers.Mood.Next.Fill(Unrest);
        Commit(villagers.Mood);
        if (before < 0.5 && Unrest >= 0.5)
            Record("alarm", "the market, \"old\"", Unrest, "first\nsecond line");
        if (Unrest >= 1)
            Record("fall", "village");
    }
}
