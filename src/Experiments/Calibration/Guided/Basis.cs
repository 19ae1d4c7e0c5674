namespace Experiments.Calibration.Guided;

/// <summary>
/// What a regression sees of a point of the unit cube: 1, and of each coordinate the first two Legendre polynomials on -1 to 1,
/// c and (3 c^2 - 1) / 2, which are uncorrelated under the prior.
/// </summary>
internal sealed class Basis
{
    /// <summary>Rows are filled up with zeros to whole vectors of any width.</summary>
    private const int Widest = 8;

    private readonly IReadOnlyList<int> steps;

    /// <param name="steps">For each coordinate the number of values that it stands for, all as likely; 0 where they are continuous.</param>
    public Basis(IReadOnlyList<int> steps)
    {
        this.steps = steps;
        Count = 1 + 2 * steps.Count;
        Stride = (Count + Widest - 1) / Widest * Widest;
    }

    /// <summary>Number of functions: 1, then all c, then all squares.</summary>
    public int Count { get; }

    /// <summary>Length of a row.</summary>
    public int Stride { get; }

    /// <summary>The first function that is a square.</summary>
    public int FirstSquare => 1 + steps.Count;

    /// <summary>Fills a row.</summary>
    public void Fill(ReadOnlySpan<double> position, Span<double> row)
    {
        row.Clear();
        row[0] = 1;
        for (var k = 0; k < position.Length; k++)
        {
            var c = 2 * Middle(position[k], steps[k]) - 1;
            row[1 + k] = c;
            row[FirstSquare + k] = 0.5 * (3 * c * c - 1);
        }
    }

    /// <summary>Points that stand for one value are one point: the middle of theirs.</summary>
    private static double Middle(double u, int steps) => steps == 0 ? u : (Math.Min(Math.Floor(u * steps), steps - 1) + 0.5) / steps;
}
