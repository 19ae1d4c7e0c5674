namespace Elites.Populations;

/// <summary>How many agents of each kind a model of N agents has.</summary>
internal sealed class Headcount
{
    public Headcount(PopulationParameters p)
    {
        Elite = [.. new[] { p.Oligarchs, p.Generals, p.FieldOfficers, p.SecurityOfficers, p.Directors, p.Ultranationalists }.Select(count => Scale(count, p.Agents))];
        var soldiers = Scale(p.Soldiers, p.Agents);
        var workers = Scale(p.DefenceWorkers, p.Agents);
        Mass = [soldiers, workers, Math.Max(1, p.Agents - PopulationParameters.Leaders - Elite.Sum() - soldiers - workers)];
    }

    /// <summary>Agents of each elite kind.</summary>
    public IReadOnlyList<int> Elite { get; }

    /// <summary>Agents of each mass kind; citizens are the remainder to N.</summary>
    public IReadOnlyList<int> Mass { get; }

    /// <summary>The rows of every kind, where kinds follow each other.</summary>
    public static Rows[] RowsOf(IReadOnlyList<int> counts)
    {
        var rows = new Rows[counts.Count];
        for (var (kind, from) = (0, 0); kind < rows.Length; from = rows[kind++].To)
            rows[kind] = new Rows(from, from + counts[kind]);
        return rows;
    }

    private static int Scale(int count, int agents) =>
        Math.Max(1, (int)(((long)count * agents + PopulationParameters.Basis / 2) / PopulationParameters.Basis));
}
