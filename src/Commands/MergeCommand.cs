using System.CommandLine;
using Agents;
using Experiments.Cluster;

namespace Commands;

/// <summary><c>abm merge</c>: puts the shards of a study together.</summary>
internal static class MergeCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var directory = new Argument<string>("directory") { Description = "The directory of a study whose runs were done by abm run-chunk." };
        var submitsNext = new Option<bool>("--submit-next") { Description = "Where the study has a stop rule and this round is whole, submit the next one to Slurm." };
        var acceptBuild = ExecutionOptions.MakeAcceptBuild();
        var command = new Command("merge", "Put the shards of a study together, whatever became of the tasks that wrote them: writes the tables, or says which runs are missing and how to get them.");
        command.Add(directory);
        command.Add(submitsNext);
        command.Add(acceptBuild);
        command.SetAction(result =>
        {
            var options = SlurmOptions.OfThisProgram(result, result.GetRequiredValue(directory)) with { AcceptBuild = result.GetValue(acceptBuild), Note = terminal.Note };
            return Execution.Show(Merger.Merge(models, options, result.GetValue(submitsNext)), terminal);
        });
        return command;
    }
}
