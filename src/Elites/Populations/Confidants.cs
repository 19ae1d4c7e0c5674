using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Agents.Spaces;

namespace Elites.Populations;

/// <summary>Whom each person talks to and what channels hand on to it: both are laid down at the start.</summary>
internal sealed class Confidants
{
    /// <summary>Acquaintances that a person talks to; few and always the same number, because everyone asks them every week.</summary>
    public const int Each = 4;

    /// <summary>What a person hands on of what its channels say, the rest being its own (assumed).</summary>
    private const float HandedOn = 0.5f;

    private readonly int[] others;

    private readonly record struct Four(int First, int Second, int Third, int Fourth);

    /// <summary>Everyone talks to every second of its acquaintances, in the order of rows; who knows fewer talks to some twice.</summary>
    public Confidants(Network acquaintances)
    {
        others = new int[Each * acquaintances.Count];
        for (var row = 0; row < acquaintances.Count; row++)
        {
            var known = acquaintances.Neighbours(row);
            for (var i = 0; i < Each; i++)
                others[Each * row + i] = known.Length == 0 ? row : known[(2 * i + 1) * known.Length / (2 * Each)];
        }
    }

    /// <summary>The mean of a column over those a person talks to.</summary>
    public float MeanOf(ReadOnlySpan<float> column, int row)
    {
        var asked = others.AsSpan(Each * row, Each);
        return (column[asked[0]] + column[asked[1]] + (column[asked[2]] + column[asked[3]])) * (1f / Each);
    }

    /// <summary><see cref="MeanOf"/> for rows that follow one another.</summary>
    /// <param name="column">The column.</param>
    /// <param name="from">The first row.</param>
    /// <param name="means">Where the means go, one a row.</param>
    [BulkForm(nameof(MeanOf))]
    public void Fill(ReadOnlySpan<float> column, int from, Span<float> means)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(column.Length, others.Length / Each);
        // Whoever is asked has a row, so that no bound needs a check: half the time of this loop.
        ref var first = ref MemoryMarshal.GetReference(column);
        var asked = MemoryMarshal.Cast<int, Four>(others.AsSpan(Each * from, Each * means.Length));
        for (var i = 0; i < asked.Length; i++)
        {
            var four = asked[i];
            means[i] = (Unsafe.Add(ref first, four.First) + Unsafe.Add(ref first, four.Second)
                + (Unsafe.Add(ref first, four.Third) + Unsafe.Add(ref first, four.Fourth))) * (1f / Each);
        }
    }

    /// <summary>
    /// How much of what each person's channels hand on comes from ultranationalists. Channels grow by preferential
    /// attachment from theirs (Barabasi and Albert 1999), so that these are the hubs; persons hand on part of what they
    /// follow. Soldiers join first and so follow them most.
    /// </summary>
    public static void FollowChannels(Mass mass, int ultranationalists, Seed seed, TieParameters p)
    {
        var followed = Math.Min(p.ChannelsFollowed, ultranationalists + mass.Count - 1);
        var channels = Network.BarabasiAlbert(seed, Purposes.Channels, ultranationalists + mass.Count, followed, isDirected: true);
        var diet = mass.ChannelDiet.Initial;
        for (var row = 0; row < mass.Count; row++)
        {
            var sum = 0f;
            var follows = channels.Neighbours(ultranationalists + row);
            foreach (var channel in follows)
                sum += channel < ultranationalists ? 1 : HandedOn * diet[channel - ultranationalists];
            diet[row] = follows.IsEmpty ? 0 : sum / follows.Length;
        }
    }
}
