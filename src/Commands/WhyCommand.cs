using System.CommandLine;
using System.Globalization;
using System.Text;
using Agents;
using Commands.Screen;
using Experiments.Causes;
using Experiments.Config;
using Experiments.Runs;

namespace Commands;

/// <summary><c>abm why</c>: plays runs of a study again without one of the model's claims or levers, and with it alone.</summary>
internal static class WhyCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var directory = new Argument<string>("directory") { Description = "The directory of a finished study." };
        var run = new Argument<string?>("run_id") { Description = "The run, as runs.csv numbers it; with --all none.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Ask of every run: how often each claim was necessary, and how often sufficient, by scenario." };
        var from = new Option<string?>("--from") { Description = "The row of ticks from which claims and levers are out; the default is each scenario's first intervention, and 0 without one.", HelpName = "TICK" };
        var levers = new Option<bool>("--levers") { Description = "Put back to its default, one by one, each lever that a run pulls, too." };
        var outcome = new Option<string?>("--outcome") { Description = "The outcome, or group of outcomes, to explain; the default is the model's first group.", HelpName = "CODE" };
        var onlyEnded = new Option<bool>("--only-ended") { Description = "With --all: leave out the runs that did not end so, and with them the net effect and the probability of sufficiency; much fewer runs." };
        var into = new Option<string?>("--into") { Description = "Write the page of a run into this file.", HelpName = "FILE" };
        var target = new OutOption("The directory for runs and tables; the default is DIR/why, or DIR/why-from-TICK.");
        var threads = ExecutionOptions.MakeThreads();
        var checkpoints = ExecutionOptions.MakeCheckpoints();
        var acceptBuild = ExecutionOptions.MakeAcceptBuild();
        var force = new Option<bool>("--force") { Description = "Replace what is there of another study; with --into, another file." };
        var command = new Command("why", $"Say why a run ended as it did: what was necessary (without it the run ends otherwise) and what sufficient (with it alone it ends so), all else and all random numbers alike. Called again, it goes on where it stopped. {string.Join(" ", Why.Meaning)}")
        {
            directory, run, all, from, levers, outcome, onlyEnded, into, threads, checkpoints, acceptBuild, force,
        };
        target.AddTo(command);
        command.SetAction(result =>
        {
            var study = result.GetRequiredValue(directory);
            var week = result.GetValue(from) is { } typed ? Tick(typed) : (int?)null;
            var line = new ProgressLine(terminal);
            var options = new WhyOptions
            {
                Directory = study,
                Run = RunOf(result.GetValue(run), result.GetValue(all)),
                From = week,
                WithLevers = result.GetValue(levers),
                Outcome = result.GetValue(outcome),
                OnlyEnded = result.GetValue(onlyEnded),
                Execution = new RunOptions
                {
                    Directory = target.Typed(result) ?? WhyOptions.FolderOf(study, week),
                    Threads = ExecutionOptions.ThreadsOf(result.GetValue(threads)),
                    CheckpointEvery = ExecutionOptions.CheckpointEvery(result.GetValue(checkpoints)),
                    AcceptBuild = result.GetValue(acceptBuild),
                    Force = result.GetValue(force),
                    Progress = line.Show,
                    Note = terminal.Note,
                },
            };
            return Run(options, result.GetValue(into), models, line, terminal);
        });
        return command;
    }

    private static int Run(WhyOptions options, string? into, IReadOnlyList<ModelDefinition> models, ProgressLine line, Terminal terminal)
    {
        if (into is not null && options.Run is null)
            throw new ConfigException(new Problem("--into", 0, 0, "", "takes the page of one run: name the run"));
        if (into is not null)
            OwnFiles.RequireName("--into", into);
        if (options.OnlyEnded && options.Run is not null)
            throw new ConfigException(new Problem("--only-ended", 0, 0, "", "is for --all: of one run there is nothing to leave out"));
        using var interruption = new Interruption();
        var result = Why.Run(options, models, interruption.Token);
        line.End();
        if (result.Page.Count > 0 && into is not null)
            OwnFiles.Write("--into", options.Execution.Force, (into, Encoding.UTF8.GetBytes(string.Join('\n', result.Page) + "\n")));
        else
            WhyScreen.Write(result, terminal);
        if (result.Message.Length > 0)
            terminal.Error.WriteLine(result.Message);
        if (result.Folder is { } folder)
            terminal.Error.WriteLine($"Tables: {folder}");
        return result.IsInterrupted && interruption.ExitCode is { } code ? code : result.ExitCode;
    }

    private static int? RunOf(string? typed, bool isOfAll)
    {
        if (typed is null == isOfAll)
            return typed is null ? null : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var run) && run >= 1
                ? run
                : throw new ConfigException(new Problem("run_id", 0, 0, "", $"{Problem.Quote(typed)} is not the number of a run"));
        throw new ConfigException(new Problem("abm why", 0, 0, "", typed is null ? "name a run, or ask of all with --all" : "a run and --all are two questions: name one"));
    }

    private static int Tick(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var tick)
        ? tick
        : throw new ConfigException(new Problem("--from", 0, 0, "", $"{Problem.Quote(typed)} is not a row of ticks: a whole number, 0 or more"));
}
