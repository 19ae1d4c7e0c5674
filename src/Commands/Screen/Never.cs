using Experiments.Analysis;
using Experiments.Config;
using static Commands.Screen.Cells;

namespace Commands.Screen;

/// <summary>Says which outcomes no run had, and how frequent they may be all the same.</summary>
internal static class Never
{
    /// <summary>One line; nothing where every outcome occurred.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="outcomes">The outcomes in every scenario.</param>
    public static void Write(Terminal terminal, IEnumerable<ResponseEstimate> outcomes)
    {
        var never = outcomes.Where(outcome => outcome.Response.Name != Response.AnyBeforeHorizon).GroupBy(outcome => outcome.Response.Name)
            .Where(scenarios => scenarios.All(outcome => outcome.Count == 0)).ToList();
        if (never.Count == 0)
            return;
        var most = never.SelectMany(scenarios => scenarios).Max(outcome => outcome.Estimate.Interval.High);
        var limit = double.IsNaN(most) ? "one replication cannot tell how rare they are" : $"each may still come in up to {Percent(most)} % of a scenario's runs, 95 %";
        terminal.Out.WriteLine($"In none of these runs: {string.Join(", ", never.Select(outcome => outcome.Key))} ({limit}).");
    }
}
