using System.Numerics;

namespace Agents.Spaces;

/// <summary>
/// Sums over a window that moves along items, each in three additions whatever the window's width. Items are cut into runs as long
/// as a window; a window that starts within a run is the sum from there to the run's end and from the next run's start.
/// </summary>
internal static class MovingSums
{
    /// <summary>For each item the sum of those at most a radius away.</summary>
    /// <param name="items">Items of as many numbers each as <paramref name="width"/> says, one behind the other.</param>
    /// <param name="sums">Takes the sums.</param>
    /// <param name="width">Numbers of an item, which are summed each for itself.</param>
    /// <param name="radius">0 or more.</param>
    /// <param name="isRing">True when the last item touches the first; beyond the ends is nothing otherwise.</param>
    /// <param name="room">Memory for 2 radius + 2 items.</param>
    public static void Of<T>(ReadOnlySpan<T> items, Span<T> sums, int width, int radius, bool isRing, Span<T> room)
        where T : unmanaged, INumber<T>
    {
        var line = new Line<T>(items, width, radius, isRing);
        var window = 2 * radius + 1;
        var tails = room[..(window * width)];
        var head = room.Slice(window * width, width);
        for (var start = 0; start < line.Count; start += window)
        {
            // tails[offset]: the items from there to the end of the run.
            line.Put(start + window - 1, tails[^width..]);
            for (var offset = window - 2; offset >= 0; offset--)
            {
                var tail = tails.Slice(offset * width, width);
                line.Put(start + offset, tail);
                Add(tails.Slice((offset + 1) * width, width), tail);
            }
            tails[..width].CopyTo(sums[(start * width)..]);
            head.Clear();
            for (var offset = 1; offset < window && start + offset < line.Count; offset++)
            {
                line.Add(start + window + offset - 1, head);
                var sum = sums.Slice((start + offset) * width, width);
                tails.Slice(offset * width, width).CopyTo(sum);
                Add(head, sum);
            }
        }
    }

    private static void Add<T>(ReadOnlySpan<T> terms, Span<T> sums)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += terms[i];
    }

    /// <summary>Items with a margin as wide as the radius before the first, so that the window of an item starts at its own number.</summary>
    private readonly ref struct Line<T>(ReadOnlySpan<T> items, int width, int radius, bool isRing)
        where T : unmanaged, INumber<T>
    {
        private readonly ReadOnlySpan<T> items = items;

        public int Count { get; } = items.Length / width;

        public void Put(int place, Span<T> item)
        {
            if (At(place) is >= 0 and var index)
                items.Slice(index * width, width).CopyTo(item);
            else
                item.Clear();
        }

        public void Add(int place, Span<T> sum)
        {
            if (At(place) is >= 0 and var index)
                MovingSums.Add(items.Slice(index * width, width), sum);
        }

        // The last run may reach beyond the margin: its windows are not asked for.
        private int At(int place)
        {
            var index = place - radius;
            if (isRing)
                index = index < 0 ? index + Count : index % Count;
            return (uint)index < (uint)Count ? index : -1;
        }
    }
}
