namespace Experiments.Analysis.Sensitivity;

/// <summary>One step of a trajectory: what moved, and how far.</summary>
/// <param name="Factor">The factor, or the group of factors, from 0.</param>
/// <param name="Step">How far it really went, as a share of its whole range, positive upwards; not 0.</param>
public readonly record struct Move(int Factor, double Step);

/// <summary>What moving one factor, or one group of factors, does to an answer.</summary>
/// <param name="Mean">mu: the mean elementary effect; NaN for a group, whose factors may move against each other.</param>
/// <param name="MeanSize">mu*: the mean of its absolute value.</param>
/// <param name="Deviation">sigma: its sample standard deviation, which shows interactions and curvature; NaN for a group.</param>
/// <param name="Effects">Trajectories in which it really moved: the measures are over these; without one there are none.</param>
/// <param name="Convergence">Of mu*.</param>
public sealed record FactorEffects(Estimate Mean, Estimate MeanSize, Estimate Deviation, int Effects, Convergence Convergence);

/// <summary>
/// Screening by elementary effects (Morris 1991, Technometrics 33, 161-174; mu* and groups: Campolongo, Cariboni and
/// Saltelli 2007, Environmental Modelling and Software 22, 1509-1518). An effect is the change of the answer over the
/// step that was really made, in units of the answer for the whole range of the factor. A step that rounding, or a
/// design changed by hand, left undone has no effect, and is not one of 0.
/// </summary>
public sealed record MorrisMeasures
{
    /// <summary>Half-width of the interval of mu*, as a share of the greatest mu*, beyond which it has not converged.</summary>
    public const double WidestHalf = 0.1;

    /// <summary>The width of an interval, as a share of the greatest mu*, that is none but for rounding.</summary>
    private const double LeastWidth = 1e-9;

    /// <summary>One sentence for a footnote.</summary>
    public const string Method =
        "Elementary effects: Morris (1991), mu* by Campolongo and others (2007), in units of the answer over the whole range of a factor; 95 % percentile bootstrap over trajectories and replications. "
        + "Not converged: the interval of mu* is wider than +-10 % of the greatest mu* or has no width, or the factor never moved.";

    /// <summary>One entry for each factor or group.</summary>
    public required IReadOnlyList<FactorEffects> Factors { get; init; }

    /// <summary>Number of trajectories.</summary>
    public required int Trajectories { get; init; }

    /// <summary>The measures of an answer that is not left to chance.</summary>
    /// <param name="effects">Elementary effects by factor (or group) and trajectory; NaN where it did not move.</param>
    /// <param name="isGrouped">True where they belong to groups of factors: only mu* means something then.</param>
    /// <param name="isConstant">True where every row has the same answer.</param>
    /// <param name="bootstrap">Makes the intervals, over trajectories.</param>
    public static MorrisMeasures Of(IReadOnlyList<double[]> effects, bool isGrouped, bool isConstant, Bootstrap bootstrap) =>
        Of(effects, isGrouped, isConstant, bootstrap, new(1, IsFew: false), _ => effects);

    /// <summary>The measures of an answer.</summary>
    /// <param name="effects">Elementary effects over all replications, by factor (or group) and trajectory; NaN where it did not move.</param>
    /// <param name="isGrouped">True where they belong to groups of factors: only mu* means something then.</param>
    /// <param name="isConstant">True where every row has the same answer.</param>
    /// <param name="bootstrap">Makes the intervals, over trajectories and replications.</param>
    /// <param name="chance">The replications.</param>
    /// <param name="resampled">The effects over other replications, by their numbers from 0.</param>
    public static MorrisMeasures Of(
        IReadOnlyList<double[]> effects, bool isGrouped, bool isConstant, Bootstrap bootstrap, Chance chance, Func<int[], IReadOnlyList<double[]>> resampled)
    {
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(bootstrap);
        ArgumentNullException.ThrowIfNull(chance);
        var trajectories = effects[0].Length;
        var values = new double[3 * effects.Count];
        Compute(effects, [.. Enumerable.Range(0, trajectories)], values);
        var lacking = new int[effects.Count];
        var intervals = bootstrap.Percentile(trajectories, chance.Replications, values.Length, (resample, replications, results) =>
        {
            Compute(chance.Replications > 1 ? resampled(replications) : effects, resample, results);
            for (var factor = 0; factor < lacking.Length; factor++)
            {
                if (double.IsNaN(results[3 * factor + 1]))
                    Interlocked.Increment(ref lacking[factor]);
            }
        });
        var greatest = Enumerable.Range(0, effects.Count).Select(factor => values[3 * factor + 1]).Where(size => !double.IsNaN(size)).DefaultIfEmpty(0).Max();
        Estimate At(int place) => new(values[place], double.IsNaN(values[place]) ? Interval.None : intervals[place]);
        return new MorrisMeasures
        {
            Factors =
            [
                .. Enumerable.Range(0, effects.Count).Select(factor => new FactorEffects(
                    isGrouped ? Estimate.None : At(3 * factor),
                    At(3 * factor + 1),
                    isGrouped ? Estimate.None : At(3 * factor + 2),
                    effects[factor].Count(effect => !double.IsNaN(effect)),
                    isConstant ? Convergence.Constant : Judge(At(3 * factor + 1), greatest, lacking[factor], chance.IsFew))),
            ],
            Trajectories = trajectories,
        };
    }

