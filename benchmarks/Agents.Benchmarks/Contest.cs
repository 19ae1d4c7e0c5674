using System.Diagnostics;

namespace Agents.Benchmarks;

/// <summary>
/// Some ways to do the same work, which take turns, round after round, so that whatever else the machine does meets all
/// of them.
/// </summary>
/// <param name="size">What the table's column is called.</param>
/// <param name="measures">What the runs show at their end, and by how much two means may differ at any rate.</param>
internal sealed class Contest(string size, params (string Name, double Tolerance)[] measures)
{
    private readonly List<(string Name, bool IsKeyed, Func<int, double, IReadOnlyList<Turn>> TakeTurns)> contestants = [];

    /// <summary>Enters a contestant.</summary>
    /// <param name="name">Its row in the table.</param>
    /// <param name="isKeyed">True where the replication decides the end state, bit for bit.</param>
    /// <param name="takeTurns">Makes runs from a replication on, for some seconds but at least one.</param>
    public void Enter(string name, bool isKeyed, Func<int, double, IReadOnlyList<Turn>> takeTurns) => contestants.Add((name, isKeyed, takeTurns));

    /// <summary>Enters a contestant that runs in this process.</summary>
    /// <param name="name">Its row in the table.</param>
    /// <param name="isKeyed">True where the replication decides the end state, bit for bit.</param>
    /// <param name="run">One run with a replication.</param>
    public void Enter(string name, bool isKeyed, Func<int, Turn> run) => Enter(name, isKeyed, (first, seconds) =>
    {
        var clock = Stopwatch.StartNew();
        var turns = new List<Turn>();
        do
            turns.Add(run(first + turns.Count));
        while (clock.Elapsed.TotalSeconds < seconds);
        return turns;
    });

    /// <summary>Holds the contest.</summary>
    /// <param name="rounds">Times that everybody's turn comes; a turn's figure is the median of its runs.</param>
    /// <param name="seconds">Least time of a turn.</param>
    /// <exception cref="InvalidOperationException">Two contestants did not do the same work.</exception>
    public Standing Run(int rounds, double seconds)
    {
        const int MostRunsOfATurn = 100_000;
        var standing = new Standing(size, measures);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, isKeyed, takeTurns) in contestants)
                standing.Add(name, isKeyed, takeTurns(1 + round * MostRunsOfATurn, seconds));
        }
        standing.RequireAgreement();
        return standing;
    }
}
