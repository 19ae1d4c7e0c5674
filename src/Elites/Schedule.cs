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

/// <summary>Which rules a line of <see cref="Step"/> runs, and what each may touch.</summary>
public sealed partial class ElitesModel
{
    /// <summary>M23 and M3: the leader's age, and the path of war and settlement.</summary>
    private void LeadOn()
    {
        new AgeLeader(Office, Moment, Parameters.Succession).Step();
        new FollowPath(Settlement, War, Office, Moment, Parameters).Step();
    }

    /// <summary>M1: supply, the front, the fallen, what is expected of the war, and what a settlement grants the adversary.</summary>
    private void FightWar()
    {
        new SupplyArmy(War, Settlement, Patron, Economy, Parameters).Step();
        new FightWar(War, Settlement, Persons, Moment, Parameters).Step();
        new BuryTheFallen(Soldiers, Households, War, Settlement, Moment, Parameters).Step();
        new RaiseRecruits(Soldiers, War, Settlement, Moment, Parameters.Veterans).Step();
        if (Settlement.IsWar)
            new ReckonVictory(War, Parameters).Step();
        new GrantGuarantee(War, Settlement, Parameters).Step();
    }

    /// <summary>M20, M21 and M2: shocks, patron, revenue, offers and demands.</summary>
    private void DealAbroad()
    {
        new ShockEconomy(Economy, Moment, Parameters).Step();
        new ConsultPatron(Patron, War, Settlement, Parameters).Step();
        new CollectRevenue(Economy, Patron, War, Settlement, Parameters).Step();
        var isNew = new MakeOffer(Bargain, War, Settlement, Moment, Parameters).Step();
        new RaiseDemand(Bargain, War, Settlement, Moment, Parameters).Step(isNew, Economy.OilLeft);
    }

    /// <summary>M4 and M5: output, the budget, prices, the currency and the central bank's rate.</summary>
    private void RunEconomy()
    {
        new ShrinkEconomy(Economy, Settlement, Clock, Parameters).Step();
        new BalanceBudget(Economy, Settlement, Persons, Clock, Parameters).Step();
        new MovePrices(Economy, Settlement, Moment, Parameters).Step();
        new SetRate(Economy, Clock, Parameters).Step();
    }

    /// <summary>M6, and the unemployment that it leaves.</summary>
    private void ChangeJobs()
    {
        if (Parameters.Labour.Strength > 0)
        {
            var rates = JobRates.Of(Economy, Settlement, Parameters, Clock);
            var serving = Soldiers.AtFront;
            Run(Mass, new ChangeJobs(rates, rates.LayOff > 0 ? Economics.ChangeJobs.MeanExposure(Mass) : 1, Settlement.IsWar));
            Soldiers.CameHome += serving - Soldiers.AtFront;
        }
        new CountUnemployed(Economy, Persons).Step();
    }

    /// <summary>M19: what coming home does to soldiers, and the end of a job to defence workers; and what households are paid.</summary>
    private void ComeHome()
    {
        Run(Mass, new Reintegrate(Settlement, Clock, Parameters), Mass.Of(MassKind.Soldier));
        Run(Mass, new Reintegrate(Settlement, Clock, Parameters), Mass.Of(MassKind.DefenceWorker));
        PayHouseholds();
    }

    /// <summary>M7: what serving soldiers send home, and the payouts for the dead.</summary>
    private void PayHouseholds()
    {
        var p = Parameters.Labour;
        Households.Pay((float)(p.Remittance * (p.SoldierPay - 1)), (float)Clock.Left(Clock.WeeksPerYear * p.PayoutHalfLife));
    }

    /// <summary>M10: the narrative, and opinions of it.</summary>
    private void TalkOfTheWar()
    {
        new SpreadNarrative(Narrative, War, Settlement, Persons, Clock, Parameters).Step();
        if (Parameters.Narrative.Strength == 0)
            return;
        Run(Mass, OpinionsOf(Clock.Weeks));
        Commit(Mass.Opinion);
    }

    private FormOpinions OpinionsOf(double weeks) =>
        new(confidants, Narrative, Repression.Justification, Elite.Belief.Mean(Elite.Of(EliteKind.Ultranationalist)), weeks, Parameters);

    /// <summary>M22: the shock of a change of policy.</summary>
    private void FeelChange()
    {
        var change = new ShockExpectations(Unrest, Settlement, Repression, Moment, Parameters.ChangeShock).Step();
        if (change == 0)
            return;
        Run(Mass, new Unsettle());
        Run(Elite, new UnsettleElite(change, Parameters.ChangeShock));
    }

