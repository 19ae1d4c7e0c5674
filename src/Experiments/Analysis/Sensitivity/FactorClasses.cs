namespace Experiments.Analysis.Sensitivity;

/// <summary>The rows of a sample, sorted by each of its factors into classes of equal size and into thirds.</summary>
internal sealed class FactorClasses
{
    /// <summary>The number of thirds.</summary>
    public const int ThirdCount = 3;

    private readonly int[][] classes;
    private readonly int[][] thirds;

    /// <param name="factors">Each factor's value in every row.</param>
    /// <param name="most">Classes of equal size, 3 or more.</param>
    public FactorClasses(IReadOnlyList<double[]> factors, int most)
    {
        Most = most;
        classes = [.. factors.Select(values => Groups(values, most))];
        thirds = [.. factors.Select(values => Apart(Groups(values, ThirdCount)))];
    }

    /// <summary>Number of factors.</summary>
    public int Count => classes.Length;

    /// <summary>Classes of a factor, of which some may hold no row.</summary>
    public int Most { get; }

    /// <summary>The class of every row by a factor.</summary>
    public int[] Classes(int factor) => classes[factor];

    /// <summary>The third of every row by a factor.</summary>
    public int[] Thirds(int factor) => thirds[factor];

    /// <summary>Classes of a factor that hold rows.</summary>
    public int Filled(int factor) => classes[factor].Distinct().Count();

    /// <summary>The group of each row by the order of its value. Equal values stand together, where the middle of them stands.</summary>
    private static int[] Groups(double[] values, int groups)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(row => values[row])];
        var of = new int[values.Length];
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
                end++;
            for (var i = start; i < end; i++)
                of[order[i]] = (int)((long)(start + end) * groups / (2 * values.Length));
            start = end;
        }
        return of;
    }

    /// <summary>Thirds in which the lowest and the highest hold rows, also where most rows have one of two values.</summary>
    private static int[] Apart(int[] thirds)
    {
        var lowest = thirds.Min();
        return thirds.Distinct().Count() == 2 ? [.. thirds.Select(third => third == lowest ? 0 : ThirdCount - 1)] : thirds;
    }
}
