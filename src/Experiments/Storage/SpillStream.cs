namespace Experiments.Storage;

/// <summary>
/// Bytes that are read again soon: in memory up to a limit, and beyond it in a temporary file that goes with the stream.
/// Used again and again.
/// </summary>
/// <param name="path">The file, made only where it is needed.</param>
/// <param name="limit">Most bytes in memory.</param>
internal sealed class SpillStream(string path, int limit) : Stream
{
    private readonly MemoryStream memory = new();
    private FileStream? file;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => Bytes.Length;

    public override long Position
    {
        get => Bytes.Position;
        set => Bytes.Position = value;
    }

    private Stream Bytes => (Stream?)file ?? memory;

    /// <exception cref="StorageException">The file system gave way.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            if (file is null && memory.Position + buffer.Length > limit)
                Spill();
            Bytes.Write(buffer);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(path, exception);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <exception cref="StorageException">The file system gave way.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Bytes.Read(buffer);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(path, exception);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Bytes.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        memory.SetLength(0);
        file?.Dispose();
        file = null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            memory.Dispose();
            file?.Dispose();
        }
        base.Dispose(disposing);
    }

    // No buffer: closing must never have anything left to write.
    private void Spill()
    {
        file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite, 0, FileOptions.DeleteOnClose);
        memory.WriteTo(file);
        memory.SetLength(0);
    }
}
