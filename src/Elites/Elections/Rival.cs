namespace Elites.Elections;

/// <summary>He who would stand against the leader, if there is one.</summary>
internal sealed class Rival : IPersistent
{
    /// <summary>Whether there is one.</summary>
    public bool IsThere { get; set; }

    /// <summary>Persons who follow him, as a share of all.</summary>
    public double Following { get; set; }

    /// <summary>Persons who would rather have him, or a usual rival where there is none, than the leader, as a share of all.</summary>
    public double Wanted { get; set; }

    /// <summary>What he offers, in that of a usual rival.</summary>
    public double Appeal { get; set; } = 1;

    /// <summary>He comes up, unknown.</summary>
    /// <param name="appeal">What he offers, in that of a usual rival.</param>
    public void Emerge(double appeal) => (IsThere, Following, Appeal) = (true, 0, appeal);

    /// <summary>He is gone, and his following with him.</summary>
    public void Go() => (IsThere, Following, Appeal) = (false, 0, 1);

    public void Persist(Checkpoint state)
    {
        (IsThere, Following) = (state.Value(IsThere), state.Value(Following));
        (Wanted, Appeal) = (state.Value(Wanted), state.Value(Appeal));
    }
}
