using System.Collections;
using System.Collections.Immutable;

namespace Agents.Generators;

/// <summary>Values in an order that equal another sequence of equal values, as a generator's cache asks of what it keeps.</summary>
internal readonly struct Sequence<T>(ImmutableArray<T> items) : IEquatable<Sequence<T>>, IEnumerable<T>
    where T : IEquatable<T>
{
    private ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public int Count => Items.Length;

    public static implicit operator Sequence<T>(List<T> values) => new([.. values]);

    public bool Equals(Sequence<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? other) => other is Sequence<T> sequence && Equals(sequence);

    public override int GetHashCode() => Items.Aggregate(Items.Length, (hash, item) => unchecked(31 * hash + item.GetHashCode()));

    public IEnumerator<T> GetEnumerator() => Items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
