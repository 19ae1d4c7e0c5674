using System.Text;

namespace Experiments.Storage;

/// <summary>Looks through the text of tables, which comes in pieces, for a cell that a spreadsheet would carry out.</summary>
internal sealed class FormulaScan
{
    /// <summary>Letters of a cell that are looked at: no number has more.</summary>
    private const int Longest = 64;

    private readonly byte[] cell = new byte[Longest];
    private int length;
    private bool isQuoted;

    /// <summary>Whether there was one.</summary>
    public bool HasFound { get; private set; }

    /// <summary>Takes the next piece, which may begin and end anywhere.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        foreach (var letter in text)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && letter is (byte)',' or (byte)'\n')
                End();
            else
                Take(letter);
        }
    }

    /// <summary>Takes a cell by itself.</summary>
    public void AddCell(string text)
    {
        foreach (var letter in Encoding.UTF8.GetBytes(text))
            Take(letter);
        End();
    }

    private void Take(byte letter)
    {
        if (length < Longest)
            cell[length++] = letter;
        else
            cell[^1] = (byte)'x';
    }

    private void End()
    {
        HasFound |= Csv.IsFormula(cell.AsSpan(0, length));
        length = 0;
    }
}
