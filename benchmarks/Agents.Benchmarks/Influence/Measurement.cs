using System.Globalization;

namespace Agents.Benchmarks.Influence;

/// <summary>One run of W1.</summary>
/// <param name="Nanoseconds">Per agent and tick.</param>
/// <param name="Hash">Of the end state.</param>
internal readonly record struct Measurement(double Nanoseconds, ulong Hash)
{
    /// <summary>A line of the C++ program w1: form, agents, ticks, nanoseconds, hash, defected.</summary>
    public static (string Form, Measurement Measurement) Parse(string line)
    {
        var words = line.Split(' ');
        return (words[0], new Measurement(
            double.Parse(words[3], CultureInfo.InvariantCulture),
            ulong.Parse(words[4], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
    }
}
