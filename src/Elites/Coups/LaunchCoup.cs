using Elites.Populations;

namespace Elites.Coups;

/// <summary>
/// M15, the launch: each week every plot of two or more weighs its chances; the plot that is surest strikes if its
/// estimate is high enough. Success removes the leader; failure purges the plot, shows weakness, spreads fear and may
/// expose other plots.
/// </summary>
internal readonly struct LaunchCoup(Plots plots, ForceByLoyalty force, Bystanders bystanders, Office office, Moment moment, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;
    private readonly Leader leader = office.Leader;
    private readonly CoupParameters p = parameters.Coup;

    public void Step()
    {
        leader.Weakness[0] *= moment.Clock.Left(p.WeaknessHalfLife);
        leader.PurgeFear[0] *= moment.Clock.Left(p.FearHalfLife);
        if (!plots.Alive.Exists(CanStrike) || office.IsVacant)
            return;
        new PlaceForces(elite, bystanders.Soldiers.Persons, parameters.Force).Step();
        new GatherVeterans(plots, bystanders, parameters).Step();
        var chances = new EstimateSuccess(force, bystanders, parameters);
        Plot? surest = null;
        var highest = p.Launch;
        foreach (var plot in plots.Alive)
        {
            if (!CanStrike(plot))
                continue;
            var estimate = chances.Of(plot, highest - plot.Error) + plot.Error;
            if (estimate >= highest)
                (surest, highest) = (plot, estimate);
        }
        if (surest is not null)
            Strike(surest);
    }

    private static bool CanStrike(Plot plot) => plot.Members.Count > 1;

    private void Strike(Plot plot)
    {
        var subject = elite.Kind[plot.Founder].Singular;
        var contest = new ContestPower(elite, bystanders.Unrest, moment, parameters);
        var share = contest.Resolve(plot, out var succeeds);
        var telling = new TellPlot(plots, moment, parameters);
        moment.Record(Happenings.CoupAttempt, subject, share, $"{telling.Of(plot)}, {contest.Means(plot)}");
        telling.RecordMembers(plot);
        if (succeeds)
        {
            office.Remove(moment, Happenings.Plotters, share, telling.Of(plot), plot.Founder);
            return;
        }
        new PurgePlot(plots, moment, parameters).Step(plot, Happenings.CoupFailed);
        leader.Weakness[0] += p.WeaknessByFailure;
        leader.PurgeFear[0] += p.FearByFailure;
        var draws = moment.Draws(Purposes.Exposure);
        for (var i = plots.Alive.Count - 1; i >= 0; i--)
        {
            if (draws.Chance(p.Exposure))
                new PurgePlot(plots, moment, parameters).Step(plots.Alive[i], Happenings.PlotExposed);
        }
    }
}