    /// <summary>The elementary effects by factor and trajectory.</summary>
    /// <param name="answers">The answers in the order of the design's rows: a trajectory's start, and then the point after each of its moves.</param>
    /// <param name="moves">All moves in order, null for a step in which nothing, or not all of a group, moved; each trajectory moves a factor once at most.</param>
    /// <param name="factors">Number of factors, or of groups.</param>
    /// <returns>NaN where a trajectory did not move a factor.</returns>
    /// <exception cref="ArgumentException">Rows and moves are not those of whole trajectories.</exception>
    public static IReadOnlyList<double[]> Effects(IReadOnlyList<double> answers, IReadOnlyList<Move?> moves, int factors)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Effects(answers.Count, (before, after) => answers[after] - answers[before], moves, factors);
    }

    /// <summary>The elementary effects by factor and trajectory.</summary>
    /// <param name="rows">Rows of the design.</param>
    /// <param name="change">What the answer changes by from one row (from 0) to another; NaN where that cannot be told.</param>
    /// <param name="moves">All moves in order, null for a step in which nothing, or not all of a group, moved; each trajectory moves a factor once at most.</param>
    /// <param name="factors">Number of factors, or of groups.</param>
    /// <returns>NaN where a trajectory did not move a factor.</returns>
    /// <exception cref="ArgumentException">Rows and moves are not those of whole trajectories.</exception>
    public static IReadOnlyList<double[]> Effects(int rows, Func<int, int, double> change, IReadOnlyList<Move?> moves, int factors)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(moves);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        var trajectories = moves.Count / factors;
        if (trajectories == 0 || trajectories * factors != moves.Count || rows != trajectories * (factors + 1))
            throw new ArgumentException($"{rows} rows and {moves.Count} moves are no trajectories of {factors} factors.", nameof(moves));
        double[][] effects = [.. Enumerable.Range(0, factors).Select(_ => Enumerable.Repeat(double.NaN, trajectories).ToArray())];
        for (var i = 0; i < moves.Count; i++)
        {
            if (moves[i] is not { } move)
                continue;
            var trajectory = i / factors;
            if (!double.IsNaN(effects[move.Factor][trajectory]))
                throw new ArgumentException($"Trajectory {trajectory + 1} moves factor {move.Factor + 1} twice.", nameof(moves));
            var row = trajectory * (factors + 1) + i % factors;
            effects[move.Factor][trajectory] = change(row, row + 1) / move.Step;
        }
        return effects;
    }

    /// <summary>mu, mu* and sigma of every factor.</summary>
    private static void Compute(IReadOnlyList<double[]> effects, ReadOnlySpan<int> trajectories, Span<double> results)
    {
        for (var factor = 0; factor < effects.Count; factor++)
        {
            var own = effects[factor];
            var (sum, sizes, count) = (0.0, 0.0, 0);
            foreach (var i in trajectories)
            {
                if (double.IsNaN(own[i]))
                    continue;
                (sum, sizes, count) = (sum + own[i], sizes + Math.Abs(own[i]), count + 1);
            }
            var mean = sum / count;
            var squares = 0.0;
            foreach (var i in trajectories)
                squares += double.IsNaN(own[i]) ? 0 : (own[i] - mean) * (own[i] - mean);
            results[3 * factor] = mean;
            results[3 * factor + 1] = sizes / count;
            results[3 * factor + 2] = count > 1 ? Math.Sqrt(squares / (count - 1)) : double.NaN;
        }
    }

    private static Convergence Judge(Estimate size, double greatest, int lacking, bool isFew)
    {
        if (double.IsNaN(size.Value))
            return Convergence.NeverMoved;
        var width = size.Interval.High - size.Interval.Low;
        if (!(width > LeastWidth * greatest))
            return Convergence.NoSpread;
        if (lacking > 0 || isFew)
            return lacking > 0 ? Convergence.TooRare : Convergence.FewReplications;
        return width / 2 <= WidestHalf * greatest ? Convergence.Converged : Convergence.TooWide;
    }
}
