using Elites.Parameters;

namespace Elites.Rules;

/// <summary>M12, sparks: incidents arrive by chance, strike a run of regions, and fade within weeks.</summary>
internal readonly struct StrikeIncident(ElitesModel model, ProtestParameters p)
{
    public void Step()
    {
        var sparks = model.Politics.Sparks;
        foreach (ref var spark in sparks.AsSpan())
            spark *= p.IncidentMemory;
        var draws = model.Draws(Purposes.Incident);
        if (!draws.Chance(1 - Agents.Numerics.Functions.Exp(-p.IncidentsPerYear / Clock.WeeksPerYear)) || p.IncidentSize == 0 || p.Strength == 0)
            return;
        var size = draws.Exponential(1 / p.IncidentSize);
        var first = draws.Below(sparks.Length);
        var length = 1 + draws.Below(sparks.Length);
        for (var i = 0; i < length; i++)
            sparks[(first + i) % sparks.Length] += size;
        model.Record(Happenings.Incident, $"regions {first + 1} on", size, $"{length} regions");
    }
}
