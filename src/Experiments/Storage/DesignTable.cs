using System.Security.Cryptography;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>Writes design.csv: once written, it is what a study's design points are, and no design is computed again.</summary>
internal static class DesignTable
{
    /// <summary>Text that is handed on at once, bytes.</summary>
    private const int PieceBytes = 1 << 16;

    /// <summary>Takes the next bytes of the file.</summary>
    public delegate void Append(ReadOnlySpan<byte> content);

    /// <summary>SHA-256 of the file, in hexadecimal, without writing it.</summary>
    public static string HashOf(Study study, Table table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Write(study, table, hash.AppendData);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>Writes the header and the rows of all design points, piece by piece.</summary>
    public static void Write(Study study, Table table, Append append)
    {
        append(Csv.Header(table));
        var others = study.Design.Factors.Select((factor, column) => (Factor: factor, Column: column))
            .Where(one => one.Factor.Target != FactorTarget.Start).ToList();
        using var rows = new MemoryStream();
        using var csv = Csv.Writer(rows);
        foreach (var point in study.DesignPoints)
        {
            csv.WriteField(point.Id, default);
            csv.WriteField(point.Scenario);
            csv.WriteField(point.Row, default);
            foreach (var parameter in study.Catalogue.Parameters)
                csv.WriteField(parameter.FormatCell(point.Values[parameter.Index]));
            foreach (var (factor, column) in others)
                csv.WriteField(factor.IsIn((point.Id - 1) % study.Scenarios.Count) ? factor.FormatCell(study.Design.Cells[point.Row - 1, column]) : "");
            csv.EndRecord();
            if (rows.Length > PieceBytes)
                HandOn();
        }
        HandOn();

        void HandOn()
        {
            csv.Flush();
            append(rows.GetBuffer().AsSpan(0, (int)rows.Length));
            rows.SetLength(0);
        }
    }
}
