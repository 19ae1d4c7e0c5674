using System.Globalization;
using System.Text;

namespace Experiments.Export;

/// <summary>Names of columns that Stata takes: at most 32 letters, digits and underscores, none of its own words.</summary>
internal static class ShortNames
{
    public const int MostCharacters = 32;

    private static readonly HashSet<string> Reserved = new(
        [
            "_all", "_b", "_coef", "_cons", "_n", "_pi", "_pred", "_rc", "_skip", "byte", "double", "float", "if", "in", "int", "long", "str", "strl", "using", "with",
        ], StringComparer.OrdinalIgnoreCase);

    /// <summary>A name for each of a table's columns; they differ by more than capitals, since Stata reads headers in lower case.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> names)
    {
        var full = names.ToList();
        // Whoever can keep its name keeps it; the others go round it.
        var taken = new HashSet<string>(full.Where(name => Legal(name) == name), StringComparer.OrdinalIgnoreCase);
        var kept = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. full.Select(name => Legal(name) == name && kept.Add(name) ? name : Free(Legal(name), taken))];
    }

    private static string Legal(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
                text.Append(letter);
            else if (text.Length == 0 || text[^1] != '_' || letter == '_')
                text.Append('_');
        }
        var legal = text.ToString().TrimEnd('_') is { Length: > 0 } trimmed && !name.EndsWith('_') ? trimmed : text.ToString();
        if (legal.Length == 0 || char.IsAsciiDigit(legal[0]))
            legal = "v" + legal;
        // Stata's words, and str1 to str2045.
        if (Reserved.Contains(legal) || (legal.StartsWith("str", StringComparison.OrdinalIgnoreCase) && legal.AsSpan(3).TrimStart("0123456789").IsEmpty))
            legal += "_";
        return Shortened(legal);
    }

    /// <summary>Words go from the middle: by the first and the last the names of one group differ.</summary>
    private static string Shortened(string legal)
    {
        var words = legal.Split('_').ToList();
        while (words.Count > 2 && string.Join('_', words).Length > MostCharacters)
            words.RemoveAt(words.Count / 2);
        var name = string.Join('_', words);
        return name.Length <= MostCharacters ? name : name[..MostCharacters].TrimEnd('_');
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"_{number}");
            name = wanted[..Math.Min(wanted.Length, MostCharacters - suffix.Length)] + suffix;
        }
        return name;
    }
}
