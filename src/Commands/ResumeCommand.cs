using System.CommandLine;
using Agents;
using Experiments.Cluster;
using Experiments.Config;
using Experiments.Runs;

namespace Commands;

/// <summary><c>abm resume</c>: goes on with the study of a directory after whatever stopped it.</summary>
internal static class ResumeCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var directory = new Argument<string>("directory") { Description = "The directory of a study that was run before." };
        var execution = new ExecutionOptions();
        var replications = new Option<string?>("--replications") { Description = "Replications of each scenario from now on, 1 to 1000000; those that are there are kept.", HelpName = "N" };
        var slurm = new SlurmOptions();
        var retry = new Option<bool>("--retry-failed") { Description = "Run again what failed; what timed out is always run again." };
        var command = new Command("resume", "Go on with a study after an interruption, a crash, a full disk or a power cut; finished runs are kept.");
        command.Add(directory);
        command.Add(replications);
        command.Add(retry);
        execution.AddTo(command);
        slurm.AddTo(command);
        command.SetAction(result =>
        {
            var options = execution.Read(result, result.GetRequiredValue(directory)) with { RetryFailed = result.GetValue(retry) };
            var overrides = Overrides.None with { Replications = result.GetValue(replications) };
            if (slurm.IsOnCluster(result))
            {
                execution.RefuseOnCluster(result);
                return SubmitCommand.Show(Submitter.Resume(models, overrides, slurm.Read(result, options) with { Note = terminal.Note }), terminal);
            }
            return Execution.Show(options, (told, cancel) => StudyRunner.Resume(models, overrides, told, cancel), terminal);
        });
        return command;
    }
}
