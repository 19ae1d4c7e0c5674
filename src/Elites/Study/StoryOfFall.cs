using System.Globalization;
using System.Text.RegularExpressions;

namespace Elites.Study;

/// <summary>
/// Tells from the events of a run how its leader fell: the plot and each who was in it, what moved them at the founding and at
/// the strike, and what the attempt turned on; or the crowd, and the orders that nobody obeyed. No rule reads it.
/// </summary>
internal static partial class StoryOfFall
{
    /// <summary>Weeks before a fall of which orders against protest are told.</summary>
    private const int TicksOfOrders = 26;

    /// <summary>Rows of one kind of event that are told one by one.</summary>
    private const int MostRows = 6;

    private static readonly string[] Course =
    [
        Happenings.Settlement, Happenings.WarResumed, Happenings.Escalation, Happenings.Purge, Happenings.Scapegoat, Happenings.PayOff,
        Happenings.Crackdown, Happenings.CurrencyCrisis, Happenings.FrontCollapse, Happenings.PlotExposed, Happenings.CoupFailed,
    ];

    /// <summary>The story as lines of Markdown; none where nobody removed him.</summary>
    public static IEnumerable<string> Of(Outcome outcome, IReadOnlyList<Event> events)
    {
        var end = events.FirstOrDefault(happening => happening.Name == Happenings.Removal && happening.Tick == outcome.Tick);
        if (end.Name is null)
            return [];
        List<Event> before = [.. events.Where(happening => happening.Sequence < end.Sequence)];
        return [.. end.Subject == Happenings.Crowd ? OfCrowd(end, before) : OfPlot(end, before), "", .. OfCourse(end, before)];
    }

    private static IEnumerable<string> OfPlot(Event end, List<Event> before)
    {
        var attempt = before.Last(happening => happening.Name == Happenings.CoupAttempt);
        var plotters = before.Where(happening => happening.Name == Happenings.Plotter && happening.Sequence > attempt.Sequence).ToList();
        yield return Text($"Plot {Of(attempt, "plot")}, founded in week {Of(attempt, "since week")} by agent {Of(attempt, "founder agent")}, struck in row {attempt.Tick} with {plotters.Count} members; its motive is called {attempt.Details.Split(',')[0]}, its best rank is {attempt.Details.Split(", ")[1]}.");
        yield return Text($"Its members brought {Of(attempt, "force")} persons under arms to the capital, organised veterans {Of(attempt, "veterans")}. Luck was {Of(attempt, "luck")}. Of the force that took sides {end.Value:0.00} joined it; {Of(attempt, "needed")} was needed.");
        yield return "";
        yield return "What moves a plotter, in logits above his average of the year before, and his grievance, 0 to 1:";
        yield return "";
        yield return "| agent | kind | rank | clan | part | since week | force | loyalty | aims | blame | losses | grievance |";
        yield return "|---|---|---|---|---|---|---|---|---|---|---|---|";
        var then = attempt.Details.Split(", now ")[0];
        yield return $"| {Of(attempt, "founder agent")} | at the founding | | | | {Of(attempt, "since week")} | | | {Of(then, "aims")} | {Of(then, "blame")} | {Of(then, "losses")} | {Of(then, "grievance")} |";
        foreach (var one in plotters)
        {
            var words = one.Details.Split(", ");
            yield return Text($"| {Of(one, "agent")} | {one.Subject} | {words[2]} | {Of(one, "clan")} | {words[5]} | {Of(one, "since week")} | {Of(one, "force")} | {one.Value:0.00} | {Of(one, "aims")} | {Of(one, "blame")} | {Of(one, "losses")} | {Of(one, "grievance")} |");
        }
    }

    private static IEnumerable<string> OfCrowd(Event end, List<Event> before)
    {
        yield return Text($"A crowd removed him in row {end.Tick}: {end.Value:0.0%} of the people were on the street, with arms counted {Of(end, "strength")}, and {Of(end, "needed")} was needed. Of the last order {end.Details.Split(", ").First(word => word.EndsWith("commands", StringComparison.Ordinal))} were obedient; his resolve was {Of(end, "resolve")}.");
        var orders = before.Where(happening => happening.Tick > end.Tick - TicksOfOrders && happening.Name is Happenings.ProtestAnswered or Happenings.ProtestUnanswered).ToList();
        yield return "";
        yield return Text($"In the {TicksOfOrders} rows before, {orders.Count(order => order.Name == Happenings.ProtestAnswered)} orders against protest were obeyed and {orders.Count(order => order.Name == Happenings.ProtestUnanswered)} were not: {string.Join("; ", orders.TakeLast(6).Select(order => Text($"row {order.Tick}, {order.Value:0.0%} active, {order.Details}")))}.");
    }

    /// <summary>What had happened before, kind by kind.</summary>
    private static IEnumerable<string> OfCourse(Event end, List<Event> before)
    {
        var told = Course.Select(name => (Name: name, All: before.Where(happening => happening.Name == name && happening.Tick <= end.Tick).ToList())).Where(one => one.All.Count > 0)
            .Select(one => Text($"{one.All.Count} x {one.Name.Replace('_', ' ')} ({Rows([.. one.All.Select(happening => happening.Tick).Distinct()])})")).ToList();
        if (told.Count > 0)
            yield return $"Before that: {string.Join("; ", told)}.";
    }

    private static string Rows(List<int> ticks) => ticks.Count > MostRows
        ? Text($"in {ticks.Count} rows from {ticks[0]} to {ticks[^1]}")
        : $"row {string.Join(", ", ticks)}";

    private static string Of(Event happening, string word) => Of(happening.Details, word);

    /// <summary>The number that stands after a word in the details of an event; the last one where there are several.</summary>
    private static string Of(string details, string word) =>
        Numbers().Matches(details).LastOrDefault(match => match.Groups["word"].Value == word)?.Groups["number"].Value ?? "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=^|, )(?<word>[a-z][a-z ]*?) (?<number>-?[0-9.]+)")]
    private static partial Regex Numbers();
}
