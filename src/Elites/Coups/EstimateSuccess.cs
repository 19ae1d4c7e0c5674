using Agents.Numerics;

namespace Elites.Coups;

/// <summary>
/// M15, the reckoning: a plot goes through the rounds of an attempt in its head, for nine equally likely draws of the
/// luck that it cannot foresee, and takes the mean of the odds at which they end.
/// </summary>
internal readonly struct EstimateSuccess
{
    private static readonly double[] LuckPoints = [.. Enumerable.Range(0, 9).Select(point => Functions.NormalQuantile((point + 0.5) / 9))];

    private readonly CoupParameters p;
    private readonly PlotOdds odds;
    private readonly ForceByLoyalty others;

    public EstimateSuccess(ForceByLoyalty others, Bystanders bystanders, ElitesParameters parameters)
    {
        p = parameters.Coup;
        odds = new PlotOdds(others.Elite, bystanders.Unrest, parameters, isOfPlotters: true);
        this.others = others;
        others.Sort();
    }

    /// <summary>The chance of success in the eyes of a plot, 0 to 1.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="wanted">What it must come up to; where it cannot, the answer is some number below that.</param>
    public double Of(Plot plot, double wanted = 0)
    {
        var (outset, force, sum) = (odds.AtOutset(plot), odds.ForceOf(plot), 0.0);
        // From the best luck down, so that what is left can be no better: most plots need not go on.
        for (var point = LuckPoints.Length - 1; point >= 0; point--)
        {
            var seen = outset + p.Luck * LuckPoints[point];
            for (var round = 0; round < p.Rounds; round++)
                seen = odds.Moved(seen, plot.Veterans + force + others.Below(seen, plot), others.All - force - others.Below(seen + p.NeutralBand, plot), out _);
            sum += seen;
            if (sum + point * seen < wanted * LuckPoints.Length)
                break;
        }
        return sum / LuckPoints.Length;
    }
}
