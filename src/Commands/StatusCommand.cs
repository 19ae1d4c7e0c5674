using System.CommandLine;
using System.Globalization;
using Commands.Screen;
using Experiments.Runs;

namespace Commands;

/// <summary><c>abm status</c>: how far the study of a directory has come.</summary>
internal static class StatusCommand
{
    public static Command Make(Terminal terminal)
    {
        var directory = new Argument<string>("directory") { Description = "The directory of a study." };
        var command = new Command("status", "Say how far a study has come, and who writes it; never disturbs the writer.");
        command.Add(directory);
        command.SetAction(result =>
        {
            var (status, complaint) = StudyStatus.Of(result.GetRequiredValue(directory));
            if (status is null)
            {
                terminal.Error.WriteLine(complaint);
                return ExitCode.BadInput;
            }
            foreach (var line in Lines(status))
                terminal.Out.WriteLine(line);
            return status.IsComplete ? ExitCode.Done : ExitCode.Incomplete;
        });
        return command;
    }

    private static IEnumerable<string> Lines(StudyStatus status)
    {
        yield return $"study: {status.Study} (model {status.Model})";
        yield return Line($"runs: {status.Total}");
        yield return Line($"done: {status.Done}");
        yield return Line($"running: {status.Running}");
        yield return Line($"failed: {status.Failed}");
        yield return Line($"timed out: {status.TimedOut}");
        yield return Line($"missing: {status.Missing}");
        if (status.TimeLeft is { } left)
            yield return $"time left: {Duration.About(left, status.Uncertainty)}";
        if (status.Writer is not null)
            yield return $"written by: {status.Writer}";
        if (status.Advice.Length > 0)
            yield return status.Advice;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
