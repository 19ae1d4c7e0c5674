namespace Elites.People;

/// <summary>What the people as a whole feel; each kind counts by the persons it stands for.</summary>
internal sealed class Society : IPersistent
{
    /// <summary>Mean hardship.</summary>
    public double Hardship { get; set; }

    /// <summary>Public support: mean loyalty of the mass.</summary>
    public double Support { get; set; }

    /// <summary>Legitimacy that elections have given the leader, or taken where negative; it fades.</summary>
    public double Mandate { get; set; }

    public void Persist(Checkpoint state) =>
        (Hardship, Support, Mandate) = (state.Value(Hardship), state.Value(Support), state.Value(Mandate));
}
