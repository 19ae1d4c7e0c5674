using System.Numerics;
using System.Runtime.InteropServices;
using Agents.Numerics;

namespace Agents.Random;

/// <summary>
/// The streams of many agents side by side, for initialisations and block forms that draw several numbers for each: what
/// <see cref="Draws"/> gives one agent, every call here gives each of them, in the same order and bit for bit, several
/// times as fast. It has the samplers that always take the same number of words.
/// </summary>
/// <param name="seed">The key of the run.</param>
/// <param name="moment">The tick.</param>
/// <param name="purpose">What the draws are for.</param>
public sealed class ManyDraws(Seed seed, uint moment, Purpose purpose)
{
    /// <summary>The most agents at a time.</summary>
    public const int Most = 256;

    private const int WordsOfBlock = 4;

    private readonly uint[] agents = new uint[Most];

    // Two blocks of each agent's words, because a number may take the last word of one and the first of the next.
    private readonly uint[] words = new uint[2 * WordsOfBlock * Most];
    private uint taken;

    /// <summary>Number of agents.</summary>
    public int Count { get; private set; }

    /// <summary>Begins with the streams of some agents.</summary>
    /// <param name="ids">Their ids, at most <see cref="Most"/>.</param>
    /// <exception cref="ArgumentException">They are more.</exception>
    public void Begin(ReadOnlySpan<uint> ids)
    {
        ids.CopyTo(agents);
        (Count, taken) = (ids.Length, 0);
    }

    /// <summary>Begins with the streams of agents whose ids follow one another.</summary>
    /// <param name="first">The first id.</param>
    /// <param name="count">Their number, 0 to <see cref="Most"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its range.</exception>
    public void Begin(uint first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        for (var i = 0; i < count; i++)
            agents[i] = first + (uint)i;
        (Count, taken) = (count, 0);
    }

    /// <summary>For each agent <see cref="Draws.UniformSingle"/>.</summary>
    /// <param name="values">Room for a number of each agent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The room is for fewer; no word has been drawn then.</exception>
    public void UniformSingle(Span<float> values)
    {
        values = values[..Count];
        Word().CopyTo(MemoryMarshal.Cast<float, uint>(values));
        Draws.ToUniforms(values);
    }

    /// <summary>For each agent <see cref="Draws.Uniform"/>.</summary>
    /// <inheritdoc cref="UniformSingle"/>
    public void Uniform(Span<double> values)
    {
        values = values[..Count];
        var first = Word();
        var second = Word();
        for (var i = 0; i < first.Length; i++)
            values[i] = Draws.ToUniform(first[i], second[i]);
    }

    /// <summary>For each agent <see cref="Draws.Chance"/>.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <param name="values">Room for an answer of each agent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in [0, 1].</exception>
    public void Chance(double probability, Span<bool> values)
    {
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        values = values[..Count];
        var first = Word();
        var second = Word();
        for (var i = 0; i < first.Length; i++)
            values[i] = Draws.ToUniform(first[i], second[i]) < probability;
    }

    /// <summary>For each agent <see cref="Draws.Normal(double, double)"/>.</summary>
    /// <param name="mean">Any finite number.</param>
    /// <param name="deviation">Standard deviation, 0 or more.</param>
    /// <param name="values">Room for a number of each agent.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite, or the deviation is negative.</exception>
    public void Normal(double mean, double deviation, Span<double> values)
    {
        Draws.RequireNormal(mean, deviation);
        values = values[..Count];
        OpenUniform(values);
        Functions.NormalQuantile(values);
        foreach (ref var value in values)
            value = mean + deviation * value;
    }

    /// <summary>For each agent <see cref="Draws.Exponential"/>.</summary>
    /// <param name="rate">Events per unit of time, more than 0 and finite.</param>
    /// <param name="values">Room for a number of each agent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive and finite.</exception>
    public void Exponential(double rate, Span<double> values)
    {
        Draws.RequireRate(rate);
        values = values[..Count];
        OpenUniform(values);
        var wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        for (var i = 0; i < wide.Length; i++)
            wide[i] = -Functions.Log(Vector<double>.One - wide[i]) / rate;
        for (var i = wide.Length * Vector<double>.Count; i < values.Length; i++)
            values[i] = -Functions.Log(1 - values[i]) / rate;
    }

    /// <summary>The next word of each agent; valid until two more blocks of four have been begun.</summary>
    internal ReadOnlySpan<uint> Word()
    {
        var block = taken / WordsOfBlock;
        var room = words.AsSpan((int)(block % 2) * WordsOfBlock * Most, WordsOfBlock * Most);
        var word = (int)(taken++ % WordsOfBlock);
        if (word == 0)
            Philox.FillBlocks(agents.AsSpan(0, Count), (moment, purpose.Number, block), (seed.Value, seed.Replication), room, Most);
        return room.Slice(word * Most, Count);
    }

    private void OpenUniform(Span<double> values)
    {
        var first = Word();
        var second = Word();
        for (var i = 0; i < first.Length; i++)
            values[i] = Draws.ToOpenUniform(first[i], second[i]);
    }
}
