using Spectre.Console;

namespace Commands.Screen;

/// <summary>Writes tables for people: drawn on a terminal, plain columns elsewhere, and a line for each value where columns do not fit.</summary>
internal static class Grid
{
    /// <summary>On a narrower terminal each value has a line of its own.</summary>
    private const int LeastWidth = 60;

    /// <summary>A border and a blank on either side of a cell; the last border is one more.</summary>
    private const int Between = 3;

    private const string Margin = "  ";

    /// <summary>One table. A header that starts with '&gt;' makes its column flush right.</summary>
    public static void Write(Terminal terminal, string title, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        headers = [.. headers.Select(Printable.Of)];
        IReadOnlyList<string> names = [.. headers.Select(header => header.TrimStart('>'))];
        List<IReadOnlyList<string>> cells = [.. rows.Select(row => row.Select(Printable.Of).ToList())];
        if (title.Length > 0)
            terminal.Out.WriteLine(title);
        if (Widths(names, cells, terminal.Width) is { } widths)
            WriteColumns(terminal, headers, cells, widths);
        else
            WriteLines(terminal, names, cells);
    }

    /// <summary>
    /// The widths of columns in which no word is cut, or null where the terminal is too narrow for them. The narrow columns
    /// have what they need in one line; the rest shares what is left.
    /// </summary>
    private static int[]? Widths(IReadOnlyList<string> names, List<IReadOnlyList<string>> rows, int width)
    {
        int[] Greatest(Func<string, int> size) => [.. names.Select((name, column) => rows.Select(row => size(row[column])).Append(size(name)).Max())];
        var (least, most) = (Greatest(cell => cell.Split(' ').Max(word => word.Length)), Greatest(cell => cell.Length));
        var room = width == Terminal.Unlimited ? width : width - Between * names.Count - 1;
        if (width < LeastWidth || least.Sum() > room)
            return null;
        int[] Within(int cap) => [.. least.Zip(most, (few, many) => Math.Clamp(cap, few, many))];
        var cap = most.Max();
        while (Within(cap).Sum() > room)
            cap--;
        return Within(cap);
    }

    private static void WriteColumns(Terminal terminal, IReadOnlyList<string> headers, List<IReadOnlyList<string>> rows, int[] widths)
    {
        var table = new Table
        {
            Border = terminal.HasBoxes ? TableBorder.Rounded : TableBorder.Ascii2,
            UseSafeBorder = false,
        };
        foreach (var (header, width) in headers.Zip(widths))
        {
            var column = new TableColumn(new Text(header.TrimStart('>'))) { Width = width };
            table.AddColumn(header.StartsWith('>') ? column.RightAligned() : column);
        }
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        Of(terminal, widths.Sum() + Between * widths.Length + 1).Write(table);
    }

    /// <summary>Each row as a block of <c>name: value</c>.</summary>
    private static void WriteLines(Terminal terminal, IReadOnlyList<string> names, List<IReadOnlyList<string>> rows)
    {
        foreach (var row in rows)
        {
            foreach (var (name, cell) in names.Zip(row).Where(one => one.Second.Length > 0))
            {
                foreach (var line in Prose.Lines(Margin + (name.Length > 0 ? $"{name}: {cell}" : cell), terminal.Width, Margin + Margin))
                    terminal.Out.WriteLine(line);
            }
            terminal.Out.WriteLine();
        }
    }

    private static IAnsiConsole Of(Terminal terminal, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.HasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.HasColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal.Canvas),
        });
        console.Profile.Width = width;
        return console;
    }
}
