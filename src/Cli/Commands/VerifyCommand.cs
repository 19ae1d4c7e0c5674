using System.CommandLine;
using System.Globalization;
using Agents;
using Experiments.Config;
using Experiments.Runs;

namespace Cli.Commands;

/// <summary><c>abm verify</c>: whether a result is what was written, and what its study gives again.</summary>
internal static class VerifyCommand
{
    private const int DefaultRuns = 3;

    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var directory = new Argument<string>("directory") { Description = "The directory of a study." };
        var runs = new Option<string?>("--runs") { Description = "Runs to carry out again and compare byte by byte; the default is 3.", HelpName = "K" };
        var command = new Command("verify", "Check every file of a result against its hash, carry some runs out again and compare their bytes.");
        command.Add(directory);
        command.Add(runs);
        command.SetAction(result =>
        {
            using var interruption = new Interruption();
            try
            {
                return Show(Verification.Of(result.GetRequiredValue(directory), models, Count(result.GetValue(runs)), interruption.Token), terminal);
            }
            catch (OperationCanceledException)
            {
                return interruption.ExitCode ?? ExitCode.Interrupted;
            }
        });
        return command;
    }

    private static int Show(Verification verification, Terminal terminal)
    {
        foreach (var problem in verification.Problems)
            terminal.Error.WriteLine(problem);
        if (verification.Advice.Length > 0)
            terminal.Error.WriteLine(verification.Advice);
        if (verification.ExitCode != ExitCode.BadInput)
            terminal.Out.Write(Seen(verification));
        return verification.ExitCode;
    }

    /// <summary>What was compared, and what was not.</summary>
    private static string Seen(Verification seen)
    {
        var files = Text($"{seen.Files} files are what was written; the scripts, which are yours to change, were not compared.\n");
        if (seen.Stored == 0)
            return files;
        var left = seen.Runs < seen.Done ? Text($", of {seen.Done} that are done; --runs {seen.Done} compares all") : "";
        return files + Text($"The rows of {seen.Stored} runs in the ledger are what was stored; {seen.Runs} runs, carried out again, gave the same bytes{left}.\n");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static int Count(string? typed)
    {
        if (typed is null)
            return DefaultRuns;
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new ConfigException(new Problem("--runs", 0, 0, "", $"{Problem.Quote(typed)} is not a whole number, 0 or more"));
    }
}
