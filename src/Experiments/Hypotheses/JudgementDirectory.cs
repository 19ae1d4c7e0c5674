using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Hypotheses;

/// <summary>The directory in which studies are judged together, while this process holds it.</summary>
internal sealed class JudgementDirectory : IDisposable
{
    private readonly DirectoryLock held;

    private JudgementDirectory(string path, DirectoryLock held) => (Path, this.held) = (path, held);

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Takes a directory.</summary>
    /// <param name="path">Made where it is missing.</param>
    /// <param name="command">The command that it is for; see <see cref="JudgementMark"/>.</param>
    /// <param name="studies">What is to be judged.</param>
    /// <param name="note">Told where taking it needs a while.</param>
    /// <exception cref="StorageException">It is another's, in use, or not to be written.</exception>
    public static JudgementDirectory Open(string path, string command, IReadOnlyList<Study> studies, Action<string>? note)
    {
        JudgementDirectory? directory = null;
        try
        {
            Directory.CreateDirectory(path);
            directory = new JudgementDirectory(path, DirectoryLock.Take(path, note));
            directory.Begin(command, studies);
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

    /// <summary>Makes sure that nobody has taken the directory away.</summary>
    /// <exception cref="StorageException">Somebody has.</exception>
    public void RequireHeld() => held.RequireHeld();

    public void Dispose() => held.Dispose();

    private void Begin(string command, IReadOnlyList<Study> studies)
    {
        var found = JudgementMark.CommandOf(Path);
        if (found is null)
            RequireNothingElse(studies);
        else if (found != command)
            throw StorageException.BadDirectory($"{Path} holds {JudgementMark.Words(found)}: choose another directory with --out, or go on there with abm {found}.");
        foreach (var left in Directory.EnumerateFiles(Path).Where(DirectoryInspection.IsTemporary).ToList())
            File.Delete(left);
        JudgementMark.Write(Path, command);
    }

    /// <summary>
    /// Nothing may stand there but what was left before the mark, and folders of the same studies, which an older abm wrote
    /// without one: within another result nobody would look for them, and a table of somebody else's would be written over.
    /// </summary>
    private void RequireNothingElse(IReadOnlyList<Study> studies)
    {
        var ids = studies.Select(study => study.Hypothesis!.Id).ToHashSet(StringComparer.Ordinal);
        var other = File.Exists(System.IO.Path.Combine(Path, ResultDirectory.CalibrationName)) ? "holds a calibration"
            : Manifest.Read(Path) is not null || LedgerFile.IsThere(Path) ? "holds the result of a study"
            : Directory.EnumerateFileSystemEntries(Path).All(entry => DirectoryInspection.IsLeftOver(entry) || (Directory.Exists(entry) && ids.Contains(System.IO.Path.GetFileName(entry)))) ? null
            : "is not empty, and nothing in it says that abm judged there";
        if (other is not null)
            throw StorageException.BadDirectory($"{Path} {other}: choose another directory with --out.");
    }
}
