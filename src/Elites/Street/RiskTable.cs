namespace Elites.Street;

/// <summary>
/// The arrest risk P = 1 - exp(-k C/A) by the number of active people one sees (Epstein 2002): C arresters at hand are as
/// many as repression is effective, and A counts oneself.
/// </summary>
internal sealed class RiskTable : IPersistent
{
    private const int Counted = 64;

    private float[] risks = [];

    /// <summary>Works out the risk anew.</summary>
    /// <param name="p">Steepness, arresters and rounding.</param>
    /// <param name="repression">Effective repression.</param>
    /// <param name="people">How many one may see: beyond it, or beyond 64 on a network, the risk is that of the last.</param>
    public void Set(ProtestParameters p, double repression, int people = Counted)
    {
        if (risks.Length != people)
            risks = new float[people];
        for (var active = 0; active < people; active++)
        {
            var ratio = p.Arresters * repression / (1 + active);
            risks[active] = (float)(1 - Agents.Numerics.Functions.Exp(-p.ArrestSteepness * (p.WholeCops ? Math.Floor(ratio) : ratio)));
        }
    }

    public void Persist(Checkpoint state) => risks = state.Array(risks);

    public float this[int active] => risks[Math.Min(active, risks.Length - 1)];
}
