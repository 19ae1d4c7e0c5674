using System.Globalization;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>Takes over what is whole of a ledger whose pages do not fit together any more, run by run.</summary>
internal static class LedgerSalvage
{
    /// <summary>Runs that are looked for beyond those that a study wants: a page may claim any number.</summary>
    private const int MostBeyond = 10_000_000;

    /// <summary>Puts a new ledger, with every run that can still be read and is what was written, in place of a broken one.</summary>
    /// <param name="directory">The directory, whose lock this process holds.</param>
    /// <param name="study">The study whose runs it holds.</param>
    /// <param name="broken">What is wrong with it.</param>
    /// <param name="note">Told how many runs are kept; null where nobody is.</param>
    /// <exception cref="StorageException">It is no ledger or another study's, or the file system gave way.</exception>
    public static void Mend(string directory, Study study, StorageException broken, Action<string>? note)
    {
        var path = Path.Combine(directory, LedgerFile.FileName);
        var partial = path + TableFile.PartialSuffix;
        try
        {
            File.Delete(partial);
            if (!LedgerCheck.IsMarked(path))
                throw LedgerFile.NoLedger(path, "is no ledger of abm", broken);
            var kept = Keep(directory, study, partial);
            // A journal of what is going to be replaced must never be played back into what replaces it.
            File.Delete(Path.Combine(directory, LedgerFile.JournalName));
            File.Move(partial, path, overwrite: true);
            var lost = Manifest.Read(directory) is { Runs.Total: > 0 } manifest ? Math.Max(0, manifest.Runs.Total - kept) : (int?)null;
            note?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{broken.Fact}: {kept} runs of it are whole and are kept; {(lost is { } count ? $"{count} others" : "the others")} are made again."));
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(path, exception);
        }
    }

    private static int Keep(string directory, Study study, string partial)
    {
        using var old = Ledger.ReadBroken(directory, study);
        var identity = Manifest.IdentityOf(study);
        if (Read(() => old?.Word(LedgerCommands.Identity)) is { } found && found != identity)
            throw LedgerFile.OfAnotherStudy(Path.Combine(directory, LedgerFile.FileName));
        using var made = Ledger.Begin(partial, study);
        // Where the word is lost, the keys of the runs tell that they are this study's.
        made.Keep(LedgerCommands.Identity, identity);
        made.Keep(LedgerCommands.Build, Read(() => old?.Word(LedgerCommands.Build)) ?? "unknown");
        if (Read(() => old?.Word(LedgerCommands.SeveralBuilds)) is { } several)
            made.Keep(LedgerCommands.SeveralBuilds, several);
        var keys = new RunKeys(study);
        var (kept, last) = (0, old is null ? 0 : Last(old, study));
        for (var runId = 1; runId <= last; runId++)
        {
            if (Read(() => old!.Find(runId, run => run is not null && run.Key.AsSpan().SequenceEqual(keys.Of(runId)) && made.TryAdd(run))))
                kept++;
            made.CommitIfDue();
        }
        made.Commit();
        return kept;
    }

    private static int Last(Ledger old, Study study) => Math.Max(study.Runs, (int)Math.Min(Read(old.Greatest), MostBeyond));

    /// <summary>What can be read; nothing, where the ledger is broken.</summary>
    private static T? Read<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (StorageException exception) when (exception.IsLedgerLost)
        {
            return default;
        }
    }
}
