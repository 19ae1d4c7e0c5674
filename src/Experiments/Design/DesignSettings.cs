using Agents;

namespace Experiments.Design;

/// <summary>What a method needs to know beside the factors; each setting means something for some methods only.</summary>
public sealed record DesignSettings
{
    /// <summary>Rows of a random, Latin hypercube or Sobol' design; points of the base sample of a Saltelli design.</summary>
    public int Points { get; init; }

    /// <summary>Saltelli: with the rows that second-order indices need.</summary>
    public bool SecondOrder { get; init; }

    /// <summary>Sobol and Saltelli: with random digits instead of the sequence as it is.</summary>
    public bool Scramble { get; init; }

    /// <summary>Sobol and Saltelli: points of the sequence that are left out at its start.</summary>
    public int Skip { get; init; }

    /// <summary>Latin hypercube: number of hypercubes of which the one is taken whose nearest points are farthest apart.</summary>
    public int Maximin { get; init; } = 1;

    /// <summary>Morris: number of trajectories.</summary>
    public int Trajectories { get; init; }

    /// <summary>Morris: levels of each factor, an even number.</summary>
    public int Levels { get; init; }

    /// <summary>Morris: what changes together, each factor in one group.</summary>
    public IReadOnlyList<FactorGroup> Groups { get; init; } = [];

    /// <summary>Seed of the design's own draws, 0 to 2147483647.</summary>
    public int Seed { get; init; }

    /// <summary>Number of rows of a sampling method.</summary>
    /// <param name="method">Random, LatinHypercube, Sobol, Saltelli or Morris.</param>
    /// <param name="factors">Number of factors.</param>
    public long RowsOf(DesignMethod method, int factors) => method switch
    {
        DesignMethod.Saltelli => (long)Points * new SaltelliLayout(factors, SecondOrder).RowsPerPoint,
        DesignMethod.Morris => (long)Trajectories * (Groups.Count + 1),
        _ => Points,
    };

    /// <summary>The rows of a sampling method as points of the unit cube.</summary>
    /// <param name="method">Random, LatinHypercube, Sobol, Saltelli or Morris.</param>
    /// <param name="factors">Number of factors.</param>
    /// <exception cref="ArgumentOutOfRangeException">The method draws no sample.</exception>
    public PointMatrix Sample(DesignMethod method, int factors)
    {
        var seed = Agents.Seed.Of(Seed, 0);
        Seed? scramble = Scramble ? seed : null;
        return method switch
        {
            DesignMethod.Random => RandomSample.Make(seed, Points, factors),
            DesignMethod.LatinHypercube => LatinHypercube.Make(seed, Points, factors, Maximin),
            DesignMethod.Sobol => SobolSequence.Make(Points, factors, Skip, scramble),
            DesignMethod.Saltelli => new SaltelliLayout(factors, SecondOrder).Mix(SobolSequence.Make(Points, 2 * factors, Skip, scramble)),
            DesignMethod.Morris => new MorrisLayout(Groups, Levels).Make(seed, Trajectories, factors),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "The method draws no sample."),
        };
    }
}

/// <summary>Factors that a Morris design changes together.</summary>
/// <param name="Name">Its name; a factor that is alone gives its own.</param>
/// <param name="Factors">Their columns, from 0, ascending.</param>
public sealed record FactorGroup(string Name, IReadOnlyList<int> Factors);
