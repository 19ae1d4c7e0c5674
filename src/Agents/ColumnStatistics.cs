using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Agents;

/// <summary>
/// Sums and means of columns. The order of additions is fixed: eight lanes in double precision within a block, lanes in
/// order, then blocks in order; so the bits are the same on any machine.
/// </summary>
public static class ColumnStatistics
{
    extension(Column<float> column)
    {
        /// <summary>The sum over some rows; 0 over none.</summary>
        public double Sum(Rows rows)
        {
            var sum = 0.0;
            for (var from = rows.From; from < rows.To; from += Population.BlockSize)
                sum += SumBlock(column.Values[from..Math.Min(from + Population.BlockSize, rows.To)]);
            return sum;
        }

        /// <summary>The mean over some rows; NaN over none.</summary>
        public double Mean(Rows rows) => column.Sum(rows) / rows.Count;

        /// <summary>The mean over all rows; NaN over none.</summary>
        public double Mean() => column.Mean(new Rows(0, column.Count));

        /// <summary>The number of rows, among some, whose value is a bound or less.</summary>
        public int CountAtMost(Rows rows, double most)
        {
            // The greatest single number that is not above the bound: so comparisons in single precision are exact.
            var bound = (float)most;
            bound = bound > most ? float.BitDecrement(bound) : bound;
            var values = column.Values[rows.From..rows.To];
            var wide = MemoryMarshal.Cast<float, Vector<float>>(values);
            var counts = Vector<int>.Zero;
            foreach (var lanes in wide)
                counts -= Vector.LessThanOrEqual(lanes, new Vector<float>(bound));
            var count = Vector.Sum(counts);
            foreach (var value in values[(wide.Length * Vector<float>.Count)..])
                count += value <= bound ? 1 : 0;
            return count;
        }
    }

    extension<T>(Column<T> column)
        where T : unmanaged
    {
        /// <summary>The number of rows, among some, that hold a value.</summary>
        public int Count(Rows rows, T value) => column.Values[rows.From..rows.To].Count(value, null);

        /// <summary>The share of all rows that hold a value, 0 to 1; NaN of none.</summary>
        public double Share(T value) => (double)column.Values.Count(value, null) / column.Count;
    }

    private static double SumBlock(ReadOnlySpan<float> values)
    {
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i + Vector256<float>.Count <= values.Length; i += Vector256<float>.Count)
        {
            var (first, second) = Vector256.Widen(Vector256.Create(values.Slice(i, Vector256<float>.Count)));
            low += first;
            high += second;
        }
        var sum = 0.0;
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
            sum += low[lane];
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
            sum += high[lane];
        for (; i < values.Length; i++)
            sum += values[i];
        return sum;
    }
}
