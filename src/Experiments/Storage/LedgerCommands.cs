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

    /// <summary>The parts of one run in all tables: the run first, then their names.</summary>
    private static readonly string OfOneRun = $"content IN ({string.Join(", ", StudyTables.NamesByRun.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"${i + 1}")))}) AND run_id = $0";

    private readonly SqliteCommand insertRun;
    private readonly SqliteCommand insertPart;

    public LedgerCommands(SqliteConnection connection)
    {
        insertRun = Insert(connection, "runs", RunColumns);
        insertPart = Insert(connection, "parts", PartColumns);
    }

    public void Insert(RunRecord record, byte[] key)
    {
        Set(insertRun,
            record.RunId, key, record.DesignId, record.Replication, record.StatusWord, record.Outcome.Code ?? "", record.Outcome.Tick,
            record.Outcome.Censored, record.Outcome.Cause ?? "", record.LastTick, MemoryMarshal.AsBytes(record.EndMeasures.ToArray().AsSpan()).ToArray(),
            record.Message, record.Started.ToString("O", CultureInfo.InvariantCulture), record.Duration.TotalSeconds, record.Thread, record.BlockThreads,
            Convert.FromHexString(record.Digest));
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

    public static void Delete(SqliteConnection connection, int runId)
    {
        using var parts = Select(connection, $"DELETE FROM parts WHERE {OfOneRun}", PartsOf(runId));
        parts.ExecuteNonQuery();
        using var run = Select(connection, "DELETE FROM runs WHERE run_id = $0", runId);
        run.ExecuteNonQuery();
    }

    public static SqliteCommand SelectRuns(SqliteConnection connection) =>
        Select(connection, $"SELECT {string.Join(", ", RunColumns)} FROM runs ORDER BY run_id");

    public static SqliteCommand SelectRun(SqliteConnection connection, int runId) =>
        Select(connection, $"SELECT {string.Join(", ", RunColumns)} FROM runs WHERE run_id = $0", runId);

    public static SqliteCommand SelectKeys(SqliteConnection connection) => Select(connection, "SELECT run_id, run_key FROM runs ORDER BY run_id");

    public static SqliteCommand SelectParts(SqliteConnection connection, string table) =>
        Select(connection, "SELECT run_id, rows FROM parts WHERE content = $0 ORDER BY run_id, number", table);

    public static SqliteCommand SelectPartsOf(SqliteConnection connection, int runId)
    {
        // The names of the tables lead the index, so that a run's parts are found without a walk through all of them.
        return Select(connection, $"SELECT content, number, rows FROM parts WHERE {OfOneRun} ORDER BY content, number", PartsOf(runId));
    }

    public static RunRecord ReadRecord(SqliteDataReader reader, Study study)
    {
        var designId = reader.GetInt32(2);
        return new RunRecord
        {
            RunId = reader.GetInt32(0),
            DesignId = designId,
            Scenario = study.ScenarioOf(designId),
            Replication = reader.GetInt32(3),
            Status = StatusOf(reader.GetString(4)),
            Outcome = new Outcome(reader.GetString(5), reader.GetInt32(6), reader.GetBoolean(7), reader.GetString(8)),
            LastTick = reader.GetInt32(9),
            EndMeasures = MemoryMarshal.Cast<byte, double>(reader.GetFieldValue<byte[]>(10)).ToArray(),
            Message = reader.GetString(11),
            Started = DateTime.Parse(reader.GetString(12), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            Duration = TimeSpan.FromSeconds(reader.GetDouble(13)),
            Thread = reader.GetInt32(14),
            BlockThreads = reader.GetInt32(15),
            Digest = Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(16)),
        };
    }

    /// <summary>What became of every run.</summary>
    public static IEnumerable<(int RunId, RunStatus Status)> Statuses(SqliteConnection connection)
    {
        using var command = Select(connection, "SELECT run_id, status FROM runs");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetInt32(0), StatusOf(reader.GetString(1)));
    }

    /// <summary>A word that the ledger keeps about itself, or null.</summary>
    public static string? Meta(SqliteConnection connection, string name)
    {
        using var command = Select(connection, "SELECT value FROM meta WHERE name = $0", name);
        return (string?)command.ExecuteScalar();
    }

    public static void SetMeta(SqliteConnection connection, string name, string value)
    {
        using var command = Select(connection, "INSERT OR REPLACE INTO meta VALUES ($0, $1)", name, value);
        command.ExecuteNonQuery();
    }

    private static object[] PartsOf(int runId) => [runId, .. StudyTables.NamesByRun];

    private static RunStatus StatusOf(string word) => Enum.GetValues<RunStatus>().FirstOrDefault(status => RunRecord.Word(status) == word, (RunStatus)(-1)) is >= 0 and var status
        ? status
        : throw new FormatException($"'{word}' is no status of a run");

    private static SqliteCommand Select(SqliteConnection connection, string sql, params object[] values)
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
