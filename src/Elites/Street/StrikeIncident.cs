namespace Elites.Street;

/// <summary>M12, sparks: incidents arrive by chance, strike a run of regions, and fade within weeks.</summary>
internal readonly struct StrikeIncident(Unrest unrest, Moment moment, ProtestParameters p)
{
    /// <summary>What is left of a spark below this is gone: it moves nobody, and a quiet street is faster to reckon.</summary>
    private const double Least = 1e-4;

    public void Step()
    {
        var sparks = unrest.Sparks;
        var left = 1 - moment.Clock.Share(1 - p.IncidentMemory);
        foreach (ref var spark in sparks.AsSpan())
            spark = spark * left < Least ? 0 : spark * left;
        var draws = moment.Draws(Purposes.Incident);
        if (!draws.Chance(moment.Clock.Chance(p.IncidentsPerYear)) || p.IncidentSize == 0 || p.Strength == 0)
            return;
        var size = draws.Exponential(1 / p.IncidentSize);
        var first = draws.Below(sparks.Length);
        var length = 1 + draws.Below(sparks.Length);
        for (var i = 0; i < length; i++)
            sparks[(first + i) % sparks.Length] += size;
        moment.Record(Happenings.Incident, $"regions {first + 1} on", size, $"{length} regions");
    }
}
