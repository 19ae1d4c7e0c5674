using System.IO.Compression;
using System.Security.Cryptography;
using CsvHelper;
using Experiments.Storage;

namespace Experiments.Export;

/// <summary>
/// A stored table, plain or packed, read once from its first row to its last. Its bytes are hashed on the way, so that
/// nothing is read twice and nothing passes that is not what was written.
/// </summary>
internal sealed class TableReading : IDisposable
{
    private readonly string path;
    private readonly string advice;
    private readonly string? expected;
    private readonly SHA256 hash = SHA256.Create();
    private readonly Stream hashed;
    private readonly Stream content;

    /// <param name="folder">The folder that the table is in.</param>
    /// <param name="table">Its columns.</param>
    /// <param name="expected">The hash of its file, in hexadecimal; null where none is known.</param>
    /// <param name="advice">What to do where it is damaged.</param>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public TableReading(string folder, Table table, string? expected, string advice)
    {
        (Table, this.expected, this.advice, path) = (table, expected, advice, Path.Combine(folder, table.FileName));
        try
        {
            var file = ResultFile.Open(folder, table.FileName);
            hashed = new CryptoStream(file, hash, CryptoStreamMode.Read);
            content = table.IsPacked ? new GZipStream(hashed, CompressionMode.Decompress) : hashed;
            Csv = Storage.Csv.Reader(content);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"Cannot read {path}: {exception.Message.TrimEnd('.')}. {advice}", exception);
        }
    }

    /// <summary>Its columns.</summary>
    public Table Table { get; }

    /// <summary>The present row.</summary>
    public CsvReader Csv { get; }

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Goes on to the next row; after the last one the file is held against its hash.</summary>
    /// <exception cref="StorageException">It is damaged.</exception>
    public bool Next()
    {
        try
        {
            var isThere = Csv.Read();
            if (Rows == 0 && !Csv.Headers.SequenceEqual(Table.Fields.Select(field => field.Name)))
                throw Damaged("its columns are not those of the data package");
            if (isThere)
                return Csv.FieldCount == Table.Fields.Count && ++Rows > 0 ? true : throw Damaged("a row has more or fewer cells than there are columns");
            content.CopyTo(Stream.Null);
            hashed.CopyTo(Stream.Null);
            return expected is null || Convert.ToHexStringLower(hash.Hash!) == expected ? false : throw Damaged("its hash is not the manifest's");
        }
        catch (Exception exception) when (exception is CsvFormatException or InvalidDataException || StorageException.IsRefusal(exception))
        {
            throw Damaged(exception.Message.TrimEnd('.'), exception);
        }
    }

    /// <summary>What to say of a file that is not what was written.</summary>
    public StorageException Damaged(string reason, Exception? cause = null) =>
        StorageException.BadDirectory($"{path} is not what was written ({reason}). {advice}", cause);

    public void Dispose()
    {
        Csv.Dispose();
        content.Dispose();
        hashed.Dispose();
        hash.Dispose();
    }
}
