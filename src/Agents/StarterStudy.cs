namespace Agents;

/// <summary>A first study that shows what a model is about, small enough to run in seconds; values and scenarios as a config writes them.</summary>
public sealed record StarterStudy
{
    /// <summary>Runs of each scenario.</summary>
    public required int Replications { get; init; }

    /// <summary>Steps of a run.</summary>
    public required int Ticks { get; init; }

    /// <summary>Ticks between two rows of measures.</summary>
    public required int Every { get; init; }

    /// <summary>Names of the measures to look at.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>Parameters that differ from their defaults.</summary>
    public IReadOnlyList<StarterLine> Parameters { get; init; } = [];

    /// <summary>What is compared; the first is what the others are compared with.</summary>
    public required IReadOnlyList<StarterLine> Scenarios { get; init; }

    /// <summary>What is asked of the runs, by name: statistics as a config writes them.</summary>
    public IReadOnlyList<StarterLine> Responses { get; init; } = [];
}

/// <summary>One key of a first study.</summary>
/// <param name="Key">A parameter's key, or the name of a scenario or a response.</param>
/// <param name="Value">The value, the scenario or the statistic, as a config writes it.</param>
/// <param name="Why">What a newcomer should know of it.</param>
public sealed record StarterLine(string Key, string Value, string Why);
