using System.Text.RegularExpressions;

namespace Experiments.Config;

/// <summary>
/// What most likely is wrong with a text that the parser does not take. The parser says where it gave up, which often is
/// far behind the slip of the pen, and speaks of its own rules.
/// </summary>
internal sealed partial class YamlFault
{
    private readonly string[] lines;
    private readonly Place place;
    private readonly string said;

    // The parser may give up in a line behind the last one.
    private YamlFault(string text, Place place, string said) =>
        (lines, this.said, this.place) = (text.ReplaceLineEndings("\n").Split('\n'), said, place with { Line = Math.Min(place.Line, text.AsSpan().Count('\n') + 1) });

    /// <summary>The problem, in words of somebody who writes a config.</summary>
    /// <param name="text">The file.</param>
    /// <param name="place">Where the parser gave up.</param>
    /// <param name="said">What it said.</param>
    public static Problem Of(string text, Place place, string said)
    {
        var fault = new YamlFault(text, place, said);
        var (line, column, message) = fault.Tab() ?? fault.Bracket() ?? fault.Quote() ?? fault.Letter() ?? fault.Comma() ?? fault.Colon() ?? fault.Indent()
            ?? (fault.place.Line, fault.place.Column, $"this is not YAML{(said.Length > 0 ? $": {said}" : ", here or a little later")}");
        return (place with { Line = line, Column = column }).Problem("", message);
    }

    /// <summary>The line of that number, from 1, or nothing.</summary>
    private string Line(int number) => number >= 1 && number <= lines.Length ? lines[number - 1] : "";

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;

    /// <summary>The number of the line before one that holds more than blanks and comments, or 0.</summary>
    private int Before(int number)
    {
        do
            number--;
        while (number > 0 && Line(number).TrimStart() is "" or ['#', ..]);
        return number;
    }

    private (int, int, string)? Tab()
    {
        for (var number = 1; number <= lines.Length; number++)
        {
            var indent = lines[number - 1][..^lines[number - 1].TrimStart().Length];
            if (indent.Contains('\t', StringComparison.Ordinal) && lines[number - 1].Length > indent.Length)
                return (number, indent.IndexOf('\t', StringComparison.Ordinal) + 1, "a tab: YAML takes spaces at the beginning of a line");
        }
        return null;
    }

    private (int, int, string)? Bracket() => FlowBrackets.Fault(lines);

    private (int, int, string)? Quote() => said.Contains("quoted scalar", StringComparison.Ordinal)
        ? (place.Line, place.Column, $"a quote that is not closed: write {Line(place.Line).ElementAtOrDefault(place.Column - 1)} at the end of the text too")
        : null;

    private (int, int, string)? Letter()
    {
        var letter = Line(place.Line).ElementAtOrDefault(place.Column - 1);
        return said.Contains("cannot start any token", StringComparison.Ordinal) || (letter == '*' && said.Contains("anchor or alias", StringComparison.Ordinal))
            ? (place.Line, place.Column, $"a value cannot begin with {letter}: write it in quotes")
            : null;
    }

    private (int, int, string)? Comma() => said.Contains("expected ',' or", StringComparison.Ordinal)
        ? (place.Line, place.Column, "between brackets: a comma is missing before this, or a colon is one too many")
        : null;

    /// <summary>A colon too few, one too many, or one without a space.</summary>
    private (int, int, string)? Colon()
    {
        foreach (var number in new[] { place.Line, Before(place.Line) })
        {
            if (CrampedPair().Match(Line(number)) is { Success: true } cramped)
                return (number, cramped.Groups["value"].Index + 1, $"a colon needs a space after it: write {cramped.Groups["key"].Value}: {cramped.Groups["value"].Value.TrimEnd()}");
            if (Equation().Match(Line(number)) is { Success: true } equation)
                return (number, equation.Groups["sign"].Index + 1, $"a key and its value have a colon between them: write {equation.Groups["key"].Value}: {equation.Groups["value"].Value.TrimEnd()}");
        }
        if (TwoColons().IsMatch(Line(place.Line)))
            return (place.Line, place.Column, "a second colon in one line: a value that holds a colon and a space stands in quotes, and a map in {} or in lines of its own");
        var before = Before(place.Line);
        return LoneWord().Match(Line(before)) is { Success: true } word
            ? (before, word.Groups["word"].Index + 1, $"a key has a colon after it: write {$"{word.Groups["word"].Value}: {word.Groups["value"].Value}".TrimEnd()}")
            : null;
    }

    private (int, int, string)? Indent()
    {
        var (mine, before) = (IndentOf(Line(place.Line)), Before(place.Line));
        if (before == 0 || Line(place.Line).Trim().Length == 0)
            return null;
        var other = IndentOf(Line(before));
        if (mine > other)
            return (place.Line, mine + 1, $"deeper than line {before}, which has a value already: keys of one map begin in one column");
        for (var number = before; number > 0 && IndentOf(Line(number)) > mine; number = Before(number))
            other = IndentOf(Line(Before(number)));
        return other < mine ? (place.Line, mine + 1, "begins in a column in which no line above begins: keys of one map begin in one column") : null;
    }

    [GeneratedRegex(@"\A *(- +)?(?<key>[A-Za-z_][\w.]*):(?<value>[^\s:/].*)\z")]
    private static partial Regex CrampedPair();

    [GeneratedRegex(@"\A *(- +)?(?<key>[A-Za-z_][\w.]*) *(?<sign>=) *(?<value>\S.*)\z")]
    private static partial Regex Equation();

    [GeneratedRegex(@"\A[^'""#{\[]*: [^'""#{\[]*:( |\z)")]
    private static partial Regex TwoColons();

    [GeneratedRegex(@"\A *(- +)?(?<word>[A-Za-z_][\w.]*)( +(?<value>[\w.]+))? *\z")]
    private static partial Regex LoneWord();
}
