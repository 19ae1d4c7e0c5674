using Spectre.Console;

namespace Cli.Screen;

/// <summary>Writes tables for people: drawn on a terminal, plain columns elsewhere.</summary>
internal static class Grid
{
    /// <summary>One table. A header that starts with '&gt;' makes its column flush right.</summary>
    public static void Write(Terminal terminal, string title, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table
        {
            Border = terminal.HasBoxes ? TableBorder.Rounded : TableBorder.Ascii2,
            UseSafeBorder = false,
        };
        foreach (var header in headers)
        {
            var column = new TableColumn(Markup.Escape(header.TrimStart('>')));
            table.AddColumn(header.StartsWith('>') ? column.RightAligned() : column);
        }
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        if (title.Length > 0)
            terminal.Out.WriteLine(title);
        Of(terminal).Write(table);
    }

    private static IAnsiConsole Of(Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.HasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.HasColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        console.Profile.Width = terminal.Width;
        return console;
    }
}
