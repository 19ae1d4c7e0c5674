namespace Agents.Spaces;

/// <summary>Division of cell numbers by one length of a row: a multiplication, a third as long as a division takes.</summary>
internal readonly struct RowDivision
{
    private readonly uint length;

    // 2^64 / length, rounded up: exact for all numbers of 32 bits (Lemire, Kaser and Kurz 2019, Faster remainder by direct computation).
    private readonly ulong inverse;

    public RowDivision(int length) => (this.length, inverse) = ((uint)length, ulong.MaxValue / (uint)length + 1);

    /// <summary>Row and place in the row.</summary>
    public (int Row, int Column) Of(int cell)
    {
        // A row of one cell has no inverse in 64 bits.
        var row = length == 1 ? (uint)cell : (uint)Math.BigMul(inverse, (uint)cell, out _);
        return ((int)row, cell - (int)(row * length));
    }
}
