using System.Globalization;
using System.Text;
using Agents;
using Agents.Data;
using Experiments.Config;
using Experiments.Demonstrations;

namespace Commands.Screen;

/// <summary>What is seen of statements and levers, as Markdown.</summary>
internal static class ClaimsBlock
{
    /// <summary>The block of a model.</summary>
    public static MarkdownBlock Of(ModelDefinition model) => new("claims", model.Name);

    /// <summary>What it holds.</summary>
    /// <param name="seen">What was seen.</param>
    /// <param name="study">One of the studies, which say the same of seed and replications.</param>
    public static string Content(IReadOnlyList<Demonstrated> seen, Study study)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n{study.Replications:N0} pairs of runs with the same random numbers, {study.Model.Demonstrations!.Ticks} {study.Model.TickUnit}s, seed {study.Seed}, model {study.Model.Name}, results version {study.Model.ResultsVersion}. Effects with 95 % intervals: on less off, full intensity less the default; removed in points. ");
        text.Append(CultureInfo.InvariantCulture, $"An effect shows whose interval leaves out 0 and does not lie within {100 * ShownEffect.Trifle:0} % of the level of what is measured; of twenty that are none, one does by chance. \"From\" is the smallest that so many pairs find four times in five.\n");
        text.Append(CultureInfo.InvariantCulture, $"{string.Join(", ", seen.GroupBy(one => one.Words).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"))}.\n\n");
        text.Append(MarkdownBlock.Row(["id", "statement", "measured", "at the defaults: level; switch; full", "removed: switch; full", "where it shows most", "there: level; switch; full", "removed there: switch; full", "verdict"]));
        text.Append(MarkdownBlock.Row(Enumerable.Repeat("---", 9)));
        foreach (var one in seen)
        {
            text.Append(MarkdownBlock.Row(
            [
                one.Row.Id, one.Statement + (one.Row.Note.Length > 0 ? $" ({one.Row.Note})" : ""), $"{one.Row.Statistic} in {Setting(one.Row.World)}{Turned(one)}{Longer(one.Row, study)}",
                Measured(one.Defaults, one.Row.Sign), Removed(one.Defaults),
                one.There is null ? "" : Setting(one.Row.There),
                one.There is { } there ? Measured(there, one.Row.Sign) : "", one.There is { } same ? Removed(same) : "",
                $"**{one.Words}**",
            ]));
        }
        return text.ToString();
    }

    private static string Setting(IReadOnlyList<string> settings) => settings.Count == 0 ? "the war" : string.Join(", ", settings);

    private static string Turned(Demonstrated one) => one.FullSetting.Length == 0 ? "" : $"; {(one.Row.Lever.Length > 0 ? "pulled" : "full")}: {one.FullSetting}";

    private static string Longer(Demonstration row, Study study) => row.Ticks > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {row.Ticks} {study.Model.TickUnit}s") : "";

    private static string Measured(WorldSeen world, ClaimedSign sign) =>
        string.Join("; ", new[] { Level(world), Effect(world.Switch, sign, 1), Effect(world.Full, sign, 1) }.Where(cell => cell.Length > 0));

    /// <summary>The level; with its interval where there is no effect beside it.</summary>
    private static string Level(WorldSeen world)
    {
        var (level, interval) = (world.Level.Estimate.Effect, world.Level.Interval);
        var text = double.IsNaN(level) ? "none" : level.ToString(Math.Abs(level) >= 100 ? "0" : "G3", CultureInfo.InvariantCulture);
        return world.Switch is null && interval.High > interval.Low ? $"{text} ({Number(interval.Low)} to {Number(interval.High)})" : text;
    }

    private static string Removed(WorldSeen world) =>
        string.Join("; ", new[] { Effect(world.Removed, ClaimedSign.Either, 100), Effect(world.RemovedFull, ClaimedSign.Either, 100) }.Where(cell => cell.Length > 0));

    private static string Effect(ShownEffect? found, ClaimedSign sign, double scale)
    {
        if (found is not { } effect)
            return "";
        var (value, low, high) = (scale * effect.Estimate.Effect, scale * effect.Interval.Low, scale * effect.Interval.High);
        if (double.IsNaN(value))
            return "none";
        var text = low == high ? Signed(value) : $"{Signed(value)} ({Signed(low)} to {Signed(high)})";
        return effect.Sight(sign) == Sight.Nothing && effect.Least > 0 ? $"{text}, from {Number(scale * effect.Least)}" : text;
    }

    private static string Signed(double value) => (value > 0 ? "+" : "") + Number(value);

    private static string Number(double value) => double.IsNaN(value) ? "none" : value.ToString(Math.Abs(value) >= 100 ? "0" : "G2", CultureInfo.InvariantCulture);
}
