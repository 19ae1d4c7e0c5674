using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Agents;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>Whether a result is what was written, and what its study gives again.</summary>
public sealed record Verification
{
    /// <summary>0 all is well; 1 something is lost, changed or comes out otherwise; 2 the directory holds no study, or is in use.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Files whose hash was compared with the manifest and is the same.</summary>
    public int Files { get; init; }

    /// <summary>Runs whose rows in the ledger are those that were stored.</summary>
    public int Stored { get; init; }

    /// <summary>True where only sizes were looked at, apart from the config and the table of runs, and no rows in the ledger.</summary>
    public bool IsFast { get; init; }

    /// <summary>Tables that hold what the ledger gives, byte by byte.</summary>
    public int Tables { get; init; }

    /// <summary>Runs that are done, of which some are carried out again.</summary>
    public int Done { get; init; }

    /// <summary>Runs that were carried out again and gave the same bytes.</summary>
    public int Runs { get; init; }

    /// <summary>What is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What to do about it; empty where there is nothing.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Verifies a result.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="models">The models that a config can name.</param>
    /// <param name="runs">Runs to carry out again, 0 or more; each call draws others.</param>
    /// <param name="cancel">Stops it soon.</param>
    /// <param name="isFast">Whether only a glance is wanted: the sizes of tables, and the records in the ledger without rows.</param>
    /// <exception cref="ConfigException">The directory's config cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Verification Of(string directory, IReadOnlyList<ModelDefinition> models, int runs, CancellationToken cancel, bool isFast = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(runs);
        try
        {
            var path = StoredStudy.FullPath(directory);
            StoredStudy.RequireUnwritten(path);
            var manifest = StoredStudy.RequireManifest(path);
            var damage = StoredStudy.DamageOf(path, manifest, isThorough: !isFast);
            var seen = new Verification { ExitCode = 0, IsFast = isFast, Files = manifest.Files.Count(file => !file.IsScript) - damage.Count(one => !AnalysisScripts.IsScript(one.File)) };
            // A study that is not the one that was run has no rows to compare.
            if (!damage.Any(one => ResultDirectory.IsOfTheStudy(one.File)))
                seen = seen.WithRuns(path, models, runs, manifest, damage, cancel);
            return seen.WithFiles(path, manifest, damage);
        }
        catch (StorageException exception)
        {
            return new Verification { ExitCode = 2, Problems = [exception.Message] };
        }
    }

    private Verification WithFiles(string path, Manifest manifest, List<Damage> damage)
    {
        List<string> problems = [.. damage.Select(one => one.Words), .. Problems];
        if (!manifest.HasTables)
            problems.Add($"{path} has no tables yet.");
        var advice = Advice.Length > 0 ? Advice
            : damage.Count > 0 ? $"{(Problems.Count == 0 && Stored > 0 ? "The ledger is whole: " : "")}{StoredStudy.Advice(path, damage, remedy: null)}"
            : !manifest.HasTables ? $"abm resume {path} goes on; abm status {path} says how far it is."
            : "";
        return this with { ExitCode = problems.Count > 0 ? 1 : 0, Problems = problems, Advice = advice };
    }

    private Verification WithRuns(string path, IReadOnlyList<ModelDefinition> models, int runs, Manifest manifest, List<Damage> damage, CancellationToken cancel)
    {
        try
        {
            using var stored = StoredStudy.Open(path, models);
            if (!IsFast && stored.Ledger.Fault() is { } fault)
                throw LedgerFile.Broken(Path.Combine(path, LedgerFile.FileName), fault);
            var seen = WithLedger(stored, out var damaged);
            if (seen.Problems.Count == 0 && !IsFast)
                seen = seen.WithTables(stored, damage);
            return seen.WithReplays(stored, runs, damaged, cancel);
        }
        catch (StorageException exception) when (exception.IsLedgerLost)
        {
            return this with { Problems = [$"{exception.Fact}."], Advice = manifest.HasTables ? StoredStudy.Advice(path, damage, exception.Remedy) : $"{exception.Remedy}." };
        }
        catch (StorageException exception) when (!exception.IsLost)
        {
            return this with { Problems = [exception.Message] };
        }
        catch (ModelFaultException exception)
        {
            return this with { Problems = [$"{exception.Message}."] };
        }
    }

    /// <summary>Every run in the ledger under its seal, and its rows, unless that takes too long.</summary>
    private Verification WithLedger(StoredStudy stored, out HashSet<long> damaged)
    {
        damaged = [.. IsFast ? stored.Ledger.Walk([]).Where(run => run.Record is null).Select(run => run.RunId) : stored.Ledger.DamagedRuns()];
        var (problems, lacking) = (new List<string>(), stored.Lacking);
        if (damaged.Count > 0)
            problems.Add(Text($"The rows that are stored of {damaged.Count} runs, the first of them run {damaged.Min()}, are not what was written."));
        if (lacking > 0)
            problems.Add(Text($"{lacking} runs that were over are missing in the ledger."));
        return this with
        {
            Stored = stored.Ledger.Walk([]).Count() - damaged.Count,
            Problems = problems,
            Advice = problems.Count > 0 ? $"abm resume {stored.Path} makes those runs again." : "",
        };
    }

    /// <summary>Whether the tables hold what the ledger gives; those that are not what was written are told already.</summary>
    private Verification WithTables(StoredStudy stored, List<Damage> damage)
    {
        if (!stored.Manifest.HasTables || stored.Manifest.OnlyRun is not null)
            return this;
        var tables = new StudyTables(stored.Study, stored.Manifest.Gzip);
        var made = new List<(Table Table, HashStream Text)>();
        using (var written = new LedgerTables(stored.Study, tables, stored.Ledger, stored.Plan.Contains, Start))
            written.Write(_ => { });
        made.RemoveAll(one => damage.Any(known => known.File == one.Table.FileName));
        var others = made.Where(one => one.Text.Hash() != HashOf(stored.Path, one.Table)).Select(one => one.Table.FileName).ToList();
        return this with
        {
            Tables = made.Count - others.Count,
            Problems = [.. Problems, .. others.Select(file => $"{file} is not what the ledger gives.")],
            Advice = others.Count > 0 ? $"abm resume {stored.Path} writes the files again from the ledger." : Advice,
        };

        Stream Start(Table table)
        {
            made.Add((table, new HashStream()));
            return made[^1].Text;
        }
    }

    private static string HashOf(string path, Table table)
    {
        using var file = ResultFile.Open(path, table.FileName);
        using Stream text = table.IsPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
        return Convert.ToHexStringLower(SHA256.HashData(text));
    }

    /// <summary>Some runs that are done, carried out again.</summary>
    private Verification WithReplays(StoredStudy stored, int runs, HashSet<long> damaged, CancellationToken cancel)
    {
        var done = stored.Ledger.Walk([]).Select(run => run.Record).OfType<RunRecord>().Where(record => record.IsDone && stored.Plan.Contains(record.RunId)).Select(record => record.RunId).ToArray();
        var chosen = done.Where(runId => !damaged.Contains(runId)).ToArray();
        RandomNumberGenerator.Shuffle<int>(chosen);
        chosen = [.. chosen.Take(runs).Order()];
        var problems = chosen.Select(runId => Problem(stored, runId, cancel)).OfType<string>().ToList();
        return this with { Done = done.Length, Runs = chosen.Length - problems.Count, Problems = [.. Problems, .. problems] };
    }

    private static string? Problem(StoredStudy stored, int runId, CancellationToken cancel)
    {
        var again = Replay.Once(stored.Study, runId, cancel);
        return again.Digest == stored.Ledger.Record(runId)!.Digest
            ? null
            : Text($"Run {runId} gives other rows than those stored{(again.Message.Length > 0 ? $" ({again.Message})" : "")}: {stored.WhyOtherRows}.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Keeps nothing but a hash of what is written to it.</summary>
    private sealed class HashStream : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        /// <summary>The hash of all, in hexadecimal.</summary>
        public string Hash() => Convert.ToHexStringLower(hash.GetCurrentHash());

        public override void Write(ReadOnlySpan<byte> buffer) => hash.AppendData(buffer);

        public override void Write(byte[] buffer, int offset, int count) => hash.AppendData(buffer, offset, count);

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
