namespace Agents.Random;

/// <summary>The stream of draws of one agent, at one moment, for one purpose.</summary>
public struct Draws
{
    /// <summary>A stream keyed by seed, agent, moment and purpose.</summary>
    public Draws(Seed seed, uint agent, uint moment, Purpose purpose) => throw new NotSupportedException();

    /// <summary>An integer from 0 to n - 1, each equally likely.</summary>
    public int Below(int n) => throw new NotSupportedException();

    /// <summary>Puts the items into an order drawn from all orders alike.</summary>
    public void Shuffle<T>(Span<T> items) => throw new NotSupportedException();
}
