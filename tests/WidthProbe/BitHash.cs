using System.Runtime.InteropServices;

namespace WidthProbe;

/// <summary>A hash over bits, in order: FNV-1a of 64 bits (Fowler, Noll and Vo), by bytes.</summary>
internal sealed class BitHash
{
    /// <summary>The hash of everything added so far.</summary>
    public ulong Value { get; private set; } = 0xcbf29ce484222325;

    /// <summary>Adds the bits of some values.</summary>
    public void Add<T>(params ReadOnlySpan<T> values)
        where T : unmanaged
    {
        foreach (var part in MemoryMarshal.AsBytes(values))
            Value = (Value ^ part) * 0x100000001b3;
    }
}
