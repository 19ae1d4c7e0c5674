using System.Globalization;
using Experiments.Analysis.Report;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;
using Microsoft.Data.Sqlite;

namespace Experiments.Tests.Storage;

/// <summary>
/// A ledger that a bad disk or a stranger changed gives the right tables, is refused with a way on that works, or is mended;
/// never a wrong table, never an exception.
/// </summary>
[Category(Faults.Category)]
public sealed class LedgerDamageTests : ResultFolder
{
    private const int Page = 4096;

    private static readonly string[] Tables = ["design.csv", "runs.csv", "ticks.csv", "events.csv", "config.resolved.yaml"];

    private Dictionary<string, byte[]> whole = [];
    private byte[] ledger = [];
    private Dictionary<string, byte[]> analysis = [];

    [SetUp]
    public void MakeWholeResult()
    {
        var path = Path.Combine(Folder, "village.yaml");
        File.WriteAllText(path, "model: village\nreplications: 30\nscenarios: {siege: {}, relief: {interventions: [{at: 10, set: {pressure: 0.001, guards: 20}}]}}\n");
        Run(StudyLoader.Load(path, [VillageModel.Definition], Overrides.None));
        whole = Directory.GetFiles(Target).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
        ledger = whole["ledger.db"];
        Assert.That(Analyse().ExitCode, Is.Zero);
        analysis = Analysis();
    }

    /// <summary>The whole is other damage each time; its seed is told.</summary>
    [TestCase(0, "a bit of a ledger flipped", 1000)]
    [TestCase(1, "a sector of a ledger zeroed", 500)]
    [TestCase(2, "a page of a ledger over another", 500)]
    public void Damages_AreNeverBelieved(int kind, string name, int whole)
    {
        var seed = Faults.IsWhole ? Environment.TickCount : 15;
        var (random, fates) = (new Random(seed), new HashSet<Fate>());
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, seed {seed}"));
        for (var number = 0; number < Faults.Tries(10, whole); number++)
        {
            Faults.Try(name, "analyse, status, resume", () =>
            {
                var fate = Survive(kind, random, number % 2 == 0);
                fates.Add(fate);
                return fate;
            });
        }
        Assert.That(fates, Does.Contain(Fate.Mended));
    }

    [Test]
    public void AFlipInAMean_IsToldByEveryReaderAndMendedByResume()
    {
        var mean = ValueOf("SELECT end_measures FROM runs WHERE run_id = 7");
        var changed = (byte[])mean.Clone();
        changed[6] ^= 1 << 4;
        Change("UPDATE runs SET end_measures = $0 WHERE run_id = 7", changed);
        var read = Analyse();
        Assert.That((read.ExitCode, read.Message), Is.EqualTo((1, $"1 runs in {Ledger}, the first of them run 7, are not what was written; the other 59 are whole: abm resume {Target} makes those runs again.")));
        Assert.That(Verify().ExitCode, Is.EqualTo(1));
        Assert.That(Replay.Compare(Target, [VillageModel.Definition], 7, default).ExitCode, Is.EqualTo(1));
        Assert.That(Replay.Compare(Target, [VillageModel.Definition], 8, default).ExitCode, Is.Zero);
        RequireMended("the first of them run 7");
    }

    [TestCase("UPDATE runs SET status = 'great' WHERE run_id = 1")]
    [TestCase("UPDATE runs SET run_id = -5 WHERE run_id = 1")]
    [TestCase("UPDATE runs SET run_id = 4000000000000 WHERE run_id = 1")]
    [TestCase("UPDATE runs SET design_id = 0 WHERE run_id = 1")]
    [TestCase("UPDATE runs SET replication = 2 WHERE run_id = 1")]
    [TestCase("UPDATE runs SET end_measures = x'' WHERE run_id = 1")]
    [TestCase("UPDATE runs SET end_measures = x'000000000000f07f000000000000f07f' WHERE run_id = 1")]
    [TestCase("UPDATE runs SET started = 'yesterday' WHERE run_id = 1")]
    [TestCase("UPDATE runs SET thread = 9 WHERE run_id = 1")]
    [TestCase("UPDATE runs SET run_key = zeroblob(32) WHERE run_id = 1")]
    [TestCase("UPDATE runs SET digest = x'00' WHERE run_id = 1")]
    [TestCase("UPDATE parts SET rows = 'text' WHERE run_id = 1")]
    [TestCase("DELETE FROM parts WHERE run_id = 1 AND content = 'ticks'")]
    [TestCase("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE name = 'runs'; PRAGMA writable_schema = RESET; UPDATE runs SET status = NULL, outcome = NULL WHERE run_id = 1; PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = (SELECT sql FROM told) WHERE name = 'runs'; DROP TABLE told")]
    public void AnOddCell_IsARunThatIsMadeAgain(string sql)
    {
        Change(sql.Contains("told", StringComparison.Ordinal) ? $"CREATE TABLE told AS SELECT sql FROM sqlite_master WHERE name = 'runs'; {sql}" : sql);
        Assert.That(StudyStatus.Of(Target).Complaint, Is.Empty);
        Assert.That(Verify().ExitCode, Is.EqualTo(1));
        // Means alone read no rows of ticks.
        Assert.That(Analyse().ExitCode, Is.EqualTo(sql.Contains("parts", StringComparison.Ordinal) ? 0 : 1));
        Assert.That(() => Replay.Compare(Target, [VillageModel.Definition], 1, default), Throws.Nothing);
        RequireMended("");
    }

