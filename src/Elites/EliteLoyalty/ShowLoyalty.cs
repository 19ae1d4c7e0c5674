using System.Numerics;
using Elites.Populations;
using Elites.Street;

namespace Elites.EliteLoyalty;

/// <summary>
/// M13 and M11, public and private loyalty (Kuran 1991): who lacks loyalty shows it all the same where standing out,
/// under repression and among those who conform, costs more than the lie. From those who show their lack of it the
/// state seizes assets, and gives them back to the loyal.
/// </summary>
internal readonly struct ShowLoyalty : IRule<Elite>
{
    private const float OpenDissent = 0.5f;

    private readonly float pressure;
    private readonly float shown;
    private readonly float seizure;

    public ShowLoyalty(Repression repression, EliteClimate climate, Clock clock, LoyaltyParameters p)
    {
        (pressure, shown) = ((float)(repression.Effective * climate.PublicLoyalty), (float)p.Shown);
        seizure = (float)clock.Share(p.Strength > 0 ? p.Seizure * repression.Effective : 0);
    }

    public static bool HasBlockForm => true;

    public void Step(Agent<Elite> me)
    {
        var lie = shown - me.Loyalty;
        me.PublicLoyalty = lie > 0 && pressure > me.Integrity * lie ? shown : me.Loyalty;
        var goal = me.PublicLoyalty < OpenDissent ? 1 : 0;
        me.Seized += seizure * (goal - me.Seized);
    }

    public void Step(Block<Elite> block)
    {
        var loyalty = block.Lanes(block.Population.Loyalty);
        var integrity = block.Lanes(block.Population.Integrity);
        var shows = block.Lanes(block.Population.PublicLoyalty);
        var seized = block.Lanes(block.Population.Seized);
        for (var i = 0; i < shows.Length; i++)
        {
            var lie = new Vector<float>(shown) - loyalty[i];
            var lies = Vector.GreaterThan(lie, Vector<float>.Zero) & Vector.GreaterThan(new Vector<float>(pressure), integrity[i] * lie);
            shows[i] = Vector.ConditionalSelect(lies, new Vector<float>(shown), loyalty[i]);
            var goal = Vector.ConditionalSelect(Vector.LessThan(shows[i], new Vector<float>(OpenDissent)), Vector<float>.One, Vector<float>.Zero);
            seized[i] += seizure * (goal - seized[i]);
        }
        for (var row = block.Rest<float>().From; row < block.To; row++)
            Step(block[row]);
    }
}
