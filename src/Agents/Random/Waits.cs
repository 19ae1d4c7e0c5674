namespace Agents.Random;

/// <summary>
/// The waiting times of one stream after another, exponential with rate 1; the first few of many streams are worked out
/// together.
/// </summary>
/// <param name="seed">The key of the run.</param>
/// <param name="purpose">What the draws are for; they are of moment 0.</param>
internal sealed class Waits(Seed seed, Purpose purpose)
{
    private const int Known = 4;
    private const int WaitsOfBlock = 2;

    private readonly ManyDraws many = new(seed, 0, purpose);
    private readonly double[] known = new double[Known * ManyDraws.Most];
    private uint first = uint.MaxValue;
    private uint stream;
    private int taken;
    private Draws draws;

    /// <summary>Goes on with another stream, at its beginning.</summary>
    public void Begin(uint id)
    {
        if (id < first || id - first >= ManyDraws.Most)
        {
            first = id;
            many.Begin(id, ManyDraws.Most);
            for (var wait = 0; wait < Known; wait++)
                many.Exponential(1, known.AsSpan(wait * ManyDraws.Most, ManyDraws.Most));
        }
        (stream, taken) = (id, 0);
    }

    /// <summary>The stream's next waiting time.</summary>
    public double Next()
    {
        if (taken < Known)
            return known[taken++ * ManyDraws.Most + (int)(stream - first)];
        if (taken++ == Known)
        {
            draws = new Draws(seed, stream, 0, purpose);
            draws.PassOver(Known / WaitsOfBlock);
        }
        return draws.Exponential(1);
    }
}
