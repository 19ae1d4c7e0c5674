using Agents.Random;

namespace Elites.Rules;

/// <summary>
/// M6, labour: defence workers are laid off as the budget falls, soldiers come home, jobs end and the unemployed find
/// others by matching (Mortensen and Pissarides 1994; Petrongolo and Pissarides 2001). While the war goes on, the defence
/// industry takes its own people back, so that it stays in balance.
/// </summary>
internal readonly struct ChangeJobs : IRule<Mass>
{
    private readonly float separation;
    private readonly float layOff;
    private readonly float finding;
    private readonly float discharge;
    private readonly Job foundByDefenceWorkers;

    /// <param name="rates">The rates of this week.</param>
    /// <param name="isWar">Whether the war goes on.</param>
    public ChangeJobs(JobRates rates, bool isWar)
    {
        (separation, layOff, finding, discharge) = ((float)rates.Separation, (float)rates.LayOff, (float)rates.Finding, (float)rates.Discharge);
        foundByDefenceWorkers = isWar ? Job.Defence : Job.Civil;
    }

    public static bool HasTwin => true;

    public void Step(Agent<Mass> me) =>
        me.Job = Next(me.Job, me.Kind, me.Draws(Purposes.Job).UniformSingle());

    public void Step(Block<Mass> block)
    {
        var mass = block.Population;
        var luck = mass.Luck.All[block.From..block.To];
        Draws.FillUniform(block.Ids, mass.Model.Seed, block.Moment, Purposes.Job, luck);
        for (var i = 0; i < luck.Length; i++)
            mass.Job[block.From + i] = Next(mass.Job[block.From + i], mass.Kind[block.From + i], luck[i]);
    }

    private Job Next(Job job, MassKind kind, float luck) => job switch
    {
        Job.None when luck >= finding => Job.None,
        Job.None => kind == MassKind.DefenceWorker ? foundByDefenceWorkers : Job.Civil,
        Job.Civil => luck < separation ? Job.None : Job.Civil,
        Job.Defence => luck < layOff + separation ? Job.None : Job.Defence,
        _ => luck < discharge ? Job.None : Job.Front,
    };
}
