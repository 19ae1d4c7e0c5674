using System.Numerics;
using System.Runtime.InteropServices;
using Agents.Random;

namespace Agents;

/// <summary>
/// Agents of one population who act one after another in a sequential regime, for a rule's block form that draws for all of
/// them before the first acts.
/// </summary>
public readonly ref struct Turns<TPopulation>
    where TPopulation : Population
{
    private readonly ReadOnlySpan<int> rows;
    private readonly uint moment;
    private readonly uint stride;

    internal Turns(TPopulation population, ReadOnlySpan<int> rows, uint moment, uint stride)
    {
        Population = population;
        this.rows = rows;
        (this.moment, this.stride) = (moment, stride);
    }

    /// <summary>The population that the agents belong to.</summary>
    public TPopulation Population { get; }

    /// <summary>Number of turns, at most <see cref="Agents.Population.TurnsAtOnce"/>.</summary>
    public int Length => rows.Length;

    /// <summary>The rows of those who act, in their order.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>The agent whose turn it is.</summary>
    /// <param name="turn">From 0 to <see cref="Length"/> - 1.</param>
    public Agent<TPopulation> this[int turn] => new(Population, rows[turn], moment + (uint)turn * stride);

    /// <summary>For each turn what <see cref="Draws.Below"/> gives first of the agent's draws, bit for bit.</summary>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="n">1 or more.</param>
    /// <param name="room">Memory for as many numbers as there are turns.</param>
    /// <returns>The numbers, one a turn.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 1.</exception>
    public ReadOnlySpan<int> DrawBelow(Purpose purpose, int n, Span<int> room)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var numbers = room[..rows.Length];
        var words = MemoryMarshal.Cast<int, uint>(numbers);
        FillFirstWords(purpose, words);
        for (var turn = 0; turn < words.Length; turn++)
        {
            var product = (ulong)words[turn] * (uint)n;
            // The word may be one of the few that are rejected.
            numbers[turn] = (uint)product >= (uint)n ? (int)(product >> 32) : DrawBelow(purpose, n, turn);
        }
        return numbers;
    }

    /// <summary>Draws for all turns at once: what <see cref="Agent{TPopulation}.Draws"/> gives in each of them, bit for bit.</summary>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="room">Memory for four words a turn.</param>
    public DrawsAhead DrawAhead(Purpose purpose, Span<uint> room)
    {
        var words = room[..(4 * rows.Length)];
        FillBlocks(purpose, words);
        return new DrawsAhead(Population, rows, (moment, stride), purpose, words);
    }

    private int DrawBelow(Purpose purpose, int n, int turn)
    {
        var draws = this[turn].Draws(purpose);
        return draws.Below(n);
    }

    private void FillFirstWords(Purpose purpose, Span<uint> words)
    {
        if (stride != 0)
        {
            Span<uint> blocks = stackalloc uint[4 * words.Length];
            FillBlocks(purpose, blocks);
            for (var turn = 0; turn < words.Length; turn++)
                words[turn] = blocks[4 * turn];
            return;
        }
        Span<uint> agents = stackalloc uint[words.Length];
        CopyIds(agents);
        var seed = Population.Model.Seed;
        Philox.FillFirstWords(agents, (moment, purpose.Number, 0), (seed.Value, seed.Replication), words);
    }

    private void FillBlocks(Purpose purpose, Span<uint> words)
    {
        Span<uint> agents = stackalloc uint[rows.Length];
        Span<uint> moments = stackalloc uint[rows.Length];
        Span<uint> draws = stackalloc uint[rows.Length];
        CopyIds(agents);
        for (var turn = 0; turn < moments.Length; turn++)
            moments[turn] = moment + (uint)turn * stride;
        var seed = Population.Model.Seed;
        Philox.FillWholeBlocks(agents, moments, draws, purpose, (seed.Value, seed.Replication), words);
    }

    // Only in closed populations, whose ids go on with the rows.
    private void CopyIds(Span<uint> to)
    {
        var first = Population.Ids[0];
        var wide = MemoryMarshal.Cast<uint, Vector<uint>>(to);
        var wideRows = MemoryMarshal.Cast<int, Vector<uint>>(rows);
        for (var i = 0; i < wide.Length; i++)
            wide[i] = wideRows[i] + new Vector<uint>(first);
        for (var turn = wide.Length * Vector<uint>.Count; turn < to.Length; turn++)
            to[turn] = first + (uint)rows[turn];
    }
}

/// <summary>The draws of some turns for one purpose, the first four words of each drawn already.</summary>
public readonly ref struct DrawsAhead
{
    private readonly Population population;
    private readonly ReadOnlySpan<int> rows;
    private readonly (uint First, uint Stride) moments;
    private readonly Purpose purpose;
    private readonly ReadOnlySpan<uint> words;

    internal DrawsAhead(Population population, ReadOnlySpan<int> rows, (uint First, uint Stride) moments, Purpose purpose, ReadOnlySpan<uint> words)
    {
        this.population = population;
        this.rows = rows;
        (this.moments, this.purpose) = (moments, purpose);
        this.words = words;
    }

    /// <summary>What <see cref="Agent{TPopulation}.Draws"/> gives in a turn.</summary>
    /// <param name="turn">From 0 on.</param>
    public Draws this[int turn] =>
        new(population.Model.Seed, population.Ids[rows[turn]], moments.First + (uint)turn * moments.Stride, purpose, words.Slice(4 * turn, 4));
}
