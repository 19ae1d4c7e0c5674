using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Agents;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>A result that nobody writes: its study, its manifest and the records of its runs.</summary>
internal sealed class StoredStudy : IDisposable
{
    private readonly Ledger ledger;

    private StoredStudy(string path, Study study, Manifest manifest, Ledger ledger)
    {
        (Path, Study, Manifest, this.ledger) = (path, study, manifest, ledger);
        Plan = Planned(study, ledger);
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>The study, with the design that was written.</summary>
    public Study Study { get; }

    /// <summary>What the directory says of itself.</summary>
    public Manifest Manifest { get; }

    /// <summary>The rows of its runs.</summary>
    public Ledger Ledger => ledger;

    /// <summary>The runs that it wants in its tables.</summary>
    public RunPlan Plan { get; }

    /// <summary>The runs that are in its tables, in the order of run_id; those that are not done too.</summary>
    /// <exception cref="StorageException">The ledger cannot be read, or a run is not what was written or is missing.</exception>
    public IEnumerable<RunRecord> Records => Whole(ledger.Records().Where(record => Plan.Contains(record.RunId)));

    /// <summary>The same, with what statistics ask of those that are done.</summary>
    /// <param name="parts">The statistics.</param>
    /// <exception cref="StorageException">The ledger cannot be read, or a run is not what was written or is missing.</exception>
    public IEnumerable<(RunRecord Record, SeenRun? Run)> Seen(IReadOnlyCollection<RunStatistic> parts) =>
        Whole(SeenRunReader.Read(ledger, Study, parts).Where(run => Plan.Contains(run.Record.RunId)));

    /// <summary>Runs that were over when the tables were written, and are not in the ledger any more.</summary>
    public int Lacking => Math.Max(0, Manifest.Runs.Total - Manifest.Runs.Missing - Plan.Known(ledger));

    /// <summary>Opens a result to read it: nothing in it is changed, not even for a moment.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="models">The models that a config can name.</param>
    /// <exception cref="StorageException">It holds no result, or a process writes it, or it cannot be read.</exception>
    /// <exception cref="ConfigException">Its config cannot be read.</exception>
    public static StoredStudy Open(string directory, IReadOnlyList<ModelDefinition> models)
    {
        var path = FullPath(directory);
        var study = Load(path, models, Overrides.None);
        var manifest = RequireManifest(path);
        RequireIdentity(path, manifest, study);
        RequireUnwritten(path);
        return new StoredStudy(path, study, manifest, Ledger.Read(path, study));
    }

    /// <summary>Refuses a directory that a process writes.</summary>
    /// <exception cref="StorageException">One does, or whether one does cannot be read.</exception>
    public static void RequireUnwritten(string path)
    {
        try
        {
            if (DirectoryLock.Holder(path) is { } writer)
                throw StorageException.BadDirectory($"{path} is in use by {writer.Words}: {writer.Advice}.");
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"Cannot read {path}: {exception.Message}", exception);
        }
    }

    /// <summary>The study of a directory, with the design that was written there.</summary>
    /// <exception cref="StorageException">It holds no study.</exception>
    /// <exception cref="ConfigException">Its config cannot be read.</exception>
    public static Study Load(string path, IReadOnlyList<ModelDefinition> models, Overrides overrides)
    {
        var manifest = RequireManifest(path);
        RequireConfig(path);
        RequireSource(path, manifest);
        if (DesignDamage(path, manifest) is { } damage)
            throw StorageException.BadDirectory($"{System.IO.Path.Combine(path, damage.Words)}: abm resume {path} makes it again, or says how.");
        return StudyLoader.LoadStored(path, models, overrides);
    }

