using System.CommandLine;
using Agents;
using Experiments.Config;
using Experiments.Runs;

namespace Cli.Commands;

/// <summary><c>abm run</c>: runs what is missing of a study and prints its summary.</summary>
internal static class RunCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var options = new StudyOptions();
        var execution = new ExecutionOptions();
        var directory = new Option<string?>("--out") { Description = "The directory for the results; the default is results/NAME.", HelpName = "DIR" };
        var force = new Option<bool>("--force") { Description = "Replace the results of another study in that directory." };
        var command = new Command("run", "Run the study that a config describes; what its directory holds of it already is kept.");
        options.AddTo(command);
        execution.AddTo(command);
        command.Add(directory);
        command.Add(force);
        command.SetAction(result =>
        {
            var study = options.Load(result, models, terminal);
            var run = execution.Read(result, Directory(result.GetValue(directory), study)) with { Force = result.GetValue(force) };
            return Execution.Show(run, (told, cancel) => StudyRunner.Run(study, told, cancel), terminal);
        });
        return command;
    }

    private static string Directory(string? typed, Study study)
    {
        if (typed is null)
            return Path.Combine("results", study.Name);
        return typed.Trim().Length > 0 && !typed.Contains('\0', StringComparison.Ordinal)
            ? typed
            : throw new ConfigException(new Problem("--out", 0, 0, "", $"{Problem.Quote(typed)} is not the name of a directory"));
    }
}
