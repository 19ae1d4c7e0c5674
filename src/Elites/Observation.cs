using Elites.Coups;
using Elites.Economics;
using Elites.EliteLoyalty;
using Elites.Forces;
using Elites.Leadership;
using Elites.People;
using Elites.Populations;
using Elites.Study;
using Elites.Veterans;

namespace Elites;

/// <summary>Means that several rules and measures share, and the first state that rests on them.</summary>
public sealed partial class ElitesModel
{
    /// <summary>Passes after which loyalty has gone down the tree of patrons; once it stands still, another pass changes nothing.</summary>
    private const int PassesOfPatronage = 8;

    /// <summary>What an event calls someone of this kind.</summary>
    internal static string SubjectOf(EliteKind kind) => Words(PluralOf(kind)[..^1]);

    /// <summary>Persons that one agent of a kind stands for.</summary>
    internal double PersonsPerAgent(MassKind kind) => Persons(kind) / counts.Mass[(int)kind];

    /// <summary>The mean of a column over the mass, each kind weighted by the persons it stands for.</summary>
    internal double WeightedMean(Column<float> column)
    {
        var (sum, persons) = (0.0, 0.0);
        foreach (var kind in Mass.Kinds)
        {
            sum += Persons(kind) * column.Mean(Mass.Of(kind));
            persons += Persons(kind);
        }
        return sum / persons;
    }

    /// <summary>The best rank among plotters: 0 top, 1 middle, 2 bottom.</summary>
    internal int BestRankOf(Plot plot)
    {
        var best = 2;
        foreach (var row in plot.Members)
            best = Math.Min(best, Elite.Tier[row]);
        return best;
    }

    /// <summary>What an event says of a plot: its founder's motive and its best rank.</summary>
    internal string DetailsOf(Plot plot) => $"{plot.Motive}, {Happenings.Ranks[BestRankOf(plot)]}";

    /// <summary>Betrayal of the soldiers who are home with a weapon, over all soldiers, 0 to 1.</summary>
    internal double ArmedBetrayal()
    {
        var rows = Mass.Of(MassKind.Soldier);
        var sum = 0.0;
        for (var row = rows.From; row < rows.To; row++)
        {
            if (Mass.Job[row] != Job.Front && (Mass.Service[row] & Service.Armed) != 0)
                sum += Mass.Betrayal[row];
        }
        return sum / rows.Count;
    }

    /// <summary>Share of the elite's force that is discontent enough to plot.</summary>
    internal double CoupPressure()
    {
        var sum = 0.0;
        for (var row = 0; row < Elite.Count; row++)
            sum += 1 - Elite.Loyalty[row] > Elite.Threshold[row] ? Elite.Force[row] : 0;
        return sum;
    }

    /// <summary>Ends the leader's rule, and with it the run.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="share">The share of force or of persons that took their side.</param>
    /// <param name="motive">What moved them, where that is known.</param>
    internal void Remove(string by, double share, string motive)
    {
        Politics.IsOver = true;
        Record(Happenings.Removal, by, share, motive);
    }

    /// <summary>The leader is gone, and no one of the model did it.</summary>
    internal void Leave(string eventName, string subject, double value, string details)
    {
        Politics.IsOver = true;
        Record(eventName, subject, value, details);
    }

    /// <summary>
    /// The share of an agent's persons whom a tie to one soldier concerns: a soldier stands for fewer persons than a citizen.
    /// </summary>
    internal double ShareMeant(int row) => Math.Min(1, PersonsPerAgent(MassKind.Soldier) / PersonsPerAgent(Mass.Kind[row]));

    /// <summary>The troops at the front, in those of the start.</summary>
    internal double ShareAtFront() =>
        Mass.Job.Count(Mass.Of(MassKind.Soldier), Job.Front) * PersonsPerAgent(MassKind.Soldier) / (1e6 * Parameters.Population.SoldiersMillion);

    /// <summary>What became of those who came home; several measures of one tick share it.</summary>
    internal VeteranStatistics Veterans()
    {
        if (veteransAsOf != Tick)
            (veterans, veteransAsOf) = (VeteranStatistics.Of(Mass), Tick);
        return veterans;
    }

    private double Persons(MassKind kind) => 1e6 * (kind switch
    {
        MassKind.Soldier => Parameters.Population.SoldiersMillion + Parameters.Veterans.ReturnedMillion,
        MassKind.DefenceWorker => Parameters.Population.DefenceWorkersMillion,
        _ => Parameters.Population.CitizensMillion,
    }) - (kind == MassKind.Citizen ? Army.Dead * PersonsPerAgent(MassKind.Soldier) : 0);

