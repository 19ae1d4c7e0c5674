namespace Elites.Street;

/// <summary>The incidents that stir people up, by region.</summary>
/// <param name="byRegion">How much each region is stirred; 0 for not at all.</param>
internal readonly struct Sparks(double[] byRegion)
{
    private readonly bool areAny = byRegion.AsSpan().ContainsAnyExcept(0.0);

    /// <summary>What adds to the anger in a region.</summary>
    public float this[int region] => (float)byRegion[region];

    /// <summary>What adds to the anger of people in these regions.</summary>
    /// <param name="regions">The region of each.</param>
    /// <param name="room">Memory for as many numbers as there are regions.</param>
    [BulkForm("this[]")]
    public void Fill(ReadOnlySpan<int> regions, Span<float> room)
    {
        room.Clear();
        for (var i = 0; areAny && i < room.Length; i++)
            room[i] = this[regions[i]];
    }
}
