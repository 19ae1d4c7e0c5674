using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Agents;

/// <summary>A digest of a model's state, by which two runs are compared and a machine is checked against a known run.</summary>
public static class Fingerprint
{
    /// <summary>
    /// SHA-256 over the ids and committed columns of all populations, in the order of declaration; scratch columns mean
    /// nothing between ticks and are left out.
    /// </summary>
    /// <param name="model">A model between two steps.</param>
    /// <param name="places">State that is not in columns, such as the cells of a grid's agents.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(Model model, ReadOnlySpan<int> places = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var population in model.Populations)
        {
            hash.AppendData(MemoryMarshal.AsBytes(population.Ids));
            foreach (var column in population.Columns)
                hash.AppendData(column.Bytes);
        }
        hash.AppendData(MemoryMarshal.AsBytes(places));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
