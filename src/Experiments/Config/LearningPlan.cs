using Agents.Data;

namespace Experiments.Config;

/// <summary>What is to be learnt of a study's runs: a hazard, and where its coefficients go. The <c>learning:</c> section of a config.</summary>
public sealed record LearningPlan
{
    /// <summary>The outcomes whose hazard it is.</summary>
    public required OutcomeSet Event { get; init; }

    /// <summary>Ticks between two looks ahead.</summary>
    public required int Look { get; init; }

    /// <summary>Ticks that a look goes ahead.</summary>
    public required int Ahead { get; init; }

    /// <summary>Ticks of the unit that a hazard is for.</summary>
    public required double Unit { get; init; }

    /// <summary>The measure whose change ends what a look goes ahead; null where nothing does.</summary>
    public string? Path { get; init; }

    /// <summary>The coefficients, one or more.</summary>
    public required IReadOnlyList<Covariate> Coefficients { get; init; }

    /// <summary>What is set in the rounds after the first, beside the coefficients.</summary>
    public IReadOnlyList<(Parameter Parameter, object Value)> Later { get; init; } = [];

    /// <summary>The measures that it reads, in the model's order.</summary>
    public required IReadOnlyList<ModelReporter> Measures { get; init; }
}

/// <summary>A coefficient of a hazard: what it multiplies is the product of its measures.</summary>
/// <param name="Parameter">The parameter that takes it.</param>
/// <param name="Seen">Measures at the look.</param>
/// <param name="Then">Measures in the time ahead.</param>
public sealed record Covariate(Parameter Parameter, IReadOnlyList<string> Seen, IReadOnlyList<string> Then);
