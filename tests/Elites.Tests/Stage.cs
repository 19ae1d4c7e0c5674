namespace Elites.Tests;

/// <summary>Lets a test play a single rule on rows of its choice.</summary>
internal sealed class Stage() : Model(Seed.Of(1))
{
    public void Play<TPopulation, TRule>(TPopulation population, TRule rule, int row)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation> => Run(population, rule, new Rows(row, row + 1));

    public void PlayAll<TPopulation, TRule>(TPopulation population, TRule rule)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation> => Run(population, rule);

    /// <summary>Sets a committed value.</summary>
    public static void Give<T>(State<T> column, int row, T value)
        where T : unmanaged
    {
        column.Next[row] = value;
        Commit(column);
    }

    protected override void Step() => throw new NotSupportedException("A stage has no schedule.");
}
