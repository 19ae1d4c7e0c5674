using Elites.Populations;

namespace Elites.Street;

/// <summary>
/// M11, what people show (Kuran 1989): a person who is less loyal than is fitting shows loyalty all the same if what
/// repression and the conformity of others put at risk outweighs being true to oneself.
/// </summary>
internal readonly partial struct FalsifyPreferences : IRule<Mass>
{
    private readonly float risk;
    private readonly float shown;
    private readonly float integrity;

    public FalsifyPreferences(Repression repression, RepressionParameters p)
    {
        risk = (float)(p.Strength * repression.Effective * repression.PublicSupport);
        (shown, integrity) = ((float)p.ShownLoyalty, (float)p.Integrity);
    }

    public void Step(Agent<Mass> me)
    {
        var hidden = shown - me.Loyalty;
        me.PublicLoyalty = hidden > 0 && risk > integrity * (1 - me.RiskAversion) * hidden ? shown : me.Loyalty;
    }
}
