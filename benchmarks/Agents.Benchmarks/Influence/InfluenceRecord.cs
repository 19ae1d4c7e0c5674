using System.Globalization;
using System.Text;

namespace Agents.Benchmarks.Influence;

/// <summary>The table of W1 as Markdown, for the screen and for benchmarks/records.</summary>
internal static class InfluenceRecord
{
    private static readonly string[] Contestants =
        [Contest.Naive, Contest.Best, Contest.Simple, Contest.Scalar, Contest.OneThread, Contest.TwoThreads];

    public static string Table(IReadOnlyList<Standing> standings)
    {
        var text = new StringBuilder();
        Row(text, ["M agent updates/s, median (least to most)", .. standings.Select(standing => Format($"N={standing.Agents}"))]);
        Row(text, ["---", .. standings.Select(_ => "---")]);
        foreach (var contestant in Contestants)
            Row(text, [contestant, .. standings.Select(standing => Speed(standing, contestant))]);
        text.AppendLine();
        Row(text, ["times as fast", .. standings.Select(standing => Format($"N={standing.Agents}"))]);
        Row(text, ["---", .. standings.Select(_ => "---")]);
        foreach (var (contestant, other) in Comparisons())
            Row(text, [$"{contestant} against {other}", .. standings.Select(standing => Ratio(standing, contestant, other))]);
        Row(text, ["bytes allocated per tick", .. standings.Select(standing => Format($"{standing.BytesPerTick:0.##}"))]);
        return text.ToString();
    }

    private static IEnumerable<(string Contestant, string Other)> Comparisons() =>
    [
        (Contest.OneThread, Contest.Naive),
        (Contest.OneThread, Contest.Best),
        (Contest.OneThread, Contest.Simple),
        (Contest.OneThread, Contest.Scalar),
        (Contest.TwoThreads, Contest.OneThread),
    ];

    private static string Speed(Standing standing, string contestant)
    {
        if (Form(standing, contestant) is not { } name)
            return "skipped";
        var (median, least, most) = standing.Of(name);
        var form = name == contestant ? "" : name[Contest.Best.Length..];
        return Format($"{1000 / median:0.0} ({1000 / most:0.0} to {1000 / least:0.0}){form}");
    }

    private static string Ratio(Standing standing, string contestant, string other) =>
        Form(standing, other) is { } name ? Format($"{standing.Ratio(contestant, name):0.00}") : "skipped";

    private static string? Form(Standing standing, string contestant) =>
        contestant == Contest.Best ? standing.BestForm : standing.Has(contestant) ? contestant : null;

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
