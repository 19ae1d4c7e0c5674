namespace Experiments.Config;

/// <summary>What the command line says differently from a config, as it was typed; null or empty where it says nothing.</summary>
public sealed record Overrides
{
    /// <summary>Nothing said.</summary>
    public static Overrides None { get; } = new();

    /// <summary>The seed, 0 to 2147483647.</summary>
    public string? Seed { get; init; }

    /// <summary>Replications of each design point, 1 to 1000000.</summary>
    public string? Replications { get; init; }

    /// <summary>A CSV file with a column for each of some parameters, whose rows are the design in place of the config's; what the config itself sets, it keeps.</summary>
    public string? Ensemble { get; init; }

    /// <summary>The horizon, 1 to 1000000 ticks.</summary>
    public string? Ticks { get; init; }

    /// <summary>Names of the model's measures, or the one word all.</summary>
    public IReadOnlyList<string>? ModelMeasures { get; init; }

    /// <summary>Ticks between two rows of measures, 1 to 1000000.</summary>
    public string? Every { get; init; }

    /// <summary>Names of the agent measures, or the one word all.</summary>
    public IReadOnlyList<string>? AgentMeasures { get; init; }

    /// <summary>KEY=VALUE of parameters: such a value holds in every scenario and through every run.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];
}
