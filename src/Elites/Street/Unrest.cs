namespace Elites.Street;

/// <summary>What stirs the street, and who is on it.</summary>
internal sealed class Unrest : IPersistent
{
    /// <summary>Share of the population that protests, weighted by persons.</summary>
    public double ActiveShare { get; set; }

    /// <summary>The same where a protester in arms counts for several: what may topple the leader.</summary>
    public double Strength { get; set; }

    /// <summary>Active share of each tick of the last year, a ring.</summary>
    public required double[] YearOfActivity { get; init; }

    /// <summary>What is left of an incident in each region, on the scale of grievance.</summary>
    public required double[] Sparks { get; init; }

    /// <summary>What is left of changes of policy (z).</summary>
    public double PolicyShock { get; set; }

    /// <summary>The war's discipline and the repression ordered a week ago, from which a change of policy is known.</summary>
    public (double Warness, double Repression) LastPolicy { get; set; }

    public void Persist(Checkpoint state)
    {
        (ActiveShare, Strength, PolicyShock) = (state.Value(ActiveShare), state.Value(Strength), state.Value(PolicyShock));
        LastPolicy = (state.Value(LastPolicy.Warness), state.Value(LastPolicy.Repression));
        state.Values(YearOfActivity);
        state.Values(Sparks);
    }
}
