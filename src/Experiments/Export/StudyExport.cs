using System.Globalization;
using Experiments.Runs;
using Experiments.Storage;

namespace Experiments.Export;

/// <summary>
/// Writes the tables of a result in another form. The result is only read, by its data package and its tables alone, so
/// that neither the model nor the ledger is needed.
/// </summary>
public static class StudyExport
{
    /// <summary>Exports the result of a directory.</summary>
    /// <returns>What became of it. Unusable directories and full disks are told here, not thrown.</returns>
    public static ExportResult Run(ExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var path = StoredStudy.FullPath(options.Directory);
            var manifest = RequireResult(path);
            var own = ResultFile.PathOf(path, $"{ExportFolder.Name}/{options.Format.ToString().ToLowerInvariant()}");
            var folder = StoredStudy.FullPath(options.Folder ?? own);
            if (File.Exists(Path.Combine(folder, Manifest.FileName)) || File.Exists(Path.Combine(folder, DataPackage.FileName)))
                throw StorageException.BadDirectory($"{folder} holds tables of a result, which an export never replaces: name another folder with --out.");
            var tables = Write(Sources(path, manifest), folder, options.Format);
            if (folder == own)
                RemoveOld(folder, options.Format, tables.Select(table => table.Table));
            return new ExportResult { ExitCode = 0, Folder = folder, Tables = tables, Message = Note(manifest) };
        }
        catch (StorageException exception)
        {
            return new ExportResult { ExitCode = exception.ExitCode, Message = exception.Message };
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            return new ExportResult { ExitCode = 2, Message = $"Cannot export {options.Directory}: {exception.Message}" };
        }
    }

    /// <summary>What a directory says of a result whose runs have all been made.</summary>
    private static Manifest RequireResult(string path)
    {
        var manifest = StoredStudy.RequireManifest(path);
        if (DirectoryLock.Holder(path) is { } writer)
            throw StorageException.BadDirectory($"{path} is being written by {writer.Words}: wait until it is done; abm status {path} says how far it is.");
        if (!manifest.HasTables || manifest.Runs.Missing > 0)
            throw StorageException.BadDirectory($"{path} holds only a part of its study: complete it with abm resume {path}, then export it.");
        return manifest;
    }

    private static string Note(Manifest manifest) => manifest.Runs.Failed + manifest.Runs.TimedOut is > 0 and var failed
        ? string.Create(CultureInfo.InvariantCulture, $"{failed} of {manifest.Runs.Total} runs failed or took too long: they have no rows of ticks, events or agents.")
        : "";

    private static List<(string Table, long Rows)> Write(List<Source> sources, string folder, ExportFormat format)
    {
        var files = new List<TableFile>();
        Make(folder, format);
        try
        {
            var rows = sources.Select(source => (source.Name, Write(source, Start(source.Name), format))).ToList();
            if (format == ExportFormat.Stata)
                StataTable.WriteNames(sources.Select(source => (source.Name, source.Table)), Start(ExportFolder.NamesName));
            files.ForEach(file => file.Close());
            files.ForEach(file => file.Move());
            return rows;
        }
        catch (StorageException exception) when (exception.IsLost)
        {
            throw Lost(folder, exception.InnerException!);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
            files.ForEach(file => file.Discard());
        }

        Stream Start(string name)
        {
            files.Add(new TableFile(folder, name + Ending(format), isShared: true));
            return files[^1].Content;
        }
    }

    private static string Ending(ExportFormat format) => format == ExportFormat.Parquet ? ExportFolder.ParquetEnding : ExportFolder.StataEnding;

    /// <summary>Removes the tables that an earlier export had and this one has not, such as those of an analysis that is gone.</summary>
    private static void RemoveOld(string folder, ExportFormat format, IEnumerable<string> tables)
    {
        var written = tables.Append(ExportFolder.NamesName).Select(name => name + Ending(format));
        foreach (var name in ExportFolder.KnownFiles(Ending(format)).Except(written))
            File.Delete(Path.Combine(folder, name));
    }

    private static long Write(Source source, Stream output, ExportFormat format)
    {
        using var table = new TableReading(source.Folder, source.Table, source.Hash, source.Advice);
        if (format == ExportFormat.Parquet)
            ParquetTable.Write(table, output);
        else
            StataTable.Write(table, output);
        return table.Rows;
    }

    /// <summary>The tables of the result and, where there are any, those of its last analysis, which have no hash to be held against.</summary>
    private static List<Source> Sources(string path, Manifest manifest)
    {
        var advice = $"abm resume {path} writes the tables again from the ledger.";
        var hashes = manifest.Files.ToDictionary(file => file.Path, file => file.Sha256);
        if (StoredStudy.DamageOf(path, manifest with { Files = [.. manifest.Files.Where(file => file.Path == DataPackage.FileName)] }, isThorough: true) is [var damage])
            throw StorageException.BadDirectory($"{path}: {damage.Words}. {advice}");
        var sources = DataPackage.Read(path).Select(table => new Source(table.Name, path, table, hashes.GetValueOrDefault(table.FileName), advice)).ToList();
        var analysis = ResultFile.PathOf(path, AnalysisFolder.Name);
        if (File.Exists(Path.Combine(analysis, DataPackage.FileName)))
        {
            sources.AddRange(DataPackage.Read(analysis).Select(table => new Source(
                ExportFolder.AnalysisPrefix + table.Name, analysis, table, null, $"abm analyse {path} writes the tables of the analysis again.")));
        }
        return sources;
    }

    /// <summary>Several exports may write one folder at once: each file is whole, and the last one's.</summary>
    private static void Make(string folder, ExportFormat format)
    {
        try
        {
            Directory.CreateDirectory(folder);
            TableFile.RemoveLeft(folder, ExportFolder.KnownFiles(Ending(format)), areAllLeft: false);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            var refusal = StorageException.CannotStart(folder, exception);
            throw refusal.IsLost ? Lost(folder, exception) : refusal;
        }
    }

    /// <summary>A file system that gave way beside a result that is whole.</summary>
    private static StorageException Lost(string folder, Exception cause) =>
        StorageException.Lost(folder, cause, $"The result itself is as it was: {StorageException.FirstStep(cause)}, or name another folder with --out, and export again.");

    /// <summary>A table that is to be exported.</summary>
    /// <param name="Name">Its name there.</param>
    /// <param name="Folder">Where it is now.</param>
    /// <param name="Table">Its columns.</param>
    /// <param name="Hash">The hash of its file, or null.</param>
    /// <param name="Advice">What to do where it is damaged.</param>
    private sealed record Source(string Name, string Folder, Table Table, string? Hash, string Advice);
}
