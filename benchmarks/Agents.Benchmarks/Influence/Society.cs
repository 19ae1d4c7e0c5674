using System.Runtime.InteropServices;
using Agents.Random;
using Agents.Spaces;
using Classics;

namespace Agents.Benchmarks.Influence;

/// <summary>
/// The state of workload W1 in plain arrays: what the framework's model starts from, given to every other contestant
/// so that all must end with the same bits.
/// </summary>
internal sealed class Society
{
    public required uint Ticks { get; init; }

    public required Seed Seed { get; init; }

    public required Purpose Purpose { get; init; }

    public required float[] Loyalty { get; init; }

    public required float[] Grievance { get; init; }

    public required float[] Hardship { get; init; }

    public required float[] Threshold { get; init; }

    /// <summary>In-neighbours of agent i: 8 i to 8 i + 7.</summary>
    public required int[] Neighbours { get; init; }

    public required byte[] Defected { get; set; }

    /// <summary>Where the flags of the next tick are written.</summary>
    public required byte[] Next { get; set; }

    public int Count => Loyalty.Length;

    /// <summary>The initial state of a model.</summary>
    public static Society Of(InfluenceKernel model, int ticks)
    {
        var people = PeopleOf(model);
        var network = Network.RegularIn(model.Seed, Random.Purpose.Link, people.Count, InfluenceKernel.Degree);
        var neighbours = new int[InfluenceKernel.Degree * people.Count];
        for (var row = 0; row < people.Count; row++)
            network.InNeighbours(row).CopyTo(neighbours.AsSpan(InfluenceKernel.Degree * row));
        return new Society
        {
            Ticks = (uint)ticks,
            Seed = model.Seed,
            Purpose = InfluenceKernel.Mood,
            Loyalty = [.. people.Loyalty.Values],
            Grievance = [.. people.Grievance.Values],
            Hardship = [.. people.Hardship.Values],
            Threshold = [.. people.Threshold.Values],
            Neighbours = neighbours,
            Defected = [.. people.HasDefected.Values],
            Next = new byte[people.Count],
        };
    }

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
        Next = new byte[Count],
    };

    /// <summary>Makes the next flags the flags.</summary>
    public void SwapFlags() => (Defected, Next) = (Next, Defected);

    /// <summary>Writes the initial state in the form that the C++ reference reads (see w1.cpp).</summary>
    public void Save(string path)
    {
        using var stream = File.Create(path);
        stream.Write(MemoryMarshal.AsBytes<uint>([(uint)Count, Ticks, Seed.Value, Seed.Replication, Purpose.Number]));
        foreach (var column in new[] { Loyalty, Grievance, Hardship, Threshold })
            stream.Write(MemoryMarshal.AsBytes<float>(column));
        stream.Write(MemoryMarshal.AsBytes<int>(Neighbours));
    }

    /// <summary>The hash of this state; see <see cref="Hash(ReadOnlySpan{byte}, ReadOnlySpan{float}, ReadOnlySpan{float})"/>.</summary>
    public ulong Hash() => Hash(Defected, Loyalty, Grievance);

    /// <summary>The hash of a model's state.</summary>
    public static ulong Hash(InfluenceKernel model)
    {
        var people = PeopleOf(model);
        return Hash(people.HasDefected.Values, people.Loyalty.Values, people.Grievance.Values);
    }

    /// <summary>FNV-1a, 64 bits, over flags, loyalty and grievance: equal end states have equal hashes.</summary>
    private static ulong Hash(ReadOnlySpan<byte> defected, ReadOnlySpan<float> loyalty, ReadOnlySpan<float> grievance)
    {
        var hash = 14695981039346656037UL;
        Add(ref hash, defected);
        Add(ref hash, MemoryMarshal.AsBytes(loyalty));
        Add(ref hash, MemoryMarshal.AsBytes(grievance));
        return hash;
    }

    private static InfluenceKernel.People PeopleOf(InfluenceKernel model) => (InfluenceKernel.People)model.Populations[0];

    private static void Add(ref ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            hash = (hash ^ value) * 1099511628211UL;
    }
}
