using System.Text;
using Agents.Data;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>
/// Scripts that load the tables of a study and draw figures: a start for the modeller's own analysis, hers to
/// change. Their texts are the files in Scripts, with the names of the study put in.
/// </summary>
internal static class AnalysisScripts
{
    public const string RName = "analysis.R";

    public const string PythonName = "analysis.py";

    /// <summary>True for the name of a script.</summary>
    public static bool IsScript(string name) => name is RName or PythonName;

    /// <summary>The figures that either script draws: of the tables beside them, so that they go when the tables go.</summary>
    public static readonly IReadOnlyList<string> Figures = ["outcomes.png", "measures.png", "heat_map.png"];

    /// <summary>Most measures that the fan chart shows: a page and a half.</summary>
    private const int MostMeasures = 12;

    /// <summary>For data.table and ggplot2.</summary>
    public static string R(Study study) => Filled(RName, study, measure => $"{measure.Name} = \"{Label(measure)}\"", study.CommonRandomNumbers ? "TRUE" : "FALSE");

    /// <summary>For pandas and matplotlib.</summary>
    public static string Python(Study study) => Filled(PythonName, study, measure => $"\"{measure.Name}\": \"{Label(measure)}\"", study.CommonRandomNumbers ? "True" : "False");

    /// <summary>
    /// The main measures: numbers, and of those whose names begin alike only the first, such as loyalty_mean without
    /// loyalty_mean_generals.
    /// </summary>
    private static IEnumerable<ModelReporter> Main(Study study)
    {
        var main = new List<ModelReporter>();
        foreach (var measure in study.ModelMeasures)
        {
            if (measure.Type != DataType.Boolean && !main.Exists(other => measure.Name.StartsWith(other.Name + "_", StringComparison.Ordinal)))
                main.Add(measure);
        }
        return main.Take(MostMeasures);
    }

    private static string Filled(string name, Study study, Func<ModelReporter, string> write, string commonRandomNumbers)
    {
        using var resource = typeof(AnalysisScripts).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd()
            .Replace("@study@", study.Name, StringComparison.Ordinal)
            .Replace("@model@", study.Model.Name, StringComparison.Ordinal)
            .Replace("@common_random_numbers@", commonRandomNumbers, StringComparison.Ordinal)
            .Replace("@tick_unit@", Escaped(study.Model.TickUnit), StringComparison.Ordinal)
            .Replace("@measures@", string.Concat(Main(study).Select(measure => $"\n  {write(measure)},")).TrimEnd(',') + "\n", StringComparison.Ordinal)
            .Replace("@outcomes@", string.Join(", ", study.Model.Outcomes.Select(outcome => $"\"{outcome.Code}\"")), StringComparison.Ordinal);
    }

    /// <summary>A measure's name in words, and below it its unit.</summary>
    private static string Label(ModelReporter measure) =>
        Escaped(measure.Name.Replace('_', ' ')) + (measure.Unit.Length > 0 ? $"\\n({Escaped(measure.Unit)})" : "");

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