    /// <summary>
    /// The study of a directory that is going to be written: its manifest may be lost where its ledger is not, and its
    /// design where the config gives it again, byte for byte.
    /// </summary>
    /// <exception cref="StorageException">It holds no study, or more is lost than can be made again.</exception>
    /// <exception cref="ConfigException">Its config cannot be read.</exception>
    public static Study LoadToMend(string path, IReadOnlyList<ModelDefinition> models, Overrides overrides)
    {
        var manifest = LedgerFile.IdentityAtAGlance(path) is not null && Manifest.Look(path).Manifest is null ? null : RequireManifest(path);
        RequireConfig(path);
        RequireSource(path, manifest);
        if (DesignDamage(path, manifest) is not { } damage)
            return StudyLoader.LoadStored(path, models, overrides);
        try
        {
            return StudyLoader.Load(System.IO.Path.Combine(path, ResultDirectory.ConfigName), models, overrides);
        }
        catch (ConfigException exception)
        {
            throw StorageException.BadDirectory($"{damage.Words} in {path}, and its rows stand in no other file there: {RunItsConfig(path)}", exception);
        }
    }

    /// <summary>Refuses a study that is not the one whose runs a directory holds, because its config was changed or this abm is another.</summary>
    /// <exception cref="StorageException">It is not.</exception>
    public static void RequireIdentity(string path, Manifest manifest, Study study)
    {
        if (manifest.Identity == Manifest.IdentityOf(study, manifest.OnlyRun))
            return;
        var maker = manifest.AbmVersion == Build.Version ? "" : $" (or this abm, {Build.Version}, is not the {manifest.AbmVersion} that made them)";
        throw StorageException.BadDirectory(manifest.ResultsVersion != study.Model.ResultsVersion
            ? string.Create(CultureInfo.InvariantCulture, $"{path} holds runs of results version {manifest.ResultsVersion} of the model {study.Model.Name}, and this abm makes those of version {study.Model.ResultsVersion}: use abm {manifest.AbmVersion}, or run the study in another directory with --out.")
            : $"{ResultDirectory.ConfigName} in {path} is not that of the runs which are stored there{maker}: {RunItsConfig(path)}");
    }

    /// <summary>What a directory says of itself.</summary>
    /// <exception cref="StorageException">It holds no study, or one in another format.</exception>
    public static Manifest RequireManifest(string path)
    {
        if (!Directory.Exists(path))
            throw StorageException.BadDirectory($"There is no directory {path}: run a config with --out {path}.");
        if (File.Exists(System.IO.Path.Combine(path, ResultDirectory.CalibrationName)))
        {
            var config = ConfigLoss(path) is null ? System.IO.Path.Combine(path, ResultDirectory.ConfigName) : "with the config that it was made from and";
            throw StorageException.BadDirectory($"{path} holds a calibration, not a study: abm calibrate {config} --out {path} goes on with it, or shows it where it is over.");
        }
        var (manifest, loss) = Manifest.Look(path);
        if (manifest is { Replacing: true })
            throw StorageException.BadDirectory($"{path} was about to be replaced by the study '{manifest.Study}' (model {manifest.Model}): run its config with --out {path}, which goes on with that.");
        if (manifest is null)
            throw StorageException.BadDirectory(WithoutManifest(path, loss));
        return manifest.FormatVersion == Manifest.CurrentFormat
            ? manifest
            : throw StorageException.BadDirectory($"{path} was written in another format ({manifest.FormatVersion}; this is {Manifest.CurrentFormat}), by abm {manifest.AbmVersion}: use that one.");
    }

    /// <summary>What is wrong with the files of a result: every hash, or at a glance sizes, the config and the table of runs.</summary>
    /// <exception cref="StorageException">A file cannot be read.</exception>
    public static List<Damage> DamageOf(string directory, Manifest manifest, bool isThorough) => [.. manifest.Files
        .Select(file => DamageOf(directory, file, isThorough || file.Path == ResultDirectory.ConfigName || file.Path.StartsWith("runs.csv", StringComparison.Ordinal)))
        .OfType<Damage>()];

    /// <summary>What to do about a result of which something is lost.</summary>
    /// <param name="path">The result.</param>
    /// <param name="damage">What is wrong with its files.</param>
    /// <param name="remedy">What brings its ledger back, where it cannot be read; else null.</param>
    /// <param name="isThorough">Whether every byte of the files was looked at.</param>
    public static string Advice(string path, IReadOnlyList<Damage> damage, string? remedy, bool isThorough = true)
    {
        if (damage.Any(one => one.IsOfSource))
            return $"To mend it, {RunItsConfig(path)}";
        if (remedy is null)
            return damage.Count == 0 ? "" : $"abm resume {path} writes the files again from the ledger.";
        return damage.Any(one => one.IsOfTables)
            ? $"Of what those files held the ledger was the only other copy: {remedy}."
            : $"The tables {(isThorough ? "are whole" : "are there")}, only the ledger is lost: the result can be read, but no run of it can be analysed, replayed or added to; {remedy}.";
    }

