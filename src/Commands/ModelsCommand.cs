using System.CommandLine;
using Agents;
using Commands.Screen;

namespace Commands;

/// <summary><c>abm models</c>: lists the models.</summary>
internal static class ModelsCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var command = new Command("models", "List the models that a config can name.");
        command.SetAction(_ =>
        {
            Grid.Write(terminal, "", ["model", "tick", ">ticks", "about"],
                models.Select(model => (string[])[model.Name, model.TickUnit, FormattableString.Invariant($"{model.DefaultTicks}"), model.Summary]));
            return ExitCode.Done;
        });
        return command;
    }
}
