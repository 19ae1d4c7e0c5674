using Agents.Random;

namespace Agents.Spaces;

/// <summary>
/// Preferential attachment: after a first clique every newcomer links to some of the nodes before it, drawn in proportion
/// to their degree. Only the earlier end of each link is kept; the later follows from the link's number.
/// </summary>
internal sealed class Growth
{
    private readonly Seed seed;
    private readonly Purpose purpose;
    private readonly int linksOfNewcomer;
    private readonly int[] ends;
    private readonly int[] starters;

    /// <summary>Grows a network.</summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="purpose">Key of the draws.</param>
    /// <param name="nodes">Number of nodes, more than <paramref name="linksOfNewcomer"/>.</param>
    /// <param name="linksOfNewcomer">Links of every node after the first of them and one more, which are all linked.</param>
    public Growth(Seed seed, Purpose purpose, int nodes, int linksOfNewcomer)
    {
        (this.seed, this.purpose, this.linksOfNewcomer) = (seed, purpose, linksOfNewcomer);
        var core = linksOfNewcomer + 1;
        starters = new int[checked(core * linksOfNewcomer / 2)];
        ends = GC.AllocateUninitializedArray<int>(checked(starters.Length + (nodes - core) * linksOfNewcomer));
        var made = 0;
        for (var node = 1; node < core; node++)
        {
            for (var other = 0; other < node; other++)
                (starters[made], ends[made++]) = (node, other);
        }
        var streams = new ManyDraws(seed, 0, purpose);
        var words = new uint[linksOfNewcomer * ManyDraws.Most];
        for (var node = core; node < nodes; node += ManyDraws.Most)
            Join(streams, node, Math.Min(ManyDraws.Most, nodes - node), words);
    }

    /// <summary>The earlier ends of all links, in the order of joining.</summary>
    public int[] Ends => ends;

    private void Join(ManyDraws streams, int from, int count, Span<uint> words)
    {
        streams.Begin((uint)from, count);
        for (var link = 0; link < linksOfNewcomer; link++)
            streams.Word().CopyTo(words[(link * ManyDraws.Most)..]);
        for (var i = 0; i < count; i++)
        {
            var made = starters.Length + (from + i - linksOfNewcomer - 1) * linksOfNewcomer;
            if (!TryAttach(made, words[i..]))
                Attach(from + i, made);
        }
    }

    // Nearly always each draw takes one word and hits a node of its own.
    private bool TryAttach(int made, ReadOnlySpan<uint> words)
    {
        var range = 2 * (uint)made;
        for (var link = 0; link < linksOfNewcomer; link++)
        {
            var product = (ulong)words[link * ManyDraws.Most] * range;
            if ((uint)product < range)
                return false;
            var end = EndOf((uint)(product >> 32));
            if (IsLinked(made, link, end))
                return false;
            ends[made + link] = end;
        }
        return true;
    }

    private void Attach(int node, int made)
    {
        var draws = new Draws(seed, (uint)node, 0, purpose);
        for (var link = 0; link < linksOfNewcomer;)
        {
            var end = EndOf((uint)draws.Below(2 * made));
            if (!IsLinked(made, link, end))
                ends[made + link++] = end;
        }
    }

    private bool IsLinked(int made, int links, int end)
    {
        for (var link = made; link < made + links; link++)
        {
            if (ends[link] == end)
                return true;
        }
        return false;
    }

    // A random end of a random link is a node drawn in proportion to its degree.
    private int EndOf(uint number)
    {
        var link = number / 2;
        var later = link < (uint)starters.Length
            ? (uint)starters[link]
            : (uint)linksOfNewcomer + 1 + (link - (uint)starters.Length) / (uint)linksOfNewcomer;
        return number % 2 == 0 ? (int)later : ends[link];
    }
}
