using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Experiments.Storage;

/// <summary>
/// Takes the columns of a run one after another, as a ledger holds them, and gives a hash over all of them, so that no
/// change of any goes unseen. Each value is handed back. Used again for run after run.
/// </summary>
internal sealed class LedgerSeal
{
    /// <summary>Bytes of a seal, and of any other hash in a ledger.</summary>
    public const int Bytes = SHA256.HashSizeInBytes;

    private readonly ArrayBufferWriter<byte> taken = new(512);

    /// <summary>Starts again.</summary>
    public LedgerSeal Begin()
    {
        taken.ResetWrittenCount();
        return this;
    }

    /// <exception cref="OverflowException">It is no 32-bit number.</exception>
    public int Take(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(taken.GetSpan(sizeof(long)), value);
        taken.Advance(sizeof(long));
        return checked((int)value);
    }

    public double Take(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(taken.GetSpan(sizeof(double)), value);
        taken.Advance(sizeof(double));
        return value;
    }

    /// <summary>Takes a text and its length, so that two columns are never one.</summary>
    public string Take(string value)
    {
        Take(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, taken);
        return value;
    }

    public byte[] Take(byte[] value)
    {
        Take(value.Length);
        taken.Write(value);
        return value;
    }

    /// <summary>The hash of all that was taken.</summary>
    public byte[] Close() => SHA256.HashData(taken.WrittenSpan);
}
