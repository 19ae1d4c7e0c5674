namespace Agents.Random;

/// <summary>
/// Philox4x32-10, a counter-based generator: a keyed bijection of 128-bit counters (Salmon, Moraes, Dror and Shaw
/// 2011, Parallel random numbers: as easy as 1, 2, 3). It has no state, so every draw can be had at once, in any
/// order, on any thread. The counter words are (agent, moment, purpose, draw), the key words (seed, replication).
/// </summary>
public static class Philox
{
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;

    /// <summary>Added to the first key word each round: the golden ratio as a Weyl sequence.</summary>
    internal const uint Weyl0 = 0x9E3779B9;

    /// <summary>Added to the second key word each round: the square root of 3 less 1.</summary>
    internal const uint Weyl1 = 0xBB67AE85;

    internal const int Rounds = 10;

    /// <summary>The four output words of one counter under one key.</summary>
    public static (uint Word0, uint Word1, uint Word2, uint Word3) Block(
        (uint Word0, uint Word1, uint Word2, uint Word3) counter, (uint Word0, uint Word1) key)
    {
        var (c0, c1, c2, c3) = counter;
        var (k0, k1) = key;
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 += Weyl0;
            k1 += Weyl1;
        }
        return (c0, c1, c2, c3);
    }
}
