using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>
/// A post changes hands. Who gets it owes it to the leader: a debt that fades like any motive (assumed). His threshold, leaning,
/// shock and whom he blames are drawn as at the start; ideal, beliefs and integrity are those of the circle that he comes from.
/// </summary>
internal readonly struct Appoint(Elite elite, Moment moment, ElitesParameters parameters)
{
    private const float AppointeeLoyalty = 0.95f;

    public void Step(int row)
    {
        var p = parameters.Loyalty;
        var draws = moment.Draws(elite.Ids[row], Purposes.Appointment);
        (elite.Loyalty.Next[row], elite.PublicLoyalty[row], elite.Grievance.Next[row]) = (AppointeeLoyalty, AppointeeLoyalty, 0);
        elite.Threshold[row] = (float)draws.Normal(parameters.Coup.Threshold, parameters.Coup.ThresholdSpread);
        elite.Debt[row] = (float)p.Debt;
        elite.Leaning[row] = (float)draws.Normal(0, p.Heterogeneity);
        elite.Shock[row] = (float)draws.Normal(0, p.PersonNoise);
        elite.Blamer[row] = draws.UniformSingle();
        elite.Seized[row] = 0;
    }
}
