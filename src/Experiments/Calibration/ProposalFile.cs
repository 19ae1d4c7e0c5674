using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Experiments.Calibration.Guided;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Calibration;

/// <summary>What came of one proposal, as it is kept.</summary>
/// <param name="FailedRuns">Runs that failed; -1 where the values cannot be combined and nothing was run.</param>
/// <param name="Statistics">One value for each target.</param>
/// <param name="Counts">What was counted on each side, for a guided search.</param>
internal sealed record ProposalResult(int FailedRuns, IReadOnlyList<double> Statistics, IReadOnlyList<Counts> Counts);

/// <summary>
/// The proposals of one batch and their statistics: all that a calibration keeps of their runs. It is believed only
/// where it holds the very values that are asked for, so that a search that took another way leaves nothing wrong behind.
/// </summary>
/// <param name="plan">The calibration.</param>
/// <param name="sides">The sides of its targets; none where counts are not asked for.</param>
internal sealed class ProposalFile(CalibrationPlan plan, IReadOnlyList<GuidedSide> sides)
{
    /// <summary>Ends the name of the file that holds the hash of a batch, as sha256sum writes it.</summary>
    private const string HashSuffix = ".sha256";

    /// <summary>True where a file is not what was written: nothing of it is believed.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public static bool IsChanged(string path) =>
        File.Exists(path) && !(File.Exists(path + HashSuffix) && File.ReadAllText(path + HashSuffix) == HashLine(TableFile.Read(Path.GetDirectoryName(path)!, Path.GetFileName(path))));

    /// <summary>A statistic as the file gives it back, so that a search that is resumed goes on from the same numbers.</summary>
    public static double Kept(double statistic) => double.IsFinite(statistic) ? statistic + 0.0 : double.NaN;

    /// <summary>The results of these proposals, or null where the file does not hold them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="first">Number of the first proposal.</param>
    /// <param name="cells">The value of each parameter in each proposal, as design cells.</param>
    public IReadOnlyList<ProposalResult>? Read(string path, int first, IReadOnlyList<double[]> cells)
    {
        if (!File.Exists(path) || IsChanged(path))
            return null;
        try
        {
            using var stream = ResultFile.Open(Path.GetDirectoryName(path)!, Path.GetFileName(path));
            using var csv = Csv.Reader(stream);
            var results = new List<ProposalResult>();
            while (csv.Read())
            {
                var i = results.Count;
                if (i == 0 && !csv.Headers.SequenceEqual(Headers))
                    return null;
                if (csv.FieldCount != csv.Headers.Count || i == cells.Count || csv.Parse<int>(0) != first + i || Enumerable.Range(0, plan.Factors.Count).Any(k => csv.GetString(2 + k) != plan.Factors[k].FormatCell(cells[i][k])))
                    return null;
                var (statistics, counts) = (2 + plan.Factors.Count, 2 + plan.Factors.Count + plan.Targets.Count);
                results.Add(new ProposalResult(
                    csv.Parse<int>(1),
                    [.. Enumerable.Range(statistics, plan.Targets.Count).Select(column => Value(csv, column))],
                    [.. Enumerable.Range(0, sides.Count).Select(side => new Counts(csv.Parse<double>(counts + 2 * side), csv.Parse<double>(counts + 2 * side + 1)))]));
            }
            return results.Count == cells.Count ? results : null;
        }
        catch (Exception exception) when (exception is FormatException or CsvFormatException)
        {
            // Whatever it is, it is not ours, and is going to be replaced.
            return null;
        }
    }

    /// <summary>Writes the file, its hash first: whoever dies in between leaves a batch that is run again.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Write(string path, int first, IReadOnlyList<double[]> cells, IReadOnlyList<ProposalResult> results)
    {
        var bytes = CalibrationTables.Bytes(Headers, Enumerable.Range(0, cells.Count).Select(i => (IReadOnlyList<string>)
        [
            (first + i).ToString(CultureInfo.InvariantCulture),
            results[i].FailedRuns.ToString(CultureInfo.InvariantCulture),
            .. plan.Factors.Select((factor, k) => factor.FormatCell(cells[i][k])),
            .. results[i].Statistics.Select(CalibrationTables.Cell),
            .. results[i].Counts.SelectMany(one => new[] { CalibrationTables.Cell(one.Count), CalibrationTables.Cell(one.Exposure) }),
        ]));
        var hash = new StoredFile(Path.GetFileName(path), bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        CalibrationTables.WriteFile(path + HashSuffix, Encoding.ASCII.GetBytes(HashLine(hash)));
        CalibrationTables.WriteFile(path, bytes);
    }

    private static string HashLine(StoredFile file) => $"{file.Sha256}  {file.Path}\n";

    private IEnumerable<string> Headers =>
        ["proposal", "failed_runs", .. plan.Factors.Select(factor => factor.Key), .. plan.Targets.Select(target => target.Name), .. sides.SelectMany(side => new[] { side.Name + ".count", side.Name + ".of" })];

    private static double Value(CsvReader csv, int column) => csv.GetString(column).Length == 0 ? double.NaN : csv.Parse<double>(column);
}
