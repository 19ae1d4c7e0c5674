using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Coups;

/// <summary>The members of a plot that came to light are replaced by people the leader trusts.</summary>
internal readonly struct PurgePlot(Plots plots, Moment moment, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;

    /// <param name="plot">The plot, which ends.</param>
    /// <param name="eventName">What to record it as.</param>
    public void Step(Plot plot, string eventName)
    {
        moment.Record(eventName, elite.Kind[plot.Founder].Singular, plot.Members.Count, new TellPlot(plots, moment, parameters).Of(plot));
        foreach (var row in plot.Members)
            new Appoint(elite, moment, parameters).Step(row);
        plots.End(plot);
    }
}
