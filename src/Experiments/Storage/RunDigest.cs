using System.Security.Cryptography;
using Experiments.Config;
using Experiments.Runs;

namespace Experiments.Storage;

/// <summary>Computes from a ledger what <see cref="RunRows.End"/> computed when the run was made.</summary>
internal sealed class RunDigest(Study study)
{
    private readonly StudyTables tables = new(study);
    private byte[] buffer = [];

    /// <summary>SHA-256 of a stored run's rows in all reproducible tables, in hexadecimal; empty where they cannot be unpacked.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public string Of(Ledger ledger, RunRecord record)
    {
        var names = new[] { tables.Ticks, tables.Events, tables.Agents }.OfType<Table>().Select(table => table.Name).ToList();
        var hashes = names.ConvertAll(_ => IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        try
        {
            foreach (var (table, _, content) in ledger.PartsOf(record.RunId))
                hashes[names.IndexOf(table)].AppendData(PartStream.Unpack(content, ref buffer));
            return Of(record, hashes);
        }
        catch (InvalidDataException)
        {
            return "";
        }
        finally
        {
            hashes.ForEach(hash => hash.Dispose());
        }
    }

    private string Of(RunRecord record, List<IncrementalHash> hashes)
    {
        using var row = new MemoryStream();
        using (var csv = Csv.Writer(row))
            RunRow.Write(csv, study, record);
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(row.GetBuffer(), 0, (int)row.Length);
        hashes.ForEach(hash => all.AppendData(hash.GetHashAndReset()));
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
