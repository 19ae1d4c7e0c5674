using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Agents.Random;
using Elites.Populations;

namespace Elites.Economics;

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

    public static bool HasBlockForm => true;

    public void Step(Agent<Mass> me) =>
        me.Job = Next(me.Job, me.Kind, me.Exposure, me.Draws(Purposes.Job).UniformSingle());

    [SkipLocalsInit]
    public void Step(Block<Mass> block)
    {
        var mass = block.Population;
        Span<float> draws = stackalloc float[block.Length];
        Draws.FillUniform(block.Ids, mass.Model.Seed, block.Moment, Purposes.Job, draws);
        var luck = MemoryMarshal.Cast<float, Vector<float>>(draws);
        var exposure = block.Lanes(mass.Exposure);
        var job = block.Widen(mass.Job, stackalloc int[block.Length]);
        for (var i = 0; i < luck.Length; i++)
        {
            var hit = Vector.ConditionalSelect(Vector.Equals(job[i], Of(Job.Defence)), layOff * exposure[i] + new Vector<float>(separation), new Vector<float>(separation));
            var rate = Vector.ConditionalSelect(Vector.Equals(job[i], Of(Job.Front)), new Vector<float>(Math.Max(discharge, dischargeToNothing)), hit);
            rate = Vector.ConditionalSelect(Vector.Equals(job[i], Of(Job.None)), new Vector<float>(Math.Max(finding, findingAfterDefence)), rate);
            var changes = Vector.LessThan(luck[i], rate);
            for (var lane = 0; changes != Vector<int>.Zero && lane < Vector<int>.Count; lane++)
            {
                if (changes[lane] != 0)
                    Change(mass, block.From + i * Vector<int>.Count + lane, luck[i][lane]);
            }
        }
        for (var row = block.Rest<float>().From; row < block.To; row++)
            Change(mass, row, draws[row - block.From]);
    }

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

    private static Vector<int> Of(Job job) => new((int)job);

    private void Change(Mass mass, int row, float luck) => mass.Job[row] = Next(mass.Job[row], mass.Kind[row], mass.Exposure[row], luck);

    private Job Next(Job job, MassKind kind, float exposure, float luck) => job switch
    {
        Job.None when kind == MassKind.DefenceWorker => luck < findingAfterDefence ? foundByDefenceWorkers : Job.None,
        Job.None => luck < finding ? Job.Civil : Job.None,
        Job.Civil => luck < separation ? Job.None : Job.Civil,
        Job.Defence => luck < layOff * exposure + separation ? Job.None : Job.Defence,
        _ => luck < dischargeToNothing ? Job.None : luck < discharge ? Job.Civil : Job.Front,
    };
}
