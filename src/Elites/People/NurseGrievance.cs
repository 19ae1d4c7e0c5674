using System.Numerics;
using System.Runtime.CompilerServices;
using Agents.Numerics;
using Elites.Economics;
using Elites.Populations;

namespace Elites.People;

/// <summary>
/// M8, grievance: G goes a share of the way to (1 - L)(aH H + aRD RD + aB betrayal + aP lost standing + aK kin loss) each
/// week (after Gurr 1970 and Epstein 2002). Deprivation is the status that is expected, by the reference income and more
/// for a veteran, less the status held.
/// </summary>
internal readonly struct NurseGrievance : IRule<Mass>
{
    private readonly float speed, expectation, wage;
    private readonly float hardshipWeight, deprivationWeight, betrayalWeight, prestigeWeight, kinLossWeight;

    public NurseGrievance(Economy economy, ElitesParameters parameters, Clock clock)
    {
        var (p, veterans) = (parameters.Grievance, parameters.Veterans);
        speed = (float)clock.Share(p.Speed);
        (hardshipWeight, deprivationWeight) = ((float)(p.Strength * p.Hardship), (float)(p.Strength * p.Deprivation));
        (betrayalWeight, kinLossWeight) = ((float)(p.Strength * p.Betrayal), (float)(p.Strength * p.KinLoss));
        prestigeWeight = (float)(p.Strength * p.Prestige);
        expectation = 1 + (float)(veterans.Strength * veterans.Expectation * (1 - veterans.Benefits));
        wage = (float)economy.Wage;
    }

    public static bool HasBlockForm => true;

    public void Step(Agent<Mass> me) => me.Next.Grievance = me.Grievance + speed * (Target(me) - me.Grievance);

    [SkipLocalsInit]
    public void Step(Block<Mass> block)
    {
        var mass = block.Population;
        var kind = block.Widen(mass.Kind, stackalloc int[block.Length]);
        var job = block.Widen(mass.Job, stackalloc int[block.Length]);
        var record = block.Widen(mass.Service, stackalloc int[block.Length]);
        var hasLostKin = block.Widen(mass.HasLostKin, stackalloc int[block.Length]);
        var reference = block.Lanes(mass.Reference);
        var income = block.Lanes(mass.Income);
        var hardship = block.Lanes(mass.Hardship);
        var betrayal = block.Lanes(mass.Betrayal);
        var legitimacy = block.Lanes(mass.Legitimacy);
        var grievance = block.Lanes(mass.Grievance);
        var next = block.NextLanes(mass.Grievance);
        for (var i = 0; i < next.Length; i++)
        {
            var isVeteran = Vector.GreaterThan(record[i] & new Vector<int>((int)Service.Veteran), Vector<int>.Zero);
            var hasFallen = Vector.Equals(kind[i], new Vector<int>((int)MassKind.DefenceWorker)) & ~Vector.Equals(job[i], new Vector<int>((int)Job.Defence));
            var weight = Among(Vector.Equals(kind[i], new Vector<int>((int)MassKind.Soldier)), betrayalWeight) + Among(hasFallen, prestigeWeight);
            var expected = reference[i] * Vector.ConditionalSelect(isVeteran, new Vector<float>(expectation), Vector<float>.One);
            var deprivation = Functions.Within(expected / (expected + new Vector<float>(wage)) - income[i] / (income[i] + new Vector<float>(wage)), 0, 1);
            var sum = hardshipWeight * hardship[i] + deprivationWeight * deprivation + weight * betrayal[i];
            sum += Among(Vector.GreaterThan(hasLostKin[i], Vector<int>.Zero), kinLossWeight);
            var target = Functions.Within((Vector<float>.One - legitimacy[i]) * sum, 0, 1);
            next[i] = grievance[i] + speed * (target - grievance[i]);
        }
        for (var row = block.Rest<float>().From; row < block.To; row++)
            Step(block[row]);
    }

    /// <summary>The grievance that the person's condition calls for.</summary>
    public float Target(Agent<Mass> me)
    {
        var expected = me.Reference * ((me.Service & Service.Veteran) != 0 ? expectation : 1);
        var deprivation = Functions.Within(expected / (expected + wage) - me.Income / (me.Income + wage), 0, 1);
        var weight = me.Kind switch
        {
            MassKind.Soldier => betrayalWeight,
            MassKind.DefenceWorker when me.Job != Job.Defence => prestigeWeight,
            _ => 0,
        };
        var sum = hardshipWeight * me.Hardship + deprivationWeight * deprivation + weight * me.Betrayal;
        return Functions.Within((1 - me.Legitimacy) * (sum + (me.HasLostKin ? kinLossWeight : 0)), 0, 1);
    }

    private static Vector<float> Among(Vector<int> mask, float value) => Vector.ConditionalSelect(mask, new Vector<float>(value), Vector<float>.Zero);
}
