namespace Elites.Study;

/// <summary>What the index of instability keeps count of; nothing in the model reads it.</summary>
internal sealed class Instability : IPersistent
{
    /// <summary>Those who compete for elite positions (e), in those of the start.</summary>
    public double Aspirants { get; set; } = 1;

    /// <summary>The state's debt, as a share of yearly output.</summary>
    public double Debt { get; set; } = 0.2;

    /// <summary>The index at the start, by which it is scaled; 0 until it is known.</summary>
    public double AtStart { get; set; }

    /// <summary>The index (PSI), 1 at the start.</summary>
    public double Index { get; set; } = 1;

    public void Persist(Checkpoint state)
    {
        (Aspirants, Debt) = (state.Value(Aspirants), state.Value(Debt));
        (AtStart, Index) = (state.Value(AtStart), state.Value(Index));
    }
}
