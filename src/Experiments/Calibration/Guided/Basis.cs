namespace Experiments.Calibration.Guided;

/// <summary>
/// What a regression sees of a point of the unit cube: 1, of each coordinate the first two Legendre polynomials on -1 to 1,
/// c and (3 c^2 - 1) / 2, which are uncorrelated under the prior, and products of the c of some pairs of coordinates.
/// </summary>
internal sealed class Basis
{
    /// <summary>Rows are filled up with zeros to whole vectors of any width.</summary>
    private const int Widest = 8;

    private readonly IReadOnlyList<int> steps;

    /// <param name="steps">For each coordinate the number of values that it stands for, all as likely; 0 where they are continuous.</param>
    public Basis(IReadOnlyList<int> steps)
        : this(steps, [])
    {
    }

    private Basis(IReadOnlyList<int> steps, IReadOnlyList<(int One, int Other)> pairs)
    {
        (this.steps, Pairs) = (steps, pairs);
        Count = 1 + 2 * steps.Count + pairs.Count;
        Stride = (Count + Widest - 1) / Widest * Widest;
    }

    /// <summary>Number of functions: 1, then all c, then all squares, then the products.</summary>
    public int Count { get; }

    /// <summary>Length of a row.</summary>
    public int Stride { get; }

    /// <summary>Number of coordinates.</summary>
    public int Dimensions => steps.Count;

    /// <summary>The coordinates whose product it has.</summary>
    public IReadOnlyList<(int One, int Other)> Pairs { get; }

    /// <summary>The kind of a function beside the first: 0 for c, 1 for squares, 2 for products.</summary>
    public int KindOf(int function) => function <= steps.Count ? 0 : function <= 2 * steps.Count ? 1 : 2;

    /// <summary>The same with further products at its end.</summary>
    public Basis With(IEnumerable<(int One, int Other)> more) => new(steps, [.. Pairs, .. more]);

    /// <summary>Fills a row.</summary>
    public void Fill(ReadOnlySpan<double> position, Span<double> row)
    {
        row.Clear();
        row[0] = 1;
        for (var k = 0; k < position.Length; k++)
        {
            var c = 2 * Middle(position[k], steps[k]) - 1;
            row[1 + k] = c;
            row[1 + steps.Count + k] = 0.5 * (3 * c * c - 1);
        }
        for (var pair = 0; pair < Pairs.Count; pair++)
            row[1 + 2 * steps.Count + pair] = row[1 + Pairs[pair].One] * row[1 + Pairs[pair].Other];
    }

    /// <summary>Points that stand for one value are one point: the middle of theirs.</summary>
    private static double Middle(double u, int steps) => steps == 0 ? u : (Math.Min(Math.Floor(u * steps), steps - 1) + 0.5) / steps;
}
