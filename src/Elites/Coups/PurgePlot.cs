using Elites.Populations;

namespace Elites.Coups;

/// <summary>The members of a plot that came to light are replaced by people the leader trusts.</summary>
internal readonly struct PurgePlot(Plots plots, Moment moment)
{
    private const float AppointeeLoyalty = 0.95f;
    private const float AppointeeLeaning = 0.5f;

    private readonly Elite elite = plots.Elite;

    /// <param name="plot">The plot, which ends.</param>
    /// <param name="eventName">What to record it as.</param>
    public void Step(Plot plot, string eventName)
    {
        moment.Record(eventName, elite.Kind[plot.Founder].Singular, plot.Members.Count, plot.DetailsIn(elite));
        foreach (var row in plot.Members)
            Appoint(row);
        plots.End(plot);
    }

    /// <summary>Puts someone whom the leader trusts in the place of an elite agent.</summary>
    public void Appoint(int row)
    {
        elite.Loyalty.Next[row] = AppointeeLoyalty;
        elite.Leaning[row] = AppointeeLeaning;
        elite.Shock[row] = 0;
        elite.Belief[row] = 0;
        elite.Seized[row] = 0;
    }
}
