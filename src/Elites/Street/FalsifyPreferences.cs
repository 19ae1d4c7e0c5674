using System.Numerics;
using Elites.Populations;

namespace Elites.Street;

/// <summary>
/// M11, what people show (Kuran 1989): a person who is less loyal than is fitting shows loyalty all the same if what
/// repression and the conformity of others put at risk outweighs being true to oneself.
/// </summary>
internal readonly struct FalsifyPreferences : IRule<Mass>
{
    private readonly float risk;
    private readonly float shown;
    private readonly float integrity;

    public FalsifyPreferences(Repression repression, RepressionParameters p)
    {
        risk = (float)(p.Strength * repression.Effective * repression.PublicSupport);
        (shown, integrity) = ((float)p.ShownLoyalty, (float)p.Integrity);
    }

    public static bool HasBlockForm => true;

    public void Step(Agent<Mass> me)
    {
        var hidden = shown - me.Loyalty;
        me.PublicLoyalty = hidden > 0 && risk > integrity * (1 - me.RiskAversion) * hidden ? shown : me.Loyalty;
    }

    public void Step(Block<Mass> block)
    {
        var loyalty = block.Lanes(block.Population.Loyalty);
        var aversion = block.Lanes(block.Population.RiskAversion);
        var shows = block.Lanes(block.Population.PublicLoyalty);
        for (var i = 0; i < shows.Length; i++)
        {
            var hidden = new Vector<float>(shown) - loyalty[i];
            var falsifies = Vector.GreaterThan(hidden, Vector<float>.Zero)
                & Vector.GreaterThan(new Vector<float>(risk), integrity * (Vector<float>.One - aversion[i]) * hidden);
            shows[i] = Vector.ConditionalSelect(falsifies, new Vector<float>(shown), loyalty[i]);
        }
        var rest = block.Rest<float>();
        for (var row = rest.From; row < rest.To; row++)
            Step(block[row]);
    }
}
