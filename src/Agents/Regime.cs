namespace Agents;

/// <summary>
/// The order in which a rule's agents act and the moment at which others see what they did: of a population by default, and of one run
/// where <see cref="Model.Run{TPopulation, TRule}(TPopulation, TRule, Regime?)"/> is given another.
/// </summary>
public enum Regime
{
    /// <summary>All decide on committed state; changes become visible together, at commit (of a sequential population: when the run ends). The only regime that uses several threads and block forms.</summary>
    Synchronous,

    /// <summary>One after another in row order; changes are visible at once.</summary>
    FixedOrder,

    /// <summary>One after another, each once, in an order drawn anew for every pass; changes are visible at once.</summary>
    ShuffledSweep,

    /// <summary>As many activations as agents, each of an agent drawn at random with replacement; changes are visible at once.</summary>
    RandomSequential,
}
