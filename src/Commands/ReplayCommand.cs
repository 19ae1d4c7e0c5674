using System.CommandLine;
using System.Globalization;
using Agents;
using Experiments.Config;
using Experiments.Runs;

namespace Commands;

/// <summary><c>abm replay</c>: carries out one run of a stored study again.</summary>
internal static class ReplayCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var directory = new Argument<string>("directory") { Description = "The directory of a study." };
        var run = new Argument<string>("run_id") { Description = "The run, as runs.csv numbers it." };
        var agents = new Option<string?>("--agents") { Description = "Agent measures to write, separated by commas, or all; with --out.", HelpName = "NAMES" };
        var measures = StudyOptions.MakeMeasures();
        var every = StudyOptions.MakeEvery();
        var target = new Option<string?>("--out") { Description = "Write the run's tables into this directory; without it the run is compared with what is stored.", HelpName = "DIR" };
        var threads = ExecutionOptions.MakeThreads();
        var command = new Command("replay", "Carry out one run of a study again: to compare it with what is stored, or to see more of it.");
        command.Add(directory);
        command.Add(run);
        command.Add(measures);
        command.Add(every);
        command.Add(agents);
        command.Add(target);
        command.Add(threads);
        command.SetAction(result =>
        {
            var runId = RunId(result.GetRequiredValue(run));
            var overrides = Overrides.None with
            {
                ModelMeasures = StudyOptions.Names(result.GetValue(measures)),
                Every = result.GetValue(every),
                AgentMeasures = StudyOptions.Names(result.GetValue(agents)),
            };
            if (result.GetValue(target) is { } path)
            {
                var options = new RunOptions { Directory = path, Threads = ExecutionOptions.ThreadsOf(result.GetValue(threads)) };
                return Execution.Show(options, (told, cancel) => Replay.Write(result.GetRequiredValue(directory), models, runId, overrides, told, cancel), terminal);
            }
            if (new Option[] { measures, every, agents }.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } idle)
                throw new ConfigException(new Problem(idle.Name, 0, 0, "", "name a directory for the tables with --out"));
            return Compare(result.GetRequiredValue(directory), models, runId, terminal);
        });
        return command;
    }

    private static int Compare(string directory, IReadOnlyList<ModelDefinition> models, int runId, Terminal terminal)
    {
        using var interruption = new Interruption();
        try
        {
            var result = Replay.Compare(directory, models, runId, interruption.Token);
            (result.ExitCode >= ExitCode.BadInput ? terminal.Error : terminal.Out).WriteLine(result.Message);
            return result.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return interruption.ExitCode ?? ExitCode.Interrupted;
        }
    }

    private static int RunId(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var runId) && runId >= 1
            ? runId
            : throw new ConfigException(new Problem("run_id", 0, 0, "", $"{Problem.Quote(typed)} is not the number of a run"));
}
