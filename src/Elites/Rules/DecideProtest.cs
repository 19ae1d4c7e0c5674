using Agents.Spaces;
using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M12, the cascade of protest (Granovetter 1978; Kuran 1989; Epstein 2002 on a network): active iff
/// G + spark - R P > T, with the arrest risk P = 1 - exp(-k C/A) over the active acquaintances, oneself included.
/// </summary>
internal readonly struct DecideProtest : IRule<Mass>
{
    private const int Counted = 64;

    private readonly NeighbourCount activeAcquaintances;
    private readonly double[] sparks;
    private readonly RiskTable risk;
    private readonly float strength;

    public DecideProtest(NeighbourCount activeAcquaintances, Politics politics, RiskTable risk, ProtestParameters p)
    {
        (this.activeAcquaintances, sparks, this.risk) = (activeAcquaintances, politics.Sparks, risk);
        strength = (float)p.Strength;
    }

    public void Step(Agent<Mass> me)
    {
        var isFree = me.Sentence == 0;
        if (!isFree)
            me.Sentence--;
        var anger = me.Grievance + (float)sparks[me.Region];
        var isActive = isFree && strength > 0 && strength * (anger - me.RiskAversion * risk[activeAcquaintances[me.Row]]) > me.Threshold;
        me.Next.IsActive = isActive ? (byte)1 : (byte)0;
    }

    /// <summary>The arrest risk by the number of active acquaintances.</summary>
    internal sealed class RiskTable : IPersistent
    {
        private readonly float[] risks = new float[Counted];

        /// <summary>Works out the risk anew; the force at hand per acquaintance circle is the effective repression.</summary>
        public void Set(double steepness, double repression)
        {
            for (var active = 0; active < Counted; active++)
                risks[active] = (float)(1 - Agents.Numerics.Functions.Exp(-steepness * repression / (1 + active)));
        }

        public void Persist(Checkpoint state) => state.Values(risks);

        public float this[int active] => risks[Math.Min(active, Counted - 1)];
    }
}