    [Test]
    public void AMissingRun_IsMissedByEveryReader()
    {
        Change("DELETE FROM parts WHERE run_id = 5; DELETE FROM runs WHERE run_id = 5");
        var read = Analyse();
        Assert.That((read.ExitCode, read.Message), Is.EqualTo((1, $"1 runs that were over are missing in {Ledger}: abm resume {Target} makes them again.")));
        Assert.That(StudyStatus.Of(Target).Status!.Advice, Does.StartWith("1 runs are missing in ledger.db."));
        Assert.That(Verify().Problems, Is.EqualTo(new[] { "1 runs that were over are missing in the ledger." }));
        RequireMended("");
    }

    [Test]
    public void AZeroedSectorOfTheIndex_LosesNoRow()
    {
        // 10 begins a leaf of an index.
        var leaf = Enumerable.Range(1, ledger.Length / Page - 1).Last(page => ledger[page * Page] == 10);
        Damage(bytes => bytes.AsSpan(leaf * Page + Page - 512, 512).Clear());
        RequireMended("");
    }

    [Test]
    public void APageOverAnother_GivesEachRunOnce()
    {
        // 13 begins a leaf of a table.
        var leaves = Enumerable.Range(1, ledger.Length / Page - 1).Where(page => ledger[page * Page] == 13).ToList();
        Damage(bytes => ledger.AsSpan(leaves[^1] * Page, Page).CopyTo(bytes.AsSpan(leaves[0] * Page)));
        Assert.That(Verify().ExitCode, Is.EqualTo(1));
        RequireMended("");
    }

    [Test]
    public void AnEndlessView_IsRefusedAtOnce()
    {
        Change("ALTER TABLE runs RENAME TO r0; CREATE VIEW runs AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS run_id, status FROM c, r0");
        Assert.That(StudyStatus.Of(Target).Status!.Advice, Does.Contain("holds other tables than a ledger of abm"));
        Assert.That(Analyse().Message, Does.EndWith($"remove {Ledger}, then abm resume {Target} makes all runs again."));
        Assert.That(Resume().ExitCode, Is.EqualTo(2));
        File.Delete(Ledger);
        RequireMended("");
    }

    [Test]
    public void AJournalThatNamesAnotherFile_TouchesNothing()
    {
        var thesis = Path.Combine(Folder, "thesis");
        File.WriteAllText(thesis, "my thesis");
        File.WriteAllBytes(Path.Combine(Target, "ledger.db-journal"), JournalNaming(thesis));
        Assert.That(StudyStatus.Of(Target).Complaint, Does.Contain("names another file"));
        Assert.That(new[] { Analyse().ExitCode, Verify().ExitCode, Replay.Compare(Target, [VillageModel.Definition], 1, default).ExitCode, Resume().ExitCode }, Is.All.Not.Zero);
        Assert.That(File.ReadAllText(thesis), Is.EqualTo("my thesis"));
        File.Delete(Path.Combine(Target, "ledger.db-journal"));
        Assert.That(Resume().ExitCode, Is.Zero);
    }

    [Test]
    public void AWriterThatDiedInACommit_IsLeftAloneByReadersAndPutRightByResume()
    {
        using (var connection = Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA cache_size = 1; BEGIN; UPDATE parts SET rows = zeroblob(length(rows)); UPDATE runs SET digest = zeroblob(length(digest))";
            command.ExecuteNonQuery();
            foreach (var name in new[] { "ledger.db", "ledger.db-journal" })
                File.Copy(Path.Combine(Folder, "other", name), Path.Combine(Target, name), overwrite: true);
        }
        Assert.That(File.ReadAllBytes(Ledger), Is.Not.EqualTo(ledger));
        var before = Bytes();
        Assert.That(Analyse().Message, Does.Contain("was stopped in the middle of a commit").And.EndWith($"abm resume {Target} puts it right."));
        Assert.That(StudyStatus.Of(Target).Status!.Done, Is.EqualTo(60));
        Assert.That(Verify().Advice, Does.Contain($"abm resume {Target} puts it right"));
        Assert.That(Bytes(), Is.EqualTo(before));
        RequireMended("", progress: _ => Assert.Fail("a run was carried out"));
    }

