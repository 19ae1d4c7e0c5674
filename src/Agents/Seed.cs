namespace Agents;

/// <summary>
/// The key of every draw of a run: two runs with equal seed and replication draw the same numbers, whatever their
/// parameters (common random numbers). The two words are the key words of Philox4x32-10 (Salmon et al. 2011).
/// </summary>
public readonly record struct Seed
{
    /// <summary>First key word: the study's seed, 0 to 2147483647.</summary>
    public uint Value { get; }

    /// <summary>Second key word: the replication, counted from 1 in studies.</summary>
    public uint Replication { get; }

    private Seed(uint value, uint replication) => (Value, Replication) = (value, replication);

    /// <summary>The key of one replication of a study.</summary>
    /// <param name="value">The study's seed, 0 to 2147483647.</param>
    /// <param name="replication">The replication, 0 or more; studies count from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A word is negative.</exception>
    public static Seed Of(int value, int replication = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfNegative(replication);
        return new Seed((uint)value, (uint)replication);
    }
}
