using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Experiments.Storage;

/// <summary>
/// A file of the result while it is written: under a temporary name, with its size and hash as it grows. A name that
/// ends with .gz makes it a packed one.
/// </summary>
internal sealed class TableFile : IDisposable
{
    /// <summary>Ends the name of every file that is not complete.</summary>
    public const string PartialSuffix = ".partial";

    private readonly string partial;
    private readonly HashedFile file;
    private readonly Stream content;

    /// <summary>A file that a process left half done longer ago than this is nobody's any more.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromDays(1);

    /// <summary>Starts the file under its temporary name.</summary>
    /// <param name="directory">The directory that it is in.</param>
    /// <param name="name">Its final name.</param>
    /// <param name="isShared">Whether this process does not hold the directory, so that others may write the same file: then the temporary name is its own.</param>
    /// <exception cref="StorageException">The file system refuses.</exception>
    public TableFile(string directory, string name, bool isShared = false)
    {
        (Directory, Name) = (directory, name);
        var temporary = isShared ? $"{name}.{Guid.NewGuid():N}{PartialSuffix}" : name + PartialSuffix;
        partial = Path.Combine(directory, temporary);
        file = new HashedFile(directory, temporary);
        content = name.EndsWith(Table.PackedSuffix, StringComparison.Ordinal)
            ? new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true)
            : file;
    }

    /// <summary>The directory that it is in.</summary>
    public string Directory { get; }

    /// <summary>Its final name.</summary>
    public string Name { get; }

    /// <summary>Takes what the file shall hold; what fails is a <see cref="StorageException"/>.</summary>
    public Stream Content => content;

    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Append(ReadOnlySpan<byte> bytes) => content.Write(bytes);

    /// <summary>Brings everything to the disk and closes the file, still under its temporary name.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public StoredFile Close()
    {
        if (content != file)
            content.Dispose();
        return new StoredFile(Name, file.Length, file.Close());
    }

    /// <summary>Gives a closed file its final name.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Move()
    {
        try
        {
            File.Move(partial, Path.Combine(Directory, Name), overwrite: true);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(Path.Combine(Directory, Name), exception);
        }
    }

    /// <summary>Removes what stands under its temporary name.</summary>
    public void Discard()
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            // A file system that was lost cannot be tidied.
        }
    }

    /// <summary>Removes what processes that were killed left of shared files.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="names">The final names of the files.</param>
    /// <param name="areAllLeft">Whether nobody can be at work there; else only what is old goes.</param>
    /// <exception cref="IOException">The file system refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The file system refuses.</exception>
    public static void RemoveLeft(string directory, IReadOnlyCollection<string> names, bool areAllLeft)
    {
        foreach (var path in System.IO.Directory.EnumerateFiles(directory, "*" + PartialSuffix))
        {
            var isOfThem = names.Any(name => Path.GetFileName(path).StartsWith(name + ".", StringComparison.Ordinal));
            if (isOfThem && (areAllLeft || DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > Old))
                File.Delete(path);
        }
    }

    /// <summary>Writes a whole file: it stands there with all its content, or not at all.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public static StoredFile Write(string directory, string name, ReadOnlySpan<byte> bytes, bool isShared = false)
    {
        using var file = new TableFile(directory, name, isShared);
        file.Append(bytes);
        var stored = file.Close();
        file.Move();
        return stored;
    }

    /// <summary>What a file of the result holds now.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public static StoredFile Read(string directory, string name)
    {
        try
        {
            using var stream = ResultFile.Open(directory, name);
            return new StoredFile(name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"Cannot read {Path.Combine(directory, name)}: {exception.Message}", exception);
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>The file itself; whatever goes into it is counted and hashed.</summary>
    private sealed class HashedFile : Stream
    {
        // EIO, ENOSPC and EDQUOT.
        private const int IoError = 5, SpaceError = 28, QuotaError = 122, QuotaErrorOfMacOS = 69;

        private readonly string path;
        private readonly FileStream stream;
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long length;

        public HashedFile(string directory, string name)
        {
            path = Path.Combine(directory, name);
            stream = Try(() => ResultFile.Create(directory, name));
        }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => length;

        public override long Position
        {
            get => length;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            try
            {
                stream.Write(buffer);
            }
            catch (Exception exception) when (StorageException.IsRefusal(exception))
            {
                throw StorageException.Lost(path, exception);
            }
            hash.AppendData(buffer);
            length += buffer.Length;
        }

        public override void Flush()
        {
        }

        /// <summary>Ends the file, safe on the disk.</summary>
        /// <returns>Its hash, in hexadecimal.</returns>
        public new string Close() => Try(() =>
        {
            Sync();
            stream.Dispose();
            return Convert.ToHexStringLower(hash.GetCurrentHash());
        });

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
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
            base.Dispose(disposing);
        }

        /// <summary>
        /// Brings the file to the disk. On Unix .NET 10 takes an fsync that failed for one that came through (its native part compares
        /// before it assigns), though not without leaving the number of the error.
        /// </summary>
        private void Sync()
        {
            stream.Flush();
            Marshal.SetLastPInvokeError(0);
            stream.Flush(flushToDisk: true);
            var error = Marshal.GetLastPInvokeError();
            if (!OperatingSystem.IsWindows() && (error is IoError or SpaceError or QuotaError or QuotaErrorOfMacOS))
                throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
        }

        private T Try<T>(Func<T> use)
        {
            try
            {
                return use();
            }
            catch (Exception exception) when (StorageException.IsRefusal(exception))
            {
                throw StorageException.Lost(path, exception);
            }
        }
    }
}

/// <summary>The tables of a result while they are written, each under its temporary name.</summary>
/// <param name="directory">Where.</param>
internal sealed class TableFiles(string directory) : IDisposable
{
    private readonly List<TableFile> files = [];

    /// <summary>The files, not yet closed.</summary>
    public IReadOnlyList<TableFile> All => files;

    /// <summary>Starts a table.</summary>
    /// <exception cref="StorageException">The file system refuses.</exception>
    public Stream Start(Table table)
    {
        files.Add(new TableFile(directory, table.FileName));
        return files[^1].Content;
    }

    public void Dispose() => files.ForEach(file => file.Dispose());
}

/// <summary>A file of a result.</summary>
/// <param name="Path">Relative to the directory.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, in hexadecimal.</param>
internal sealed record StoredFile(string Path, long Bytes, string Sha256)
{
    /// <summary>True for the scripts, which are there to be changed.</summary>
    public bool IsScript => AnalysisScripts.IsScript(Path);
}
