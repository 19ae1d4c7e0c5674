using System.CommandLine;
using Agents;
using Cli.Screen;
using Experiments.Config;
using Experiments.Runs;

namespace Cli.Commands;

/// <summary><c>abm run</c>: runs a study and prints its summary.</summary>
internal static class RunCommand
{
    private const int MostFailures = 10;

    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var options = new StudyOptions();
        var directory = new Option<string?>("--out") { Description = "The directory for the results; the default is results/NAME.", HelpName = "DIR" };
        var force = new Option<bool>("--force") { Description = "Replace the results of another study in that directory." };
        var command = new Command("run", "Run the study that a config describes.");
        options.AddTo(command);
        command.Add(directory);
        command.Add(force);
        command.SetAction(result =>
        {
            var study = options.Load(result, models, terminal);
            var progress = new ProgressLine(terminal);
            var run = new RunOptions
            {
                Directory = Directory(result.GetValue(directory), study),
                Threads = options.Threads(result),
                Force = result.GetValue(force),
                Progress = progress.Show,
            };
            return Run(study, run, progress, terminal);
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

    private static int Run(Study study, RunOptions options, ProgressLine progress, Terminal terminal)
    {
        using var interruption = new Interruption();
        var result = StudyRunner.Run(study, options, interruption.Token);
        progress.End();
        if (result.Summary is { } summary)
            SummaryTable.Write(summary, terminal);
        foreach (var failure in result.Failures.Take(MostFailures))
            terminal.Error.WriteLine(new Problem($"run {failure.RunId} ({failure.Scenario}, seed {failure.Seed}, replication {failure.Replication})", 0, 0, "", failure.Message));
        if (result.Failures.Count > MostFailures)
            terminal.Error.WriteLine($"... and {result.Failures.Count - MostFailures} more failed runs; timings.csv names them all.");
        if (result.Message.Length > 0)
            terminal.Error.WriteLine(result.Message);
        if (result.Summary is not null)
            terminal.Error.WriteLine($"Results: {result.Directory}");
        return result.IsInterrupted && interruption.ExitCode is { } code ? code : result.ExitCode;
    }
}
