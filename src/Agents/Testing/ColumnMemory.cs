using System.Runtime.InteropServices;

namespace Agents.Testing;

/// <summary>A column as it lies in memory, pending values included, so that it can be filled, put back and compared.</summary>
/// <param name="name">Its name in messages.</param>
internal abstract class ColumnMemory(string name)
{
    /// <summary>Its name in messages.</summary>
    public string Name { get; } = name;

    /// <summary>All columns of a population.</summary>
    public static ColumnMemory[] Of(Population population)
    {
        var names = population.GetType().GetProperties().Where(property => property.PropertyType.IsAssignableTo(typeof(Column)) && property.GetIndexParameters().Length == 0)
            .GroupBy(property => property.GetValue(population)!).ToDictionary(same => same.Key, same => same.First().Name);
        return [.. population.Columns.Select((column, i) => (ColumnMemory)Activator.CreateInstance(
            typeof(ColumnMemory<>).MakeGenericType(column.ValueType), column, names.GetValueOrDefault(column, $"column {i}"))!)];
    }

    /// <summary>Puts odd values into a share of the rows.</summary>
    public abstract void Fill(OddValues odd, double share);

    /// <summary>What lies in it.</summary>
    public abstract byte[] Save();

    /// <summary>Puts what was saved back, into all rows or one.</summary>
    public abstract void Restore(byte[] saved, int? row = null);

    /// <summary>Where it differs from another of as many rows, or null; what is not a number is alike, whatever its payload and sign.</summary>
    /// <param name="other">The other.</param>
    /// <param name="here">Where this one stands, for words.</param>
    /// <param name="there">Where the other stands.</param>
    public abstract string? Difference(ColumnMemory other, string here, string there);

    /// <summary>Adds the values to a hash, all that is not a number alike.</summary>
    public abstract ulong Hash(ulong hash);
}

/// <summary>A column with values of one type.</summary>
internal sealed class ColumnMemory<T>(Column<T> column, string name) : ColumnMemory(name)
    where T : unmanaged
{
    private static readonly T[] NotNumbers = default(T) switch
    {
        float => [(T)(object)float.NaN],
        double => [(T)(object)double.NaN],
        _ => [],
    };

    private Span<T> Committed => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(column.Values), column.Count);

    private Span<T> Pending => column is State<T> state ? state.Next : [];

    public override void Fill(OddValues odd, double share)
    {
        if (!OddValues.Has(typeof(T)))
            return;
        Fill(Committed, odd, share);
        Fill(Pending, odd, share);
    }

    public override byte[] Save() => [.. MemoryMarshal.AsBytes(Committed), .. MemoryMarshal.AsBytes(Pending)];

    public override void Restore(byte[] saved, int? row = null)
    {
        var values = MemoryMarshal.Cast<byte, T>(saved);
        Put(values[..column.Count], Committed, row);
        Put(values[column.Count..], Pending, row);
    }

    public override string? Difference(ColumnMemory other, string here, string there)
    {
        var (mine, theirs) = ((ColumnMemory<T>)this, (ColumnMemory<T>)other);
        return Difference("", mine.Committed, theirs.Committed, here, there) ?? Difference("Next.", mine.Pending, theirs.Pending, here, there);
    }

    public override ulong Hash(ulong hash)
    {
        foreach (var values in (ReadOnlySpan<T[]>)[Committed.ToArray(), Pending.ToArray()])
        {
            if (NotNumbers is [var notANumber])
            {
                for (var row = 0; row < values.Length; row++)
                    values[row] = IsNaN(values[row]) ? notANumber : values[row];
            }
            foreach (var part in MemoryMarshal.AsBytes<T>(values))
                hash = (hash ^ part) * 0x100000001b3;
        }
        return hash;
    }

    private static bool IsNaN(T value) => NotNumbers.Length > 0 && EqualityComparer<T>.Default.Equals(value, NotNumbers[0]);

    private static void Fill(Span<T> values, OddValues odd, double share)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (share >= 1 || odd.Chance(share))
                values[row] = odd.Next<T>();
        }
    }

    private static void Put(ReadOnlySpan<T> saved, Span<T> values, int? row)
    {
        if (row is not { } one)
            saved.CopyTo(values);
        else if (one < values.Length)
            values[one] = saved[one];
    }

    private string? Difference(string what, Span<T> mine, Span<T> theirs, string here, string there)
    {
        var a = MemoryMarshal.AsBytes(mine);
        var b = MemoryMarshal.AsBytes(theirs);
        if (a.SequenceEqual(b))
            return null;
        var size = a.Length / mine.Length;
        for (var row = 0; row < mine.Length; row++)
        {
            if (!a.Slice(row * size, size).SequenceEqual(b.Slice(row * size, size)) && !(IsNaN(mine[row]) && IsNaN(theirs[row])))
                return $"{what}{Name}[{row}] is {mine[row]} ({Convert.ToHexString(a.Slice(row * size, size))}) {here} and {theirs[row]} ({Convert.ToHexString(b.Slice(row * size, size))}) {there}";
        }
        return null;
    }
}
