using System.Globalization;
using System.Text;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>What a directory holds, seen by a study that wants it.</summary>
internal enum DirectoryState
{
    /// <summary>Nothing, or it is not there, or holds only what a writer that died left before its manifest stood.</summary>
    Free,

    /// <summary>This study, complete.</summary>
    Stored,

    /// <summary>This study, but not all of it.</summary>
    Partial,

    /// <summary>Another study, whole or not, or one that was replacing another.</summary>
    OtherStudy,

    /// <summary>This study, which was stopped while it removed another.</summary>
    BeingReplaced,

    /// <summary>Files that no study wrote, or a calibration, or judgements.</summary>
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
            var (manifest, _) = Manifest.Look(directory);
            if (manifest is null)
                return WithoutManifest(directory, identity);
            if (manifest.FormatVersion > Manifest.CurrentFormat)
                throw StorageException.BadDirectory($"{directory} was written by a newer abm ({manifest.AbmVersion}): use that one.");
            if (manifest.Identity != identity)
                return (DirectoryState.OtherStudy, manifest);
            if (manifest.Replacing)
                return (DirectoryState.BeingReplaced, manifest);
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
            $"{directory} {ForeignWords(directory)}: choose another directory with --out. Nothing is replaced there, --force or not.",
        DirectoryState.OtherStudy when !force && manifest is null =>
            $"{directory} holds the runs of another study, whose {Manifest.FileName} {Manifest.Look(directory).Loss}: choose another directory with --out, or replace that study with --force.",
        DirectoryState.OtherStudy when !force && manifest!.FormatVersion != Manifest.CurrentFormat =>
            $"{directory} holds a study in an older format, written by abm {manifest.AbmVersion}: choose another directory with --out, or replace that study with --force.",
        DirectoryState.OtherStudy when !force && manifest!.Replacing =>
            $"{directory} was about to be replaced by another study ('{manifest.Study}', model {manifest.Model}): choose another directory with --out, or replace what is there with --force.",
        DirectoryState.OtherStudy when !force =>
            $"{directory} holds another study ('{manifest!.Study}', model {manifest.Model}, {manifest.Status}{Difference(directory, manifest, study)}): choose another directory with --out, or replace that study with --force.",
        _ => null,
    };

    /// <summary>A ledger names its study too, so that its runs are not lost with the manifest.</summary>
    private static (DirectoryState State, Manifest? Manifest) WithoutManifest(string directory, string identity)
    {
        if (IsFree(directory))
            return (DirectoryState.Free, null);
        if (LedgerFile.IdentityAtAGlance(directory) is not { } found)
            return (DirectoryState.Foreign, null);
        if (found != identity)
            return (DirectoryState.OtherStudy, null);
        var isPacked = TableNames.Any(name => name.EndsWith(Table.PackedSuffix, StringComparison.Ordinal) && File.Exists(Path.Combine(directory, name)));
        return (DirectoryState.Partial, new Manifest { Identity = identity, Status = Manifest.Incomplete, Gzip = isPacked });
    }

    private static string ForeignWords(string directory)
    {
        bool Has(string name) => File.Exists(Path.Combine(directory, name));
        return Has(ResultDirectory.CalibrationName) ? "holds a calibration, not a study"
            : JudgementMark.CommandOf(directory) is { } command ? $"holds {JudgementMark.Words(command)}, not a study"
            : Has(ResultDirectory.ConfigName) ? $"is not empty and holds no result of a study any more: neither {Manifest.FileName} nor {LedgerFile.FileName} can be read"
            : "is not empty and holds no result of a study";
    }

    /// <summary>The first thing by which a study of the same name differs, as the end of a list; empty where that cannot be told.</summary>
    private static string Difference(string directory, Manifest manifest, Study study)
    {
        if (manifest.Study != study.Name || manifest.Model != study.Model.Name)
            return "";
        if (manifest.ResultsVersion != study.Model.ResultsVersion)
            return string.Create(CultureInfo.InvariantCulture, $"; its results version {manifest.ResultsVersion} there, {study.Model.ResultsVersion} here");
        if (!File.Exists(Path.Combine(directory, ResultDirectory.ConfigName)))
            return "";
        var pairs = Encoding.UTF8.GetString(ResultFile.Read(directory, ResultDirectory.ConfigName)).Split('\n').Zip(study.ResolvedYaml.Split('\n'));
        var (there, here) = pairs.FirstOrDefault(pair => pair.First != pair.Second);
        return there is null ? "" : $"; {Problem.Quote(there.Trim())} there, {Problem.Quote(here.Trim())} here";
    }

    /// <summary>True for what a writer that died leaves behind before its manifest stands.</summary>
    public static bool IsLeftOver(string path) =>
        IsTemporary(path)
        || DirectoryLock.IsOf(Path.GetFileName(path))
        || Path.GetFileName(path) is ResultDirectory.ConfigName
        || IsEmptyFolder(path)
        || (Path.GetFileName(path) is LedgerFile.FileName or LedgerFile.JournalName && !LedgerFile.IsThere(Path.GetDirectoryName(path)!))
        || (Path.GetFileName(path) is "design.csv" or InputFile.FolderName && File.Exists(Path.Combine(Path.GetDirectoryName(path)!, ResultDirectory.ConfigName)));

    private static bool IsEmptyFolder(string path) => Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any();

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
            || KnownFiles.Append(ProgressFile.FileName).Append(JudgementMark.FileName).Any(known => name == known + TableFile.PartialSuffix);
    }
}
