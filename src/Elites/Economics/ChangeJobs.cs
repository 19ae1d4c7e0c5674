using Elites.Populations;

namespace Elites.Economics;

/// <summary>
/// M6, labour: defence workers are laid off as the budget falls, soldiers come home, jobs end and the unemployed find
/// others by matching (Mortensen and Pissarides 1994; Petrongolo and Pissarides 2001). While the war goes on, the defence
/// industry takes its own people back, so that it stays in balance.
/// </summary>
internal readonly partial struct ChangeJobs : IRule<Mass>
{
    private readonly float separation;
    private readonly float layOff;
    private readonly float finding;
    private readonly float findingAfterDefence;
    private readonly float discharge;
    private readonly float dischargeToNothing;
    private readonly Job foundByDefenceWorkers;

    /// <param name="rates">The rates of this tick.</param>
    /// <param name="meanExposure">Mean exposure of the plants, over those who work there.</param>
    /// <param name="isWar">Whether the war goes on.</param>
    public ChangeJobs(JobRates rates, double meanExposure, bool isWar)
    {
        (separation, layOff, finding) = ((float)rates.Separation, (float)(rates.LayOff / meanExposure), (float)rates.Finding);
        (discharge, dischargeToNothing) = ((float)rates.Discharge, (float)(rates.Discharge * rates.Idle));
        findingAfterDefence = isWar ? finding : (float)(rates.Finding * (1 - rates.Mismatch));
        foundByDefenceWorkers = isWar ? Job.Defence : Job.Civil;
    }

    public void Step(Agent<Mass> me) =>
        me.Job = Next(me.Job, me.Kind, me.Exposure, me.Draws(Purposes.Job).UniformSingle());

    /// <summary>Mean exposure of the plants, over those who work there.</summary>
    public static double MeanExposure(Mass mass)
    {
        var (sum, working) = (0.0, 0);
        var rows = mass.Of(MassKind.DefenceWorker);
        for (var row = rows.From; row < rows.To; row++)
        {
            if (mass.Job[row] == Job.Defence)
                (sum, working) = (sum + mass.Exposure[row], working + 1);
        }
        return sum > 0 ? sum / working : 1;
    }

    private Job Next(Job job, MassKind kind, float exposure, float luck) => job switch
    {
        Job.None when kind == MassKind.DefenceWorker => luck < findingAfterDefence ? foundByDefenceWorkers : Job.None,
        Job.None => luck < finding ? Job.Civil : Job.None,
        Job.Civil => luck < separation ? Job.None : Job.Civil,
        Job.Defence => luck < layOff * exposure + separation ? Job.None : Job.Defence,
        _ => luck < dischargeToNothing ? Job.None : luck < discharge ? Job.Civil : Job.Front,
    };
}
