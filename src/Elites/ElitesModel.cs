using Agents.Spaces;
using Elites.Coups;
using Elites.Diplomacy;
using Elites.Economics;
using Elites.Elections;
using Elites.EliteLoyalty;
using Elites.Forces;
using Elites.Leadership;
using Elites.People;
using Elites.Populations;
using Elites.Street;
using Elites.Study;
using Elites.Veterans;
using Elites.Warfare;

namespace Elites;

/// <summary>
/// What an autocracy's elites, veterans, defence workers and citizens do before and after a settlement; one tick is a
/// week. All populations are synchronous; conspiring alone goes in an order drawn anew each week. See ODD.md.
/// </summary>
/// <remarks>
/// Here are the parts and the table of contents, <see cref="Step"/>; Schedule.cs says which rules a line of it runs and what
/// each may touch, FirstState.cs how the world begins. Every room has a folder: state, parameters, rules, statements, measures.
/// </remarks>
public sealed partial class ElitesModel : Model
{
    private readonly Network trust;
    private readonly Network kin;
    private readonly Network acquaintances;
    private readonly Confidants confidants;
    private readonly NeighbourCount activeAcquaintances;
    private readonly RiskTable risk = new();
    private readonly List<int> discontent = [];

    // Counted when a measure asks; no state, so that a checkpoint does not tell what was measured before it.
    private VeteranStatistics veterans;
    private int veteransAsOf = -1;

    /// <summary>Makes the initial state.</summary>
    /// <param name="parameters">Read anew at every tick, so that interventions can change them.</param>
    /// <param name="seed">The key of all draws.</param>
    public ElitesModel(ElitesParameters parameters, Seed seed)
        : base(seed)
    {
        Parameters = parameters;
        Clock = new Clock(parameters.Time);
        var counts = new Headcount(parameters.Population);
        (Leader, Elite, Mass) = (new Leader(this), new Elite(this, counts), new Mass(this, counts));
        Persons = new Persons(Mass, parameters);
        Soldiers = new Soldiers(Persons);
        (Office, Economy) = (MakeOffice(), MakeEconomy());
        (Unrest, Climate, Polls) = (MakeUnrest(), MakeClimate(), new Polls { WeeksUntil = parameters.Election.FirstWeek });
        (Plots, Spells) = (new Plots(Elite, Climate), new Spells(parameters.War.Enabled));
        ForceByLoyalty = new ForceByLoyalty(Elite);
        Bystanders = new Bystanders(Unrest, Soldiers);
        Voices = new Voices(Soldiers, parameters.Units.Count, parameters.Ties.Regions);
        Army = new Army(Soldiers, parameters.Units.Count, Clock);
        Prospect = new ProspectTable(parameters.Hardship);
        Circumstances = new Circumstances(Settlement, War, Society, Repression);
        Situation = new Situation(Office, Settlement, War, Bargain, Patron, Economy, Narrative, Repression, Elite, Climate);
        BeAtWarOrPeace();
        Initialisation.Make(Elite, seed, parameters);
        Initialisation.Make(Mass, seed, parameters);
        Mobilisation.Make(Mass, seed, parameters);
        trust = Initialisation.MakeTrust(Elite, seed, parameters.Ties);
        kin = Network.Cliques(seed, Purposes.Kin, Mass.Count, parameters.Ties.HouseholdSize);
        var lasting = Initialisation.MakeAcquaintances(Mass, seed, parameters.Ties);
        WeakTies = WeakTies.Over(lasting, parameters.Ties.WeakTies, CutTies.ShareLeft(parameters.Repression.Level, parameters), seed, out acquaintances);
        (confidants, activeAcquaintances) = (new Confidants(lasting), new NeighbourCount(acquaintances));
        Confidants.FollowChannels(Mass, Elite.Of(EliteKind.Ultranationalist).Count, seed, parameters.Ties);
        Households = new Households(Mass, kin, Persons, seed);
        Begin();
    }

    /// <summary>True once the leader has left and nobody follows.</summary>
    public override bool IsFinished => Office.IsVacant;

    internal ElitesParameters Parameters { get; }

    internal Clock Clock { get; }

    internal Moment Moment => new(this, Clock);

    internal Leader Leader { get; }

    internal Elite Elite { get; }

    internal Mass Mass { get; }

    internal Office Office { get; }

    internal Voices Voices { get; }

    internal Persons Persons { get; }

    internal Soldiers Soldiers { get; }

    internal Households Households { get; }

    internal WeakTies WeakTies { get; }

    internal Settlement Settlement { get; } = new();

    internal War War { get; } = new();

    internal Bargain Bargain { get; } = new();

    internal Patron Patron { get; } = new();

    internal Economy Economy { get; }

    internal Society Society { get; } = new();

    internal Narrative Narrative { get; } = new();

    internal ProspectTable Prospect { get; private set; }

    internal Repression Repression { get; } = new();

    internal Unrest Unrest { get; }

    internal EliteClimate Climate { get; }

    internal Circumstances Circumstances { get; }

    internal Rival Rival { get; } = new();

    internal Polls Polls { get; }

    internal Plots Plots { get; }

    internal ForceByLoyalty ForceByLoyalty { get; }

    internal Bystanders Bystanders { get; }

    internal Army Army { get; }

    internal Situation Situation { get; }

    internal Perception Perception { get; } = new();

    internal Instability Instability { get; } = new();

    internal Spells Spells { get; }

    /// <inheritdoc/>
    public override Outcome Classify() => Classifier.Classify(Events, Moment, Settlement, Repression, Unrest);

    /// <inheritdoc/>
    protected override void Step()
    {
        LeadOn(); // Leadership
        FightWar(); // Warfare
        DealAbroad(); // Diplomacy, and the revenue that follows from it
        RunEconomy(); // Economics
        ChangeJobs(); // Economics
        ComeHome(); // Veterans
        TalkOfTheWar(); // People
        FeelChange(); // Street
        FeelHardship(); // People
        JudgeLeader(); // People, and the blame of EliteLoyalty
        Repress(); // Street
        WeighLoyalty(); // EliteLoyalty
        Commit(Mass.Loyalty, Mass.Grievance);
        Vote(); // Elections
        Protest(); // Street
        CommandForces(); // Forces
        Plot(); // Coups
        Decide(); // Leadership
        Succeed(); // Leadership
        Commit(Elite.Loyalty, Elite.Grievance);
        Observe(); // Study
    }

    /// <inheritdoc/>
    protected override void Persist(Checkpoint state)
    {
        state.Parts(trust, kin, acquaintances, WeakTies, activeAcquaintances, Office, Persons, Soldiers, Households);
        state.Parts(Settlement, War, Bargain, Patron, Economy, Society, Narrative, Prospect, Repression, Unrest, risk);
        state.Parts(Climate, Voices, Plots, ForceByLoyalty, Army, Perception, Instability, Rival, Polls, Spells);
    }
}
