namespace Agents.Benchmarks;

/// <summary>FNV-1a, 64 bits: equal end states have equal hashes, in C++ too.</summary>
internal struct Fnv()
{
    /// <summary>The hash of what was added.</summary>
    public ulong Value { get; private set; } = 14695981039346656037UL;

    /// <summary>Adds bytes in their order.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            Value = (Value ^ value) * 1099511628211UL;
    }
}
