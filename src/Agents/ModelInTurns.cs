using System.Numerics;
using System.Runtime.InteropServices;
using Agents.Random;

namespace Agents;

/// <content>The sequential regimes: agents act one after another, and everyone sees what those before did.</content>
public abstract partial class Model
{
    private int[] order = [];
    private Serial passes = new("passes");
    private Serial activations = new("activations");

    /// <summary>The number of one further activation, for an event.</summary>
    internal uint NewActivation() => activations.Take(1);

    private void RunInTurns<TPopulation, TRule>(TPopulation population, TRule rule, Rows rows, Regime regime)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        if (regime == Regime.RandomSequential)
            RunAtRandom(population, rule, rows);
        else
            RunInOrder(population, rule, rows, isShuffled: regime == Regime.ShuffledSweep);
    }

    private void RunInOrder<TPopulation, TRule>(TPopulation population, TRule rule, Rows rows, bool isShuffled)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        var pass = passes.Take(1);
        // Taken out of the field, so that a pass within a rule of this pass has an order of its own.
        var room = order.Length < rows.Count ? new int[rows.Count] : order;
        order = [];
        var turns = room.AsSpan(0, rows.Count);
        var wide = MemoryMarshal.Cast<int, Vector<int>>(turns);
        for (var i = 0; i < wide.Length; i++)
            wide[i] = Vector.CreateSequence(rows.From + i * Vector<int>.Count, 1);
        for (var i = wide.Length * Vector<int>.Count; i < turns.Length; i++)
            turns[i] = rows.From + i;
        if (isShuffled)
        {
            var draws = new Draws(Seed, ModelId, pass, Purpose.Shuffle);
            draws.Shuffle(turns);
        }
        for (var from = 0; from < turns.Length; from += Population.TurnsAtOnce)
            Take(population, rule, turns.Slice(from, Math.Min(Population.TurnsAtOnce, turns.Length - from)), (uint)Tick, 0);
        order = room;
    }

    private void RunAtRandom<TPopulation, TRule>(TPopulation population, TRule rule, Rows rows)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        var activation = activations.Take(rows.Count);
        Span<int> turns = stackalloc int[Population.TurnsAtOnce];
        for (var left = rows.Count; left > 0; left -= turns.Length)
        {
            turns = turns[..Math.Min(turns.Length, left)];
            DrawActivations(activation, rows, turns);
            Take(population, rule, turns, activation, 1);
            activation += (uint)turns.Length;
        }
    }

    private void DrawActivations(uint activation, Rows rows, Span<int> turns)
    {
        const int Most = Population.TurnsAtOnce;
        Span<uint> models = stackalloc uint[Most];
        Span<uint> moments = stackalloc uint[Most];
        Span<uint> first = stackalloc uint[Most];
        Span<uint> words = stackalloc uint[4 * Most];
        models.Fill(ModelId);
        for (var turn = 0; turn < turns.Length; turn++)
            moments[turn] = activation + (uint)turn;
        var count = turns.Length;
        Philox.FillWholeBlocks(models[..count], moments[..count], first[..count], Purpose.Activation, (Seed.Value, Seed.Replication), words[..(4 * count)]);
        for (var turn = 0; turn < turns.Length; turn++)
        {
            var product = (ulong)words[4 * turn] * (uint)rows.Count;
            // The word may be one of the few that are rejected.
            turns[turn] = rows.From + ((uint)product >= (uint)rows.Count ? (int)(product >> 32) : Again(moments[turn]));
        }

        int Again(uint moment)
        {
            var draws = new Draws(Seed, ModelId, moment, Purpose.Activation);
            return draws.Below(rows.Count);
        }
    }

    // The moment is the tick in a pass, where nobody acts twice, and else the number of the activation.
    private void Take<TPopulation, TRule>(TPopulation population, TRule rule, ReadOnlySpan<int> turns, uint moment, uint stride)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        if (TRule.TakesTurns && UsesBlockForms && !population.IsOpen)
        {
            rule.Step(new Turns<TPopulation>(population, turns, moment, stride));
            return;
        }
        var turn = 0;
        try
        {
            for (; turn < turns.Length; turn++)
            {
                if (population.IsAlive(turns[turn]))
                    rule.Step(new Agent<TPopulation>(population, turns[turn], moment + (uint)turn * stride));
            }
        }
        catch (Exception exception) when (Told.Of(exception, new Agent<TPopulation>(population, turns[turn], moment), typeof(TRule)))
        {
            throw;
        }
    }
}