    private double MeanExposure()
    {
        var (sum, working) = (0.0, 0);
        var rows = Mass.Of(MassKind.DefenceWorker);
        for (var row = rows.From; row < rows.To; row++)
        {
            if (Mass.Job[row] == Job.Defence)
                (sum, working) = (sum + Mass.Exposure[row], working + 1);
        }
        return sum > 0 ? sum / working : 1;
    }

    private void CountUnemployed()
    {
        var (unemployed, force) = (0.0, 0.0);
        foreach (var kind in Mass.Kinds)
        {
            var rows = Mass.Of(kind);
            unemployed += PersonsPerAgent(kind) * Mass.Job.Count(rows, Job.None);
            force += PersonsPerAgent(kind) * (rows.Count - Mass.Job.Count(rows, Job.Front));
        }
        Economy.Unemployment = unemployed / force;
    }

    private double ShareActive()
    {
        var (active, persons) = (0.0, 0.0);
        foreach (var kind in Mass.Kinds)
        {
            active += PersonsPerAgent(kind) * Mass.IsActive.Count(Mass.Of(kind), (byte)1);
            persons += Persons(kind);
        }
        return active / persons;
    }

    /// <summary>What everyone sees of a week, and the index that is kept of it.</summary>
    private void Observe()
    {
        SeeLoyalty();
        new IndexInstability(this).Step();
    }

    /// <summary>What the leader sees of elite and people, and the support that the elite sees.</summary>
    private void SeeLoyalty()
    {
        Politics.Support = WeightedMean(Mass.Loyalty);
        Leader.Grievance[0] = WeightedMean(Mass.Grievance);
        var (loyalty, shown) = (0.0, 0.0);
        ReadOnlySpan<float> force = Elite.Force.All, loyalties = Elite.Loyalty.Values, shows = Elite.PublicLoyalty.All;
        for (var row = 0; row < force.Length; row++)
        {
            loyalty += force[row] * loyalties[row];
            shown += force[row] * shows[row];
        }
        (Leader.Loyalty[0], Politics.PublicLoyalty) = (loyalty, shown);
    }

    /// <summary>The first state: everyone has come to terms with the war as it is.</summary>
    private void Settle()
    {
        var p = Parameters;
        Leader.Resolve[0] = p.Obedience.ResolveAtStart;
        Leader.Age[0] = p.Succession.Age;
        var draws = Draws(Purposes.Birth);
        Politics.RegimeShock = draws.Normal(0, p.Loyalty.RegimeNoise);
        foreach (ref var shock in Politics.ClanShocks.AsSpan())
            shock = draws.Normal(0, p.Loyalty.ClanNoise);
        CountUnemployed();
        OpenWar();
        OpenEconomy();
        PayHouseholds();
        foreach (var row in Households.Recipients)
            Mass.Reference[row] += Mass.Windfall[row];
        Array.Fill(Army.Morale, new WearDownMorale(this, p).Target(0));
        new AllotBlame(Politics, Leader.Scapegoat[0], Clock, p).Step();
        FeelHardship();
        Run(Mass, new JudgeLegitimacy(this, p));
        Run(Mass, new ComeToTerms(new NurseGrievance(Economy, p, Clock)));
        Commit(Mass.Loyalty, Mass.Grievance);
        Observe();
        Run(Elite, new ComeToBelieve(new BelieveStabInBack(Politics, Clock, p)));
        Repress();
        ComeToAnOpinion();
        Politics.LastPolicy = (Politics.Warness, Politics.RepressionOrdered);
        for (var (pass, isSettled) = (0, false); pass < PassesOfPatronage && !isSettled; pass++)
        {
            Run(Elite, new TakeSides(new ReconsiderLoyalty(this, p), new NurseEliteGrievance(Prospect, Politics, p, Clock)));
            isSettled = Elite.Loyalty.Next.SequenceEqual(Elite.Loyalty.Values);
            Commit(Elite.Loyalty, Elite.Grievance);
        }
        Run(Elite, new ShowLoyalty(Politics, Clock, p.Loyalty));
        Observe();
        if (p.Leader.Strength > 0)
            new DecideAsLeader(this, p).Reckon();
    }
}