    [Test]
    public void ALinkForALedger_IsNotFollowed()
    {
        var elsewhere = Path.Combine(Folder, "elsewhere.db");
        File.Move(Ledger, elsewhere);
        File.CreateSymbolicLink(Ledger, elsewhere);
        Assert.That(Analyse().Message, Does.Contain($"{Ledger} is a link").And.EndWith($"remove it, then abm resume {Target} makes all runs again."));
        Assert.That(Resume().ExitCode, Is.EqualTo(2));
        Assert.That(File.ReadAllBytes(elsewhere), Is.EqualTo(ledger));
        File.Delete(Ledger);
        RequireMended("");
    }

    [Test]
    public void ATableThatTheManifestVouchesForButTheLedgerDoesNot_IsSeenByVerify()
    {
        var path = Path.Combine(Target, "ticks.csv");
        var old = Hash(path);
        var bytes = File.ReadAllBytes(path);
        bytes[^3] ^= 1;
        File.WriteAllBytes(path, bytes);
        File.WriteAllText(Path.Combine(Target, "manifest.json"), File.ReadAllText(Path.Combine(Target, "manifest.json")).Replace(old, Hash(path), StringComparison.Ordinal));
        Assert.That(Verify().Problems, Is.EqualTo(new[] { "ticks.csv is not what the ledger gives." }));
        Assert.That(Verify(isFast: true), Has.Property("ExitCode").Zero.And.Property("IsFast").True);
    }

    [Test]
    public void WhatTurnsUpDamagedInTheMiddleOfAnExecution_IsMadeAgain()
    {
        var study = StudyLoader.LoadStored(Target, [VillageModel.Definition], Overrides.None);
        var (notes, isBad) = (new List<string>(), false);
        using (var execution = new StudyExecution(study, new RunOptions { Directory = Target, Threads = 1, Note = notes.Add }, 1, gzip: false, chosen: GoBad))
            Assert.That(execution.Run(default).ExitCode, Is.Zero);
        Assert.That(notes, Has.One.Contains("the first of them run 3"));
        RequireRight("");

        RunPlan GoBad(Experiments.Storage.Ledger ledger)
        {
            if (!isBad)
                ledger.Add(ledger.Record(3)!, new Experiments.Storage.RunKeys(study).Of(3), [("ticks", 0, [0, 1])]);
            isBad = true;
            return RunPlan.Of(study, ledger);
        }
    }

    /// <summary>As a calibration, a judgement and a learner read: they ran the study themselves, so that they mend it themselves.</summary>
    [Test]
    public void RowsThatAreComputedFrom_AreMadeAgainWhereTheyAreDamaged()
    {
        Change("UPDATE parts SET rows = zeroblob(9) WHERE run_id = 3 AND content = 'ticks'");
        var study = StudyLoader.LoadStored(Target, [VillageModel.Definition], Overrides.None);
        var options = new RunOptions { Directory = Target, Threads = 1 };
        Assert.That(() => Count(), Throws.InstanceOf<Experiments.Storage.StorageException>().With.Property("ExitCode").EqualTo(1));
        Assert.That(StudyRunner.Read(study, options, Count, default), Is.EqualTo(60));
        RequireRight("");

        int Count()
        {
            using var stored = Experiments.Storage.Ledger.Read(Target, study);
            var rows = new RunStatistic { Kind = RunStatisticKind.Mean, Scenario = 0, ScenarioName = "", Name = study.ModelMeasures[0].Name, From = 0 };
            return Experiments.Statistics.SeenRunReader.All(stored, study, [rows]).Count();
        }
    }

