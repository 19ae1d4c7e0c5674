using System.Reflection;

namespace Agents.Testing;

/// <summary>Three equal models: one for the text for one agent, one for blocks, and one that finds out who throws.</summary>
internal sealed class Worlds
{
    private readonly World scalar;
    private readonly World blocks;
    private readonly World scout;

    private Worlds(Func<World> make) => (scalar, blocks, scout) = (make(), make(), make());

    /// <summary>The worlds of the first model that has a population of a type.</summary>
    /// <exception cref="InvalidOperationException">None has.</exception>
    public static Worlds Make(Type population, IReadOnlyList<Func<Model>> models, Func<Model, ParameterInfo, object?>? given, IReadOnlyList<string> kept)
    {
        var make = models.FirstOrDefault(model => model().Populations.Any(population.IsInstanceOfType))
            ?? throw new InvalidOperationException($"No model has {population}.");
        return new Worlds(() => new World(make(), given, kept));
    }

    /// <summary>Runs a rule over some rows in both ways.</summary>
    /// <param name="trial">Equal trials are equal.</param>
    /// <param name="length">Most rows.</param>
    /// <param name="share">Of values that are odd.</param>
    public Comparison Compare<TPopulation, TRule>(int trial, int length, double share)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        var count = scalar.Population<TPopulation>().Count;
        var from = new OddValues(trial).Below(Math.Max(1, count - length + 1));
        var rows = new Rows(from, Math.Min(count, from + length));
        foreach (var world in new[] { scalar, blocks, scout })
            world.Fill(trial, share);
        // Every other time those who throw keep what they have in the model, so that the others get their turn.
        if (trial % 2 == 0 || share == 0)
            Tame<TPopulation, TRule>(rows, trial);
        var before = scalar.Save();
        var (first, second) = (scalar.Run<TPopulation, TRule>(rows, trial, false), blocks.Run<TPopulation, TRule>(rows, trial, true));
        var difference = first != second ? $"ends with '{first}' for one agent and with '{second}' over blocks" : scalar.Difference(blocks);
        return new Comparison(rows, difference, !World.AreSame(before, scalar.Save()), blocks.Hash());
    }

    private void Tame<TPopulation, TRule>(Rows rows, int trial)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        for (var row = rows.From; row < rows.To; row++)
        {
            if (scout.Run<TPopulation, TRule>(new Rows(row, row + 1), trial, false) == null)
                continue;
            foreach (var world in new[] { scalar, blocks })
                world.Tame(typeof(TPopulation), row);
        }
    }
}

/// <summary>What came of a run in both ways.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Difference">Where the two differ, or null.</param>
/// <param name="HasChanged">True where the rule changed something.</param>
/// <param name="Hash">Of all columns after it.</param>
internal sealed record Comparison(Rows Rows, string? Difference, bool HasChanged, ulong Hash);
