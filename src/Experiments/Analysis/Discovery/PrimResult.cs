namespace Experiments.Analysis.Discovery;

/// <summary>A factor, seen by the search for a box.</summary>
/// <param name="Values">Its value at each point; a category is its number from 0.</param>
/// <param name="IsCategory">True where the numbers have no order.</param>
public sealed record PrimFactor(double[] Values, bool IsCategory);

/// <summary>How a box came about.</summary>
public enum PrimStage
{
    /// <summary>All points.</summary>
    Start,

    /// <summary>A slice was taken off the box before it.</summary>
    Peel,

    /// <summary>The last box of the peeling was enlarged again.</summary>
    Paste,
}

/// <summary>What a box asks of one factor.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="Low">Least value in the box; negative infinity where there is no lower limit.</param>
/// <param name="High">Greatest value in the box; positive infinity where there is no upper limit.</param>
/// <param name="Categories">The categories in the box, of those that any point has; null for a factor whose values have an order.</param>
/// <param name="QuasiP">
/// The probability that a box as large would hold as many cases by chance, were this limit of no use: the upper tail of a
/// binomial with the density of the box without the limit (Bryant and Lempert 2010). NaN where cases are not yes or no.
/// </param>
public sealed record PrimLimit(int Factor, double Low, double High, IReadOnlyList<int>? Categories, double QuasiP);

/// <summary>A box in the space of the factors.</summary>
/// <param name="Stage">How it came about.</param>
/// <param name="Points">Points in it.</param>
/// <param name="Mass">Share of all points that are in it.</param>
/// <param name="Coverage">Share of all cases of interest that are in it.</param>
/// <param name="Density">Share of its points that are cases of interest.</param>
/// <param name="Limits">The factors that it restricts, in their order.</param>
public sealed record PrimBox(PrimStage Stage, int Points, double Mass, double Coverage, double Density, IReadOnlyList<PrimLimit> Limits);

/// <summary>The boxes that a search found.</summary>
/// <param name="Boxes">The peeling trajectory from all points to the smallest box, and the pasted box last.</param>
/// <param name="Chosen">The box (from 0) with the greatest harmonic mean of coverage and density, the larger one of two alike.</param>
public sealed record PrimResult(IReadOnlyList<PrimBox> Boxes, int Chosen);
