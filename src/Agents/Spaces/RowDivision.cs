using System.Numerics;

namespace Agents.Spaces;

/// <summary>Division of cell numbers by one length of a row: a multiplication, a third as long as a division takes.</summary>
internal readonly struct RowDivision
{
    private readonly int length;

    // 2^shift / length, rounded up, is below 2^32, and exact for all numbers of 31 bits (Granlund and Montgomery 1994,
    // Division by invariant integers using multiplication, PLDI: 61-72).
    private readonly ulong inverse;
    private readonly int shift;

    public RowDivision(int length)
    {
        this.length = length;
        shift = 31 + BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)length));
        inverse = ((1ul << shift) + (uint)length - 1) / (uint)length;
    }

    /// <summary>Row of a cell.</summary>
    public int Row(int cell) => (int)((uint)cell * inverse >> shift);

    /// <summary>Row and place in the row.</summary>
    public (int Row, int Column) Of(int cell)
    {
        var row = Row(cell);
        return (row, cell - row * length);
    }
}
