using System.Reflection;

namespace Agents.Testing;

/// <summary>
/// Runs the block form of any rule beside its text for one agent, in equal models whose columns are full of odd values, over runs of
/// rows of uneven lengths, and compares all columns bit for bit. Whatever wrote the form, it is held to the same.
/// </summary>
/// <param name="models">Make a model each; equal ones in every call. A rule is run in the first that has its population.</param>
/// <param name="given">What a parameter of a rule's constructor is to be; null, as its answer too, where the proof shall find it in the model.</param>
public sealed class BlockFormProof(IReadOnlyList<Func<Model>> models, Func<Model, ParameterInfo, object?>? given = null)
{
    // None: what the model itself is in.
    private static readonly double[] Shares = [0, 0.1, 1];

    private readonly Dictionary<Type, Worlds> worlds = [];

    /// <summary>Most rows of the runs of rows.</summary>
    public IReadOnlyList<int> Lengths { get; init; } = [1, 7, 8, 31, 64, 333, 1000, 1024, 4099];

    /// <summary>Columns that stay as the model has them, because what stands where in them is known outside them.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Times that each length is tried for each share of odd values.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>The rules of an assembly that have a form over blocks or turns.</summary>
    public static IReadOnlyList<Type> RulesOf(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return [.. assembly.GetTypes().Where(type => type.IsValueType && !type.ContainsGenericParameters && PopulationOf(type) != null && HasForm(type)).OrderBy(type => type.FullName, StringComparer.Ordinal)];
    }

    /// <summary>Compares the two forms of a rule.</summary>
    public Finding Prove(Type rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var population = PopulationOf(rule) ?? throw new ArgumentException($"{rule} is no rule.", nameof(rule));
        return (Finding)Call(nameof(ProveOf), [population, rule], this)!;
    }

    internal static Type? PopulationOf(Type type) =>
        type.GetInterfaces().FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRule<>))?.GenericTypeArguments[0];

    private static bool HasForm(Type rule) => (bool)Call(nameof(HasFormOf), [PopulationOf(rule)!, rule], null)!;

    private static bool HasFormOf<TPopulation, TRule>()
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation> => TRule.HasBlockForm || TRule.TakesTurns;

    private static object? Call(string method, Type[] types, object? instance) =>
        typeof(BlockFormProof).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)!.MakeGenericMethod(types)
            .Invoke(instance, BindingFlags.DoNotWrapExceptions, null, null, null);

    private Finding ProveOf<TPopulation, TRule>()
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        var (name, rows, changes, hash) = (typeof(TRule).FullName!, 0, 0, 0xcbf29ce484222325);
        if (!worlds.TryGetValue(typeof(TPopulation), out var stages))
            worlds[typeof(TPopulation)] = stages = Worlds.Make(typeof(TPopulation), models, given, Kept);
        for (var trial = 0; trial < Rounds * Lengths.Count * Shares.Length; trial++)
        {
            var length = Lengths[trial % Lengths.Count];
            var comparison = stages.Compare<TPopulation, TRule>(trial, length, Shares[trial / Lengths.Count % Shares.Length]);
            if (comparison.Difference != null)
                return new Finding(name, $"{comparison.Difference} (trial {trial}, {comparison.Rows})", rows, changes, hash);
            (rows, changes, hash) = (rows + comparison.Rows.Count, changes + (comparison.HasChanged ? 1 : 0), (hash ^ comparison.Hash) * 0x100000001b3);
        }
        return new Finding(name, null, rows, changes, hash);
    }
}
