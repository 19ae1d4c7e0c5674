using System.Reflection;

namespace Agents.Testing;

/// <summary>A model whose columns are filled and put back at will, and a stage on which single rules run over its agents.</summary>
/// <param name="model">The model.</param>
/// <param name="given">What a parameter of a rule's constructor is to be, or null.</param>
/// <param name="kept">Columns that stay as they are.</param>
internal sealed class World(Model model, Func<Model, ParameterInfo, object?>? given, IReadOnlyList<string> kept)
{
    private readonly Stage stage = new();
    private readonly RuleMaker maker = new(model, given);
    private readonly Dictionary<(int Seed, double Share), byte[][]> filled = [];
    private readonly Dictionary<int, object> made = [];
    private readonly (Type Population, ColumnMemory Column, byte[] Own)[] columns =
        [.. model.Populations.SelectMany(population => ColumnMemory.Of(population).Select(column => (population.GetType(), column, column.Save())))];

    public TPopulation Population<TPopulation>()
        where TPopulation : Population => model.Populations.OfType<TPopulation>().First();

    /// <summary>The model's own values, a share of them replaced by odd ones.</summary>
    public void Fill(int seed, double share)
    {
        if (filled.TryGetValue((seed, share), out var known))
        {
            foreach (var (column, saved) in columns.Zip(known))
                column.Column.Restore(saved);
            return;
        }
        var odd = new OddValues(seed);
        foreach (var (_, column, own) in columns)
        {
            column.Restore(own);
            if (share > 0 && !kept.Contains(column.Name))
                column.Fill(odd, share);
        }
        filled[(seed, share)] = Save();
    }

    /// <summary>Gives a row back what it has in the model.</summary>
    public void Tame(Type population, int row)
    {
        foreach (var (_, column, own) in columns.Where(column => column.Population == population))
            column.Restore(own, row);
    }

    /// <summary>Runs a rule.</summary>
    /// <returns>What it throws, in words, or null.</returns>
    public string? Run<TPopulation, TRule>(Rows rows, int variant, bool usesBlockForms)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        if (!made.TryGetValue(variant, out var known) || known is not TRule)
            made[variant] = known = maker.Make(typeof(TRule), variant);
        var rule = (TRule)known;
        stage.UsesBlockForms = usesBlockForms;
        try
        {
            stage.Play(Population<TPopulation>(), rule, rows);
            return null;
        }
        catch (Exception problem) when (problem is not (InvalidProgramException or TypeLoadException or MissingMemberException))
        {
            return $"{problem.GetType().Name}: {problem.Message}";
        }
    }

    public byte[][] Save() => [.. columns.Select(column => column.Column.Save())];

    public static bool AreSame(byte[][] one, byte[][] other) => one.Zip(other).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    /// <summary>The first difference from a world over blocks, or null.</summary>
    public string? Difference(World other) =>
        columns.Zip(other.columns).Select(pair => pair.First.Column.Difference(pair.Second.Column, "for one agent", "over blocks")).FirstOrDefault(difference => difference != null);

    /// <summary>Of all columns.</summary>
    public ulong Hash() => columns.Aggregate(0xcbf29ce484222325, (hash, column) => column.Column.Hash(hash));

    private sealed class Stage() : Model(Seed.Of(1))
    {
        public void Play<TPopulation, TRule>(TPopulation population, TRule rule, Rows rows)
            where TPopulation : Population
            where TRule : struct, IRule<TPopulation> => Run(population, rule, rows);

        protected override void Step() => throw new NotSupportedException("A stage has no schedule.");
    }
}
