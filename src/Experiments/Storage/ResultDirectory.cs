using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>
/// A directory that this process writes: its lock, the files that say what it holds, and the tables at the end. Every
/// file grows under a temporary name and takes its final one when it is whole, the manifest last.
/// </summary>
internal sealed class ResultDirectory : IDisposable
{
    public const string ConfigName = StudyLoader.ResolvedName;

    /// <summary>How a calibration stands; a directory that has it holds no study of its own.</summary>
    public const string CalibrationName = "calibration.json";

    /// <summary>The verdicts on hypotheses; a directory that has it and no manifest holds no study of its own.</summary>
    public const string JudgementName = "hypotheses.csv";

    /// <summary>Begins the names of the temporary files of single runs.</summary>
    public const string SpillPrefix = ".spill-";

    private readonly DirectoryLock held;
    private bool writesDesign;
    private IReadOnlyList<StoredFile> known = [];
    private int spills;

    private ResultDirectory(string path, DirectoryLock held) => (Path, this.held) = (path, held);

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>
    /// Takes a directory for a study: what it held of the same study stays as it is until <see cref="Describe"/>, so that
    /// whatever is refused before changes nothing; another study's files go, where that was asked for.
    /// </summary>
    /// <param name="path">Made where it is missing.</param>
    /// <param name="study">The study.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="manifest">What is known of it before the first run.</param>
    /// <param name="note">Told where taking the directory needs a while.</param>
    /// <exception cref="StorageException">It is another's, in use, not to be written, or its design is lost.</exception>
    public static ResultDirectory Open(string path, Study study, StudyTables tables, Manifest manifest, Action<string>? note = null)
    {
        var directory = Take(path, note);
        try
        {
            // Looked at again, now that nobody else can change it.
            var (state, found) = DirectoryInspection.Look(path, manifest.Identity);
            if (DirectoryInspection.Refusal(path, state, found, study, manifest.Force) is { } refusal)
                throw StorageException.BadDirectory(refusal);
            if (state is DirectoryState.OtherStudy or DirectoryState.BeingReplaced)
                directory.Replace(manifest);
            else if (state == DirectoryState.Free)
                directory.RemoveOldResult(ledgerToo: true);
            else
                directory.known = [.. found!.Files.Where(file => IsOfTheStudy(file.Path))];
            directory.writesDesign = directory.WritesDesign(study, tables);
            return directory;
        }
        catch (Exception exception)
        {
            directory.Dispose();
            if (StorageException.IsRefusal(exception))
                throw StorageException.CannotStart(path, exception);
            throw;
        }
    }

    /// <summary>Takes a directory, whatever it holds, and removes what a writer that died left there unfinished.</summary>
    /// <exception cref="StorageException">It is in use, not to be written, or full.</exception>
    public static ResultDirectory Take(string path, Action<string>? note = null)
    {
        try
        {
            Directory.CreateDirectory(path);
            var directory = new ResultDirectory(path, DirectoryLock.Take(path, note));
            directory.Sweep(withProgress: false);
            return directory;
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.CannotStart(path, exception);
        }
    }

    /// <summary>A name of its own for a temporary file of a run.</summary>
    public string NewSpillPath() => System.IO.Path.Combine(
        Path, string.Create(CultureInfo.InvariantCulture, $"{SpillPrefix}{Interlocked.Increment(ref spills)}{TableFile.PartialSuffix}"));

    /// <summary>True for the files of a result that say what its study is: its config, its design, and what it takes data from.</summary>
    public static bool IsOfTheStudy(string file) =>
        file is ConfigName or StudyLoader.DesignName || file.StartsWith(InputFile.FolderName + "/", StringComparison.Ordinal);

    /// <summary>
    /// Says what the directory is going to hold, once nothing speaks against it any more. Until its files are those of the
    /// manifest, the manifest says nothing of the config, so that whoever dies in between leaves nothing that contradicts it.
    /// </summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Describe(Study study, StudyTables tables, Manifest manifest)
    {
        if (known.Count > 0)
            Write(manifest with { Files = [.. known.Where(file => file.Path != ConfigName)] });
        var config = TableFile.Write(Path, ConfigName, Encoding.UTF8.GetBytes(study.ResolvedYaml));
        var inputs = InputFolder.Write(Path, study);
        var design = writesDesign ? WriteDesign(study, tables) : known.FirstOrDefault(file => file.Path == tables.Design.FileName) ?? TableFile.Read(Path, tables.Design.FileName);
        known = [config, design, .. inputs];
        Write(manifest with { Files = known });
    }

    private StoredFile WriteDesign(Study study, StudyTables tables)
    {
        using var design = new TableFile(Path, tables.Design.FileName);
        DesignTable.Write(study, tables.Design, design.Append);
        var stored = design.Close();
        design.Move();
        return stored;
    }

