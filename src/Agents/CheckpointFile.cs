using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Agents;

/// <summary>A checkpoint cannot be used; the message says whether it is truncated, altered, too new or another model's.</summary>
/// <param name="message">What is wrong.</param>
public sealed class CheckpointException(string message) : Exception(message);

/// <summary>
/// The bytes around a model's state: a head with the format's version, then the state as it lies in memory, then an end
/// mark and the SHA-256 of all before it. What does not agree with it is told before a byte of the state is believed.
/// </summary>
internal sealed class CheckpointFile : IDisposable
{
    /// <summary>Raised whenever the layout of head, end or framework state changes.</summary>
    public const int Version = 1;

    private const int HeadLength = 16;
    private const int EndLength = 8;

    // In the machine's own order of bytes, as the state is.
    private const uint ByteOrder = 0x01020304;

    private readonly Stream stream;
    private readonly string name;
    private readonly IncrementalHash? hash;
    private readonly Stream buffer;
    private long left;

    private CheckpointFile(Stream stream, IncrementalHash? hash, long left)
    {
        (this.stream, this.hash, this.left, name) = (stream, hash, left, NameOf(stream));
        buffer = new BufferedStream(stream, 1 << 16);
    }

    /// <summary>True for a checkpoint that is read, false for one that is written.</summary>
    public bool IsRead => hash is null;

    private static ReadOnlySpan<byte> Magic => "AGENTSCP"u8;

    private static ReadOnlySpan<byte> EndMark => "ENDOFCP\n"u8;

    /// <summary>Starts to write.</summary>
    public static CheckpointFile Begin(Stream to)
    {
        var file = new CheckpointFile(to, IncrementalHash.CreateHash(HashAlgorithmName.SHA256), 0);
        Span<byte> head = stackalloc byte[HeadLength];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], Version);
        MemoryMarshal.Write(head[12..], ByteOrder);
        file.Carry(head);
        return file;
    }

    /// <summary>Starts to read, after everything that can be wrong with the bytes has been looked at.</summary>
    /// <exception cref="CheckpointException">Something is.</exception>
    public static CheckpointFile Open(Stream from)
    {
        var start = from.Position;
        var length = from.Length - start;
        RequireHead(from, length);
        var tail = new byte[EndLength + SHA256.HashSizeInBytes];
        from.Position = Math.Max(start, from.Length - tail.Length);
        if (length < HeadLength + tail.Length || from.ReadAtLeast(tail, tail.Length) < tail.Length || !EndMark.SequenceEqual(tail.AsSpan(0, EndLength)))
            throw new CheckpointException($"{NameOf(from)} is truncated: its end is missing.");
        from.Position = start;
        if (!Hash(from, length - SHA256.HashSizeInBytes).SequenceEqual(tail.AsSpan(EndLength)))
            throw new CheckpointException($"{NameOf(from)} has been altered: its content and its checksum do not agree.");
        from.Position = start + HeadLength;
        return new CheckpointFile(from, null, length - HeadLength - tail.Length);
    }

    /// <summary>Whether so many bytes of the state can still come.</summary>
    public bool HasRoomFor(long bytes) => !IsRead || bytes <= left;

    /// <summary>Writes the bytes, or reads into them.</summary>
    public void Carry(Span<byte> bytes)
    {
        if (hash is not null)
        {
            hash.AppendData(bytes);
            buffer.Write(bytes);
            return;
        }
        left -= bytes.Length;
        if (left < 0)
            throw Refusal("ends before the model has all its state: another version of the model wrote it");
        buffer.ReadExactly(bytes);
    }

    /// <summary>Writes the end, or makes sure that it has been reached.</summary>
    public void End()
    {
        if (hash is null)
        {
            if (left > 0)
                throw Refusal("holds more than the model reads: another version of the model wrote it");
            stream.Seek(0, SeekOrigin.End);
            return;
        }
        Carry(EndMark.ToArray());
        buffer.Write(hash.GetHashAndReset());
        buffer.Flush();
    }

    /// <summary>Why this checkpoint cannot be used.</summary>
    /// <param name="reason">A verb and what follows.</param>
    public CheckpointException Refusal(string reason) => new($"{name} {reason}.");

    // The stream is the caller's, so the buffer over it is left to itself.
    public void Dispose() => hash?.Dispose();

    private static void RequireHead(Stream from, long length)
    {
        Span<byte> head = stackalloc byte[(int)Math.Min(length, HeadLength)];
        from.ReadExactly(head);
        var known = Math.Min(head.Length, Magic.Length);
        if (known == 0 || !head[..known].SequenceEqual(Magic[..known]))
            throw new CheckpointException($"{NameOf(from)} is not a checkpoint.");
        if (head.Length < HeadLength)
            throw new CheckpointException($"{NameOf(from)} is truncated: its end is missing.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        if (version > Version)
            throw new CheckpointException($"{NameOf(from)} has format {version}, but this version of the program knows formats up to {Version}: use a newer one.");
        if (MemoryMarshal.Read<uint>(head[12..]) == BinaryPrimitives.ReverseEndianness(ByteOrder))
            throw new CheckpointException($"{NameOf(from)} comes from a machine with the other order of bytes.");
    }

    private static byte[] Hash(Stream from, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[1 << 16];
        for (var left = length; left > 0;)
        {
            var count = (int)Math.Min(left, chunk.Length);
            from.ReadExactly(chunk.AsSpan(0, count));
            hash.AppendData(chunk, 0, count);
            left -= count;
        }
        return hash.GetHashAndReset();
    }

    private static string NameOf(Stream stream) => stream is FileStream file ? $"'{file.Name}'" : "The checkpoint";
}
