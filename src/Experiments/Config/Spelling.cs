namespace Experiments.Config;

/// <summary>Finds what a misspelt name most likely means.</summary>
public static class Spelling
{
    private const int ShortestStem = 4;
    private const int LongestStem = 7;
    private const int MostKin = 6;

    /// <summary>Letters beyond which a name is no slip of the pen, and candidates beyond which looking takes too long.</summary>
    private const int LongestName = 200;
    private const int MostCandidates = 5_000;

    private static readonly char[] Joints = ['.', '_', '-', ' '];

    /// <summary>
    /// The candidate nearest to a name by the number of letters to insert, delete, replace or swap (optimal string
    /// alignment distance), or null when none is near. A dotted candidate is also near when its last word is the name.
    /// </summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = int.MaxValue;
        if (name.Length > LongestName)
            return null;
        var ending = "." + LastWord(name);
        foreach (var candidate in candidates.Take(MostCandidates))
        {
            // Names of very different length cannot be near; skipping them also bounds the work on absurd input.
            if (candidate.Length > LongestName || Math.Abs(candidate.Length - name.Length) > candidate.Length)
                continue;
            var isFar = Math.Abs(candidate.Length - name.Length) > Math.Max(2, candidate.Length / 3);
            var distance = isFar ? int.MaxValue : Distance(name, candidate);
            if (candidate.EndsWith(ending, StringComparison.Ordinal))
                distance = Math.Min(distance, 2);
            if (distance > Math.Max(2, candidate.Length / 3) || distance >= least)
                continue;
            (nearest, least) = (candidate, distance);
        }
        return nearest;
    }

    /// <summary>The end of a message: <c>; did you mean 'x'?</c>, or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        Nearest(name, candidates) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    /// <summary>The candidates that share a word of four letters or more with a name, or most of its beginning; in their own order, a handful at most.</summary>
    public static IEnumerable<string> Kin(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Split(Joints, StringSplitOptions.RemoveEmptyEntries).Select(word => word[..Math.Min(word.Length, LongestStem)]).Where(word => word.Length >= ShortestStem).ToList();
        return candidates.Where(candidate => words.Exists(word => candidate.Contains(word, StringComparison.OrdinalIgnoreCase))).Take(MostKin);
    }

    private static string LastWord(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }
}
