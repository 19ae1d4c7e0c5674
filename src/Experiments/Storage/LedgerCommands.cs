using System.Globalization;
using System.Runtime.InteropServices;
using Agents;
using Experiments.Config;
using Microsoft.Data.Sqlite;

namespace Experiments.Storage;

/// <summary>The statements of a ledger, and how its columns become records.</summary>
internal sealed class LedgerCommands : IDisposable
{
    /// <summary>The word of a ledger that names its study.</summary>
    public const string Identity = "identity";

    /// <summary>The word that names the build which made its runs.</summary>
    public const string Build = "build";

    /// <summary>A word that stands where runs of several builds stand side by side.</summary>
    public const string SeveralBuilds = "several_builds";

    private static readonly string[] RunColumns =
    [
        "run_id", "run_key", "design_id", "replication", "status", "outcome", "outcome_tick", "censored", "cause",
        "last_tick", "end_measures", "message", "started", "seconds", "thread", "block_threads", "digest",
    ];

    private static readonly string[] PartColumns = ["content", "run_id", "number", "rows"];

    private static readonly string AllOfRuns = $"SELECT {string.Join(", ", RunColumns)} FROM runs";

    /// <summary>The parts of one run in all tables: the run first, then their names.</summary>
    private static readonly string OfOneRun = $"content IN ({string.Join(", ", StudyTables.NamesByRun.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"${i + 1}")))}) AND run_id = $0";

    private readonly LedgerSeal seal = new();
    private readonly SqliteCommand insertRun;
    private readonly SqliteCommand insertPart;

    public LedgerCommands(SqliteConnection connection)
    {
        insertRun = Insert(connection, "runs", RunColumns);
        insertPart = Insert(connection, "parts", PartColumns);
    }

    /// <summary>Inserts a run under its seal, which takes the columns in their order.</summary>
    public void Insert(RunRecord record, byte[] key)
    {
        var started = record.Started.ToString("O", CultureInfo.InvariantCulture);
        var measures = MemoryMarshal.AsBytes(record.EndMeasures.ToArray().AsSpan()).ToArray();
        var hashes = Convert.FromHexString(record.Digest);
        var all = seal.Begin();
        Set(insertRun,
            all.Take(record.RunId), all.Take(key), all.Take(record.DesignId), all.Take(record.Replication), all.Take(record.StatusWord),
            all.Take(Text(record.Outcome.Code)), all.Take(record.Outcome.Tick), all.Take(record.Outcome.Censored ? 1 : 0), all.Take(Text(record.Outcome.Cause)),
            all.Take(record.LastTick), all.Take(measures), all.Take(Text(record.Message)), all.Take(started), all.Take(record.Duration.TotalSeconds),
            all.Take(record.Thread), all.Take(record.BlockThreads), (byte[])[.. Sealed(all, hashes), .. hashes]);
        insertRun.ExecuteNonQuery();
    }

    public void Insert(string table, int runId, int number, byte[] content)
    {
        Set(insertPart, table, runId, number, content);
        insertPart.ExecuteNonQuery();
    }

    public void Dispose()
    {
        insertRun.Dispose();
        insertPart.Dispose();
    }

    public static void Delete(SqliteConnection connection, long runId)
    {
        using var parts = Select(connection, $"DELETE FROM parts WHERE {OfOneRun}", PartsOf(runId));
        parts.ExecuteNonQuery();
        using var run = Select(connection, "DELETE FROM runs WHERE run_id = $0", runId);
        run.ExecuteNonQuery();
    }

    public static SqliteCommand SelectRuns(SqliteConnection connection) => Select(connection, $"{AllOfRuns} ORDER BY run_id");

    public static SqliteCommand SelectRun(SqliteConnection connection, int runId) => Select(connection, $"{AllOfRuns} WHERE run_id = $0", runId);

    public static SqliteCommand SelectKeys(SqliteConnection connection) => Select(connection, "SELECT run_id, run_key FROM runs ORDER BY run_id");

    public static SqliteCommand SelectParts(SqliteConnection connection, string table) =>
        Select(connection, "SELECT run_id, rows FROM parts WHERE content = $0 ORDER BY run_id, number", table);

    public static SqliteCommand SelectPartsOf(SqliteConnection connection, string table, int runId) =>
        Select(connection, "SELECT run_id, rows FROM parts WHERE content = $0 AND run_id = $1 ORDER BY number", table, runId);