    /// <summary>Says that the config of a result is missing, and what to do; null where it is there.</summary>
    public static string? ConfigLoss(string path)
    {
        var config = System.IO.Path.Combine(path, ResultDirectory.ConfigName);
        return File.Exists(config) ? null : $"{config} is missing: {RunItsConfig(path)}";
    }

    /// <summary>What is wrong with a file, or null.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public static Damage? DamageOf(string directory, StoredFile file, bool isThorough)
    {
        // A script may be a link: it is its user's, and is not read.
        var info = new FileInfo(file.IsScript ? System.IO.Path.Combine(directory, file.Path) : ResultFile.PathOf(directory, file.Path));
        if (!info.Exists)
            return new Damage(file.Path, IsMissing: true);
        var isChanged = !file.IsScript && (info.Length != file.Bytes || (isThorough && TableFile.Read(directory, file.Path).Sha256 != file.Sha256));
        return isChanged ? new Damage(file.Path, IsMissing: false) : null;
    }

    /// <summary>What is wrong with a design that has rows of its own, or null; without a hash it is taken for what it is.</summary>
    private static Damage? DesignDamage(string path, Manifest? manifest) =>
        manifest?.Files.FirstOrDefault(file => file.Path == StudyLoader.DesignName) is { } known
            ? DamageOf(path, known, isThorough: true)
            : File.Exists(System.IO.Path.Combine(path, StudyLoader.DesignName)) ? null : new Damage(StudyLoader.DesignName, IsMissing: true);

    private static void RequireConfig(string path)
    {
        if (ConfigLoss(path) is { } loss)
            throw StorageException.BadDirectory(loss);
        RequireNoLinks(path);
    }

    /// <summary>Refuses links in the place of what a stored study is read from.</summary>
    private static void RequireNoLinks(string path)
    {
        foreach (var name in (string[])[ResultDirectory.ConfigName, StudyLoader.DesignName])
            ResultFile.PathOf(path, name);
        var inputs = ResultFile.PathOf(path, InputFile.FolderName);
        foreach (var entry in Directory.Exists(inputs) ? Directory.EnumerateFileSystemEntries(inputs) : [])
            ResultFile.PathOf(path, $"{InputFile.FolderName}/{System.IO.Path.GetFileName(entry)}");
    }

    /// <summary>Refuses a config, or data beside it, that a hand has changed: whatever is computed from it is not about the runs that are stored.</summary>
    private static void RequireSource(string path, Manifest? manifest)
    {
        var files = manifest?.Files.Where(file => ResultDirectory.IsOfTheStudy(file.Path) && file.Path != StudyLoader.DesignName) ?? [];
        if (files.Select(file => DamageOf(path, file, isThorough: true)).FirstOrDefault(damage => damage is not null) is { } found)
            throw StorageException.BadDirectory($"{System.IO.Path.Combine(path, found.Words)}: {RunItsConfig(path)}");
    }

    /// <summary>What brings back what only a config tells.</summary>
    private static string RunItsConfig(string path) =>
        $"run the config that the study was made from with --out {path}, which writes that file again and keeps what is stored.";

    private static string WithoutManifest(string path, string loss)
    {
        if (DirectoryInspection.IsFree(path))
            return $"{path} holds no result of a study, or one that was stopped before its first run: run its config with --out {path}.";
        if (JudgementMark.CommandOf(path) is JudgementMark.Claims)
            return $"{path} holds what abm claims shows of a model, not a study: abm claims with the same model and --out {path} goes on with it; the runs are in folders there, one each. Run a config with --out and another directory.";
        if (JudgementMark.CommandOf(path) is not null)
            return $"{path} holds judgements of hypotheses, not a study: abm judge with the same files and --out {path} goes on with them; each hypothesis has its runs in a folder of its own there.";
        if (LedgerFile.IdentityAtAGlance(path) is null)
            return $"{path} holds no result of a study that could be gone on with{(ConfigLoss(path) is not null ? "" : $": {Manifest.FileName} {loss}, and {LedgerFile.FileName} cannot be read")}. Run its config with --out and another directory.";
        return File.Exists(System.IO.Path.Combine(path, ResultDirectory.ConfigName))
            ? $"{Manifest.FileName} in {path} {loss}, but {LedgerFile.FileName} holds the runs: abm resume {path} writes it again."
            : $"{Manifest.FileName} in {path} {loss}, and {ResultDirectory.ConfigName} is missing: {RunItsConfig(path)}";
    }

