using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>
/// A post changes hands. Who gets it owes it to the leader: a debt that fades like any motive (assumed). All else that is
/// personal is drawn anew, as at the start; what he believes is what is believed in his place.
/// </summary>
internal readonly struct Appoint(Elite elite, Moment moment, LoyaltyParameters p)
{
    private const float AppointeeLoyalty = 0.95f;

    public void Step(int row)
    {
        var draws = moment.Draws(elite.Ids[row], Purposes.Appointment);
        (elite.Loyalty.Next[row], elite.Grievance.Next[row]) = (AppointeeLoyalty, 0);
        elite.Debt[row] = (float)p.Debt;
        elite.Leaning[row] = (float)draws.Normal(0, p.Heterogeneity);
        elite.Shock[row] = (float)draws.Normal(0, p.PersonNoise);
        elite.Blamer[row] = draws.UniformSingle();
        elite.Seized[row] = 0;
    }
}
