namespace Elites.Warfare;

/// <summary>The war itself: front, strength, losses and hopes.</summary>
internal sealed class War : IPersistent
{
    /// <summary>Place of the front (F): -1 all is lost, 0 where the run began, 1 total victory.</summary>
    public double Front { get; set; }

    /// <summary>Intensity of the fighting (I): 0 at peace, 1 in war, more in an escalation.</summary>
    public double Intensity { get; set; } = 1;

    /// <summary>Own military strength (MR), in that of the start.</summary>
    public double Strength { get; set; } = 1;

    /// <summary>The adversary's military strength (MU), in one's own at the start.</summary>
    public double Adversary { get; set; } = 1;

    /// <summary>Chance of victory within two years as it is (v), 0 to 1.</summary>
    public double VictoryChance { get; set; } = 0.35;

    /// <summary>Aid that the adversary draws now, as a share of its own strength.</summary>
    public double Aid { get; set; }

    /// <summary>How far the aid has swung from its level, as a share of it.</summary>
    public double AidSwing { get; set; }

    /// <summary>Supply of the army, 1 in full.</summary>
    public double Supply { get; set; } = 1;

    /// <summary>Troops in the theatre, million persons.</summary>
    public double Troops { get; set; } = 0.7;

    /// <summary>Whether the ranks are filled for a war taken up again.</summary>
    public bool IsMobilising { get; set; }

    /// <summary>Dead and wounded so far.</summary>
    public double Casualties { get; set; }

    /// <summary>Terms that people and elite expect of the war (E[x]), 0 to 1.</summary>
    public double ExpectedTerms { get; set; } = 0.5;

    /// <summary>The elite's mean belief in victory.</summary>
    public double Belief { get; set; } = 0.35;

    /// <summary>Guarantee of the adversary's security that a settlement named, 0 to 1; it stands in a war taken up again.</summary>
    public double Guaranteed { get; set; }

    /// <summary>Whether the war is escalated.</summary>
    public bool IsEscalated { get; set; }

    /// <summary>Whether the front has collapsed.</summary>
    public bool HasCollapsed { get; set; }

    public void Persist(Checkpoint state)
    {
        (Front, Intensity, Strength, Adversary) = (state.Value(Front), state.Value(Intensity), state.Value(Strength), state.Value(Adversary));
        (VictoryChance, Aid, Supply, Troops) = (state.Value(VictoryChance), state.Value(Aid), state.Value(Supply), state.Value(Troops));
        (AidSwing, Belief, Casualties, ExpectedTerms) = (state.Value(AidSwing), state.Value(Belief), state.Value(Casualties), state.Value(ExpectedTerms));
        Guaranteed = state.Value(Guaranteed);
        (IsEscalated, HasCollapsed, IsMobilising) = (state.Value(IsEscalated), state.Value(HasCollapsed), state.Value(IsMobilising));
    }
}
