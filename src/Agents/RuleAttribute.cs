namespace Agents;

/// <summary>
/// Makes a rule of a model's method <c>void Average(Agent&lt;People&gt; me)</c>. The generator writes what one could write by
/// hand: a struct <c>AverageRule</c> whose <see cref="IRule{TPopulation}.Step(Agent{TPopulation})"/> calls the method, and the
/// methods <c>Average(people)</c> and <c>Average(people, rows)</c> that run it over all agents or some, so that
/// <see cref="Model.Step"/> reads as the process overview; either takes another regime than the population's at the end,
/// <c>Average(people, Regime.ShuffledSweep)</c>. The model is partial. Where several rules share a name, the struct's
/// name has the population's in it, such as <c>MoveWolvesRule</c>.
/// </summary>
/// <remarks>
/// The method sees the whole model, which suits a small one; in a large one a struct of its own, whose constructor names what
/// the rule reads and writes, says more. The struct is partial: another part of it can hold a form that is written by hand.
/// </remarks>
/// <example><code>
/// protected override void Step()
/// {
///     Average(people);
///     Commit(people.Opinion);
/// }
///
/// [Rule]
/// private void Average(Agent&lt;People&gt; me) => me.Next.Opinion = MeanAround(me.Opinion);
/// </code></example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuleAttribute : Attribute;
