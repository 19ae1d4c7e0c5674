using System.CommandLine;
using Agents;
using Experiments.Config;

namespace Cli.Commands;

/// <summary><c>abm describe</c>: what configs and tables can name of a model.</summary>
internal static class DescribeCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var name = new Argument<string>("model") { Description = "The model's name; abm models lists them." };
        var format = new Option<string>("--format")
        {
            Description = "How to write it: csv and json hold one row for each parameter, measure, outcome and event.",
            HelpName = "table|csv|json|markdown",
            DefaultValueFactory = _ => "table",
        };
        var command = new Command("describe", "Describe a model: its parameters with unit, range, default and source, its measures, outcomes and events.")
        {
            name,
            format,
        };
        command.SetAction(result =>
        {
            var write = Writer(result.GetRequiredValue(format));
            var model = Find(result.GetRequiredValue(name), models, "abm describe");
            write(model, DescriptionRow.Of(model), terminal);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The model of a name.</summary>
    /// <exception cref="ConfigException">There is none, as the command says.</exception>
    public static ModelDefinition Find(string name, IReadOnlyList<ModelDefinition> models, string command)
    {
        var names = models.Select(model => model.Name).ToList();
        return models.FirstOrDefault(model => model.Name == name) ?? throw new ConfigException(new Problem(
            command, 0, 0, "", $"there is no model {Problem.Quote(name)}{Spelling.Hint(name, names)}; the models are {string.Join(", ", names)}"));
    }

    private static Action<ModelDefinition, IReadOnlyList<DescriptionRow>, Terminal> Writer(string format)
    {
        string[] formats = ["table", "csv", "json", "markdown"];
        return format switch
        {
            "table" => DescriptionText.WriteTable,
            "csv" => (_, rows, terminal) => DescriptionText.WriteCsv(rows, terminal),
            "json" => (_, rows, terminal) => DescriptionText.WriteJson(rows, terminal),
            "markdown" => DescriptionText.WriteMarkdown,
            _ => throw new ConfigException(new Problem(
                "--format", 0, 0, "", $"there is no format {Problem.Quote(format)}{Spelling.Hint(format, formats)}; the formats are {string.Join(", ", formats)}")),
        };
    }
}
