using System.CommandLine;
using Agents;
using Experiments.Config;

namespace Commands;

/// <summary><c>abm describe</c>: what configs and tables can name of a model.</summary>
internal static class DescribeCommand
{
    private static readonly string[] Formats = ["table", "csv", "json", "markdown"];

    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var name = new Argument<string>("model") { Description = "The model's name; abm models lists them." };
        var word = new Argument<string?>("word")
        {
            Description = "A parameter's key, for all that is known of it; or any word, for whatever names or mentions it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<string>("--format")
        {
            Description = "How to write it: csv and json hold one row for each parameter, measure, outcome and event.",
            HelpName = "table|csv|json|markdown",
            DefaultValueFactory = _ => "table",
        };
        var mechanisms = new Option<bool>("--mechanisms") { Description = "Only the statements that the model plays: the rule that carries each, and the parameters that remove and scale it." };
        var levers = new Option<bool>("--levers") { Description = "Only the policy levers." };
        var into = new Option<string?>("--into") { Description = "Write the Markdown between the markers of this file.", HelpName = "FILE" };
        var command = new Command("describe", "Describe a model: its parameters with unit, range, default and source, its measures, outcomes, events, levers, state variables and mechanisms.")
        {
            name, word, format, mechanisms, levers, into,
        };
        command.SetAction(result =>
        {
            var model = Find(result.GetRequiredValue(name), models, "abm describe");
            var search = result.GetValue(word) is { } typed ? Search(model, typed) : null;
            if (result.GetValue(into) is { } path)
                DescriptionBlock.Of(model).Write(path, DescriptionBlock.Content(model), "as the code has it", terminal);
            else
                terminal.Out.Write(Text(model, search, Known(result.GetRequiredValue(format)), (result.GetValue(mechanisms), result.GetValue(levers)), terminal));
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

    private static string Known(string format) => Formats.Contains(format)
        ? format
        : throw new ConfigException(new Problem(
            "--format", 0, 0, "", $"there is no format {Problem.Quote(format)}{Spelling.Hint(format, Formats)}; the formats are {string.Join(", ", Formats)}"));

    private static DescriptionSearch Search(ModelDefinition model, string word) => word.Trim().Length > 0
        ? new DescriptionSearch(model, word.Trim())
        : throw new ConfigException(new Problem("word", 0, 0, "", "is empty: name a key, or any word"));

    /// <summary>What is to be written; a table goes to the terminal at once, as wide as that is.</summary>
    private static string Text(ModelDefinition model, DescriptionSearch? search, string format, (bool Mechanisms, bool Levers) only, Terminal terminal)
    {
        if (only is (true, true))
            throw new ConfigException(new Problem("--levers", 0, 0, "", "cannot be had together with --mechanisms"));
        if (only.Mechanisms || only.Levers)
        {
            var table = only.Mechanisms ? DescriptionTable.MechanismsOf(model) : DescriptionTable.LeversOf(model);
            return Text(search?.Narrowed(table) ?? table, format, terminal);
        }
        var rows = format is "csv" or "json" ? search?.Rows() ?? DescriptionRow.Of(model) : [];
        switch (format)
        {
            case "csv":
                return DescriptionText.Csv(rows);
            case "json":
                return DescriptionText.JsonOf(rows);
            case "markdown":
                var tables = search?.Tables() ?? DescriptionTable.AllOf(model, DescriptionRow.Of(model));
                return $"# {model.Name}\n\n{DescriptionText.Title(model)}\n{DescriptionText.Markdown(tables, 2)}";
            default:
                Show(model, search, terminal);
                return "";
        }
    }

    private static void Show(ModelDefinition model, DescriptionSearch? search, Terminal terminal)
    {
        if (search is not null)
        {
            search.Write(terminal);
            return;
        }
        terminal.Out.WriteLine(DescriptionText.Title(model));
        terminal.Out.WriteLine();
        DescriptionText.WriteTables(DescriptionTable.AllOf(model, DescriptionRow.Of(model)), terminal);
    }

    private static string Text(DescriptionTable table, string format, Terminal terminal)
    {
        switch (format)
        {
            case "csv":
                return DescriptionText.Csv(table.Headers, table.Rows);
            case "json":
                return DescriptionText.JsonOf(table);
            case "markdown":
                return DescriptionText.Markdown([table], 2).TrimStart('\n');
            default:
                DescriptionText.WriteTables([table], terminal);
                return "";
        }
    }
}
