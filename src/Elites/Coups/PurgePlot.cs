namespace Elites.Coups;

/// <summary>The members of a plot that came to light are replaced by people the leader trusts.</summary>
internal readonly struct PurgePlot(ElitesModel model)
{
    private const float AppointeeLoyalty = 0.95f;
    private const float AppointeeLeaning = 0.5f;

    /// <param name="plot">The plot, which ends.</param>
    /// <param name="eventName">What to record it as.</param>
    public void Step(Plot plot, string eventName)
    {
        var elite = model.Elite;
        model.Record(eventName, ElitesModel.SubjectOf(elite.Kind[plot.Founder]), plot.Members.Count, model.DetailsOf(plot));
        foreach (var row in plot.Members)
            Appoint(row);
        model.Plots.End(plot);
    }

    /// <summary>Puts someone whom the leader trusts in the place of an elite agent.</summary>
    public void Appoint(int row)
    {
        var elite = model.Elite;
        elite.Loyalty.Next[row] = AppointeeLoyalty;
        elite.Leaning[row] = AppointeeLeaning;
        elite.Shock[row] = 0;
        elite.Belief[row] = 0;
        elite.Seized[row] = 0;
    }
}
