namespace Elites.Warfare;

/// <summary>War or peace, and the settlement in force.</summary>
internal sealed class Settlement : IPersistent
{
    /// <summary>Whether the war goes on.</summary>
    public bool IsWar { get; set; } = true;

    /// <summary>Whether a settlement was announced in this tick.</summary>
    public bool IsAnnouncement { get; set; }

    /// <summary>Terms of the settlement in force (x), 0 to 1; meaningless in war.</summary>
    public Terms Terms { get; set; }

    /// <summary>Weeks since the settlement was announced.</summary>
    public double WeeksSettled { get; set; }

    /// <summary>How much of the war's discipline holds (W): 1 in war, 0 under a treaty, something between under a ceasefire.</summary>
    public double Warness { get; set; } = 1;

    /// <summary>Whether the settlement is only a ceasefire.</summary>
    public bool IsCeasefire { get; set; }

    public void Persist(Checkpoint state)
    {
        (IsWar, IsAnnouncement, IsCeasefire) = (state.Value(IsWar), state.Value(IsAnnouncement), state.Value(IsCeasefire));
        (Terms, WeeksSettled, Warness) = (Terms.Persisted(state), state.Value(WeeksSettled), state.Value(Warness));
    }
}
