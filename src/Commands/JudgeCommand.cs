using System.CommandLine;
using System.Globalization;
using Agents;
using Commands.Screen;
using Experiments.Config;
using Experiments.Hypotheses;

namespace Commands;

/// <summary><c>abm judge</c>: tests the statements of hypothesis files with the runs of their studies.</summary>
internal static class JudgeCommand
{
    /// <summary>Replications of each draw of an ensemble where nothing is said of them: those of the configs are for one vector.</summary>
    private const string PerDraw = "10";

    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var files = new Argument<string[]>("hypotheses") { Description = "Configs with a section hypothesis, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var only = new OnlyOption("hypothesis", "Judge these alone, by their ids with commas between; the correction is then for these.");
        var ensemble = new Option<string?>("--ensemble")
        {
            Description = "A CSV file of parameters, one row a draw of a posterior, over which all hypotheses are judged; what a config sets itself, it keeps.",
            HelpName = "FILE",
        };
        var replications = new Option<string?>("--replications")
        {
            Description = $"Replications of each scenario in each row of the design, 1 to 1000000; wins over the configs. With --ensemble the default is {PerDraw}.",
            HelpName = "N",
        };
        var power = new Option<string?>("--power")
        {
            Description = "Add replications until every prediction has this power for the smallest effect that matters, such as 0.8. It goes by standard errors alone, so that it favours no verdict.",
            HelpName = "P",
        };
        var most = new Option<string?>("--most")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"The most replications that --power may come to, of each row of the design; the default makes {PowerRule.UsualMost:N0} runs of each scenario."),
            HelpName = "N",
        };
        var into = new Option<string?>("--into") { Description = "Write the table of verdicts between the markers of this Markdown file, too.", HelpName = "FILE" };
        var directory = new OutOption("The directory for verdicts and runs; the default is results/hypotheses.");
        var threads = ExecutionOptions.MakeThreads();
        var checkpoints = ExecutionOptions.MakeCheckpoints();
        var acceptBuild = ExecutionOptions.MakeAcceptBuild();
        var force = new Option<bool>("--force") { Description = "Replace the runs of hypotheses that were changed since." };
        var command = new Command("judge", "Run the studies of hypotheses and say which are supported, refuted, immaterial or undecided. Called again, it goes on where it stopped.")
        {
            files, only.Option, ensemble, replications, power, most, into, threads, checkpoints, acceptBuild, force,
        };
        directory.AddTo(command);
        command.SetAction(result =>
        {
            var line = new ProgressLine(terminal);
            var page = result.GetValue(into);
            if (page is not null)
                VerdictBlock.Block.Require(page);
            var options = new JudgeOptions
            {
                Directory = directory.Read(result, "hypotheses"),
                Threads = ExecutionOptions.ThreadsOf(result.GetValue(threads)),
                CheckpointEvery = ExecutionOptions.CheckpointEvery(result.GetValue(checkpoints)),
                AcceptBuild = result.GetValue(acceptBuild),
                Force = result.GetValue(force),
                Power = PowerOf(result.GetValue(power), result.GetValue(most)),
                Progress = (id, progress) => line.Show(progress, id + ": "),
                Note = terminal.Note,
            };
            var file = result.GetValue(ensemble);
            var overrides = new Overrides { Ensemble = file, Replications = result.GetValue(replications) ?? (file is null ? null : PerDraw) };
            var studies = only.Read(result, Load(result.GetRequiredValue(files), models, overrides), study => study.Hypothesis!.Id, page);
            foreach (var study in studies)
            {
                foreach (var note in study.Notes)
                    terminal.Error.WriteLine($"note: {study.Hypothesis!.Id}: {note}");
            }
            return Run(studies, options, page, line, terminal);
        });
        return command;
    }

    private static PowerRule? PowerOf(string? power, string? most)
    {
        if (power is null)
            return most is null ? null : throw new ConfigException(new Problem("--most", 0, 0, "", "is for --power: --replications says how many there are without it"));
        if (!double.TryParse(power, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var target) || target is not (>= 0.05 and <= 0.999))
            throw new ConfigException(new Problem("--power", 0, 0, "", $"{Problem.Quote(power)} is not a number from 0.05 to 0.999, such as 0.8"));
        return new PowerRule { Target = target, Most = most is null ? null : ExecutionOptions.Whole("--most", most, StudyLoader.MaxCount) };
    }

    private static int Run(IReadOnlyList<Study> studies, JudgeOptions options, string? page, ProgressLine line, Terminal terminal)
    {
        using var interruption = new Interruption();
        var result = Judge.Run(studies, options, interruption.Token);
        line.End();
        if (result.Judgements.Count > 0)
            VerdictTable.Write(result.Judgements, options.Power is not null, terminal);
        if (result.Message.Length > 0)
            terminal.Error.WriteLine(result.Message);
        if (result.Judgements.Count > 0)
            terminal.Error.WriteLine($"Results: {result.Directory}");
        if (result.Judgements.Count > 0 && page is not null)
            VerdictBlock.Block.Write(page, VerdictBlock.Content(studies, result.Judgements, options.Power is not null), "as these runs have it", terminal);
        return result.IsInterrupted && interruption.ExitCode is { } code ? code : result.ExitCode;
    }

    /// <summary>The studies of all files; every problem of every file is told before anything runs.</summary>
    private static List<Study> Load(IEnumerable<string> paths, IReadOnlyList<ModelDefinition> models, Overrides overrides)
    {
        var (studies, problems) = (new List<Study>(), new List<Problem>());
        foreach (var path in paths.SelectMany(FilesOf))
        {
            try
            {
                var study = StudyLoader.Load(path, models, overrides);
                if (study.Hypothesis is not { } hypothesis)
                    problems.Add(new Problem(path, 0, 0, "hypothesis", "the config has no such section: it says what is predicted"));
                else if (studies.Exists(other => string.Equals(other.Hypothesis!.Id, hypothesis.Id, StringComparison.OrdinalIgnoreCase)))
                    problems.Add(new Problem(path, 0, 0, "hypothesis.id", $"{Problem.Quote(hypothesis.Id)} is the id of another hypothesis too"));
                else
                    studies.Add(study);
            }
            catch (ConfigException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }
        return problems.Count == 0 ? studies : throw new ConfigException(problems);
    }

    private static IReadOnlyList<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
            return [StudyOptions.Named("hypotheses", path)];
        List<string> files = [.. Directory.EnumerateFiles(path).Where(file => Endings.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal)];
        return files.Count > 0 ? files : throw new ConfigException(new Problem(path, 0, 0, "", "the folder holds no config"));
    }
}
