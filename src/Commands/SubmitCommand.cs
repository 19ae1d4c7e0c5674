using System.CommandLine;
using Agents;
using Experiments.Cluster;
using Experiments.Config;

namespace Commands;

/// <summary><c>abm submit</c>: hands a study to a cluster.</summary>
internal static class SubmitCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var options = new StudyOptions();
        var slurm = new SlurmOptions();
        var directory = new OutOption();
        var force = new Option<bool>("--force") { Description = "Replace the results of another study in that directory." };
        var acceptBuild = ExecutionOptions.MakeAcceptBuild();
        var timeLimit = ExecutionOptions.MakeTimeLimit();
        var checkpoints = ExecutionOptions.MakeCheckpoints();
        var command = new Command("submit",
            "Hand a study to a cluster: an array of tasks, each with its share of the runs, and a merge after them. The tables are those of a local run, byte for byte.");
        options.AddTo(command);
        directory.AddTo(command);
        command.Add(force);
        command.Add(acceptBuild);
        command.Add(timeLimit);
        command.Add(checkpoints);
        slurm.AddTo(command);
        command.SetAction(result =>
        {
            if (!slurm.IsOnCluster(result))
                throw new ConfigException(new Problem("abm submit", 0, 0, "", "say where to: --on slurm"));
            var study = options.Load(result, models, terminal);
            var submit = slurm.Read(result, directory.Read(result, study)) with
            {
                Force = result.GetValue(force),
                AcceptBuild = result.GetValue(acceptBuild),
                RunTimeLimit = ExecutionOptions.TimeLimitOf(result.GetValue(timeLimit)),
                CheckpointEvery = ExecutionOptions.CheckpointEvery(result.GetValue(checkpoints)),
                Note = terminal.Note,
            };
            return Show(Submitter.Submit(study, submit), terminal);
        });
        return command;
    }

    /// <summary>Says what became of a submission.</summary>
    public static int Show(ClusterResult result, Terminal terminal)
    {
        // Scripts among it stay as they are: no line of theirs is broken.
        (result.ExitCode == ExitCode.Done ? terminal.Out : terminal.Error).Write(result.Message.TrimEnd('\n') + terminal.Out.NewLine);
        return result.ExitCode;
    }
}