    /// <summary>M7 for mass and elite.</summary>
    private void FeelHardship()
    {
        if (!Prospect.IsOf(Parameters.Hardship))
            Prospect = new ProspectTable(Parameters.Hardship);
        Run(Mass, new EarnIncome(Economy, Settlement, Parameters), new FeelHardship(Prospect, Settlement, Clock, Parameters.Hardship));
        Run(Elite, new FeelRents(Economy, Clock, Parameters));
        Society.Hardship = Persons.Mean(Mass.Hardship);
    }

    /// <summary>M8, M9, M14 and M19: legitimacy, grievance, to which crimes of veterans add, their organisations, and blame.</summary>
    private void JudgeLeader()
    {
        Run(Mass, JudgeLegitimacy(), new NurseGrievance(Economy, Parameters, Clock));
        Run(Mass, new Organise(Clock, Parameters), Soldiers.Rows);
        new CommitCrimes(Soldiers, acquaintances, Clock, Parameters.Veterans).Step();
        HearPeople();
        Run(Elite, NurseEliteGrievance());
        AllotBlame().Step();
    }

    private NurseEliteGrievance NurseEliteGrievance() => new(Prospect, Circumstances, Climate, Leader, Clock, Parameters);

    /// <summary>M8: the people reach the elite, report by report.</summary>
    private void HearPeople()
    {
        if (!Clock.Begins(EliteLoyalty.HearPeople.WeeksBetween, Tick))
            return;
        Voices.Listen();
        Run(Elite, new HearPeople(Voices, (float)(EliteLoyalty.HearPeople.WeeksBetween / (Clock.WeeksPerYear * Parameters.Grievance.HearingYears))));
    }

    private JudgeLegitimacy JudgeLegitimacy() =>
        new(new Grounds(Economy, Settlement, War, Society, Narrative, Parameters), Clock, Parameters.Legitimacy);

    private AllotBlame AllotBlame() => new(Climate, War, Settlement, Leader, Clock, Parameters);

    /// <summary>M11: repression, the ties that it leaves, and what people show under it.</summary>
    private void Repress()
    {
        new JustifyRepression(Repression, Settlement, Society, Leader, Clock, Parameters).Step();
        new CutTies(WeakTies, Repression, Moment, Parameters).Step();
        Run(Mass, new FalsifyPreferences(Repression, Parameters.Repression));
        Repression.PublicSupport = Persons.Mean(Mass.PublicLoyalty);
    }

    /// <summary>M13 and what of M17 and M25 bears on it: the loyalty of the elite, and what it shows of it.</summary>
    private void WeighLoyalty()
    {
        new ArmTheRight(Elite, Climate, Parameters.Right).Step();
        Run(Elite, new BelieveStabInBack(Settlement, War, Narrative, Clock, Parameters));
        LearnOfVictory();
        new FindWealth(Climate, Settlement, Clock, Parameters).Step();
        new DriftShocks(Climate, Moment, Parameters.Loyalty).Step();
        MissSupport().Step();
        Run(Elite, ReconsiderLoyalty());
        Commit(Elite.Loyalty, Elite.Grievance);
        Run(Elite, new ShowLoyalty(Repression, Climate, Clock, Parameters.Loyalty));
    }

    private MissSupport MissSupport() => new(Climate, Circumstances, Clock, Parameters);

    private ReconsiderLoyalty ReconsiderLoyalty() => new(Circumstances, Office, Climate, Prospect, Clock, Parameters);

    /// <summary>M25: beliefs in victory, and their mean.</summary>
    private void LearnOfVictory()
    {
        if (!Settlement.IsWar)
            return;
        Run(Elite, new LearnOfVictory(War, Clock, Parameters));
        War.Belief = Elite.VictoryBelief.Mean(Elite.All);
    }

    /// <summary>The rival, the calendar, and the vote where the people are called to it.</summary>
    private void Vote()
    {
        var p = Parameters.Election;
        var result = new SeeResult(Polls, Society, Unrest, Leader, Clock, p);
        result.Fade();
        new PrepareRival(Rival, Persons, Repression, Settlement, Moment, p).Step();
        if (!new CallElection(Polls, Settlement, Office, Moment, p).Step())
            return;
        var forces = new TrustForces(Leader, Elite, Repression, Parameters.Obedience);
        if (new HoldElection(Polls, Rival, Repression, Office, Moment, p).Step(forces.WouldHold))
            result.Step();
    }

