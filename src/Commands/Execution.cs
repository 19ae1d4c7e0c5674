using Commands.Screen;
using Experiments.Config;
using Experiments.Runs;

namespace Commands;

/// <summary>Carries out runs in front of somebody: progress meanwhile, the summary and what went wrong at the end.</summary>
internal static class Execution
{
    private const int MostFailures = 10;

    /// <summary>The exit code of an execution.</summary>
    public static int Show(RunOptions options, Func<RunOptions, CancellationToken, StudyResult> run, Terminal terminal)
    {
        using var interruption = new Interruption();
        var progress = new ProgressLine(terminal);
        var result = run(options with { Progress = progress.Show, Note = terminal.Note }, interruption.Token);
        progress.End();
        var code = Show(result, terminal);
        return result.IsInterrupted && interruption.ExitCode is { } signal ? signal : code;
    }

    /// <summary>Says what became of a study.</summary>
    public static int Show(StudyResult result, Terminal terminal)
    {
        if (result.Summary is { } summary)
            SummaryTable.Write(summary, terminal);
        foreach (var failure in result.Failures.Take(MostFailures))
            terminal.Error.WriteLine(new Problem($"run {failure.RunId} ({failure.Scenario}, seed {failure.Seed}, replication {failure.Replication})", 0, 0, "", failure.Message));
        if (result.Failures.Count > MostFailures)
            terminal.Error.WriteLine($"... and {result.Failures.Count - MostFailures} more failed runs; timings.csv names them all.");
        if (result.Message.Length > 0)
            terminal.Error.WriteLine(result.Message);
        if (result.Summary is not null || result.WasStored)
            terminal.Error.WriteLine($"Results: {result.Directory}");
        return result.ExitCode;
    }
}