    /// <summary>Makes sure that nobody has taken the directory away.</summary>
    /// <exception cref="StorageException">Somebody has.</exception>
    public void RequireHeld() => held.RequireHeld();

    /// <summary>Moves the tables into place with all that stands beside them; the manifest says from first to last what the directory holds.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Commit(IReadOnlyList<TableFile> written, Study study, StudyTables tables, Manifest manifest)
    {
        var stored = written.Select(file => file.Close()).ToList();
        RequireHeld();
        foreach (var file in written)
            file.Move();
        try
        {
            foreach (var name in DirectoryInspection.TableNames.Except(tables.All.Select(table => table.FileName)))
                File.Delete(System.IO.Path.Combine(Path, name));
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(Path, exception);
        }
        stored.Add(TableFile.Write(Path, DataPackage.FileName, DataPackage.Of(study, tables)));
        stored.Add(WriteScript(AnalysisScripts.RName, AnalysisScripts.R(study)));
        stored.Add(WriteScript(AnalysisScripts.PythonName, AnalysisScripts.Python(study)));
        // As they were written: what a hand has changed since is not what the runs follow from.
        stored.AddRange(known);
        Write(manifest with { Files = stored });
    }

    /// <summary>Removes what is still temporary, and lets go of the directory.</summary>
    public void Dispose()
    {
        try
        {
            Sweep(withProgress: true);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            // A file system that was lost cannot be tidied; the next writer does it.
        }
        held.Dispose();
    }

    /// <summary>
    /// Whether the design is to be written: without factors it follows from the config alone, and what a hand has changed
    /// in it is put right. Any other is written once, and then again only where what was lost has the same bytes.
    /// </summary>
    private bool WritesDesign(Study study, StudyTables tables)
    {
        if (study.Design.Factors.Count == 0)
            return true;
        var (name, known) = (tables.Design.FileName, this.known.FirstOrDefault(file => file.Path == tables.Design.FileName));
        var isThere = File.Exists(System.IO.Path.Combine(Path, name));
        if (known is null || (isThere && TableFile.Read(Path, name).Sha256 == known.Sha256))
            return !isThere;
        if (DesignTable.HashOf(study, tables.Design) == known.Sha256)
            return true;
        throw StorageException.BadDirectory(
            $"{name} in {Path} {(isThere ? "is not what was written" : "is missing")}, and this machine makes other rows of the config than those that were run: put {name} back from a copy, or run the study in another directory.");
    }

    /// <summary>The scripts are there to be changed: one that stands there is kept, and so is a link to one elsewhere, which is not followed.</summary>
    private StoredFile WriteScript(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        if (ResultFile.IsLink(path))
            return new StoredFile(name, 0, Convert.ToHexStringLower(SHA256.HashData([])));
        return File.Exists(path) ? TableFile.Read(Path, name) : TableFile.Write(Path, name, Encoding.UTF8.GetBytes(text));
    }

    private void Write(Manifest manifest) => TableFile.Write(Path, Manifest.FileName, manifest.ToBytes());

    /// <summary>
    /// Puts this study in place of another. Its manifest stands first, with a mark until nothing of the other is left, so that
    /// whoever dies in between leaves a directory that is known to be this study's and to hold nothing of it.
    /// </summary>
    private void Replace(Manifest manifest)
    {
        Write(manifest with { Replacing = true });
        // Where the other had just begun to replace this study, its runs may still be there.
        RemoveOldResult(ledgerToo: LedgerFile.IdentityAtAGlance(Path) != manifest.Identity);
    }

    /// <summary>Removes every file of a result, its ledger first, because that alone could be taken for one; the manifest stays.</summary>
    private void RemoveOldResult(bool ledgerToo)
    {
        string[] ledger = [LedgerFile.FileName, LedgerFile.JournalName];
        foreach (var name in ledger.Where(_ => ledgerToo).Concat(DirectoryInspection.KnownFiles.Except([.. ledger, Manifest.FileName])))
            File.Delete(System.IO.Path.Combine(Path, name));
        File.Delete(System.IO.Path.Combine(Path, ProgressFile.FileName));
        AnalysisFolder.Remove(Path);
        InputFolder.Remove(Path);
        ExportFolder.Remove(Path);
        Shards.RemoveAll(Path);
        SubmissionFolder.Remove(Path);
    }

    /// <param name="withProgress">Whether the last word of how far the study is goes too: a writer that is killed in a commit leaves no other that readers can count.</param>
    private void Sweep(bool withProgress)
    {
        foreach (var entry in Directory.EnumerateFiles(Path))
        {
            if (DirectoryInspection.IsTemporary(entry) && (withProgress || System.IO.Path.GetFileName(entry) != ProgressFile.FileName))
                File.Delete(entry);
        }
    }
}
