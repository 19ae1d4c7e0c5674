using Elites.Populations;

namespace Elites.Coups;

/// <summary>
/// M15, the launch: each week every plot of two or more weighs its chances; the plot that is surest strikes if its
/// estimate is high enough. Success removes the leader; failure purges the plot, shows weakness, spreads fear and may
/// expose other plots.
/// </summary>
internal readonly struct LaunchCoup(ElitesModel model, ElitesParameters parameters)
{
    private readonly CoupParameters p = parameters.Coup;
    private readonly Leader leader = model.Leader;

    public void Step()
    {
        leader.Weakness[0] *= model.Clock.Left(p.WeaknessHalfLife);
        leader.PurgeFear[0] *= model.Clock.Left(p.FearHalfLife);
        if (!model.Plots.Alive.Exists(CanStrike) || model.Politics.IsOver)
            return;
        var chances = new EstimateSuccess(model, parameters);
        Plot? surest = null;
        var highest = p.Launch;
        foreach (var plot in model.Plots.Alive)
        {
            if (!CanStrike(plot))
                continue;
            var estimate = chances.Of(plot) + plot.Error;
            if (estimate >= highest)
                (surest, highest) = (plot, estimate);
        }
        if (surest is not null)
            Strike(surest);
    }

    private static bool CanStrike(Plot plot) => plot.Members.Count > 1;

    private void Strike(Plot plot)
    {
        var elite = model.Elite;
        var subject = ElitesModel.SubjectOf(elite.Kind[plot.Founder]);
        var share = new ContestPower(model, parameters).Resolve(plot, out var succeeds);
        model.Record(Happenings.CoupAttempt, subject, share, model.DetailsOf(plot));
        if (succeeds)
        {
            model.Remove(Happenings.Plotters, share, model.DetailsOf(plot));
            return;
        }
        new PurgePlot(model).Step(plot, Happenings.CoupFailed);
        leader.Weakness[0] += p.WeaknessByFailure;
        leader.PurgeFear[0] += p.FearByFailure;
        var draws = model.Draws(Purposes.Exposure);
        for (var i = model.Plots.Alive.Count - 1; i >= 0; i--)
        {
            if (draws.Chance(p.Exposure))
                new PurgePlot(model).Step(model.Plots.Alive[i], Happenings.PlotExposed);
        }
    }
}
