using System.Globalization;
using System.Text.RegularExpressions;

namespace Experiments.Config;

/// <summary>
/// Names that configs give and tables hold as cells: scenarios, targets, contrasts. R and pandas turn some words into
/// something else without saying so, and a scenario that is gone from a table is not missed.
/// </summary>
public static partial class TableName
{
    /// <summary>The rule as a JSON Schema has it; names that are numbers are left to the loader.</summary>
    internal const string Pattern = "^(?!(null|nan|true|false|inf|infinity)$)(-[0-9]{1,99}|[a-z0-9_][a-z0-9_-]{0,99})$";

    private const int Longest = 100;

    // Digits that every reader keeps, as a whole number or as a double.
    private const int MostDigits = 15;

    /// <summary>What pandas takes for missing unless it is told otherwise, and R's NA.</summary>
    private static readonly string[] Missing =
        ["", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null"];

    private static readonly string[] Truths = ["TRUE", "True", "true", "T", "FALSE", "False", "false", "F"];

    private static readonly string[] Infinities = ["inf", "infinity"];

    /// <summary>What is wrong with a name, or null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what">What it names, with its article.</param>
    internal static string? Complaint(string name, string what)
    {
        if (name.Length > Longest || !LegalName().IsMatch(name))
        {
            var legal = Illegal().Replace(name.ToLowerInvariant(), "-").Trim('-');
            var hint = legal.Length is > 0 and <= Longest && LegalName().IsMatch(legal) ? $"; write {legal}" : "";
            return $"not a name for {what}: allowed are a to z, 0 to 9, hyphens and underscores, at most {Longest}{hint}";
        }
        if (Misreading(name) is { } misreading)
            return $"not a name for {what}: R or pandas read {Problem.Quote(name)} in a table as {misreading}; write another word";
        // Spreadsheets run what begins so.
        return name[0] == '-' && !WholeNumber().IsMatch(name)
            ? $"not a name for {what}: spreadsheets take {Problem.Quote(name)} in a table for a formula; begin with a letter, a digit or an underscore"
            : null;
    }

    /// <summary>What R or pandas, not told otherwise, make of a word in a column of a table; null where they leave it alone.</summary>
    public static string? Misreading(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (Missing.Contains(word))
            return "a missing value";
        if (Truths.Contains(word))
            return "true or false";
        // As whole numbers names stay what they are; written in any other way they come back as another word.
        var isNumber = double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || Hexadecimal().IsMatch(word)
            || Infinities.Contains(word.TrimStart('-'), StringComparer.OrdinalIgnoreCase);
        return isNumber && !(WholeNumber().IsMatch(word) && word.Length <= MostDigits) ? "a number, which they write in another way" : null;
    }

    [GeneratedRegex(@"\A[a-z0-9_-]+\z")]
    private static partial Regex LegalName();

    [GeneratedRegex("[^a-z0-9_]+")]
    private static partial Regex Illegal();

    [GeneratedRegex(@"\A(0|-?[1-9][0-9]*)\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"\A-?0[xX][0-9a-fA-F]+\z")]
    private static partial Regex Hexadecimal();
}
