using System.Buffers;

namespace Agents.Random;

/// <content>Samples without replacement.</content>
public partial struct Draws
{
    /// <summary>
    /// Different integers from 0 to n - 1, in ascending order; every set of them is equally likely. For an order at random,
    /// <see cref="Shuffle"/> them. Few of many are found one by one in as many draws of <see cref="Below"/> (Bentley and Floyd
    /// 1987, Programming pearls: a sample of brilliance, CACM 30: 754-757), others by a draw for every integer up to the last
    /// (Fan, Muller and Rezucha 1962, JASA 57: 387-402).
    /// </summary>
    /// <param name="n">0 or more.</param>
    /// <param name="sample">Where they go: as many as it is long.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is room for more than n.</exception>
    public void Sample(int n, Span<int> sample)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (sample.Length > n)
            throw new ArgumentOutOfRangeException(nameof(sample), sample.Length, $"No more than {n} of {n} can be drawn without replacement.");
        // Where keeping a list in order would cost more than passing over all integers.
        const long StepsOfADraw = 64;
        if ((long)sample.Length * sample.Length > StepsOfADraw * n)
            SelectInOrder(n, sample);
        else
            SelectOneByOne(n, sample);
    }

    /// <summary>Different items, in the order in which they stand; every set of places is equally likely.</summary>
    /// <param name="items">What is drawn from.</param>
    /// <param name="sample">Where they go: as many as it is long.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is room for more items than there are.</exception>
    public void Sample<T>(ReadOnlySpan<T> items, Span<T> sample)
    {
        var room = ArrayPool<int>.Shared.Rent(sample.Length);
        var places = room.AsSpan(0, sample.Length);
        Sample(items.Length, places);
        for (var i = 0; i < places.Length; i++)
            sample[i] = items[places[i]];
        ArrayPool<int>.Shared.Return(room);
    }

    // The greatest integer allowed grows with every draw, and stands in for one that is in the sample already.
    private void SelectOneByOne(int n, Span<int> sample)
    {
        for (var taken = 0; taken < sample.Length; taken++)
        {
            var greatest = n - sample.Length + taken;
            var number = Below(greatest + 1);
            var place = sample[..taken].BinarySearch(number);
            if (place >= 0)
            {
                sample[taken] = greatest;
                continue;
            }
            sample[~place..taken].CopyTo(sample[(~place + 1)..]);
            sample[~place] = number;
        }
    }

    private void SelectInOrder(int n, Span<int> sample)
    {
        var taken = 0;
        for (var number = 0; taken < sample.Length; number++)
        {
            if (Below(n - number) < sample.Length - taken)
                sample[taken++] = number;
        }
    }
}
