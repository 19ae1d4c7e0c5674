using System.CommandLine;
using System.Globalization;
using System.Text;
using Agents;
using Commands.Screen;
using Experiments.Config;
using Experiments.Learning;

namespace Commands;

/// <summary><c>abm learn</c>: fits the hazard of a config's section learning to the runs of its study.</summary>
internal static class LearnCommand
{
    private const int MostRounds = 20;

    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var config = new Argument<string>("config") { Description = "A config with a section learning." };
        var into = new Option<string?>("--into") { Description = "Write the coefficients to this config file, which others can extend, too.", HelpName = "FILE" };
        var rounds = new Option<string?>("--rounds") { Description = "Rounds, 1 to 20: each but the first makes its runs with what the one before taught.", HelpName = "N" };
        var replications = new Option<string?>("--replications") { Description = "Replications of each scenario, 1 to 1000000; wins over the config.", HelpName = "N" };
        var directory = new OutOption();
        var threads = ExecutionOptions.MakeThreads();
        var checkpoints = ExecutionOptions.MakeCheckpoints();
        var acceptBuild = ExecutionOptions.MakeAcceptBuild();
        var force = new Option<bool>("--force") { Description = "Replace the runs of a study that was changed since; with --into, another file." };
        var command = new Command("learn", "Run a study and learn a hazard of it: the coefficients of a discrete-time hazard model, with standard errors. Called again, it goes on where it stopped.")
        {
            config, into, rounds, replications, threads, checkpoints, acceptBuild, force,
        };
        directory.AddTo(command);
        command.SetAction(result =>
        {
            var path = StudyOptions.Named("config", result.GetRequiredValue(config));
            Study Load(IReadOnlyList<string> sets) => StudyLoader.Load(path, models, new Overrides { Replications = result.GetValue(replications), Sets = sets });
            var study = Load([]);
            if (study.Learning is null)
                throw new ConfigException(new Problem(path, 0, 0, "learning", "the config has no such section: it says what is to be learnt"));
            if (result.GetValue(into) is { } file)
                RequireOwn(file, result.GetValue(force));
            var line = new ProgressLine(terminal);
            var options = new LearnOptions
            {
                Directory = directory.Read(result, study),
                Rounds = result.GetValue(rounds) is { } number ? ExecutionOptions.Whole("--rounds", number, MostRounds) : 1,
                Threads = ExecutionOptions.ThreadsOf(result.GetValue(threads)),
                CheckpointEvery = ExecutionOptions.CheckpointEvery(result.GetValue(checkpoints)),
                AcceptBuild = result.GetValue(acceptBuild),
                Force = result.GetValue(force),
                Progress = line.Show,
                Note = terminal.Note,
            };
            using var interruption = new Interruption();
            var learnt = Learner.Run(Load, options, interruption.Token);
            line.End();
            var code = Show(study, learnt, result.GetValue(into), terminal);
            return learnt.IsInterrupted && interruption.ExitCode is { } signal ? signal : code;
        });
        return command;
    }

    /// <summary>Says, before long work, whether the file may be written: a list that was learnt before is replaced, nothing else is.</summary>
    private static void RequireOwn(string path, bool force)
    {
        OwnFiles.RequireName("--into", path);
        if (!force && File.Exists(path) && !LessonsFile.IsOne(File.ReadAllText(path)))
            throw new ConfigException(new Problem("--into", 0, 0, "", $"{Problem.Quote(path)} is there already, and abm learn did not write it: --force replaces it"));
    }

    private static int Show(Study study, LearnResult learnt, string? into, Terminal terminal)
    {
        if (learnt.Message.Length > 0)
            terminal.Error.WriteLine(learnt.Message);
        if (learnt.ExitCode != 0 || learnt.Rounds.Count == 0)
            return learnt.ExitCode;
        var text = LessonsFile.Text(study, learnt.Rounds);
        terminal.Out.Write(text);
        terminal.Out.Flush();
        if (into is null)
            return ExitCode.Done;
        OwnFiles.Write("--into", force: true, (into, Encoding.UTF8.GetBytes(text)));
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{into} holds what {learnt.Rounds.Count} {(learnt.Rounds.Count == 1 ? "round" : "rounds")} taught."));
        return ExitCode.Done;
    }
}
