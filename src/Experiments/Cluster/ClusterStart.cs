using System.Globalization;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>A result directory that is ready for tasks: its config, design and manifest stand, and what earlier tasks stored is in its ledger.</summary>
/// <param name="Missing">Runs that are wanted and not over, in order.</param>
/// <param name="Message">What was found on the way, each line ended; empty where there is nothing to say.</param>
internal sealed record ClusterStart(IReadOnlyList<int> Missing, string Message)
{
    /// <summary>Starts a directory, or takes up the one that is there.</summary>
    /// <exception cref="StorageException">The directory is another's, in use, or cannot be written.</exception>
    public static ClusterStart Of(Study study, string path, SubmitOptions options)
    {
        var (state, found) = DirectoryInspection.Look(path, Manifest.IdentityOf(study));
        if (state == DirectoryState.Stored && found!.Replications == study.Replications)
            return new ClusterStart([], "");
        var gzip = state is DirectoryState.Partial or DirectoryState.Stored && found!.Gzip;
        // Looks again, refuses what is another's, and writes what a result begins with.
        var (tables, manifest) = (new StudyTables(study, gzip), Manifest.Of(study, threads: 1, options.Force, gzip));
        using var directory = ResultDirectory.Open(path, study, tables, manifest, options.Note);
        var notes = new List<string>();
        using var ledger = Ledger.Open(path, study, options.AcceptBuild, notes.Add);
        new RunKeys(study).Require(ledger, path);
        directory.Describe(study, tables, manifest);
        var import = new ShardImport(study, path, ledger);
        import.Run();
        return new ClusterStart([.. MissingRuns(study, ledger, options.RetryFailed)], string.Concat(notes.Select(note => note + "\n").Concat(Lines(import))));
    }

    /// <summary>The runs that a ledger's study wants and that are not over; what timed out is tried again, and on request what failed.</summary>
    public static IEnumerable<int> MissingRuns(Study study, Ledger ledger, bool retryFailed) =>
        RunPlan.Of(study, ledger).Runs.Where(run => ledger.StatusOf(run) is null or RunStatus.TimedOut || (retryFailed && ledger.StatusOf(run) == RunStatus.Failed));

    private static IEnumerable<string> Lines(ShardImport import)
    {
        if (import.NewRuns > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{import.NewRuns} runs of earlier tasks were merged first.\n");
        foreach (var complaint in import.Complaints)
            yield return complaint + "\n";
    }
}
