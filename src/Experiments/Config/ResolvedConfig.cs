using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Experiments.Config;

/// <summary>Writes a study as a config in which nothing is left to defaults: the same study gives the same text.</summary>
internal static partial class ResolvedConfig
{
    private static readonly string[] ChangesNoRun = ["replications:", ResponseReader.Section + ":", ResponseReader.Baseline + ":", ResponseReader.Pairs + ":"];

    /// <summary>The text; reading it gives the same study and the same text again.</summary>
    /// <param name="study">The study.</param>
    /// <param name="common">The values that the scenarios share; they name only what differs.</param>
    public static string Write(Study study, IReadOnlyList<object> common)
    {
        var text = new StringBuilder();
        Line(text, $"model: {Word(study.Model.Name)}");
        Line(text, $"name: {Word(study.Name)}");
        Line(text, $"seed: {study.Seed}");
        Line(text, $"replications: {study.StopRule?.Text(study) ?? study.Replications.ToString(CultureInfo.InvariantCulture)}");
        Line(text, $"{StudyLoader.RandomNumbersKey}: {(study.CommonRandomNumbers ? "true" : study.RowsDrawAlone ? StudyLoader.OfScenarios : "false")}");
        Line(text, $"ticks: {study.Ticks}");
        Line(text, $"measures:");
        Line(text, $"  every: {study.Every}");
        Line(text, $"  model: [{string.Join(", ", study.ModelMeasures.Select(measure => Word(measure.Name)))}]");
        Line(text, $"  agents: [{string.Join(", ", study.AgentMeasures.Select(measure => Word(measure.Name)).Distinct())}]");
        Line(text, $"parameters:{(study.Catalogue.Parameters.Count == 0 ? " {}" : "")}");
        foreach (var parameter in study.Catalogue.Parameters)
            Line(text, $"  {Pair(parameter, common[parameter.Index])}");
        foreach (var line in study.Initial?.Lines ?? [])
            Line(text, $"{line}");
        if (study.Series.Count > 0)
            Line(text, $"{SeriesReader.Section}:");
        foreach (var series in study.Series)
            Line(text, $"  {series.Line}");
        Line(text, $"scenarios:");
        foreach (var scenario in study.Scenarios)
            Write(text, study, scenario, common);
        WriteResponses(text, study);
        foreach (var line in DesignText.Lines(study.Design))
            Line(text, $"{line}");
        if (study.BranchAt is { } at)
            Line(text, $"branch: {{at: {at}}}");
        return text.ToString();
    }

    /// <summary>What is asked of the runs, on which they do not depend; nothing where the config asks nothing of its own.</summary>
    private static void WriteResponses(StringBuilder text, Study study)
    {
        if (study.Responses.Count > 0)
            Line(text, $"{ResponseReader.Section}:");
        foreach (var response in study.Responses)
            Line(text, $"  {Word(response.Name)}: {response.ToString()}");
        if (study.Pairs.Count == 0)
            return;
        var (baseline, others) = (study.Pairs[0].Baseline, study.Pairs.Skip(study.Scenarios.Count - 1).ToList());
        if (baseline != 0)
            Line(text, $"{ResponseReader.Baseline}: {Name(baseline)}");
        if (others.Count > 0)
            Line(text, $"{ResponseReader.Pairs}: [{string.Join(", ", others.Select(pair => $"[{Name(pair.Scenario)}, {Name(pair.Baseline)}]"))}]");
        string Name(int scenario) => Word(study.Scenarios[scenario].Name);
    }

    /// <summary>The text without what changes no run: how many replications there shall be, and what is asked of them.</summary>
    public static string OfRuns(string yaml)
    {
        var isLeftOut = false;
        var kept = yaml.Split('\n').Where(line =>
        {
            isLeftOut = ChangesNoRun.Any(key => line.StartsWith(key, StringComparison.Ordinal)) || (isLeftOut && line.StartsWith(' '));
            return !isLeftOut;
        });
        return string.Join('\n', kept);
    }

    private static void Write(StringBuilder text, Study study, Scenario scenario, IReadOnlyList<object> common)
    {
        var catalogue = study.Catalogue;
        // What follows a series from the start has its value there, and nowhere else.
        var following = scenario.Series.Select(series => series.Parameter).ToList();
        var own = catalogue.Parameters.Where(parameter => !scenario.Values[parameter.Index].Equals(common[parameter.Index]) && !following.Contains(parameter)).ToList();
        var ownSeries = scenario.Series.Where(series => !study.Series.Any(one => one.File.Name == series.File.Name)).ToList();
        var isEmpty = own.Count == 0 && scenario.Interventions.Count == 0 && ownSeries.Count == 0;
        Line(text, $"  {Word(scenario.Name)}:{(isEmpty ? " {}" : "")}");
        if (own.Count > 0)
            Line(text, $"    parameters:");
        foreach (var parameter in own)
            Line(text, $"      {Pair(parameter, scenario.Values[parameter.Index])}");
        if (ownSeries.Count > 0)
            Line(text, $"    {SeriesReader.Section}:");
        foreach (var series in ownSeries)
            Line(text, $"      {series.Line}");
        if (scenario.Interventions.Count > 0)
            Line(text, $"    interventions:");
        foreach (var intervention in scenario.Interventions)
        {
            var values = string.Join(", ", intervention.Values.Select(value => Pair(catalogue.Parameters[value.Parameter], value.Value)));
            var word = intervention.Until is { } until ? string.Create(CultureInfo.InvariantCulture, $"until: {until}, to") : "set";
            Line(text, $"      - {{at: {intervention.At}, {word}: {{{values}}}}}");
        }
    }

    private static string Pair(Parameter parameter, object value) =>
        $"{parameter.Key}: {(parameter.IsNumber || value is bool ? parameter.Format(value) : Word(parameter.Format(value)))}";

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>A word as YAML: one that another reader would take for a number or a boolean stands in quotes.</summary>
    public static string Word(string word) => PlainWord().IsMatch(word) && !TypedWord().IsMatch(word) ? word : $"'{word}'";

    [GeneratedRegex(@"\A[a-z][a-z0-9_.-]*\z")]
    private static partial Regex PlainWord();

    [GeneratedRegex(@"\A(true|false|null|yes|no|on|off|y|n)\z")]
    private static partial Regex TypedWord();
}
