using System.Numerics;
using System.Runtime.InteropServices;

namespace Agents.Numerics;

/// <summary>
/// Quantiles of many probabilities. Three in twenty lie in the tails, whose formula costs several times that of the
/// centre, and nearly every vector would hold one: they are set aside and worked out together.
/// </summary>
internal static class NormalQuantiles
{
    private const int ChunkSize = 256;
    private const double CentreHalfWidth = NormalInverse<OneLane, bool>.CentreHalfWidth;

    /// <summary>Puts the quantile in the place of each probability, bit for bit as one at a time.</summary>
    public static void Replace(Span<double> probabilities)
    {
        Span<int> places = stackalloc int[ChunkSize];
        Span<double> tails = stackalloc double[ChunkSize];
        while (!probabilities.IsEmpty)
        {
            var chunk = probabilities[..Math.Min(ChunkSize, probabilities.Length)];
            var count = FindTails(chunk, places);
            for (var i = 0; i < count; i++)
                tails[i] = chunk[places[i]];
            ReplaceCentre(chunk);
            ReplaceTails(tails[..count]);
            for (var i = 0; i < count; i++)
                chunk[places[i]] = tails[i];
            probabilities = probabilities[chunk.Length..];
        }
    }

    /// <summary>Notes where the probabilities outside the centre stand, and NaN, and says how many they are.</summary>
    private static int FindTails(ReadOnlySpan<double> values, Span<int> places)
    {
        Span<long> isCentral = stackalloc long[ChunkSize];
        var wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        var masks = MemoryMarshal.Cast<long, Vector<long>>(isCentral);
        for (var i = 0; i < wide.Length; i++)
            masks[i] = Vector.LessThanOrEqual(Vector.Abs(wide[i] - new Vector<double>(0.5)), new Vector<double>(CentreHalfWidth));
        for (var i = wide.Length * Vector<double>.Count; i < values.Length; i++)
            isCentral[i] = Math.Abs(values[i] - 0.5) <= CentreHalfWidth ? -1 : 0;
        // Without a branch, which nobody could predict: what is no tail is overwritten.
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            places[count] = i;
            count += 1 + (int)isCentral[i];
        }
        return count;
    }

    private static void ReplaceCentre(Span<double> values)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        for (var i = 0; i < wide.Length; i++)
            wide[i] = NormalInverse<ManyLanes, Vector<long>>.InCentre(new(wide[i])).Value;
        for (var i = wide.Length * Vector<double>.Count; i < values.Length; i++)
            values[i] = NormalInverse<OneLane, bool>.InCentre(values[i]).Value;
    }

    private static void ReplaceTails(Span<double> values)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        for (var i = 0; i < wide.Length; i++)
            wide[i] = Functions.NormalQuantile(wide[i]);
        for (var i = wide.Length * Vector<double>.Count; i < values.Length; i++)
            values[i] = Functions.NormalQuantile(values[i]);
    }
}
