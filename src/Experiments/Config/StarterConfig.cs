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
        Line(text, $"replications: {model.Starter?.Replications ?? Replications}             # runs of each scenario; more can be added later");
        Line(text, $"ticks: {model.Starter?.Ticks ?? model.DefaultTicks,-21} # steps of a run, of one {model.TickUnit} each");
        WriteMeasures(text, model);
        var parameters = new ParameterCatalogue(model).Parameters;
        if (model.Starter is { } starter)
            WriteStarter(text, model, starter);
        else
        {
            WriteParameters(text, parameters);
            WriteScenarios(text, parameters, model.DefaultTicks / 2);
        }
        return text.ToString();
    }

    private static void WriteMeasures(StringBuilder text, ModelDefinition model)
    {
        Line(text, $"");
        Line(text, $"measures:");
        Line(text, $"  every: {model.Starter?.Every ?? 1}                   # ticks between two rows of the tables");
        Line(text, $"  model:                     # columns of ticks.csv");
        var chosen = model.Starter?.Measures ?? [.. model.ModelReporters.Take(MostMeasures).Select(measure => measure.Name)];
        foreach (var measure in model.ModelReporters.Where(measure => model.Starter is null || chosen.Contains(measure.Name)))
            Line(text, $"    {$"{(chosen.Contains(measure.Name) ? "" : "# ")}- {measure.Name}",-36} # {About(measure.Meaning, measure.Unit)}");
        var agents = model.AgentReporters.Select(measure => measure.Name).Distinct();
        Line(text, $"  agents: []                 # columns of agents.csv, a large table{(agents.Any() ? $": {string.Join(", ", agents)}" : "")}");
    }

    /// <summary>What the model's own first study sets and compares.</summary>
    private static void WriteStarter(StringBuilder text, ModelDefinition model, StarterStudy starter)
    {
        Line(text, $"");
        Line(text, $"# What differs from the defaults: abm describe {model.Name} lists all parameters, abm describe {model.Name} WORD looks for one.");
        Line(text, $"parameters:{(starter.Parameters.Count == 0 ? " {}" : "")}");
        foreach (var parameter in starter.Parameters)
            Line(text, $"  {$"{parameter.Key}: {parameter.Value}",-38} # {parameter.Why}");
        Line(text, $"");
        Line(text, $"# What is compared. Scenarios share their random numbers, replication by replication; at: t acts in the step from row t to the next.");
        Line(text, $"scenarios:");
        foreach (var scenario in starter.Scenarios)
        {
            Line(text, $"  # {scenario.Why}");
            Line(text, $"  {scenario.Key}: {scenario.Value}");
        }
        if (starter.Responses.Count > 0)
        {
            Line(text, $"");
            Line(text, $"# What is asked of the runs: each is estimated in every scenario and compared with the first. It can be changed without running anew.");
            Line(text, $"responses:");
        }
        foreach (var response in starter.Responses)
        {
            Line(text, $"  # {response.Why}");
            Line(text, $"  {response.Key}: {response.Value}");
        }
    }

    private static string About(string meaning, string unit) => unit.Length > 0 ? $"{meaning.TrimEnd('.')} ({unit})" : meaning.TrimEnd('.');

    private static void WriteParameters(StringBuilder text, IReadOnlyList<Parameter> parameters)
    {
        Line(text, $"");
        Line(text, $"# What differs from the defaults: take away the # and write another value.");
        Line(text, $"parameters:");
        foreach (var parameter in parameters)
        {
            var range = parameter.Range.Length > 0 ? $" [{parameter.Range}]" : "";
            Line(text, $"  # {parameter.Key}: {parameter.Format(parameter.Default)}    # {About(parameter.About.Meaning, parameter.About.Unit)}{range}");
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
