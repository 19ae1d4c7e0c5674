using System.Globalization;
using System.Text;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>
/// A directory while a study is written into it. Every file grows under a temporary name and takes its final one at
/// the end, the manifest last; until then the directory still holds what it held before.
/// </summary>
internal sealed class ResultDirectory : IDisposable
{
    public const string ConfigName = "config.resolved.yaml";

    /// <summary>Begins the names of the temporary files of single runs.</summary>
    public const string SpillPrefix = ".spill-";

    private readonly string path;
    private readonly DirectoryLock held;
    private readonly Dictionary<string, TableFile> files = [];
    private int spills;

    private ResultDirectory(string path, DirectoryLock held) => (this.path, this.held) = (path, held);

    /// <summary>Takes the directory and starts all files, the tables with their headers.</summary>
    /// <exception cref="StorageException">It is another's, in use, not to be written, or full.</exception>
    public static ResultDirectory Open(string path, Study study, StudyTables tables, Manifest manifest)
    {
        ResultDirectory? directory = null;
        try
        {
            Directory.CreateDirectory(path);
            directory = new ResultDirectory(path, DirectoryLock.Take(path));
            directory.Start(study, tables, manifest);
            return directory;
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            directory?.Dispose();
            throw StorageException.CannotStart(path, exception);
        }
        catch (StorageException)
        {
            directory?.Dispose();
            throw;
        }
    }

    /// <summary>The file of a table.</summary>
    public TableFile File(Table table) => files[table.FileName];

    /// <summary>A name of its own for a temporary file of a run.</summary>
    public string NewSpillPath() =>
        Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{SpillPrefix}{Interlocked.Increment(ref spills)}{TableFile.PartialSuffix}"));

    /// <summary>Moves everything into place; the manifest says from first to last what the directory holds.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Commit(Manifest manifest)
    {
        var stored = files.Values.Select(file => file.Close()).ToList();
        try
        {
            // From here to the end the directory holds some of the old and some of the new.
            Write(manifest with { Status = Manifest.Incomplete });
            foreach (var name in DirectoryInspection.KnownFiles)
            {
                if (name != Manifest.FileName && !files.ContainsKey(name))
                    System.IO.File.Delete(Path.Combine(path, name));
            }
            foreach (var name in files.Keys)
                System.IO.File.Move(Path.Combine(path, name + TableFile.PartialSuffix), Path.Combine(path, name), overwrite: true);
            Write(manifest with { Files = stored });
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(path, exception);
        }
    }

    /// <summary>Removes what is still temporary, and lets go of the directory.</summary>
    public void Dispose()
    {
        foreach (var file in files.Values)
            file.Dispose();
        try
        {
            Sweep();
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            // A file system that was lost cannot be tidied; the next writer does it.
        }
        held.Dispose();
    }

    private void Start(Study study, StudyTables tables, Manifest manifest)
    {
        // Looked at again, now that nobody else can change it.
        var (state, found) = DirectoryInspection.Look(path, manifest.Identity);
        if (DirectoryInspection.Refusal(path, state, found, study, manifest.Force) is { } refusal)
            throw StorageException.BadDirectory(refusal);
        if (state == DirectoryState.Stored && !manifest.Force)
            throw StorageException.BadDirectory($"Another process has just completed this study in {path}: run it again to see the table.");
        Sweep();
        // Marks a new directory as ours, so that what a killed process leaves can be run again.
        if (found is null)
            Write(manifest);
        foreach (var table in tables.All)
            Add(table.FileName, Csv.Header(table));
        DesignTable.Write(study, File(tables.Design).Append);
        Add(ConfigName, Encoding.UTF8.GetBytes(study.ResolvedYaml));
        Add(DataPackage.FileName, DataPackage.Of(study, tables));
        Add(AnalysisScripts.RName, Encoding.UTF8.GetBytes(AnalysisScripts.R(study)));
        Add(AnalysisScripts.PythonName, Encoding.UTF8.GetBytes(AnalysisScripts.Python(study)));
    }

    private void Add(string name, byte[] content)
    {
        var file = new TableFile(path, name);
        files.Add(name, file);
        file.Append(content);
    }

    private void Write(Manifest manifest)
    {
        using (var file = new TableFile(path, Manifest.FileName))
        {
            file.Append(manifest.ToBytes());
            file.Close();
        }
        System.IO.File.Move(Path.Combine(path, Manifest.FileName + TableFile.PartialSuffix), Path.Combine(path, Manifest.FileName), overwrite: true);
    }

    private void Sweep()
    {
        foreach (var entry in Directory.EnumerateFiles(path))
        {
            if (DirectoryInspection.IsLeftOver(entry) && Path.GetFileName(entry) != DirectoryLock.FileName)
                System.IO.File.Delete(entry);
        }
    }
}
