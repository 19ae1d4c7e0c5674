using System.CommandLine;
using System.Globalization;
using Agents;
using Commands.Screen;
using Experiments.Calibration;
using Experiments.Config;
using Experiments.Runs;

namespace Commands;

/// <summary><c>abm calibrate</c>: looks for the parameters with which a model meets its targets.</summary>
internal static class CalibrateCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var options = new StudyOptions();
        var threads = ExecutionOptions.MakeThreads();
        var checkpoints = ExecutionOptions.MakeCheckpoints();
        var acceptBuild = ExecutionOptions.MakeAcceptBuild();
        var directory = new OutOption();
        var force = new Option<bool>("--force") { Description = "Replace another calibration in that directory." };
        var fitOnly = new Option<bool>("--fit-only") { Description = "Search nothing: run the values of the config as they are, and compare them with the targets." };
        var command = new Command("calibrate", "Look for the parameters with which a model meets the targets of its config, by approximate Bayesian computation or guided by a surrogate. Called again, it goes on where it stopped.");
        options.AddTo(command);
        command.Add(threads);
        command.Add(checkpoints);
        command.Add(acceptBuild);
        directory.AddTo(command);
        command.Add(force);
        command.Add(fitOnly);
        command.SetAction(result =>
        {
            var study = options.Load(result, models, terminal);
            if (study.Calibration is null)
                throw new ConfigException(new Problem(study.Name, 0, 0, "calibration", "the config has no such section: it says what to look for and what to meet"));
            var line = new ProgressLine(terminal);
            if (result.GetValue(fitOnly))
            {
                return Fit(study, new RunOptions
                {
                    Directory = Path.Combine(directory.Read(result, study), ConfiguredFit.Folder),
                    Threads = ExecutionOptions.ThreadsOf(result.GetValue(threads)),
                    CheckpointEvery = ExecutionOptions.CheckpointEvery(result.GetValue(checkpoints)),
                    AcceptBuild = result.GetValue(acceptBuild),
                    Force = result.GetValue(force),
                    Progress = progress => line.Show(progress),
                    Note = terminal.Note,
                }, line, terminal);
            }
            return Run(study, new CalibrationOptions
            {
                Directory = directory.Read(result, study),
                Threads = ExecutionOptions.ThreadsOf(result.GetValue(threads)),
                CheckpointEvery = ExecutionOptions.CheckpointEvery(result.GetValue(checkpoints)),
                AcceptBuild = result.GetValue(acceptBuild),
                Force = result.GetValue(force),
                Note = terminal.Note,
                Progress = progress => line.Show(progress.Runs, Label(progress, study.Calibration)),
                GenerationDone = generation =>
                {
                    line.End();
                    terminal.Error.WriteLine(CalibrationTable.Line(generation));
                },
                RoundDone = round =>
                {
                    line.End();
                    terminal.Error.WriteLine(SurrogateTable.Line(round));
                },
            }, line, terminal);
        });
        return command;
    }

    private static int Run(Study study, CalibrationOptions options, ProgressLine line, Terminal terminal)
    {
        using var interruption = new Interruption();
        var result = CalibrationRunner.Run(study, options, interruption.Token);
        line.End();
        if (result.Fits.Count > 0)
            CalibrationTable.Write(study, result, terminal);
        if (result.Message.Length > 0)
            terminal.Error.WriteLine(result.Message);
        if (result.Fits.Count > 0)
            terminal.Error.WriteLine($"Results: {result.Directory}");
        return result.IsInterrupted && interruption.ExitCode is { } code ? code : result.ExitCode;
    }

    private static int Fit(Study study, RunOptions options, ProgressLine line, Terminal terminal)
    {
        using var interruption = new Interruption();
        var (result, fits) = ConfiguredFit.Run(study, options, interruption.Token);
        line.End();
        if (fits.Count > 0)
            CalibrationTable.WriteConfigured(study, fits, terminal);
        if (result.Message.Length > 0)
            terminal.Error.WriteLine(result.Message);
        return result.IsInterrupted && interruption.ExitCode is { } code ? code : result.ExitCode;
    }

    private static string Label(CalibrationProgress progress, CalibrationPlan plan)
    {
        var word = plan.Method == CalibrationMethod.Guided ? "round" : "generation";
        return progress.Generation == 0
            ? string.Create(CultureInfo.InvariantCulture, $"posterior run anew, batch {progress.Batch}: ")
            : string.Create(CultureInfo.InvariantCulture, $"{word} {progress.Generation}, batch {progress.Batch}: ");
    }
}
