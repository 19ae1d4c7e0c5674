using System.Runtime.InteropServices;

namespace Agents.Benchmarks.Influence;

/// <summary>
/// The state of workload W1 in plain arrays: what the framework's model starts from, given to every other contestant
/// so that all must end with the same bits.
/// </summary>
internal sealed class Society
{
    public const int Links = 8;

    public required uint Ticks { get; init; }

    public required Seed Seed { get; init; }

    public required uint Purpose { get; init; }

    public required float[] Loyalty { get; init; }

    public required float[] Grievance { get; init; }

    public required float[] Hardship { get; init; }

    public required float[] Threshold { get; init; }

    /// <summary>In-neighbours of agent i: 8 i to 8 i + 7.</summary>
    public required int[] Neighbours { get; init; }

    public required byte[] Defected { get; set; }

    public int Count => Loyalty.Length;

    /// <summary>A copy that can be run; what never changes is shared.</summary>
    public Society Copy() => new()
    {
        Ticks = Ticks,
        Seed = Seed,
        Purpose = Purpose,
        Loyalty = [.. Loyalty],
        Grievance = [.. Grievance],
        Hardship = Hardship,
        Threshold = Threshold,
        Neighbours = Neighbours,
        Defected = [.. Defected],
    };

    /// <summary>Writes the initial state in the form that the C++ reference reads (see w1.cpp).</summary>
    public void Save(string path)
    {
        using var stream = File.Create(path);
        stream.Write(MemoryMarshal.AsBytes<uint>([(uint)Count, Ticks, Seed.Value, Seed.Replication, Purpose]));
        foreach (var column in new[] { Loyalty, Grievance, Hardship, Threshold })
            stream.Write(MemoryMarshal.AsBytes<float>(column));
        stream.Write(MemoryMarshal.AsBytes<int>(Neighbours));
    }

    /// <summary>FNV-1a, 64 bits, over flags, loyalty and grievance: equal end states have equal hashes.</summary>
    public static ulong Hash(ReadOnlySpan<byte> defected, ReadOnlySpan<float> loyalty, ReadOnlySpan<float> grievance)
    {
        var hash = 14695981039346656037UL;
        Add(ref hash, defected);
        Add(ref hash, MemoryMarshal.AsBytes(loyalty));
        Add(ref hash, MemoryMarshal.AsBytes(grievance));
        return hash;
    }

    private static void Add(ref ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            hash = (hash ^ value) * 1099511628211UL;
    }
}
