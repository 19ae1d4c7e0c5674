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

    /// <summary>
    /// The key of one replication of one design point where points are not to share their random numbers. The first
    /// word is a mixture of seed and design point; two points of one study never get the same one.
    /// </summary>
    /// <param name="value">The study's seed, 0 to 2147483647.</param>
    /// <param name="replication">The replication, 0 or more; studies count from 1.</param>
    /// <param name="designPoint">The id of the design point, 0 or more; studies count from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static Seed Of(int value, int replication, int designPoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfNegative(replication);
        ArgumentOutOfRangeException.ThrowIfNegative(designPoint);
        return new Seed(Mix(Mix((uint)designPoint + 1) + (uint)value), (uint)replication);
    }

    // The finaliser of MurmurHash3 (Appleby 2011): it maps words one to one, and every bit in changes half of the bits out.
    private static uint Mix(uint word)
    {
        word = (word ^ (word >> 16)) * 0x85ebca6b;
        word = (word ^ (word >> 13)) * 0xc2b2ae35;
        return word ^ (word >> 16);
    }
}
