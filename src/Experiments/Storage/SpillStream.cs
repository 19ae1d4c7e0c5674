namespace Experiments.Storage;

/// <summary>
/// What one run adds to one table, until its turn comes: in memory up to a limit, and beyond it in a temporary file,
/// so that a long run takes no more memory than a short one. Used again for run after run.
/// </summary>
internal sealed class SpillStream(string spillPath, int limit = SpillStream.DefaultLimit) : Stream
{
    /// <summary>Bytes that a run keeps in memory of one table.</summary>
    public const int DefaultLimit = 2 << 20;

    private readonly MemoryStream memory = new();
    private FileStream? spill;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => memory.Length + (spill?.Length ?? 0);

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (spill is null && memory.Length + buffer.Length <= limit)
        {
            memory.Write(buffer);
            return;
        }
        try
        {
            // No buffer: the rows come in large pieces, and closing must never have anything left to write.
            spill ??= new FileStream(spillPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.DeleteOnClose);
            spill.Write(buffer);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(spillPath, exception);
        }
    }

    public override void Flush()
    {
    }

    /// <summary>Hands everything to a table's file and starts again from nothing.</summary>
    public void MoveTo(TableFile file)
    {
        file.Append(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        if (spill is not null)
        {
            try
            {
                spill.Position = 0;
                var chunk = new byte[1 << 16];
                for (var count = spill.Read(chunk); count > 0; count = spill.Read(chunk))
                    file.Append(chunk.AsSpan(0, count));
            }
            catch (Exception exception) when (StorageException.IsRefusal(exception))
            {
                throw StorageException.Lost(spillPath, exception);
            }
        }
        Clear();
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        memory.SetLength(0);
        spill?.Dispose();
        spill = null;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            memory.Dispose();
            spill?.Dispose();
            spill = null;
        }
        base.Dispose(disposing);
    }
}
