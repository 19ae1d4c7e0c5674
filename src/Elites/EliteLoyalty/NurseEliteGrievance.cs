using System.Numerics;
using System.Runtime.InteropServices;
using Elites.People;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.EliteLoyalty;

/// <summary>
/// M8 for the elite: hardship is a fall of rents and the assets lost to sanctions, part of which the war writes off;
/// betrayal, for ultranationalists, is the belief in a stab in the back.
/// </summary>
internal readonly struct NurseEliteGrievance(ProspectTable prospect, Settlement settlement, ElitesParameters parameters, Clock clock) : IRule<Elite>
{
    private readonly GrievanceParameters p = parameters.Grievance;
    private readonly LoyaltyParameters loyalty = parameters.Loyalty;
    private readonly float speed = (float)clock.Share(parameters.Grievance.Speed);
    private readonly double felt = 1 - Math.Min(1, parameters.Hardship.Strength * parameters.Hardship.WriteOff) * settlement.Warness;

    public static bool HasBlockForm => true;

    public void Step(Agent<Elite> me) => me.Next.Grievance = me.Grievance + speed * (Target(me) - me.Grievance);

    public void Step(Block<Elite> block)
    {
        foreach (var kind in Elite.Kinds)
            Step(block.Among(block.Population.Of(kind)), kind);
    }

    /// <summary>The grievance that the agent's condition calls for.</summary>
    public float Target(Agent<Elite> me)
    {
        var betrayal = me.Kind == EliteKind.Ultranationalist ? me.Belief : 0;
        return (float)Math.Clamp(p.Strength * (1 - me.Loyalty) * (p.Hardship * Hardship(me.Kind, me.RentGap) + p.Betrayal * betrayal), 0, 1);
    }

    private double Hardship(EliteKind kind, float rentGap)
    {
        var fall = rentGap < 0 ? 1 - prospect.Keeps(rentGap) : 0;
        return felt * (1 - (1 - loyalty.AssetsLostBy(kind)) * (1 - fall));
    }

    private void Step(Block<Elite> block, EliteKind kind)
    {
        var elite = block.Population;
        Span<double> suffered = stackalloc double[block.Length];
        FillHardship(elite.RentGap.Values[block.From..block.To], kind, suffered);
        var hardship = MemoryMarshal.Cast<double, Vector<double>>(suffered);
        var loyalties = block.Lanes(elite.Loyalty);
        var beliefs = block.Lanes(elite.Belief);
        var grievances = block.Lanes(elite.Grievance);
        var next = block.NextLanes(elite.Grievance);
        var isBetrayed = kind == EliteKind.Ultranationalist ? 1f : 0;
        for (var i = 0; i < next.Length; i++)
        {
            Vector.Widen(Vector<float>.One - loyalties[i], out var lower, out var upper);
            Vector.Widen(isBetrayed * beliefs[i], out var lowerBelief, out var upperBelief);
            var target = Vector.Narrow(Called(lower, hardship[2 * i], lowerBelief), Called(upper, hardship[2 * i + 1], upperBelief));
            next[i] = grievances[i] + speed * (target - grievances[i]);
        }
        for (var row = block.Rest<float>().From; row < block.To; row++)
            Step(block[row]);
    }

    private Vector<double> Called(Vector<double> disloyalty, Vector<double> hardship, Vector<double> betrayal)
    {
        var called = p.Strength * disloyalty * (p.Hardship * hardship + p.Betrayal * betrayal);
        return Vector.Min(Vector<double>.One, Vector.Max(Vector<double>.Zero, called));
    }

    /// <summary>The hardship of one kind's agents, which neighbours mostly share.</summary>
    private void FillHardship(ReadOnlySpan<float> rentGaps, EliteKind kind, Span<double> hardships)
    {
        var (last, hardship) = (0f, Hardship(kind, 0));
        for (var i = 0; i < rentGaps.Length; i++)
        {
            if (rentGaps[i] != last)
                (last, hardship) = (rentGaps[i], Hardship(kind, rentGaps[i]));
            hardships[i] = hardship;
        }
    }
}
