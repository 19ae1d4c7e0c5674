namespace Elites.Diplomacy;

/// <summary>The patron on whom the state depends.</summary>
internal sealed class Patron : IPersistent
{
    /// <summary>The patron's approval (a), 0 to 1.</summary>
    public double Approval { get; set; } = 1;

    /// <summary>Share of the patron's trade that flows.</summary>
    public double Flow { get; set; } = 1;

    public void Persist(Checkpoint state) => (Approval, Flow) = (state.Value(Approval), state.Value(Flow));
}