    /// <summary>The summary of a result; null where its ledger is gone.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public static Summary? Summarise(string path, Study study, Manifest manifest)
    {
        if (!LedgerFile.IsThere(path))
            return null;
        using var ledger = Ledger.Read(path, study);
        var plan = RunPlan.Of(study, ledger);
        var lacking = manifest.Runs.Total - plan.Known(ledger);
        return lacking > 0 ? throw ledger.Lack(lacking) : plan.Summarise(study, ledger);
    }

    /// <summary>Writes down what a complete study asks of its runs, where that has changed: the runs do not depend on it.</summary>
    /// <exception cref="StorageException">The directory is in use, or the file system gave way.</exception>
    public static void Restate(string path, Study study, Manifest manifest, Action<string>? note)
    {
        if (TableFile.Read(path, ResultDirectory.ConfigName).Sha256 == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(study.ResolvedYaml))))
            return;
        using var held = ResultDirectory.Take(path, note);
        var config = TableFile.Write(path, ResultDirectory.ConfigName, Encoding.UTF8.GetBytes(study.ResolvedYaml));
        var files = manifest.Files.Select(file => file.Path == ResultDirectory.ConfigName ? config : file);
        TableFile.Write(path, Manifest.FileName, (manifest with { Files = [.. files] }).ToBytes());
    }

    /// <exception cref="StorageException">It is no path.</exception>
    public static string FullPath(string directory)
    {
        try
        {
            return System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(directory));
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"'{directory}' is no path: {exception.Message}", exception);
        }
    }

    /// <summary>Why a run may give other rows than those that are stored of it, as the end of a sentence.</summary>
    public string WhyOtherRows => ledger.IsOfThisBuild switch
    {
        true when Manifest.Machine == ManifestMachine.This || Manifest.Machine is null =>
            "this same build made them, so that some rule of the model depends on threads, on the clock or on an order that is not its own",
        true => "this same build made them, on another machine: some rule of the model depends on threads, on the clock or on an order that is not its own, or the two machines compute otherwise; the same command there tells",
        false => $"another build made them (abm {Manifest.AbmVersion}, results version {Manifest.ResultsVersion}): either gives the same rows again only as itself",
        null => "builds that differ made the runs that are stored, side by side (--accept-build)",
    };

    public void Dispose() => ledger.Dispose();

    private static RunPlan Planned(Study study, Ledger ledger)
    {
        try
        {
            return RunPlan.Of(study, ledger);
        }
        catch
        {
            ledger.Dispose();
            throw;
        }
    }

    /// <summary>Runs as long as none is missing that was over: nothing is computed of a part that passes for the whole.</summary>
    private IEnumerable<T> Whole<T>(IEnumerable<T> runs) => Lacking > 0 ? throw ledger.Lack(Lacking) : runs;
}

/// <summary>What is wrong with a file of a result.</summary>
/// <param name="File">Its name.</param>
/// <param name="IsMissing">Whether it is gone; else it is not what was written.</param>
internal sealed record Damage(string File, bool IsMissing)
{
    /// <summary>For a message.</summary>
    public string Words => $"{File} {(IsMissing ? "is missing" : "is not what was written")}";

    /// <summary>True for the config and the data beside it: only the config that the study was made from gives them again.</summary>
    public bool IsOfSource => ResultDirectory.IsOfTheStudy(File) && File != StudyLoader.DesignName;

    /// <summary>True for a table of runs: only the ledger gives it again.</summary>
    public bool IsOfTables => DirectoryInspection.TableNames.Contains(File);
}
