using Agents;
using Agents.Data;

namespace Experiments.Config;

/// <summary>A study as a config describes it, resolved and validated: all that a runner needs.</summary>
public sealed record Study
{
    /// <summary>The study's name: lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>The model that it runs.</summary>
    public required ModelDefinition Model { get; init; }

    /// <summary>The parameters that the model's class declares.</summary>
    public required ParameterCatalogue Catalogue { get; init; }

    /// <summary>First key word of all draws, 0 to 2147483647.</summary>
    public required int Seed { get; init; }

    /// <summary>Replications of each design point, 1 or more.</summary>
    public required int Replications { get; init; }

    /// <summary>Horizon: the last row of ticks.</summary>
    public required int Ticks { get; init; }

    /// <summary>Ticks between two rows of measures.</summary>
    public required int Every { get; init; }

    /// <summary>The columns of ticks.csv, and of the end measures in runs.csv.</summary>
    public required IReadOnlyList<ModelReporter> ModelMeasures { get; init; }

    /// <summary>The columns of agents.csv; no such file where there are none.</summary>
    public required IReadOnlyList<AgentReporter> AgentMeasures { get; init; }

    /// <summary>One or more design points, with ids 1, 2, ... in the order of the config.</summary>
    public required IReadOnlyList<DesignPoint> DesignPoints { get; init; }

    /// <summary>The whole config with every value written out, as YAML: the same study gives the same text.</summary>
    public required string ResolvedYaml { get; init; }

    /// <summary>What the modeller may not expect, one sentence each: it changes no result, and nothing is wrong.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Number of runs.</summary>
    public int Runs => checked(Replications * DesignPoints.Count);

    /// <summary>The design point and replication of a run: later replications append, so that ids never move.</summary>
    /// <param name="runId">1 to <see cref="Runs"/>.</param>
    public (DesignPoint Point, int Replication) Run(int runId) =>
        (DesignPoints[(runId - 1) % DesignPoints.Count], (runId - 1) / DesignPoints.Count + 1);
}

/// <summary>One combination of scenario and parameters.</summary>
/// <param name="Id">From 1.</param>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Values">The value of every parameter at the start, in the catalogue's order (boxed double, int, bool or enumeration).</param>
/// <param name="Interventions">What changes during the run, by tick.</param>
public sealed record DesignPoint(int Id, string Scenario, IReadOnlyList<object> Values, IReadOnlyList<Intervention> Interventions);

/// <summary>
/// A change of parameters during a run. Without <paramref name="Until"/> the values hold from the start of the step
/// from row <paramref name="At"/> to the next. With it, numbers move in equal steps from what they are then to
/// <paramref name="Values"/>, which they reach in the step that starts at row Until.
/// </summary>
/// <param name="At">Row of ticks, 0 or more.</param>
/// <param name="Until">Last row of a ramp, later than At, or null.</param>
/// <param name="Values">Index into the catalogue, and the value.</param>
public sealed record Intervention(int At, int? Until, IReadOnlyList<(int Parameter, object Value)> Values)
{
    /// <summary>
    /// The value that a parameter has in the step that starts at a row of ticks, once the intervention has begun. A
    /// ramp of a whole number goes through the nearest whole numbers, halves away from zero.
    /// </summary>
    /// <param name="tick">At or later.</param>
    /// <param name="before">The parameter's value just before the intervention.</param>
    /// <param name="value">The value that the intervention names.</param>
    public object ValueAt(int tick, object before, object value)
    {
        if (Until is not { } until || tick >= until)
            return value;
        return (before, value) switch
        {
            (double from, double to) => (object)Between(from, to, tick, until),
            (int from, int to) => (int)Math.Round(Between(from, to, tick, until), MidpointRounding.AwayFromZero),
            _ => throw new ArgumentException("A ramp is over numbers.", nameof(value)),
        };
    }

    private double Between(double from, double to, int tick, int until) => from + (to - from) * (tick - At) / (until - At);
}
