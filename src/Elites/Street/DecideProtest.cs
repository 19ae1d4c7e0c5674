using System.Numerics;
using System.Runtime.CompilerServices;
using Agents.Spaces;
using Elites.Populations;

namespace Elites.Street;

/// <summary>
/// M12, the cascade of protest (Granovetter 1978; Kuran 1989; Epstein 2002 on a network): active iff
/// G + spark - R P > T, with the arrest risk P over the active acquaintances, oneself included. Changes of policy scatter
/// T, and treason laws raise it.
/// </summary>
internal readonly struct DecideProtest : IRule<Mass>
{
    private readonly NeighbourCount activeAcquaintances;
    private readonly int activeInAll;
    private readonly Sparks sparks;
    private readonly RiskTable risk;
    private readonly float strength, cost, scatter;
    private readonly bool decidesAtOnce;

    // activeInAll is how many protest, where everyone sees everyone; otherwise -1.
    public DecideProtest(NeighbourCount activeAcquaintances, int activeInAll, Unrest unrest, Repression repression, RiskTable risk, ElitesParameters parameters)
    {
        (this.activeAcquaintances, this.activeInAll, sparks, this.risk) = (activeAcquaintances, activeInAll, new Sparks(unrest.Sparks), risk);
        strength = (float)parameters.Protest.Strength;
        decidesAtOnce = activeInAll < 0 && strength > 0;
        var (laws, shock) = (parameters.Repression, parameters.ChangeShock);
        scatter = (float)(unrest.PolicyShock * shock.Spread);
        cost = (float)(laws.Strength * laws.TreasonLaws * (repression.Effective - laws.Usual) - scatter * shock.Mean);
    }

    public static bool HasBlockForm => true;

    public void Step(Agent<Mass> me)
    {
        var isFree = me.Sentence == 0;
        if (!isFree)
            me.Sentence--;
        var seen = activeInAll < 0 ? activeAcquaintances[me.Row] : activeInAll - (me.IsActive ? 1 : 0);
        var anger = me.Grievance + sparks[me.Region];
        var threshold = me.Threshold + (cost + scatter * me.Unsettled);
        me.Next.IsActive = isFree && strength > 0 && strength * (anger - me.RiskAversion * risk[seen]) > threshold ? (byte)1 : (byte)0;
    }

    /// <summary>Everyone who is free and sees nobody active decides at once; the few others decide one by one.</summary>
    [SkipLocalsInit]
    public void Step(Block<Mass> block)
    {
        var mass = block.Population;
        var grievance = block.Lanes(mass.Grievance);
        var aversion = block.Lanes(mass.RiskAversion);
        var threshold = block.Lanes(mass.Threshold);
        var unsettled = block.Lanes(mass.Unsettled);
        var alone = risk[0];
        var spark = sparks.Fill(mass.Region.Values[block.From..block.To], stackalloc float[block.Length]);
        Span<Vector<int>> active = stackalloc Vector<int>[grievance.Length];
        for (var i = 0; i < active.Length; i++)
        {
            var net = strength * (grievance[i] + spark[i] - aversion[i] * alone);
            active[i] = Vector.GreaterThan(net, threshold[i] + (new Vector<float>(cost) + scatter * unsettled[i]));
        }
        block.SetNext(mass.IsActive, active);
        var counts = activeAcquaintances.Values;
        var seen = block.Lanes(counts);
        var sentence = block.Lanes(mass.Sentence);
        for (var i = 0; i < active.Length; i++)
        {
            var isStirred = !decidesAtOnce || (seen[i] | sentence[i]) != Vector<int>.Zero;
            for (var row = block.From + i * Vector<int>.Count; isStirred && row < block.From + (i + 1) * Vector<int>.Count; row++)
            {
                if (!decidesAtOnce || (counts[row] | mass.Sentence[row]) != 0)
                    Step(block[row]);
            }
        }
        for (var row = block.Rest<float>().From; row < block.To; row++)
            Step(block[row]);
    }
}
