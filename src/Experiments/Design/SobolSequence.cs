using System.Globalization;
using System.Numerics;
using Agents;
using Agents.Random;

namespace Experiments.Design;

/// <summary>
/// The Sobol' sequence with the direction numbers new-joe-kuo-6 (Joe and Kuo 2008, Constructing Sobol sequences with
/// better two-dimensional projections, SIAM J. Sci. Comput. 30: 2635-2654), in the order of the Gray code (Antonov and
/// Saleev 1979). Scrambled on request: each coordinate's digits go through a random lower triangular matrix and a
/// random shift (Matousek 1998, On the L2-discrepancy for anchored boxes, J. Complexity 14: 527-556), which keeps every
/// balance of the sequence and makes its means unbiased.
/// </summary>
public static class SobolSequence
{
    /// <summary>Most coordinates: the directions end there.</summary>
    public const int MaxDimensions = 1024;

    private const int Bits = 32;
    private const double Scale = 1.0 / (1L << Bits);
    private const string Resource = "JoeKuoDirections.csv";

    /// <summary>Points of the unit cube.</summary>
    /// <param name="points">Number of points; a power of two is balanced.</param>
    /// <param name="dimensions">Number of coordinates, at most <see cref="MaxDimensions"/>.</param>
    /// <param name="skip">Number of points left out at the start, 0 or more.</param>
    /// <param name="scramble">Key of the draws of the scrambling, or null for the sequence as it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many coordinates, or a negative skip.</exception>
    public static PointMatrix Make(int points, int dimensions, int skip = 0, Seed? scramble = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaxDimensions);
        var sample = new PointMatrix(points, dimensions);
        var parameters = ReadParameters(dimensions);
        for (var column = 0; column < dimensions; column++)
        {
            var directions = column == 0 ? FirstDirections() : Directions(parameters[column - 1]);
            var (shift, middle) = (0u, 0.0);
            if (scramble is { } seed)
                (shift, middle) = (Scramble(directions, new Draws(seed, (uint)column, 0, Purpose.Design)), 0.5);
            var digits = shift;
            var gray = (uint)skip ^ ((uint)skip >> 1);
            for (var bit = 0; bit < Bits; bit++)
                digits ^= ((gray >> bit) & 1) * directions[bit];
            for (var i = 0; i < points; i++)
            {
                sample[i, column] = (digits + middle) * Scale;
                digits ^= directions[BitOperations.TrailingZeroCount((uint)(skip + i + 1))];
            }
        }
        return sample;
    }

    /// <summary>Van der Corput's sequence.</summary>
    private static uint[] FirstDirections() => [.. Enumerable.Range(0, Bits).Select(bit => 1u << (Bits - 1 - bit))];

    /// <summary>The direction numbers of a primitive polynomial (degree s, coefficients a) and its first odd numbers m.</summary>
    private static uint[] Directions((int Degree, uint Coefficients, uint[] First) polynomial)
    {
        var (degree, coefficients, first) = polynomial;
        var directions = new uint[Bits];
        for (var i = 0; i < Bits; i++)
        {
            if (i < degree)
            {
                directions[i] = first[i] << (Bits - 1 - i);
                continue;
            }
            directions[i] = directions[i - degree] ^ (directions[i - degree] >> degree);
            for (var k = 1; k < degree; k++)
                directions[i] ^= ((coefficients >> (degree - 1 - k)) & 1) * directions[i - k];
        }
        return directions;
    }

    /// <summary>Sends each direction number through a random matrix; returns the random shift.</summary>
    private static uint Scramble(uint[] directions, Draws draws)
    {
        var shift = draws.Word();
        var rows = new uint[Bits];
        for (var digit = 0; digit < Bits; digit++)
        {
            // Digit 0 is the highest bit: a row keeps its own digit and mixes in some of the higher ones.
            var own = 1u << (Bits - 1 - digit);
            rows[digit] = own | (draws.Word() & ~(own | (own - 1)));
        }
        for (var i = 0; i < Bits; i++)
        {
            var mixed = 0u;
            for (var digit = 0; digit < Bits; digit++)
                mixed |= (uint)(BitOperations.PopCount(rows[digit] & directions[i]) & 1) << (Bits - 1 - digit);
            directions[i] = mixed;
        }
        return shift;
    }

    /// <summary>The polynomials of dimensions 2 and on.</summary>
    private static List<(int Degree, uint Coefficients, uint[] First)> ReadParameters(int dimensions)
    {
        using var stream = typeof(SobolSequence).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        using var text = new StreamReader(stream);
        text.ReadLine();
        var parameters = new List<(int, uint, uint[])>();
        while (parameters.Count < dimensions - 1 && text.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            parameters.Add((Number<int>(cells[1]), Number<uint>(cells[2]), [.. cells[3].Split(' ').Select(Number<uint>)]));
        }
        return parameters;
    }

    private static T Number<T>(string text)
        where T : IBinaryInteger<T> => T.Parse(text, CultureInfo.InvariantCulture);
}
