using System.CommandLine;
using Agents;
using Commands.Screen;
using Experiments.Config;
using Experiments.Demonstrations;
using Experiments.Hypotheses;

namespace Commands;

/// <summary><c>abm claims</c>: plays each statement and lever of a model on, off and at full intensity.</summary>
internal static class ClaimsCommand
{
    private const string UsualReplications = "100";

    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var name = new Argument<string>("model") { Description = "The model's name; abm models lists them." };
        var only = new OnlyOption("statement or lever", "These statements and levers alone, by their ids with commas between.");
        var replications = new Option<string?>("--replications") { Description = $"Pairs of runs for each effect, 1 to 1000000; the default is {UsualReplications}.", HelpName = "N" };
        var seed = new Option<string?>("--seed") { Description = "Seed of all draws, 0 to 2147483647; the default is 1.", HelpName = "N" };
        var sets = new Option<string[]>("--set")
        {
            Description = "A parameter's value in all worlds and through every run, such as population.agents=5000. Can be given several times.",
            HelpName = "KEY=VALUE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
        };
        var into = new Option<string?>("--into") { Description = "Write the table between the markers of this Markdown file, too.", HelpName = "FILE" };
        var directory = new OutOption("The directory for the table and the runs; the default is results/claims.");
        var threads = ExecutionOptions.MakeThreads();
        var checkpoints = ExecutionOptions.MakeCheckpoints();
        var acceptBuild = ExecutionOptions.MakeAcceptBuild();
        var force = new Option<bool>("--force") { Description = "Replace the runs of statements that were changed since." };
        var command = new Command("claims", "Show what each statement and lever of a model moves: its switch and its full intensity, at the defaults and where it shows most. Called again, it goes on where it stopped.")
        {
            name, only.Option, replications, seed, sets, into, threads, checkpoints, acceptBuild, force,
        };
        directory.AddTo(command);
        command.SetAction(result =>
        {
            var model = DescribeCommand.Find(result.GetRequiredValue(name), models, "abm claims");
            var block = ClaimsBlock.Of(model);
            if (result.GetValue(into) is { } page)
                block.Require(page);
            var line = new ProgressLine(terminal);
            var options = new JudgeOptions
            {
                Directory = directory.Read(result, "claims"),
                Threads = ExecutionOptions.ThreadsOf(result.GetValue(threads)),
                CheckpointEvery = ExecutionOptions.CheckpointEvery(result.GetValue(checkpoints)),
                AcceptBuild = result.GetValue(acceptBuild),
                Force = result.GetValue(force),
                Progress = (id, progress) => line.Show(progress, id + ": "),
                Note = terminal.Note,
            };
            var demonstrations = model.Demonstrations ?? throw new ConfigException(new Problem("abm claims", 0, 0, "", $"{model.Name} does not say how its statements are seen"));
            var rows = only.Read(result, demonstrations.Rows, row => row.Id, result.GetValue(into));
            var studies = Demonstrator.Studies(model, rows, new Overrides
            {
                Replications = result.GetValue(replications) ?? UsualReplications,
                Seed = result.GetValue(seed),
                Sets = result.GetValue(sets) ?? [],
            });
            using var interruption = new Interruption();
            var (runs, seen) = Demonstrator.Run(model, rows, studies, options, interruption.Token);
            line.End();
            Tell(runs, seen, studies, result.GetValue(into), block, terminal);
            return runs.IsInterrupted && interruption.ExitCode is { } code ? code : runs.ExitCode;
        });
        return command;
    }

    private static void Tell(JudgeResult runs, IReadOnlyList<Demonstrated> seen, IReadOnlyList<Study> studies, string? page, MarkdownBlock block, Terminal terminal)
    {
        if (runs.Message.Length > 0)
            terminal.Error.WriteLine(runs.Message);
        if (seen.Count == 0)
            return;
        var text = ClaimsBlock.Content(seen, studies[0]);
        terminal.Out.Write(text);
        terminal.Error.WriteLine($"Results: {runs.Directory}");
        if (page is not null)
            block.Write(page, text, "as these runs have it", terminal);
    }
}
