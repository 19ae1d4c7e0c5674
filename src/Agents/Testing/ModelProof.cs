using System.Globalization;

namespace Agents.Testing;

/// <summary>
/// Holds a model to the determinism contract, from any test framework: each question answers null, or a line that says at
/// which tick which column of which agent first differs.
/// </summary>
/// <example><code>
/// [Test]
/// public void Model_KeepsTheContract() =>
///     Assert.That(new ModelProof(() =&gt; new Rumour(new Parameters { Agents = 10_000 }, Seed.Of(1))).Complaints(), Is.Empty);
/// </code></example>
/// <param name="make">Makes the model; equal ones in every call, of 4,096 agents or more, since fewer are not spread over threads.</param>
public sealed class ModelProof(Func<Model> make)
{
    /// <summary>Rows from which on a rule is spread over threads.</summary>
    private const int LeastRows = Model.ParallelRows;

    /// <summary>Most steps that are compared; a model that ends earlier is compared up to there.</summary>
    public int Ticks { get; init; } = 10;

    /// <summary>Threads on which a rule's blocks are spread, beside none.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>All that is wrong; empty where the model keeps the contract.</summary>
    public IReadOnlyList<string> Complaints() =>
        [.. new[] { DifferenceOfARepetition(), DifferenceOnThreads(), DifferenceAfterACheckpoint() }.OfType<string>(), .. DifferencesOfBlockForms()];

    /// <summary>Runs the model twice: what differs hangs on a clock, an order of hashes, or a generator that the model's seed does not key.</summary>
    public string? DifferenceOfARepetition()
    {
        var (first, second) = (make(), make());
        return Compare(first, second, "in one run", "in the next") is { } difference ? $"two equal runs: {difference}" : null;
    }

    /// <summary>Runs the model on one thread and on several: what differs hangs on the order of agents, or on what a rule writes beside its own row.</summary>
    public string? DifferenceOnThreads()
    {
        var (alone, together) = (make(), make());
        if (!together.Populations.Any(population => population.Count >= LeastRows))
            return string.Create(CultureInfo.InvariantCulture, $"threads: no population has {LeastRows} agents, so that nothing is spread over them and nothing is proved: make it larger");
        using var workers = new Workers(Threads);
        together.Workers = workers;
        return Compare(alone, together, "on one thread", "on several") is { } difference ? $"threads: {difference}" : null;
    }

    /// <summary>Goes on from a checkpoint at half of the ticks: what differs is missing in the model's <see cref="Model.Persist"/>.</summary>
    public string? DifferenceAfterACheckpoint()
    {
        var (whole, resumed) = (make(), make());
        for (var tick = 0; tick < Ticks / 2 && !whole.IsFinished; tick++)
            whole.Advance();
        using var stream = new MemoryStream();
        Checkpoint.Save(whole, stream);
        stream.Position = 0;
        Checkpoint.Restore(resumed, stream);
        return Compare(whole, resumed, "in a run that went on", "in one from its checkpoint") is { } difference ? $"checkpoint: {difference}" : null;
    }

    /// <summary>Runs the block form of each rule of the model's assembly beside its text, over columns full of odd values.</summary>
    public IReadOnlyList<string> DifferencesOfBlockForms()
    {
        var model = make();
        var proof = new BlockFormProof([make]);
        return [.. from rule in BlockFormProof.RulesOf(model.GetType().Assembly)
                   where model.Populations.Any(BlockFormProof.PopulationOf(rule)!.IsInstanceOfType)
                   let found = proof.Prove(rule)
                   where found.Difference is not null
                   select $"block form: {found.Complaint}"];
    }

    /// <summary>Whether a quantity stays what it was, such as the sum of all wealth.</summary>
    /// <param name="quantity">The quantity of a model.</param>
    /// <param name="tolerance">Most difference from its first value, 0 or more; 0 for whole numbers.</param>
    /// <returns>Null, or when it first changed.</returns>
    public string? Change(Func<Model, double> quantity, double tolerance = 0)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var model = make();
        var first = quantity(model);
        while (model.Tick < Ticks && !model.IsFinished)
        {
            model.Advance();
            // Also of what is not a number.
            if (quantity(model) is var now && !(Math.Abs(now - first) <= tolerance))
                return string.Create(CultureInfo.InvariantCulture, $"after tick {model.Tick} it is {now:R}, and was {first:R}");
        }
        return null;
    }

    private string? Compare(Model one, Model other, string here, string there)
    {
        if (Difference(one, other, here, there) is { } begun)
            return begun;
        while (one.Tick < Ticks && !one.IsFinished)
        {
            if (other.IsFinished)
                return string.Create(CultureInfo.InvariantCulture, $"after tick {one.Tick} the model is over {there}, and not {here}");
            one.Advance();
            other.Advance();
            if (Difference(one, other, here, there) is { } difference)
                return difference;
        }
        return null;
    }

    private static string? Difference(Model one, Model other, string here, string there)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"after tick {one.Tick}, ");
        foreach (var (mine, theirs) in one.Populations.Zip(other.Populations))
        {
            if (!mine.Ids.SequenceEqual(theirs.Ids))
                return string.Create(CultureInfo.InvariantCulture, $"{place}{mine.Name} has {mine.Count} agents {here} and {theirs.Count} {there}, or others");
            foreach (var (column, its) in ColumnMemory.Of(mine).Zip(ColumnMemory.Of(theirs)))
            {
                if (column.Difference(its, here, there) is { } difference)
                    return $"{place}{mine.Name}.{difference}";
            }
        }
        var events = one.Events.All.Zip(other.Events.All).Select((pair, i) => (pair.First, pair.Second, i)).FirstOrDefault(pair => pair.First != pair.Second, (default, default, -1));
        return events.Item3 >= 0 ? string.Create(CultureInfo.InvariantCulture, $"{place}event {events.Item3} is {events.Item1} {here} and {events.Item2} {there}")
            : one.Events.All.Count != other.Events.All.Count ? string.Create(CultureInfo.InvariantCulture, $"{place}there are {one.Events.All.Count} events {here} and {other.Events.All.Count} {there}")
            : null;
    }
}
