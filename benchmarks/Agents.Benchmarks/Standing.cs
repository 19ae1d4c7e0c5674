namespace Agents.Benchmarks;

/// <summary>What the contestants took at one size, and whether they did the same work.</summary>
/// <param name="size">What the table's column is called.</param>
/// <param name="measures">What the runs show at their end, and by how much two means may differ at any rate.</param>
internal sealed class Standing(string size, (string Name, double Tolerance)[] measures)
{
    /// <summary>Standard errors by which two means may differ.</summary>
    private const double MostErrors = 5;

    private readonly Dictionary<string, List<double>> times = [];
    private readonly Dictionary<string, List<Turn>> runs = [];
    private readonly Dictionary<int, ulong> hashes = [];

    public string Size => size;

    public IEnumerable<string> Measures => measures.Select(measure => measure.Name);

    /// <summary>Takes down a contestant's turn.</summary>
    /// <exception cref="InvalidOperationException">It is keyed and ends with other bits than another keyed one.</exception>
    public void Add(string contestant, bool isKeyed, IReadOnlyList<Turn> turn)
    {
        foreach (var run in turn.Where(_ => isKeyed))
        {
            if (!hashes.TryAdd(run.Replication, run.Hash) && hashes[run.Replication] != run.Hash)
                throw new InvalidOperationException($"{contestant} ends with other bits than the others: {size}, replication {run.Replication}.");
        }
        if (times.TryAdd(contestant, []))
            runs.Add(contestant, []);
        times[contestant].Add(Statistics.Median(turn.Select(run => run.Nanoseconds)));
        runs[contestant].AddRange(turn);
    }

    public bool Has(string contestant) => times.ContainsKey(contestant);

    /// <summary>Nanoseconds per agent and step: median, least and most over the turns.</summary>
    public (double Median, double Least, double Most) Of(string contestant) =>
        (Statistics.Median(times[contestant]), times[contestant].Min(), times[contestant].Max());

    /// <summary>How many times as fast one contestant is as another: the median over rounds of the ratio within a round.</summary>
    public double Ratio(string contestant, string other) =>
        Statistics.Median(times[contestant].Zip(times[other], (mine, theirs) => theirs / mine));

    /// <summary>Mean of a measure over a contestant's runs, with its standard error.</summary>
    public (double Mean, double Error) Mean(string contestant, string measure)
    {
        var index = Array.FindIndex(measures, candidate => candidate.Name == measure);
        var values = runs[contestant].Select(run => run.Measures[index]).ToList();
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Count - 1) / values.Count));
    }

    /// <summary>Holds all contestants' means against one another.</summary>
    /// <exception cref="InvalidOperationException">Two differ by more than the tolerance and five standard errors.</exception>
    public void RequireAgreement()
    {
        foreach (var (name, tolerance) in measures)
        {
            var first = Mean(times.Keys.First(), name);
            foreach (var contestant in times.Keys)
            {
                var (mean, error) = Mean(contestant, name);
                var limit = Math.Max(tolerance, MostErrors * Math.Sqrt(error * error + first.Error * first.Error));
                if (Math.Abs(mean - first.Mean) > limit)
                    throw new InvalidOperationException(FormattableString.Invariant($"{contestant} does other work: {size}, {name} {mean} against {first.Mean}."));
            }
        }
    }
}
