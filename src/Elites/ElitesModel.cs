using Agents.Spaces;
using Elites.Coups;
using Elites.Economics;
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
public sealed partial class ElitesModel : Model
{
    private readonly Headcount counts;
    private readonly Network trust;
    private readonly Network kin;
    private readonly Network acquaintances;
    private readonly WeakTies weakTies;
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
        counts = new Headcount(parameters.Population);
        (Leader, Elite, Mass) = (new Leader(this), new Elite(this, counts), new Mass(this, counts));
        Economy = Initialisation.MakeEconomy(parameters);
        Politics = Initialisation.MakePolitics(parameters, Clock);
        if (!parameters.War.Enabled)
            Initialisation.BeAtPeace(Politics, War);
        Plots = new Plots(Elite);
        Prospect = new ProspectTable(parameters.Hardship);
        ForceByLoyalty = new ForceByLoyalty(Elite);
        Initialisation.Make(Elite, seed, parameters);
        Initialisation.Make(Mass, seed, parameters);
        Mobilisation.Make(Mass, seed, parameters);
        trust = Initialisation.MakeTrust(Elite, seed, parameters.Ties);
        kin = Network.Cliques(seed, Purposes.Kin, Mass.Count, parameters.Ties.HouseholdSize);
        var lasting = Initialisation.MakeAcquaintances(Mass, seed, parameters.Ties);
        weakTies = WeakTies.Over(lasting, parameters.Ties.WeakTies, CutTies.ShareLeft(parameters.Repression.Level, parameters), seed, out acquaintances);
        (confidants, activeAcquaintances) = (new Confidants(lasting), new NeighbourCount(acquaintances));
        Confidants.FollowChannels(Mass, Elite.Of(EliteKind.Ultranationalist).Count, seed, parameters.Ties);
        Army = new Army(parameters.Units.Count, Clock);
        Households = new Households(this, kin);
        Settle();
    }

    internal ElitesParameters Parameters { get; }

    internal Leader Leader { get; }

    internal Elite Elite { get; }

    internal Mass Mass { get; }

    internal Clock Clock { get; }

    internal War War { get; } = new();

    internal Army Army { get; }

    internal Households Households { get; }

    internal Economy Economy { get; }

    internal Politics Politics { get; }

    internal Plots Plots { get; }

    internal Perception Perception { get; } = new();

    internal ProspectTable Prospect { get; private set; }

    internal ForceByLoyalty ForceByLoyalty { get; }

    internal Instability Instability { get; } = new();

    /// <summary>True once the leader is removed.</summary>
    public override bool IsFinished => Politics.IsOver;

    /// <inheritdoc/>
    public override Outcome Classify() => Classifier.Classify(this);

    /// <inheritdoc/>
    protected override void Step()
    {
        new AgeLeader(this, Parameters).Step();
        new FollowPath(this, Parameters).Step();
        FightWar();
        DealAbroad();
        RunEconomy();
        ChangeJobs();
        TalkOfTheWar();
        FeelHardship();
        JudgeLeader();
        Repress();
        WeighLoyalty();
        Commit(Mass.Loyalty, Mass.Grievance);
        Protest();
        WearDownUnits();
        Plot();
        new DecideAsLeader(this, Parameters).Step();
        Commit(Elite.Loyalty);
        Observe();
    }

    /// <inheritdoc/>
    protected override void Persist(Checkpoint state) =>
        state.Parts(trust, kin, acquaintances, weakTies, activeAcquaintances, Army, Households, War, Economy, Politics, Perception, Plots, Prospect, ForceByLoyalty, Instability, risk);

    /// <summary>M8, M9 and M14: legitimacy, grievance, to which crimes of veterans add (M19), and blame.</summary>
    private void JudgeLeader()
    {
        Run(Mass, new JudgeLegitimacy(this, Parameters));
        Run(Mass, new NurseGrievance(Economy, Parameters, Clock));
        new CommitCrimes(this, acquaintances, Parameters).Step();
        Run(Elite, new NurseEliteGrievance(Prospect, Politics, Parameters, Clock));
        new AllotBlame(Politics, Leader.Scapegoat[0], Clock, Parameters).Step();
    }

    /// <summary>M13 and what of M17 and M25 bears on it: the loyalty of the elite, and what it shows of it.</summary>
    private void WeighLoyalty()
    {
        new ArmTheRight(this, Parameters.Right).Step();
        Run(Elite, new BelieveStabInBack(Politics, Clock, Parameters));
        LearnOfVictory();
        new DriftShocks(this, Parameters.Loyalty).Step();
        Run(Elite, new ReconsiderLoyalty(this, Parameters));
        Commit(Elite.Loyalty, Elite.Grievance);
        Run(Elite, new ShowLoyalty(Politics, Clock, Parameters.Loyalty));
    }

    /// <summary>M6, and the unemployment that it leaves.</summary>
    private void ChangeJobs()
    {
        if (Parameters.Labour.Strength > 0)
        {
            var rates = JobRates.Of(Economy, Politics, Parameters, Clock);
            var serving = Mass.Job.Count(Mass.Of(MassKind.Soldier), Job.Front);
            Run(Mass, new ChangeJobs(rates, rates.LayOff > 0 ? MeanExposure() : 1, Politics.IsWar));
            Army.CameHome += serving - Mass.Job.Count(Mass.Of(MassKind.Soldier), Job.Front);
        }
        CountUnemployed();
        Run(Mass, new Reintegrate(this, Parameters), Mass.Of(MassKind.Soldier));
        Run(Mass, new Reintegrate(this, Parameters), Mass.Of(MassKind.DefenceWorker));
        PayHouseholds();
    }

    /// <summary>M7: what serving soldiers send home, and the payouts for the dead.</summary>
    private void PayHouseholds()
    {
        var p = Parameters.Labour;
        Households.Pay((float)(p.Remittance * (p.SoldierPay - 1)), (float)Clock.Left(Clock.WeeksPerYear * p.PayoutHalfLife));
    }

    /// <summary>M15 and M17: conspiracies, and the coups that they launch.</summary>
    private void Plot()
    {
        new Conspire(this, trust, Parameters).Step(discontent);
        new LaunchCoup(this, Parameters).Step();
    }

    /// <summary>M18.</summary>
    private void WearDownUnits()
    {
        new WearDownMorale(this, Parameters).Step();
        new Mutiny(this, Parameters).Step();
    }

    /// <summary>M7 for mass and elite.</summary>
    private void FeelHardship()
    {
        if (!Prospect.IsOf(Parameters.Hardship))
            Prospect = new ProspectTable(Parameters.Hardship);
        Run(Mass, new EarnIncome(this, Parameters));
        Run(Mass, new FeelHardship(this, Parameters));
        Run(Elite, new FeelRents(Economy, Clock, Parameters));
        Politics.Hardship = WeightedMean(Mass.Hardship);
    }
}