    /// <summary>Reads a run; whatever no ledger of the study holds is an exception, of any kind.</summary>
    /// <param name="reader">Stands at the run.</param>
    /// <param name="study">The study.</param>
    /// <param name="seal">Takes its columns.</param>
    public static (RunRecord Record, byte[] Key) ReadRun(SqliteDataReader reader, Study study, LedgerSeal seal)
    {
        var all = seal.Begin();
        var runId = all.Take(reader.GetInt64(0));
        var key = all.Take(reader.GetFieldValue<byte[]>(1));
        var designId = all.Take(reader.GetInt64(2));
        var record = new RunRecord
        {
            RunId = runId,
            DesignId = designId,
            Scenario = study.ScenarioOf(designId),
            Replication = all.Take(reader.GetInt64(3)),
            Status = StatusOf(all.Take(reader.GetString(4))),
            Outcome = new Outcome(all.Take(reader.GetString(5)), all.Take(reader.GetInt64(6)), all.Take(reader.GetInt64(7)) != 0, all.Take(reader.GetString(8))),
            LastTick = all.Take(reader.GetInt64(9)),
            EndMeasures = MemoryMarshal.Cast<byte, double>(all.Take(reader.GetFieldValue<byte[]>(10))).ToArray(),
            Message = all.Take(reader.GetString(11)),
            Started = DateTime.Parse(all.Take(reader.GetString(12)), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            Duration = TimeSpan.FromSeconds(all.Take(reader.GetDouble(13))),
            Thread = all.Take(reader.GetInt64(14)),
            BlockThreads = all.Take(reader.GetInt64(15)),
        };
        var digest = reader.GetFieldValue<byte[]>(16);
        var hashes = digest[LedgerSeal.Bytes..];
        var points = study.DesignPoints.Count;
        var isWhole = hashes.Length == LedgerSeal.Bytes * (1 + StudyTables.NamesOf(study).Count)
            && digest.AsSpan(0, LedgerSeal.Bytes).SequenceEqual(Sealed(all, hashes))
            && runId > 0 && designId == (runId - 1) % points + 1 && record.Replication == (runId - 1) / points + 1
            && (!record.IsDone || (record.EndMeasures.Count == study.ModelMeasures.Count && !record.EndMeasures.Any(double.IsInfinity)));
        return isWhole ? (record with { Digest = Convert.ToHexStringLower(hashes) }, key) : throw new FormatException("the seal of a run is broken");
    }

    /// <summary>What became of every run, at a glance: a row that says nothing of the kind is left out.</summary>
    public static IEnumerable<(long RunId, RunStatus Status)> Statuses(SqliteConnection connection)
    {
        using var command = Select(connection, "SELECT run_id, status FROM runs");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (reader.GetValue(1) is string word && Known(word) is { } status)
                yield return (reader.GetInt64(0), status);
        }
    }

    /// <summary>What SQLite finds wrong with the whole file, or null.</summary>
    public static string? Fault(SqliteConnection connection)
    {
        using var command = Select(connection, "PRAGMA integrity_check(1)");
        return command.ExecuteScalar() is "ok" ? null : "its pages do not fit together";
    }

    /// <summary>The greatest run_id, as far as it can be told; 0 for none.</summary>
    public static long LastOf(SqliteConnection connection)
    {
        using var command = Select(connection, "SELECT max(run_id) FROM runs");
        return command.ExecuteScalar() is long last ? last : 0;
    }

    /// <summary>A word that the ledger keeps about itself, or null.</summary>
    public static string? Meta(SqliteConnection connection, string name)
    {
        using var command = Select(connection, "SELECT value FROM meta WHERE name = $0", name);
        return command.ExecuteScalar() as string;
    }

    public static void SetMeta(SqliteConnection connection, string name, string value)
    {
        using var command = Select(connection, "INSERT OR REPLACE INTO meta VALUES ($0, $1)", name, value);
        command.ExecuteNonQuery();
    }

    private static object[] PartsOf(long runId) => [runId, .. StudyTables.NamesByRun];

    /// <summary>SQLite ends a text at its first zero.</summary>
    private static string Text(string? value) => value?.IndexOf('\0') switch
    {
        null => "",
        >= 0 and var end => value[..end],
        _ => value,
    };

    private static byte[] Sealed(LedgerSeal all, byte[] hashes)
    {
        all.Take(hashes);
        return all.Close();
    }

    private static RunStatus StatusOf(string word) => Known(word) ?? throw new FormatException($"'{word}' is no status of a run");

    private static RunStatus? Known(string word)
    {
        foreach (var status in Enum.GetValues<RunStatus>())
        {
            if (RunRecord.Word(status) == word)
                return status;
        }
        return null;
    }

    /// <summary>A statement with values for $0, $1 and so on.</summary>
    public static SqliteCommand Select(SqliteConnection connection, string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i}"), values[i]);
        return command;
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, string[] columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT OR REPLACE INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "$" + column))})";
        foreach (var column in columns)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        command.Prepare();
        return command;
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }
}
