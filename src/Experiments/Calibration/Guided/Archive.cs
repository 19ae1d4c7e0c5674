namespace Experiments.Calibration.Guided;

/// <summary>All proposals so far and what they counted; makes a surrogate of them.</summary>
/// <param name="settings">The search.</param>
internal sealed class Archive(GuidedSettings settings)
{
    private const int Fewest = 2;

    private readonly Basis basis = new(settings.Steps);
    private readonly List<double> rows = [];
    private readonly List<IReadOnlyList<Counts>> counts = [];
    private readonly List<bool> isGuided = [];
    private readonly double[]?[] coefficients = new double[settings.Sides.Count][];

    /// <summary>Adds the proposals that could be run.</summary>
    /// <param name="positions">Their points.</param>
    /// <param name="evaluations">What came of them.</param>
    /// <param name="explored">How many of them, the last ones, came from the prior.</param>
    public void Add(IReadOnlyList<double[]> positions, IReadOnlyList<Evaluation> evaluations, int explored)
    {
        var row = new double[basis.Stride];
        for (var i = 0; i < positions.Count; i++)
        {
            if (evaluations[i].Counts.Count == 0)
                continue;
            basis.Fill(positions[i], row);
            rows.AddRange(row);
            counts.Add(evaluations[i].Counts);
            isGuided.Add(i < positions.Count - explored);
        }
    }

    /// <summary>A surrogate fitted to all of them, each side from where its last fit ended; null where there are too few.</summary>
    public Surrogate? Fit()
    {
        if (counts.Count < Fewest)
            return null;
        var (all, guided) = (rows.ToArray(), isGuided.ToArray());
        var sides = new Regression[settings.Sides.Count];
        Parallel.For(0, sides.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads }, side =>
        {
            var fit = new RegressionFit(basis, settings.Sides[side].Link, all, [.. counts.Select(one => one[side])], guided);
            sides[side] = fit.Run(coefficients[side]);
            coefficients[side] = sides[side].Coefficients;
        });
        return new Surrogate(basis, sides, settings.Targets);
    }
}
