using System.Globalization;
using System.Text;
using Agents;
using Agents.Data;

namespace Experiments.Demonstrations;

/// <summary>The config in which one statement or lever is seen: a study like any other, with contrasts that predict nothing.</summary>
/// <param name="model">The model.</param>
/// <param name="row">What is to be seen.</param>
internal sealed class DemonstrationConfig(ModelDefinition model, Demonstration row)
{
    /// <summary>The mean of the statistic with the statement on, by which its effect is held.</summary>
    public const string Level = "level";

    /// <summary>On less off.</summary>
    public const string Switch = "switch";

    /// <summary>Full intensity less the default.</summary>
    public const string Full = "full";

    /// <summary>The outcome's share, on less off.</summary>
    public const string Removed = "removed";

    /// <summary>The outcome's share, full intensity less the default.</summary>
    public const string RemovedFull = "removed_full";

    /// <summary>The end of the names of what is seen at the setting where it shows most.</summary>
    public const string There = "_there";

    private readonly DemonstrationStudy study = model.Demonstrations!;
    private readonly Mechanism? mechanism = model.Mechanisms.FirstOrDefault(mechanism => mechanism.Id == row.Id);
    private readonly StringBuilder scenarios = new();
    private readonly StringBuilder contrasts = new();

    private bool IsSwitched => row.Lever.Length > 0 || mechanism is { Switch.Length: > 0 };

    /// <summary>The statement in words; a lever's is the meaning of its parameter.</summary>
    /// <param name="meanings">The meaning of a parameter by its key.</param>
    public string Statement(Func<string, string> meanings) => row.Lever.Length > 0 ? $"Lever: {meanings(row.Lever)}" : mechanism?.Statement ?? row.Id;

    /// <summary>The full intensity as a setting, KEY=VALUE, and for a lever with the tick; empty where there is nothing to turn.</summary>
    public string FullSetting => row.Full.Length == 0 ? "" : row.Lever.Length == 0 ? $"{mechanism!.Intensity}={row.Full}"
        : row.PulledAt > 0 ? string.Create(CultureInfo.InvariantCulture, $"{row.Lever}={row.Full}@{row.PulledAt}") : $"{row.Lever}={row.Full}";

    /// <summary>The text.</summary>
    /// <param name="meanings">The meaning of a parameter by its key.</param>
    public string Text(Func<string, string> meanings)
    {
        AddWorld(row.World, "");
        if (row.ShowsAt.Count > 0)
            AddWorld(row.There, There);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            # Written by abm claims: what moves, and how far, where this is switched off and at its full intensity.
            model: {{model.Name}}
            ticks: {{(row.Ticks > 0 ? row.Ticks : study.Ticks)}}
            measures: {every: {{study.Every}}}
            parameters: {{Map(study.Parameters)}}
            scenarios:
            {{scenarios}}hypothesis:
              id: {{row.Id}}
              statement: {{Quoted(Statement(meanings))}}
              source: {{Quoted(mechanism?.Source ?? "the model")}}
              kind: construction
              fails_if: "Nothing that it is about is moved by it."
              contrasts:
            {{contrasts}}
            """);
    }

    private void AddWorld(IReadOnlyList<string> world, string end)
    {
        AddScenario("on" + end, row.Lever.Length > 0 ? [.. world, FullSetting] : world);
        AddContrast(Level + end, $"on{end}: 1", row.Statistic);
        if (IsSwitched)
        {
            AddScenario("off" + end, [.. world, .. SwitchedOff()]);
            AddPair(Switch, Removed, "on", "off", end);
        }
        if (row.Lever.Length == 0 && row.Full.Length > 0)
        {
            AddScenario("full" + end, [.. world, FullSetting]);
            AddPair(Full, RemovedFull, "full", "on", end);
        }
    }

    private void AddPair(string name, string removed, string one, string other, string end)
    {
        AddContrast(name + end, $"{one}{end}: 1, {other}{end}: -1", row.Statistic);
        if (study.Outcome.Length > 0)
            AddContrast(removed + end, $"{one}{end}: 1, {other}{end}: -1", $"share: {study.Outcome}");
    }

    private void AddContrast(string name, string weights, string statistic) =>
        contrasts.Append(CultureInfo.InvariantCulture, $"    {name}: {{weights: {{{weights}}}, {statistic}, predict: open}}\n");

    private IEnumerable<string> SwitchedOff() => row.Lever.Length > 0 ? [] : [$"{mechanism!.Switch}={mechanism.Off}"];

    private void AddScenario(string name, IReadOnlyList<string> settings)
    {
        var byTick = settings.Select(setting => setting.Split('@')).ToLookup(parts => parts.Length > 1 ? parts[1] : "", parts => parts[0]);
        var interventions = byTick.Where(at => at.Key.Length > 0).OrderBy(at => int.Parse(at.Key, CultureInfo.InvariantCulture))
            .Select(at => $"{{at: {at.Key}, set: {Map(at)}}}");
        scenarios.Append(CultureInfo.InvariantCulture, $"  {name}: {{parameters: {Map(byTick[""])}, interventions: [{string.Join(", ", interventions)}]}}\n");
    }

    /// <summary>Settings as a map of keys to values.</summary>
    private static string Map(IEnumerable<string> settings) =>
        $"{{{string.Join(", ", settings.Select(setting => setting.Replace("=", ": ", StringComparison.Ordinal)))}}}";

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
