using Agents.Random;

namespace Agents.Tests;

/// <summary>A population with one column of each sort, for the tests.</summary>
internal sealed partial class Folk : Population
{
    public Folk(Model model, int count, Regime regime = Regime.Synchronous, bool isOpen = false)
        : base(model, "folk", count, regime, isOpen)
    {
        for (var row = 0; row < count; row++)
            Origin.Initial[row] = row;
    }

    public partial Trait<int> Origin { get; }

    public partial State<int> Wealth { get; }

    public partial State<bool> Flag { get; }

    public partial State<double> Worth { get; }

    public partial Private<int> Memory { get; }

    public partial Scratch<int> Note { get; }
}

/// <summary>A model whose step is given by the test.</summary>
internal sealed class Village : Model
{
    public Village(int count, Regime regime = Regime.Synchronous, bool isOpen = false, int seed = 1)
        : base(Seed.Of(seed)) => Folk = new Folk(this, count, regime, isOpen);

    public Folk Folk { get; }

    public Action<Village> OnStep { get; set; } = _ => { };

    public new void Run<TPopulation, TRule>(TPopulation population, TRule rule, Regime? regime = null)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation> => base.Run(population, rule, regime);

    public void RunOn<TRule>(TRule rule, Rows rows)
        where TRule : struct, IRule<Folk> => Run(Folk, rule, rows);

    public double SumOf<TTerm>(TTerm term)
        where TTerm : struct, ITerm<Folk> => Sum(Folk, term, Folk.All);

    public static void CommitColumns(params ReadOnlySpan<Column> columns) => Commit(columns);

    public ReadOnlySpan<int> CommitLivesOfFolk() => CommitLives(Folk);

    public int[] CommitFolk() => CommitLives(Folk).ToArray();

    public static int Committed(Population population)
    {
        CommitLives(population);
        return population.Count;
    }

    protected override void Step() => OnStep(this);
}

/// <summary>An open population without columns.</summary>
internal sealed class Herd(Model model, int count, Regime regime) : Population(model, "herd", count, regime, isOpen: true);

/// <summary>A rule given by a delegate.</summary>
internal readonly struct Act(Deed deed) : IRule<Folk>
{
    public void Step(Agent<Folk> me) => deed(me);
}

/// <summary>What one agent does.</summary>
internal delegate void Deed(Agent<Folk> me);

internal static class FolkView
{
    public static readonly Purpose Test = new(1000);
}
