using static Commands.Screen.Cells;

namespace Commands.Screen;

/// <summary>Tables whose rows nobody has counted: of a long one an excerpt is shown, and the file is named that holds all rows.</summary>
/// <param name="terminal">Where.</param>
/// <param name="isAnalysis">True where those files have been written; false for a run, which abm analyse has to follow.</param>
internal sealed class LongTables(Terminal terminal, bool isAnalysis)
{
    /// <summary>Most rows of a table that is shown whole.</summary>
    public const int MostRows = 40;

    /// <summary>One table. A header that starts with '&gt;' makes its column flush right.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="headers">Its columns.</param>
    /// <param name="all">All rows.</param>
    /// <param name="cells">The cells of a row.</param>
    /// <param name="file">The file of the analysis that holds all of them.</param>
    /// <param name="excerpt">What is shown of many.</param>
    public void Write<T>(string title, IReadOnlyList<string> headers, IEnumerable<T> all, Func<T, IReadOnlyList<string>> cells, string file, Excerpt<T> excerpt)
    {
        List<T> rows = [.. all];
        if (rows.Count <= MostRows)
        {
            Grid.Write(terminal, title, headers, rows.Select(cells));
            return;
        }
        List<T> shown = [.. excerpt.Of(rows)];
        Grid.Write(terminal, $"{title}; of {Whole(rows.Count)} rows the {Whole(shown.Count)} {excerpt.By}", headers, shown.Select(cells));
        terminal.Out.WriteLine(isAnalysis ? $"analysis/{file} holds all {Whole(rows.Count)}." : $"abm analyse DIR writes all {Whole(rows.Count)} to analysis/{file}.");
    }
}
