using Elites.Populations;

namespace Elites.Street;

/// <summary>M16: a tick in jail passes.</summary>
internal readonly partial struct ServeSentence : IRule<Mass>
{
    public void Step(Agent<Mass> me) => me.Sentence = Math.Max(0, me.Sentence - 1);
}
