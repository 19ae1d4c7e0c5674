using System.Security.Cryptography;
using CsvHelper;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>
/// Writes the tables of a study from its ledger, in the order of run_id and in one pass: what came first, on which thread,
/// and after how many interruptions does not show. Nothing but one part is in memory at a time, and nothing that is not
/// what was written passes unseen.
/// </summary>
internal sealed class LedgerTables : IDisposable
{
    private readonly Study study;
    private readonly StudyTables tables;
    private readonly Ledger ledger;
    private readonly Func<int, bool> wants;
    private readonly Func<Table, Stream> start;
    private readonly MemoryStream row = new();
    private readonly CsvWriter rowText;

    /// <param name="study">The study.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="ledger">Its ledger; nothing may be added meanwhile.</param>
    /// <param name="wants">Whether a run belongs into the tables.</param>
    /// <param name="start">Begins a table.</param>
    public LedgerTables(Study study, StudyTables tables, Ledger ledger, Func<int, bool> wants, Func<Table, Stream> start)
    {
        (this.study, this.tables, this.ledger, this.wants, this.start) = (study, tables, ledger, wants, start);
        rowText = Csv.Writer(row);
    }

    /// <summary>Writes all tables.</summary>
    /// <param name="seen">Takes each record that goes into the tables, in order.</param>
    /// <exception cref="StorageException">The file system gave way, or a run in the ledger is not what was written.</exception>
    public void Write(Action<RunRecord> seen)
    {
        var (runs, timings) = (Start(tables.Runs), Start(tables.Timings));
        using var timingRows = Csv.Writer(timings);
        List<Stream> byRun = [.. tables.ByRun.Select(Start)];
        List<string> names = [.. tables.ByRun.Select(table => table.Name)];
        foreach (var run in ledger.Runs(names).Where(run => wants(run.Record!.RunId)))
        {
            if (!TryWrite(run.Record!, runs) || !names.Index().All(table => run.TryRead(table.Item, table.Index, byRun[table.Index].Write, null)))
                throw ledger.Damage();
            RunRow.WriteTiming(timingRows, run.Record!);
            seen(run.Record!);
        }
    }

    public void Dispose()
    {
        rowText.Dispose();
        row.Dispose();
    }

    private Stream Start(Table table)
    {
        var stream = start(table);
        stream.Write(Csv.Header(table));
        return stream;
    }

    /// <summary>Writes the row of runs.csv, unless it is another than when the run was stored.</summary>
    private bool TryWrite(RunRecord record, Stream runs)
    {
        row.SetLength(0);
        try
        {
            RunRow.Write(rowText, study, record);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        rowText.Flush();
        var text = row.GetBuffer().AsSpan(0, (int)row.Length);
        runs.Write(text);
        return SHA256.HashData(text).AsSpan().SequenceEqual(record.RowHash);
    }
}
