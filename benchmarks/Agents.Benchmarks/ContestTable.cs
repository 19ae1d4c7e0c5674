using System.Text;

namespace Agents.Benchmarks;

/// <summary>The outcome of contests as Markdown, for the screen and for benchmarks/records.</summary>
/// <param name="standings">One a size.</param>
internal sealed class ContestTable(IReadOnlyList<Standing> standings)
{
    private readonly StringBuilder text = new();

    /// <summary>What every contestant took, how many times as fast the pairs are, and what the runs showed.</summary>
    public static string Of(
        IReadOnlyList<Standing> standings, IReadOnlyList<string> contestants, IReadOnlyList<(string Contestant, string Other)> comparisons)
    {
        var table = new ContestTable(standings);
        table.Head("ns an agent and step, median (least to most)");
        foreach (var contestant in contestants)
            table.Row(contestant, standing => standing.Has(contestant) ? Time(standing, contestant) : "skipped");
        table.Head("times as fast");
        foreach (var (contestant, other) in comparisons)
        {
            table.Row($"{contestant} against {other}", standing =>
                standing.Has(other) ? FormattableString.Invariant($"{standing.Ratio(contestant, other):0.00}") : "skipped");
        }
        if (standings[0].Measures.Any())
            table.Head("mean over the runs (standard error)");
        foreach (var measure in standings[0].Measures)
        {
            foreach (var contestant in contestants.Where(standings[0].Has))
                table.Row($"{measure}, {contestant}", standing => Mean(standing, contestant, measure));
        }
        return table.text.ToString();
    }

    private void Head(string title)
    {
        text.Append(text.Length > 0 ? "\n" : "");
        Row(title, standing => standing.Size);
        Row("---", _ => "---");
    }

    private void Row(string title, Func<Standing, string> cell) =>
        text.Append("| ").AppendJoin(" | ", standings.Select(cell).Prepend(title)).Append(" |\n");

    private static string Time(Standing standing, string contestant)
    {
        var (median, least, most) = standing.Of(contestant);
        return FormattableString.Invariant($"{median:0.00} ({least:0.00} to {most:0.00})");
    }

    private static string Mean(Standing standing, string contestant, string measure)
    {
        var (mean, error) = standing.Mean(contestant, measure);
        return FormattableString.Invariant($"{mean:G6} ({error:G2})");
    }
}
