using System.CommandLine;
using System.Globalization;
using Agents;
using Experiments.Config;
using Experiments.Runs;

namespace Commands;

/// <summary><c>abm verify</c>: whether a result is what was written, and what its study gives again.</summary>
internal static class VerifyCommand
{
    private const int DefaultRuns = 3;

    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var directory = new Argument<string>("directory") { Description = "The directory of a study." };
        var runs = new Option<string?>("--runs") { Description = "Runs to carry out again and compare byte by byte; the default is 3.", HelpName = "K" };
        var fast = new Option<bool>("--fast") { Description = "Only a glance: sizes of tables and the seals of runs, no rows, no run again unless --runs is given." };
        var command = new Command("verify", "Check every file of a result against its hash and the ledger, every run in the ledger, carry some runs out again and compare their bytes.");
        command.Add(directory);
        command.Add(runs);
        command.Add(fast);
        command.SetAction(result =>
        {
            using var interruption = new Interruption();
            try
            {
                return Show(Verification.Of(result.GetRequiredValue(directory), models, Count(result.GetValue(runs), result.GetValue(fast) ? 0 : DefaultRuns), interruption.Token, result.GetValue(fast)), terminal);
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
        var files = seen.IsFast
            ? Text($"{seen.Files} files are as long as what was written. Left out with --fast: the bytes of the tables, the rows in the ledger, and whether its pages fit together.\n")
            : Text($"{seen.Files} files are what was written; the scripts, which are yours to change, were not compared.\n");
        if (seen.Stored == 0)
            return files;
        var left = seen.Runs < seen.Done ? Text($", of {seen.Done} that are done; --runs {seen.Done} compares all") : "";
        var ledger = seen.IsFast ? "The records" : "The rows";
        var tables = seen.Tables > 0 ? Text($" {seen.Tables} tables are what the ledger gives.") : "";
        return files + Text($"{ledger} of {seen.Stored} runs in the ledger are what was stored; {seen.Runs} runs, carried out again, gave the same bytes{left}.{tables}\n");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static int Count(string? typed, int otherwise)
    {
        if (typed is null)
            return otherwise;
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new ConfigException(new Problem("--runs", 0, 0, "", $"{Problem.Quote(typed)} is not a whole number, 0 or more"));
    }
}
