using System.Numerics;
using System.Runtime.InteropServices;
using Agents.Random;

namespace Agents;

/// <summary>
/// A run of neighbouring rows of one population, for a vectorised twin. Its columns come as vectors, so that the twin
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

    /// <summary>Values that stand in the order of the population's rows, in whole vectors.</summary>
    public ReadOnlySpan<Vector<T>> Lanes<T>(ReadOnlySpan<T> values)
        where T : unmanaged => MemoryMarshal.Cast<T, Vector<T>>(values[From..To]);

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
