namespace Agents;

/// <summary>Two rules that pass over a block one after the other while its columns are in the cache.</summary>
/// <param name="first">The rule that comes first.</param>
/// <param name="second">The rule that comes second.</param>
internal readonly struct InOnePass<TPopulation, TFirst, TSecond>(TFirst first, TSecond second) : IRule<TPopulation>
    where TPopulation : Population
    where TFirst : struct, IRule<TPopulation>
    where TSecond : struct, IRule<TPopulation>
{
    /// <inheritdoc/>
    public static bool HasBlockForm => true;

    /// <inheritdoc/>
    public void Step(Agent<TPopulation> me)
    {
        first.Step(me);
        second.Step(me);
    }

    /// <inheritdoc/>
    public void Step(Block<TPopulation> block)
    {
        Pass(block, first);
        Pass(block, second);
    }

    private static void Pass<TRule>(Block<TPopulation> block, TRule rule)
        where TRule : struct, IRule<TPopulation>
    {
        if (TRule.HasBlockForm)
            rule.Step(block);
        else
            block.OneByOne(rule, block.From, block.To);
    }
}
