using System.Globalization;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>What a directory holds, seen by a study that wants it.</summary>
internal enum DirectoryState
{
    /// <summary>Nothing, or it is not there.</summary>
    Free,

    /// <summary>This study, complete.</summary>
    Stored,

    /// <summary>This study, but not all of it.</summary>
    Partial,

    /// <summary>Another study.</summary>
    OtherStudy,

    /// <summary>Files that no study wrote.</summary>
    Foreign,
}

/// <summary>Looks into a directory before anything is written.</summary>
internal static class DirectoryInspection
{
    /// <summary>The names of the tables that grow with the runs, plain.</summary>
    public static readonly IReadOnlyList<string> Tables = ["runs.csv", "ticks.csv", "events.csv", "agents.csv", "spells.csv", "timings.csv"];

    /// <summary>Every name that a table can have, plain or packed; the design apart.</summary>
    public static readonly IReadOnlyList<string> TableNames = [.. Tables, .. Tables.Select(name => name + Table.PackedSuffix)];

    /// <summary>Every name that a result can have.</summary>
    public static readonly IReadOnlyList<string> KnownFiles =
    [
        "design.csv", .. TableNames, ResultDirectory.ConfigName, DataPackage.FileName, AnalysisScripts.RName, AnalysisScripts.PythonName,
        Manifest.FileName, LedgerFile.FileName, LedgerFile.JournalName, .. AnalysisScripts.Figures,
    ];

    /// <exception cref="StorageException">The path is a file, or cannot be looked into.</exception>
    public static (DirectoryState State, Manifest? Manifest) Look(string directory, string identity)
    {
        if (File.Exists(directory))
            throw StorageException.BadDirectory($"{directory} is a file; the result of a study is a directory.");
        if (!Directory.Exists(directory))
            return (DirectoryState.Free, null);
        try
        {
            var (manifest, loss) = Manifest.Look(directory);
            if (manifest is null)
                return WithoutManifest(directory, identity, loss);
            if (manifest.FormatVersion > Manifest.CurrentFormat)
                throw StorageException.BadDirectory($"{directory} was written by a newer abm ({manifest.AbmVersion}): use that one.");
            if (manifest.Identity != identity)
                return (DirectoryState.OtherStudy, manifest);
            return (manifest.Status == Manifest.Complete ? DirectoryState.Stored : DirectoryState.Partial, manifest);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"Cannot read {directory}: {exception.Message}", exception);
        }
    }

    /// <summary>True for a directory that is not there, empty, or holds only what a writer left that died before its manifest stood.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static bool IsFree(string directory) => !Directory.Exists(directory) || Directory.EnumerateFileSystemEntries(directory).All(IsLeftOver);

    /// <summary>Says why a study may not have a directory, or null.</summary>
    public static string? Refusal(string directory, DirectoryState state, Manifest? manifest, Study study, bool force) => state switch
    {
        DirectoryState.Foreign =>
            $"{directory} is not empty and holds no result of a study{Lost(directory)}: choose another directory with --out. Nothing is replaced there, --force or not.",
        DirectoryState.OtherStudy when !force && manifest is null =>
            $"{directory} holds the runs of another study, whose {Manifest.FileName} {Manifest.Look(directory).Loss}: choose another directory with --out, or replace that study with --force.",
        DirectoryState.OtherStudy when !force =>
            $"{directory} holds another study ('{manifest!.Study}', model {manifest.Model}, {manifest.Status}{Difference(directory, manifest, study)}): choose another directory with --out, or replace that study with --force.",
        _ => null,
    };

    /// <summary>A ledger names its study too, so that its runs are not lost with the manifest.</summary>
    private static (DirectoryState State, Manifest? Manifest) WithoutManifest(string directory, string identity, string loss)
    {
        if (IsFree(directory))
            return (DirectoryState.Free, null);
        if (loss.Length == 0 || LedgerFile.IdentityAtAGlance(directory) is not { } found)
            return (DirectoryState.Foreign, null);
        if (found != identity)
            return (DirectoryState.OtherStudy, null);
        var isPacked = TableNames.Any(name => name.EndsWith(Table.PackedSuffix, StringComparison.Ordinal) && File.Exists(Path.Combine(directory, name)));
        return (DirectoryState.Partial, new Manifest { Identity = identity, Status = Manifest.Incomplete, Gzip = isPacked });
    }

    private static string Lost(string directory) => File.Exists(Path.Combine(directory, ResultDirectory.ConfigName))
        ? $" any more: neither {Manifest.FileName} nor {LedgerFile.FileName} can be read"
        : "";

    /// <summary>The first thing by which a study of the same name differs, as the end of a list; empty where that cannot be told.</summary>
    private static string Difference(string directory, Manifest manifest, Study study)
    {
        if (manifest.Study != study.Name || manifest.Model != study.Model.Name)
            return "";
        if (manifest.ResultsVersion != study.Model.ResultsVersion)
            return string.Create(CultureInfo.InvariantCulture, $"; its results version {manifest.ResultsVersion} there, {study.Model.ResultsVersion} here");
        var path = Path.Combine(directory, ResultDirectory.ConfigName);
        if (!File.Exists(path))
            return "";
        var pairs = File.ReadAllText(path).Split('\n').Zip(study.ResolvedYaml.Split('\n'));
        var (there, here) = pairs.FirstOrDefault(pair => pair.First != pair.Second);
        return there is null ? "" : $"; {Problem.Quote(there.Trim())} there, {Problem.Quote(here.Trim())} here";
    }

    /// <summary>True for what a writer that died leaves behind before its manifest stands.</summary>
    private static bool IsLeftOver(string path) =>
        IsTemporary(path)
        || Path.GetFileName(path) is DirectoryLock.FileName or DirectoryLock.RecordName or ResultDirectory.ConfigName
        || (Path.GetFileName(path) is LedgerFile.FileName or LedgerFile.JournalName && !LedgerFile.IsThere(Path.GetDirectoryName(path)!))
        || (Path.GetFileName(path) is "design.csv" or InputFile.FolderName && File.Exists(Path.Combine(Path.GetDirectoryName(path)!, ResultDirectory.ConfigName)));

    /// <summary>True for what a task writes into its shard.</summary>
    public static bool IsOfAWriter(string path) =>
        IsTemporary(path) || Path.GetFileName(path) is LedgerFile.FileName or LedgerFile.JournalName || DirectoryLock.IsOf(Path.GetFileName(path));

    /// <summary>True for what only a writer at work needs.</summary>
    public static bool IsTemporary(string path)
    {
        var name = Path.GetFileName(path);
        return name == ProgressFile.FileName
            || DirectoryLock.IsTemporary(name)
            || name.StartsWith(ResultDirectory.SpillPrefix, StringComparison.Ordinal)
            || KnownFiles.Append(ProgressFile.FileName).Any(known => name == known + TableFile.PartialSuffix);
    }
}
