using System.Security.Cryptography;

namespace Experiments.Storage;

/// <summary>The rows of a run that is under way, on their way into a checkpoint and back.</summary>
internal sealed partial class RunRows
{
    /// <summary>Writes how far each table has come: its complete parts, how many and of what, and the text after them.</summary>
    public void WriteSoFar(BinaryWriter to)
    {
        foreach (var section in Sections())
        {
            var text = section.SoFar();
            to.Write(text.Count);
            to.Write(text.HashSoFar);
            to.Write(text.Rest.Length);
            to.Write(text.Rest);
        }
    }

    /// <summary>The complete parts of each table, without those that are known.</summary>
    /// <param name="known">How many of a table are.</param>
    public IEnumerable<(string Table, int Number, byte[] Content)> CompleteParts(Func<string, int> known) =>
        from section in Sections()
        let first = known(section.Table.Name)
        from part in section.SoFar().Parts(first).Select((content, index) => (Number: first + index, content))
        select (section.Table.Name, part.Number, part.content);

    /// <summary>Takes back the rows of a run that has just been begun.</summary>
    /// <param name="from">What <see cref="WriteSoFar"/> wrote.</param>
    /// <param name="parts">Gives each complete part of a table to whom it is told, in order.</param>
    /// <returns>Whether they are what was written; if not, they are of no use.</returns>
    public bool TryTakeBack(BinaryReader from, Action<string, Action<byte[]>> parts)
    {
        var buffer = Array.Empty<byte>();
        foreach (var section in Sections())
        {
            var text = section.SoFar();
            var (count, hash) = (from.ReadInt32(), from.ReadBytes(SHA256.HashSizeInBytes));
            var isWhole = true;
            parts(section.Table.Name, part =>
            {
                if (isWhole && text.Count < count && PartStream.TryUnpack(part, ref buffer, out var rows) && rows.Length == PartStream.PartBytes)
                    text.Write(rows);
                else
                    isWhole = false;
            });
            if (!isWhole || text.Count != count || !text.HashSoFar.AsSpan().SequenceEqual(hash))
                return false;
            text.Write(from.ReadBytes(from.ReadInt32()));
        }
        return true;
    }
}
