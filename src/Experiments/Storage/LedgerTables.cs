using Experiments.Config;

namespace Experiments.Storage;

/// <summary>
/// Writes the tables of a study from its ledger, in the order of run_id: what came first, on which thread, and after how
/// many interruptions does not show. Nothing but one part is in memory at a time.
/// </summary>
internal sealed class LedgerTables(Study study, StudyTables tables, Ledger ledger, Func<int, bool> wants) : IDisposable
{
    private readonly List<TableFile> files = [];
    private byte[] buffer = [];

    /// <summary>Writes all tables under temporary names.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="seen">Takes each record that goes into the tables, in order.</param>
    /// <returns>The files, not yet closed.</returns>
    /// <exception cref="StorageException">The file system gave way, or the ledger is damaged.</exception>
    public IReadOnlyList<TableFile> Write(string directory, Action<RunRecord> seen)
    {
        WriteRecords(Start(directory, tables.Runs), Start(directory, tables.Timings), seen);
        WriteParts(Start(directory, tables.Ticks), tables.Ticks);
        WriteParts(Start(directory, tables.Events), tables.Events);
        if (tables.Agents is not null)
            WriteParts(Start(directory, tables.Agents), tables.Agents);
        if (tables.Spells is not null)
            WriteParts(Start(directory, tables.Spells), tables.Spells);
        return files;
    }

    public void Dispose() => files.ForEach(file => file.Dispose());

    private TableFile Start(string directory, Table table)
    {
        var file = new TableFile(directory, table.FileName);
        files.Add(file);
        file.Append(Csv.Header(table));
        return file;
    }

    private void WriteRecords(TableFile runs, TableFile timings, Action<RunRecord> seen)
    {
        using var runRows = Csv.Writer(runs.Content);
        using var timingRows = Csv.Writer(timings.Content);
        foreach (var record in ledger.Records().Where(record => wants(record.RunId)))
        {
            RunRow.Write(runRows, study, record);
            RunRow.WriteTiming(timingRows, record);
            seen(record);
        }
    }

    private void WriteParts(TableFile file, Table table)
    {
        foreach (var (runId, content) in ledger.Parts(table.Name))
        {
            if (wants(runId))
                file.Append(PartStream.Unpack(content, ref buffer));
        }
    }
}
