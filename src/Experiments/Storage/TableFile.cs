using System.Security.Cryptography;

namespace Experiments.Storage;

/// <summary>A file of the result while it is written: under a temporary name, with its size and hash as it grows.</summary>
internal sealed class TableFile : IDisposable
{
    /// <summary>Ends the name of every file that is not complete.</summary>
    public const string PartialSuffix = ".partial";

    private readonly string path;
    private readonly FileStream stream;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long bytes;

    /// <summary>Starts the file under its temporary name.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public TableFile(string directory, string name)
    {
        Name = name;
        path = Path.Combine(directory, name + PartialSuffix);
        stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
    }

    /// <summary>Its final name.</summary>
    public string Name { get; }

    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Append(ReadOnlySpan<byte> content)
    {
        try
        {
            stream.Write(content);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(path, exception);
        }
        hash.AppendData(content);
        bytes += content.Length;
    }

    /// <summary>Brings everything to the disk and closes the file, still under its temporary name.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public StoredFile Close()
    {
        try
        {
            stream.Flush(flushToDisk: true);
            stream.Dispose();
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(path, exception);
        }
        return new StoredFile(Name, bytes, Convert.ToHexStringLower(hash.GetCurrentHash()));
    }

    public void Dispose()
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // The last buffer found no room: whoever wrote has been told already, and the file is going to be removed.
        }
        hash.Dispose();
    }
}

/// <summary>A file of a result.</summary>
/// <param name="Path">Relative to the directory.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, in hexadecimal.</param>
internal sealed record StoredFile(string Path, long Bytes, string Sha256);
