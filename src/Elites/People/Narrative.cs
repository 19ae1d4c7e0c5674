namespace Elites.People;

/// <summary>The state's narrative of the war.</summary>
internal sealed class Narrative : IPersistent
{
    /// <summary>Its strength (n), 0 to 1.</summary>
    public double Strength { get; set; } = 0.9;

    /// <summary>What the state says now, on the scale of the narrative, 0 to 1.</summary>
    public double Message { get; set; } = 0.9;

    /// <summary>Mean dissonance between the narrative people hold and what they are told.</summary>
    public double Dissonance { get; set; }

    public void Persist(Checkpoint state) =>
        (Strength, Message, Dissonance) = (state.Value(Strength), state.Value(Message), state.Value(Dissonance));
}
