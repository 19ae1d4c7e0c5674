using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Agents.Random;

namespace Agents;

/// <summary>
/// A run of neighbouring rows of one population, for a block form. Its columns come as vectors, so that the form
/// reads like the rule: <c>grievance[i]</c> stands for as many agents as a vector has lanes. The last rows may fill no
/// vector; they are left to the rule itself (<see cref="Rest{T}"/>).
/// </summary>
public readonly ref struct Block<TPopulation>
    where TPopulation : Population
{
    internal Block(TPopulation population, int from, int to, uint moment) =>
        (Population, From, To, Moment) = (population, from, to, moment);

    /// <summary>The population that the rows belong to.</summary>
    public TPopulation Population { get; }

    /// <summary>First row.</summary>
    public int From { get; }

    /// <summary>One past the last row.</summary>
    public int To { get; }

    /// <summary>Number of rows, at most <see cref="Agents.Population.BlockSize"/>.</summary>
    public int Length => To - From;

    /// <summary>The tick: the second counter word.</summary>
    public uint Moment { get; }

    /// <summary>The ids of the rows.</summary>
    public ReadOnlySpan<uint> Ids => Population.Ids[From..To];

    /// <summary>The agent of one row.</summary>
    /// <param name="row">A row of the population, from <see cref="From"/> to <see cref="To"/> - 1.</param>
    public Agent<TPopulation> this[int row] => new(Population, row, Moment);

    /// <summary>Runs a rule's text for one agent over some of the rows, save those who died in turns. An exception is told whom it is about.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">One past the last row.</param>
    public void OneByOne<TRule>(TRule rule, int from, int to)
        where TRule : struct, IRule<TPopulation>
    {
        var row = from;
        try
        {
            for (; row < to; row++)
            {
                if (!Population.HasDead || Population.IsAlive(row))
                    rule.Step(this[row]);
            }
        }
        catch (Exception exception) when (Told.Of(exception, this[row], typeof(TRule)))
        {
            throw;
        }
    }

    /// <summary>The part of the block that lies among some rows, such as those of one kind; it may be empty.</summary>
    public Block<TPopulation> Among(Rows rows)
    {
        var from = Math.Clamp(rows.From, From, To);
        return new(Population, from, Math.Clamp(rows.To, from, To), Moment);
    }

    /// <summary>The rows behind the last whole vector.</summary>
    /// <typeparam name="T">Type of the lanes.</typeparam>
    public Rows Rest<T>()
        where T : unmanaged => new(To - Length % Vector<T>.Count, To);

    /// <summary>A column's committed values, in whole vectors.</summary>
    public ReadOnlySpan<Vector<T>> Lanes<T>(Column<T> column)
        where T : unmanaged => Lanes(column.Values);

    /// <summary>A private column's values, in whole vectors.</summary>
    public Span<Vector<T>> Lanes<T>(Private<T> column)
        where T : unmanaged => MemoryMarshal.Cast<T, Vector<T>>(column.All[From..To]);

    /// <summary>A scratch column's values, in whole vectors.</summary>
    public Span<Vector<T>> Lanes<T>(Scratch<T> column)
        where T : unmanaged => MemoryMarshal.Cast<T, Vector<T>>(column.All[From..To]);

    /// <summary>A column's pending values, in whole vectors.</summary>
    public Span<Vector<T>> NextLanes<T>(State<T> column)
        where T : unmanaged => MemoryMarshal.Cast<T, Vector<T>>(column.Next[From..To]);

    /// <summary>Values that stand in the order of the population's rows, in whole vectors.</summary>
    public ReadOnlySpan<Vector<T>> Lanes<T>(ReadOnlySpan<T> values)
        where T : unmanaged => MemoryMarshal.Cast<T, Vector<T>>(values[From..To]);

    /// <summary>
    /// A column's committed values of one byte each, such as flags or a small enumeration, widened to whole vectors of as
    /// many lanes as those of single precision.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="room">Memory for as many numbers as the block has rows.</param>
    /// <exception cref="ArgumentException">A value takes more than a byte.</exception>
    public ReadOnlySpan<Vector<int>> Widen<T>(Column<T> column, Span<int> room)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() != 1)
            throw new ArgumentException($"A {typeof(T).Name} takes {Unsafe.SizeOf<T>()} bytes; only what takes one is widened.", nameof(column));
        var rows = MemoryMarshal.Cast<T, byte>(column.Values[From..To]);
        room = room[..rows.Length];
        var narrow = MemoryMarshal.Cast<byte, Vector<byte>>(rows);
        var wide = MemoryMarshal.Cast<int, Vector<int>>(room);
        for (var i = 0; i < narrow.Length; i++)
        {
            Vector.Widen(narrow[i], out var low, out var high);
            var quarters = wide.Slice(4 * i, 4);
            Vector.Widen(Vector.AsVectorInt16(low), out quarters[0], out quarters[1]);
            Vector.Widen(Vector.AsVectorInt16(high), out quarters[2], out quarters[3]);
        }
        for (var row = narrow.Length * Vector<byte>.Count; row < rows.Length; row++)
            room[row] = rows[row];
        return wide;
    }

    /// <summary>For each row what <see cref="Draws.SymmetricSingle"/> gives first, bit for bit.</summary>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="room">Memory for as many numbers as the block has rows.</param>
    /// <returns>The numbers, in whole vectors.</returns>
    public ReadOnlySpan<Vector<float>> DrawSymmetric(Purpose purpose, Span<float> room)
    {
        Draws.FillSymmetric(Ids, Population.Model.Seed, Moment, purpose, room);
        return MemoryMarshal.Cast<float, Vector<float>>(room);
    }

    /// <summary>Writes flags to the pending values of a column: 1 where a comparison held, else 0.</summary>
    /// <param name="flags">The column.</param>
    /// <param name="masks">What comparisons of the block's whole vectors gave.</param>
    public void SetNext(State<byte> flags, ReadOnlySpan<Vector<int>> masks)
    {
        var next = flags.Next[From..To];
        var wide = MemoryMarshal.Cast<byte, Vector<byte>>(next);
        var i = 0;
        for (; 4 * i + 3 < masks.Length; i++)
        {
            var quarters = masks.Slice(4 * i, 4);
            var lanes = Vector.Narrow(Vector.Narrow(quarters[0], quarters[1]), Vector.Narrow(quarters[2], quarters[3]));
            wide[i] = Vector.AsVectorByte(lanes) & Vector<byte>.One;
        }
        var rest = MemoryMarshal.Cast<Vector<int>, int>(masks[(4 * i)..]);
        next = next[(i * Vector<byte>.Count)..];
        for (var row = 0; row < rest.Length; row++)
            next[row] = (byte)(rest[row] & 1);
    }
}