    /// <summary>One damage, and what a reader and then a writer make of it.</summary>
    private Fate Survive(int kind, Random random, bool isComplete)
    {
        Restore(isComplete);
        var words = "";
        Damage(bytes =>
        {
            var (at, sectors, pages) = (random.Next(bytes.Length), bytes.Length / 512, bytes.Length / Page);
            var (from, to) = (random.Next(pages), random.Next(pages));
            words = kind switch { 0 => $"a flip at {at}", 1 => $"sector {at % sectors}", _ => $"page {from} over page {to}" };
            if (kind == 0)
                bytes[at] ^= (byte)(1 << random.Next(8));
            else if (kind == 1)
                bytes.AsSpan(at % sectors * 512, 512).Clear();
            else
                ledger.AsSpan(from * Page, Page).CopyTo(bytes.AsSpan(to * Page));
        });
        var read = Analyse();
        Assert.That(read.Message.Length > 0 || read.ExitCode == 0, words);
        if (read.ExitCode == 0)
            Assert.That(Analysis(), Is.EqualTo(analysis), words);
        var (status, complaint) = StudyStatus.Of(Target);
        Assert.That(status is not null || complaint.Length > 0, words);
        var notes = new List<string>();
        var result = Resume(notes.Add);
        if (result.ExitCode != 0)
        {
            Assert.That(result.ExitCode, Is.EqualTo(2), words);
            Assert.That(result.Message, Is.Not.Empty, words);
            if (result.Message.Contains($"remove {Ledger}", StringComparison.Ordinal))
            {
                File.Delete(Ledger);
                Assert.That(Resume().ExitCode, Is.Zero, words);
                RequireRight(words);
            }
            return Fate.Refused;
        }
        RequireRight(words);
        return notes.Any(note => note.Contains("made again", StringComparison.Ordinal)) ? Fate.Mended : Fate.AsUndisturbed;
    }

    private string Ledger => Path.Combine(Target, "ledger.db");

    private AnalysisResult Analyse() => StudyAnalysis.Run(new AnalysisOptions { Directory = Target }, [VillageModel.Definition]);

    private StudyResult Resume(Action<string>? note = null, Action<Progress>? progress = null) => StudyRunner.Resume(
        [VillageModel.Definition], Overrides.None, new RunOptions { Directory = Target, Threads = 1, Note = note, Progress = progress }, default);

    private Verification Verify(bool isFast = false) => Verification.Of(Target, [VillageModel.Definition], 0, default, isFast);

    private Dictionary<string, byte[]> Analysis() => Directory.GetFiles(Path.Combine(Target, "analysis"), "*.csv").ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);

    private string[] Bytes() => [.. Directory.GetFiles(Target).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {Hash(file)}")];

    private static string Hash(string path) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));

    private void Restore(bool isComplete)
    {
        Directory.Delete(Target, recursive: true);
        Directory.CreateDirectory(Target);
        foreach (var (name, bytes) in whole)
            File.WriteAllBytes(Path.Combine(Target, name), bytes);
        if (isComplete)
            return;
        var manifest = Path.Combine(Target, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"complete\"", "\"incomplete\"", StringComparison.Ordinal));
    }

    private void Damage(Action<byte[]> change)
    {
        var bytes = (byte[])ledger.Clone();
        change(bytes);
        File.WriteAllBytes(Ledger, bytes);
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "other"));
        File.WriteAllBytes(Path.Combine(Folder, "other", "ledger.db"), ledger);
        var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "other", "ledger.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Change(string sql, params object[] values)
    {
        using (var connection = Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.AddWithValue($"${i}", values[i]);
            command.ExecuteNonQuery();
        }
        File.Copy(Path.Combine(Folder, "other", "ledger.db"), Ledger, overwrite: true);
    }

    private byte[] ValueOf(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (byte[])command.ExecuteScalar()!;
    }

    private void RequireMended(string told, Action<Progress>? progress = null)
    {
        var notes = new List<string>();
        var result = Resume(notes.Add, progress);
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        if (told.Length > 0)
            Assert.That(notes, Has.One.Contains(told));
        RequireRight("");
        Assert.That(Verify(), Has.Property("ExitCode").Zero.And.Property("Stored").EqualTo(60));
        Assert.That(Analyse().ExitCode, Is.Zero);
        Assert.That(Analysis(), Is.EqualTo(analysis));
    }

    private void RequireRight(string words)
    {
        foreach (var name in Tables)
            Assert.That(File.ReadAllBytes(Path.Combine(Target, name)), Is.EqualTo(whole[name]), $"{words}: {name}");
    }

    /// <summary>A journal as SQLite writes it for a commit to several files, whose first file it removes when it plays the journal back.</summary>
    private byte[] JournalNaming(string path)
    {
        var name = System.Text.Encoding.UTF8.GetBytes(path);
        ReadOnlySpan<byte> mark = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7];
        var head = new byte[512];
        byte[] numbers = [.. new[] { 0, 1234, ledger.Length / Page, 512, Page }.SelectMany(BigEndian)];
        mark.CopyTo(head);
        numbers.CopyTo(head, mark.Length);
        return [.. head, .. BigEndian(0x40000000 / Page + 1), .. name, .. BigEndian(name.Length), .. BigEndian(name.Sum(one => (sbyte)one)), .. mark];
    }

    private static byte[] BigEndian(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
