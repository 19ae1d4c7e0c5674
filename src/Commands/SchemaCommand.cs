using System.CommandLine;
using Agents;
using Experiments.Config;

namespace Commands;

/// <summary><c>abm schema</c>: the JSON Schema of configs, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var name = new Argument<string?>("model") { Description = "The model; the default is a schema for all models.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("schema", "Print the JSON Schema of configs, by which editors complete and check them.") { name };
        command.SetAction(result =>
        {
            terminal.Out.Write(result.GetValue(name) is { } typed ? ConfigSchema.Of(DescribeCommand.Find(typed, models, "abm schema")) : ConfigSchema.Of(models));
            return ExitCode.Done;
        });
        return command;
    }
}
