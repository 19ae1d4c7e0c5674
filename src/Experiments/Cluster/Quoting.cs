using System.Text;
using System.Text.RegularExpressions;

namespace Experiments.Cluster;

/// <summary>Writes a word so that a reader of job scripts takes it for one word, whatever it holds.</summary>
internal static partial class Quoting
{
    /// <summary>For bash: in single quotes, unless it is plain.</summary>
    public static string ForShell(string word) =>
        Plain().IsMatch(word) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>For a <c>#SBATCH</c> line: in double quotes, in which a backslash takes the next letter as it is.</summary>
    public static string ForDirective(string word)
    {
        if (Plain().IsMatch(word))
            return word;
        var text = new StringBuilder("\"");
        foreach (var letter in word)
        {
            if (letter is '"' or '\\')
                text.Append('\\');
            text.Append(letter);
        }
        return text.Append('"').ToString();
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_./:,=@%+-]+\z")]
    private static partial Regex Plain();
}
