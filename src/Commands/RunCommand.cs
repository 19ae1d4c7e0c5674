using System.CommandLine;
using Agents;
using Experiments.Runs;

namespace Commands;

/// <summary><c>abm run</c>: runs what is missing of a study and prints its summary.</summary>
internal static class RunCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var options = new StudyOptions();
        var execution = new ExecutionOptions();
        var directory = new OutOption();
        var force = new Option<bool>("--force") { Description = "Replace the results of another study in that directory." };
        var command = new Command("run", "Run the study that a config describes; what its directory holds of it already is kept.");
        options.AddTo(command);
        execution.AddTo(command);
        directory.AddTo(command);
        command.Add(force);
        command.SetAction(result =>
        {
            var study = options.Load(result, models, terminal);
            var run = execution.Read(result, directory.Read(result, study)) with { Force = result.GetValue(force) };
            return Execution.Show(run, (told, cancel) => StudyRunner.Run(study, told, cancel), terminal);
        });
        return command;
    }
}
