namespace Experiments.Config;

/// <summary>Finds the bracket of a YAML text that has no partner.</summary>
internal sealed class FlowBrackets
{
    private readonly Stack<(char Letter, int Line, int Column)> open = new();
    private char quote;

    private FlowBrackets()
    {
    }

    /// <summary>The place of the first one and what is wrong with it, or null.</summary>
    public static (int Line, int Column, string Message)? Fault(IReadOnlyList<string> lines)
    {
        var brackets = new FlowBrackets();
        for (var number = 1; number <= lines.Count; number++)
        {
            if (brackets.Read(lines[number - 1], number) is { } fault)
                return fault;
        }
        return brackets.open.TryPop(out var last) && brackets.quote == 0 ? Unclosed(last) : null;
    }

    private (int, int, string)? Read(string line, int number)
    {
        var hasOpening = false;
        for (var i = 0; i < line.Length; i++)
        {
            var letter = line[i];
            hasOpening |= letter is '{' or '[';
            if (quote != 0)
            {
                if (quote == '"' && letter == '\\')
                    i++;
                else if (letter == quote)
                    quote = '\0';
                continue;
            }
            if (letter == '#' && (i == 0 || line[i - 1] is ' ' or '\t'))
                break;
            if (letter is '"' or '\'' && BeginsValue(line, i))
                quote = letter;
            else if (letter is '{' or '[' && (open.Count > 0 || BeginsValue(line, i)))
                open.Push((letter, number, i + 1));
            else if (letter is '}' or ']' && Close(line[i], hasOpening, number, i + 1) is { } fault)
                return fault;
        }
        return null;
    }

    private (int, int, string)? Close(char letter, bool hasOpening, int number, int column)
    {
        if (!open.TryPop(out var last))
            return hasOpening ? (number, column, $"a {letter} that nothing opened") : null;
        return Partner(last.Letter) == letter
            ? null
            : (number, column, $"a {letter} where the {last.Letter} of line {last.Line}, column {last.Column} is not closed yet: write {Partner(last.Letter)} before it");
    }

    private static (int, int, string) Unclosed((char Letter, int Line, int Column) last) =>
        (last.Line, last.Column, $"a {last.Letter} that is not closed: {Partner(last.Letter)} is missing");

    private static char Partner(char letter) => letter == '{' ? '}' : ']';

    /// <summary>In the middle of a word without quotes they are letters like others.</summary>
    private static bool BeginsValue(string line, int i) =>
        line.AsSpan(0, i).TrimEnd(' ') is var before && (before.Length == 0 || before[^1] is '{' or '[' or ',' || (before.Length < i && before[^1] is ':' or '-'));
}
