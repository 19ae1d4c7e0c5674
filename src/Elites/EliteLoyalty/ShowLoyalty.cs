using Elites.Populations;
using Elites.Street;

namespace Elites.EliteLoyalty;

/// <summary>
/// M13 and M11, public and private loyalty (Kuran 1991): who lacks loyalty shows it all the same where standing out,
/// under repression and among those who conform, costs more than the lie. From those who show their lack of it the
/// state seizes assets, and gives them back to the loyal.
/// </summary>
internal readonly partial struct ShowLoyalty : IRule<Elite>
{
    private const float OpenDissent = 0.5f;

    private readonly float pressure;
    private readonly float shown;
    private readonly float seizure;

    public ShowLoyalty(Repression repression, EliteClimate climate, Clock clock, LoyaltyParameters p)
    {
        (pressure, shown) = ((float)(repression.OnElite * climate.PublicLoyalty), (float)p.Shown);
        seizure = (float)clock.Share(p.Strength > 0 ? p.Seizure * repression.OnElite : 0);
    }

    public void Step(Agent<Elite> me)
    {
        var lie = shown - me.Loyalty;
        me.PublicLoyalty = lie > 0 && pressure > me.Integrity * lie ? shown : me.Loyalty;
        var goal = me.PublicLoyalty < OpenDissent ? 1 : 0;
        me.Seized += seizure * (goal - me.Seized);
    }
}