    /// <summary>M12 and M16: who protests, and what the forces do about it.</summary>
    private void Protest()
    {
        new StrikeIncident(Unrest, Moment, Parameters.Protest).Step();
        if (Parameters.Protest.EveryoneSees)
            risk.Set(Parameters.Protest, Repression.Effective, Mass.Count);
        else
            risk.Set(Parameters.Protest, Repression.Effective);
        for (var (left, hasMoved) = (Clock.Rounds(Parameters.Protest.RoundsPerWeek, Tick), true); left > 0 && hasMoved; left--)
            hasMoved = LookAround();
        Run(Mass, new ServeSentence());
        Unrest.ActiveShare = Persons.ShareActive();
        Unrest.Strength = Unrest.ActiveShare + (Parameters.Protest.ArmedWeight - 1) * Soldiers.ShareInArms();
        Unrest.YearOfActivity[Tick % Clock.TicksPerYear] = Unrest.ActiveShare;
    }

    /// <summary>A round of the cascade; whether anyone came or went.</summary>
    private bool LookAround()
    {
        var activeInAll = Parameters.Protest.EveryoneSees ? Mass.IsActive.Count(Mass.All, true) : -1;
        Run(Mass, new DecideProtest(activeAcquaintances, activeInAll, Unrest, Repression, risk, Parameters));
        var hasMoved = !Mass.IsActive.Next.SequenceEqual(Mass.IsActive.Values);
        activeAcquaintances.Commit(Mass.IsActive, Workers);
        return hasMoved;
    }

    /// <summary>M16 and M18: an order against protest, arrests where it is obeyed, and the morale and mutinies of units.</summary>
    private void CommandForces()
    {
        var obedient = new OrderForces(Unrest, Repression, Elite, Office, Moment, Parameters).Step();
        if (obedient > 0)
        {
            new ArrestProtesters(Households, Persons, acquaintances, obedient, Moment, Parameters).Step();
            Commit(Mass.Grievance);
        }
        new WearDownMorale(Army, War, Settlement, Economy, Moment, Parameters).Step();
        new Mutiny(Army, War, Settlement, Leader, Moment, Parameters.Units).Step();
    }

    /// <summary>M15 and M17: posts that change hands, conspiracies, and the coups that they launch.</summary>
    private void Plot()
    {
        new ChangePosts(Plots, Climate, Moment, Parameters).Step();
        new Conspire(Plots, trust, Climate, Moment, Parameters).Step(discontent);
        new LaunchCoup(Plots, ForceByLoyalty, Bystanders, Office, Moment, Parameters).Step();
    }

    /// <summary>M3: what the leader reckons and, where he chooses, does.</summary>
    private void Decide() => DecideAsLeader().Step();

    /// <summary>R6 and R14: what becomes of a leader who has left, and who comes after him.</summary>
    private void Succeed()
    {
        new KeepSpell(Spells.Current, Settlement, Moment).Step();
        if (!Office.IsVacant)
            return;
        var fate = new MeetFate(Office, Elite, Settlement, Moment, Parameters.Leader);
        (Spells.Current.Exit, Spells.Current.Fate) = (fate.Mode, fate.Step());
        if (Parameters.Run.AfterRemoval == AfterRemoval.Stop || Spells.Current.Exit == ExitMode.Catastrophe)
            return;
        var successor = new ChooseSuccessor(Office, Elite, Moment).Step();
        new TakeOffice(Situation, Plots, Spells, Moment, Parameters).Step(successor);
        SideWith(successor);
    }

    /// <summary>How the elite takes a successor, and a crowd that has won goes home.</summary>
    private void SideWith(Successor successor)
    {
        AllotBlame().Share();
        Society.Mandate = 0;
        for (var (pass, standsStill) = (0, false); pass < PassesOfPatronage && !standsStill; pass++)
        {
            Run(Elite, new SideWithSuccessor(ReconsiderLoyalty()));
            standsStill = Elite.Loyalty.Next.SequenceEqual(Elite.Loyalty.Values);
            Commit(Elite.Loyalty);
        }
        if (successor.Came == Arrival.Coup)
            new DismissDefenders(Plots, Climate, Moment, Parameters).Step();
        if (successor.Came != Arrival.Crowd)
            return;
        Array.Clear(Unrest.Sparks);
        Mass.IsActive.Next.Clear();
        activeAcquaintances.Commit(Mass.IsActive, Workers);
    }

    private DecideAsLeader DecideAsLeader() => new(Situation, Perception, Plots, Moment, Parameters);

    /// <summary>What everyone sees of a week, and the index that is kept of it.</summary>
    private void Observe()
    {
        SeeLoyalty().Step();
        new IndexInstability(Instability, Economy, Society, Clock).Step();
    }

    private SeeLoyalty SeeLoyalty() => new(Elite, Climate, Society, Persons, Leader);

    /// <summary>What became of those who came home; several measures of one tick share it.</summary>
    internal VeteranStatistics StatisticsOfVeterans()
    {
        if (veteransAsOf != Tick)
            (veterans, veteransAsOf) = (VeteranStatistics.Of(Mass), Tick);
        return veterans;
    }
}
