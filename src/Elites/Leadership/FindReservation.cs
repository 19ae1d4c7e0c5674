namespace Elites.Leadership;

/// <summary>
/// M3, the terms of his reservation (Fearon 1995): the least for which peace is worth as much to him as the war, by
/// halving the range of terms. He demands them, whatever he was offered before.
/// </summary>
internal readonly struct FindReservation(ReckonPaths paths, WeighOutlook weigh)
{
    /// <summary>What stands for a leader who would not settle for all there is to have.</summary>
    public const double None = 1.1;

    private const int Halvings = 12;

    /// <summary>The terms, 0 to 1, or <see cref="None"/>.</summary>
    /// <param name="seen">What he sees.</param>
    /// <param name="war">What he expects of the war.</param>
    public double Step(Mood seen, double war)
    {
        if (weigh.Utility(paths.Settlement(seen, 1)) < war)
            return None;
        if (weigh.Utility(paths.Settlement(seen, 0)) >= war)
            return 0;
        var (worse, better) = (0.0, 1.0);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var terms = 0.5 * (worse + better);
            (worse, better) = weigh.Utility(paths.Settlement(seen, terms)) >= war ? (worse, terms) : (terms, better);
        }
        return better;
    }
}
