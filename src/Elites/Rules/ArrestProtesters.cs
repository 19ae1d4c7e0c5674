using Elites.Parameters;

namespace Elites.Rules;

/// <summary>M16, arrests: where commands obey, a share of those who protest is taken off the street for some weeks.</summary>
internal readonly struct ArrestProtesters(double obedient, ObedienceParameters p) : IRule<Mass>
{
    public void Step(Agent<Mass> me)
    {
        if (!me.IsActive)
            return;
        var draws = me.Draws(Purposes.Arrest);
        if (draws.Chance(Math.Min(1, p.Arrest * obedient)))
            me.Sentence = 1 + draws.Below(p.LongestSentence);
    }
}
