namespace Agents.Benchmarks.Influence;

/// <summary>What the contestants took at one size.</summary>
internal sealed class Standing(int agents)
{
    private readonly Dictionary<string, List<double>> turns = [];
    private readonly Dictionary<string, double> bytes = [];
    private ulong? hash;

    public int Agents { get; } = agents;

    /// <summary>Managed memory that the framework allocated per tick: least of a contestant's runs, most of the contestants.</summary>
    public double BytesPerTick => bytes.Values.Max();

    /// <exception cref="InvalidOperationException">It ended with other bits than an earlier contestant.</exception>
    public void Add(string contestant, Measurement turn)
    {
        hash ??= turn.Hash;
        if (turn.Hash != hash)
            throw new InvalidOperationException($"{contestant} ends with other bits than the others at N={Agents}.");
        if (!turns.TryGetValue(contestant, out var list))
            turns.Add(contestant, list = []);
        list.Add(turn.Nanoseconds);
    }

    /// <summary>Takes down what a run allocated per tick; the whole process counts, so that only what every run shows is the contestant's.</summary>
    public void AddBytes(string contestant, double perTick) =>
        bytes[contestant] = Math.Min(perTick, bytes.GetValueOrDefault(contestant, double.MaxValue));

    public bool Has(string contestant) => turns.ContainsKey(contestant);

    /// <summary>Nanoseconds per agent and tick: median, least and most over the turns.</summary>
    public (double Median, double Least, double Most) Of(string contestant) =>
        (Statistics.Median(turns[contestant]), turns[contestant].Min(), turns[contestant].Max());

    /// <summary>The quickest pull form of the reference, by median.</summary>
    public string? BestForm => turns.Keys.Where(name => name.StartsWith(Contest.Best, StringComparison.Ordinal)).MinBy(name => Of(name).Median);

    /// <summary>How many times as fast one contestant is as another: the median over rounds of the ratio within a round.</summary>
    public double Ratio(string contestant, string other) =>
        Statistics.Median(turns[contestant].Zip(turns[other], (mine, theirs) => theirs / mine));
}
