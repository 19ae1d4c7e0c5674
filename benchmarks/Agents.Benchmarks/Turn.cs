using System.Globalization;

namespace Agents.Benchmarks;

/// <summary>One run of a contestant.</summary>
/// <param name="Replication">By which its draws are keyed.</param>
/// <param name="Nanoseconds">Per agent and step.</param>
/// <param name="Hash">Of the end state; contestants with the same draws must agree.</param>
/// <param name="Measures">What the run shows at its end; contestants with other draws must agree on average.</param>
internal sealed record Turn(int Replication, double Nanoseconds, ulong Hash, double[] Measures)
{
    /// <summary>A line of a C++ program: form, replication, nanoseconds, hash, measures.</summary>
    public static Turn Parse(string line)
    {
        var words = line.Split(' ');
        return new Turn(
            int.Parse(words[1], CultureInfo.InvariantCulture),
            Number(words[2]),
            ulong.Parse(words[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            [.. words[4..].Select(Number)]);

        static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
    }
}
