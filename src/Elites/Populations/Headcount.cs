namespace Elites.Populations;

/// <summary>How many agents of each kind a model has: an elite of its own size, and a mass that is the rest of N.</summary>
internal sealed class Headcount
{
    public Headcount(PopulationParameters p)
    {
        Elite = Shared(p.Elite, p.EliteParts);
        var mass = Math.Max(3, p.Agents - PopulationParameters.Leaders - p.Elite);
        var (soldiers, workers) = (Scale(p.Soldiers, mass), Scale(p.DefenceWorkers, mass));
        Mass = [soldiers, workers, Math.Max(1, mass - soldiers - workers)];
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

    /// <summary>Shares out a total in proportion, at least one to each: by whole shares, what is left to the largest remainders, and what is too much from the largest.</summary>
    private static int[] Shared(int total, int[] parts)
    {
        var sum = parts.Sum(part => (long)part);
        var shared = Array.ConvertAll(parts, part => (int)Math.Max(1, (long)part * total / sum));
        var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(kind => (long)parts[kind] * total % sum).ToArray();
        for (var (left, i) = (total - shared.Sum(), 0); left > 0; left--, i++)
            shared[byRemainder[i % parts.Length]]++;
        for (var over = shared.Sum() - total; over > 0; over--)
            shared[Array.IndexOf(shared, shared.Max())]--;
        return shared;
    }

    private static int Scale(int count, int mass) =>
        Math.Max(1, (int)(((long)count * mass + PopulationParameters.Basis / 2) / PopulationParameters.Basis));
}
