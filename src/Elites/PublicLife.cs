using Elites.Forces;
using Elites.People;
using Elites.Populations;
using Elites.Street;

namespace Elites;

/// <summary>What the state says and does to the mass, and what the mass says and does in return.</summary>
public sealed partial class ElitesModel
{
    /// <summary>Passes after which opinions hardly move: each leaves about two thirds of what is missing.</summary>
    private const int PassesOfOpinion = 16;

    /// <summary>M10 and M22: the narrative, opinions of it, and the shock of a change of policy.</summary>
    private void TalkOfTheWar()
    {
        new SpreadNarrative(this, Parameters).Step();
        if (Parameters.Narrative.Strength > 0)
        {
            Run(Mass, OpinionsOf(Clock.Weeks));
            Commit(Mass.Opinion);
        }
        var change = new ShockExpectations(this, Parameters.ChangeShock).Step();
        if (change == 0)
            return;
        Run(Mass, new Unsettle());
        Run(Elite, new UnsettleElite(change, Parameters.ChangeShock));
    }

    /// <summary>M11: repression, the ties that it leaves, and what people show under it.</summary>
    private void Repress()
    {
        new JustifyRepression(this, Parameters).Step();
        new CutTies(this, weakTies, Parameters).Step();
        Run(Mass, new FalsifyPreferences(Politics, Parameters.Repression));
        Politics.PublicSupport = WeightedMean(Mass.PublicLoyalty);
    }

    /// <summary>M12 and M16: who protests, and what the forces do about it.</summary>
    private void Protest()
    {
        new StrikeIncident(this, Parameters.Protest).Step();
        if (Parameters.Protest.EveryoneSees)
            risk.Set(Parameters.Protest, Politics.Repression, Mass.Count);
        else
            risk.Set(Parameters.Protest, Politics.Repression);
        var activeInAll = Parameters.Protest.EveryoneSees ? Mass.IsActive.Count(Mass.All, (byte)1) : -1;
        Run(Mass, new DecideProtest(activeAcquaintances, activeInAll, Politics, risk, Parameters));
        activeAcquaintances.Commit(Mass.IsActive, Workers);
        Politics.ActiveShare = ShareActive();
        Politics.YearOfActivity[Tick % Clock.TicksPerYear] = Politics.ActiveShare;
        var obedient = new OrderForces(this, Parameters).Step();
        if (obedient == 0)
            return;
        new ArrestProtesters(this, acquaintances, obedient, Parameters).Step();
        Commit(Mass.Grievance);
    }

    /// <summary>The first opinions: where the world as it is brings everyone, by steps as long as are sure not to overshoot.</summary>
    private void ComeToAnOpinion()
    {
        Mass.Conviction.Values.CopyTo(Mass.Opinion.Next);
        Commit(Mass.Opinion);
        var pull = Parameters.Narrative.Pull;
        for (var pass = 0; pull > 0 && pass < PassesOfOpinion; pass++)
        {
            Run(Mass, OpinionsOf(1 / pull));
            Commit(Mass.Opinion);
        }
        Mass.Opinion.Values.CopyTo(Mass.FirstOpinion.All);
    }

    private FormOpinions OpinionsOf(double weeks) =>
        new(confidants, Politics, Elite.Belief.Mean(Elite.Of(EliteKind.Ultranationalist)), weeks, Parameters);
}
