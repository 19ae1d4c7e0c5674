using System.IO.Compression;
using System.Security.Cryptography;

namespace Experiments.Storage;

/// <summary>
/// What one run adds to one table, cut into parts: compressed as they fill, in memory up to a limit, and beyond it in a
/// temporary file, so that a long run takes no more memory than a short one. Used again for run after run.
/// </summary>
internal sealed class PartStream(string spillPath, Func<bool> compresses) : Stream
{
    /// <summary>Most bytes of text in a part.</summary>
    public const int PartBytes = 1 << 20;

    /// <summary>Bytes of parts that a run keeps in memory of one table.</summary>
    private const int HeldBytes = 2 << 20;

    /// <summary>Brotli's fastest useful level, with a window that a part of text needs.</summary>
    private const int Quality = 1;

    private const int Window = 18;

    private readonly MemoryStream text = new();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<byte[]> held = [];
    private readonly List<int> spilled = [];
    private byte[] packed = [];
    private long heldBytes;
    private long length;
    private FileStream? spill;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>Bytes of text written so far.</summary>
    public override long Length => length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    /// <summary>Parts that are complete.</summary>
    public int Count => held.Count + spilled.Count;

    /// <summary>SHA-256 of the text in them.</summary>
    public byte[] HashSoFar => hash.GetCurrentHash();

    /// <summary>The text after them.</summary>
    public ReadOnlySpan<byte> Rest => text.GetBuffer().AsSpan(0, (int)text.Length);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        length += buffer.Length;
        while (buffer.Length > 0)
        {
            var count = Math.Min(buffer.Length, PartBytes - (int)text.Length);
            text.Write(buffer[..count]);
            buffer = buffer[count..];
            if (text.Length == PartBytes)
                EndPart();
        }
    }

    public override void Flush()
    {
    }

    /// <summary>Ends the last part.</summary>
    /// <returns>SHA-256 of all text.</returns>
    public byte[] Finish()
    {
        if (text.Length > 0)
            EndPart();
        return hash.GetHashAndReset();
    }

    /// <summary>The complete parts in order; a spilled one is read when it is asked for.</summary>
    /// <param name="first">The number of the first that is wanted, from 0.</param>
    public IEnumerable<byte[]> Parts(int first = 0)
    {
        foreach (var part in held.Skip(first))
            yield return part;
        var skipped = Math.Max(0, first - held.Count);
        if (spill is not null)
            spill.Position = spilled.Take(skipped).Sum(size => (long)size);
        foreach (var size in spilled.Skip(skipped))
            yield return ReadSpilled(size);
    }

    /// <summary>The text of a part.</summary>
    /// <exception cref="InvalidOperationException">It is not what was made.</exception>
    public static ReadOnlySpan<byte> Unpack(byte[] part, ref byte[] buffer) => TryUnpack(part, ref buffer, out var text)
        ? text
        : throw new InvalidOperationException("A part is not what was made of it.");

    /// <summary>The text of a part, unless it is not what was made.</summary>
    public static bool TryUnpack(byte[] part, ref byte[] buffer, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (part.Length == 0 || part[0] > (byte)Packing.Brotli)
            return false;
        if (part[0] == (byte)Packing.None)
        {
            text = part.AsSpan(1);
            return true;
        }
        if (buffer.Length < PartBytes)
            buffer = new byte[PartBytes];
        var isWhole = BrotliDecoder.TryDecompress(part.AsSpan(1), buffer, out var written);
        text = buffer.AsSpan(0, written);
        return isWhole;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        text.SetLength(0);
        hash.GetHashAndReset();
        held.Clear();
        spilled.Clear();
        (heldBytes, length) = (0, 0);
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
            text.Dispose();
            hash.Dispose();
            spill?.Dispose();
            spill = null;
        }
        base.Dispose(disposing);
    }

    private void EndPart()
    {
        var raw = text.GetBuffer().AsSpan(0, (int)text.Length);
        hash.AppendData(raw);
        var part = Pack(raw);
        text.SetLength(0);
        if (spill is null && heldBytes + part.Length <= HeldBytes)
        {
            held.Add(part.ToArray());
            heldBytes += part.Length;
            return;
        }
        try
        {
            // No buffer: the parts are large, and closing must never have anything left to write.
            spill ??= new FileStream(spillPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite, 0, FileOptions.DeleteOnClose);
            spill.Position = spill.Length;
            spill.Write(part);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(spillPath, exception);
        }
        spilled.Add(part.Length);
    }

    /// <summary>A part's first byte says how the rest is packed.</summary>
    private ReadOnlySpan<byte> Pack(ReadOnlySpan<byte> raw)
    {
        if (packed.Length <= raw.Length)
            packed = new byte[Math.Max(raw.Length + 1, 1 << 14)];
        if (compresses() && BrotliEncoder.TryCompress(raw, packed.AsSpan(1), out var written, Quality, Window))
        {
            packed[0] = (byte)Packing.Brotli;
            return packed.AsSpan(0, written + 1);
        }
        packed[0] = (byte)Packing.None;
        raw.CopyTo(packed.AsSpan(1));
        return packed.AsSpan(0, raw.Length + 1);
    }

    private byte[] ReadSpilled(int size)
    {
        var part = new byte[size];
        try
        {
            spill!.ReadExactly(part);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(spillPath, exception);
        }
        return part;
    }

    private enum Packing : byte
    {
        None = 0,
        Brotli = 1,
    }
}
