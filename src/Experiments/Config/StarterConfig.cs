using System.Globalization;
using System.Text;
using Agents;

namespace Experiments.Config;

/// <summary>A first config of a model: it runs as it is, and says in comments what it can be made into.</summary>
public static class StarterConfig
{
    private const int Replications = 10;

    /// <summary>Most measures that the config names; the others stand in a comment.</summary>
    private const int MostMeasures = 12;

    /// <summary>The text.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The file that the config is going to be, for the commands that it names.</param>
    /// <param name="schema">Where editors find the schema: a path relative to the config, or an address.</param>
    public static string Write(ModelDefinition model, string path, string schema)
    {
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder();
        Line(text, $"# yaml-language-server: $schema={schema}");
        Line(text, $"# A study of the model {model.Name}. {model.Summary}");
        Line(text, $"# abm check {path} says what it will cost, abm run {path} runs it, abm describe {model.Name} says what every key means.");
        Line(text, $"model: {model.Name}");
        Line(text, $"# name: a-name-of-its-own    # the folder under results/; default: this file's name");
        Line(text, $"seed: 1                      # first key of all random draws");
        Line(text, $"replications: {Replications}             # runs of each scenario; more can be added later");
        Line(text, $"ticks: {model.DefaultTicks.ToString(CultureInfo.InvariantCulture),-21} # steps of a run, of one {model.TickUnit} each");
        WriteMeasures(text, model);
        var parameters = new ParameterCatalogue(model).Parameters;
        WriteParameters(text, parameters);
        WriteScenarios(text, parameters, model.DefaultTicks / 2);
        return text.ToString();
    }

    private static void WriteMeasures(StringBuilder text, ModelDefinition model)
    {
        var names = model.ModelReporters.Select(measure => measure.Name).ToList();
        Line(text, $"");
        Line(text, $"measures:");
        Line(text, $"  every: 1                   # ticks between two rows of the tables");
        Line(text, $"  model:                     # columns of ticks.csv");
        for (var i = 0; i < names.Count; i++)
            Line(text, $"    {(i < MostMeasures ? "" : "# ")}- {names[i]}");
        var agents = model.AgentReporters.Select(measure => measure.Name).Distinct();
        Line(text, $"  agents: []                 # columns of agents.csv, a large table{(agents.Any() ? $": {string.Join(", ", agents)}" : "")}");
    }

    private static void WriteParameters(StringBuilder text, IReadOnlyList<Parameter> parameters)
    {
        Line(text, $"");
        Line(text, $"# What differs from the defaults: take away the # and write another value.");
        Line(text, $"parameters:");
        foreach (var parameter in parameters)
        {
            var range = parameter.Range.Length > 0 ? $" [{parameter.Range}]" : "";
            var unit = parameter.About.Unit.Length > 0 ? $" ({parameter.About.Unit})" : "";
            Line(text, $"  # {parameter.Key}: {parameter.Format(parameter.Default)}    # {parameter.About.Meaning.TrimEnd('.')}{unit}{range}");
        }
    }

    private static void WriteScenarios(StringBuilder text, IReadOnlyList<Parameter> parameters, int middle)
    {
        Line(text, $"");
        Line(text, $"# What is compared. Scenarios share their random numbers, replication by replication.");
        Line(text, $"scenarios:");
        Line(text, $"  baseline: {{}}");
        if (parameters.Count > 0)
        {
            Line(text, $"  # other:");
            Line(text, $"  #   parameters: {{{Pair(parameters[0])}}}");
        }
        if (parameters.FirstOrDefault(parameter => !parameter.About.AtStartOnly) is { } changing)
        {
            Line(text, $"  # later:");
            Line(text, $"  #   interventions:         # from the start of the step from row {middle} to the next");
            Line(text, $"  #     - {{at: {middle}, set: {{{Pair(changing)}}}}}");
        }
    }

    private static string Pair(Parameter parameter) => $"{parameter.Key}: {parameter.Format(parameter.Default)}";

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
