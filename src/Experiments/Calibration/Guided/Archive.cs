namespace Experiments.Calibration.Guided;

/// <summary>All proposals so far and what they counted; makes a surrogate of them.</summary>
/// <param name="settings">The search.</param>
internal sealed class Archive(GuidedSettings settings)
{
    private const int Fewest = 2;

    /// <summary>Products that a side's regression may gain at a time.</summary>
    private const int ProductsAtATime = 4;

    /// <summary>Proposals that there have to be for each product.</summary>
    private const int ProposalsPerProduct = 20;

    private readonly Basis[] bases = [.. settings.Sides.Select(_ => new Basis(settings.Steps))];
    private readonly List<double[]> positions = [];
    private readonly List<IReadOnlyList<Counts>> counts = [];
    private readonly List<bool> isGuided = [];
    private readonly double[]?[] coefficients = new double[settings.Sides.Count][];

    /// <summary>Adds the proposals that could be run.</summary>
    /// <param name="places">Their points.</param>
    /// <param name="evaluations">What came of them.</param>
    /// <param name="explored">How many of them, the last ones, came from the prior.</param>
    public void Add(IReadOnlyList<double[]> places, IReadOnlyList<Evaluation> evaluations, int explored)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (evaluations[i].Counts.Count == 0)
                continue;
            positions.Add(places[i]);
            counts.Add(evaluations[i].Counts);
            isGuided.Add(i < places.Count - explored);
        }
    }

    /// <summary>A surrogate fitted to all of them, each side from where its last fit ended; null where there are too few.</summary>
    public Surrogate? Fit()
    {
        if (counts.Count < Fewest)
            return null;
        bool[] guided = [.. isGuided];
        var sides = new Regression[settings.Sides.Count];
        Parallel.For(0, sides.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads }, side =>
        {
            Counts[] own = [.. counts.Select(one => one[side])];
            var fit = new RegressionFit(bases[side], settings.Sides[side].Link, positions, own, guided);
            sides[side] = fit.Run(coefficients[side]);
            var room = Math.Min(settings.Steps.Count, counts.Count / ProposalsPerProduct) - bases[side].Pairs.Count;
            if (fit.Lacking(Math.Min(ProductsAtATime, room)) is { Count: > 0 } lacking)
            {
                bases[side] = bases[side].With(lacking);
                sides[side] = new RegressionFit(bases[side], settings.Sides[side].Link, positions, own, guided).Run(sides[side].Coefficients);
            }
            coefficients[side] = sides[side].Coefficients;
        });
        return new Surrogate(sides, settings.Targets);
    }
}
