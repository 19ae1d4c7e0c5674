using Elites.Coups;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>What the leader can do at home.</summary>
internal enum Remedy
{
    None,
    Crackdown,
    PayOff,
    Purge,
    Scapegoat,
    Heir,
}

/// <summary>
/// M3, the choice of a remedy at home: each is hoped to lower the risk of one channel, costs what all of them cost, and
/// is weighed by the same utility as war and peace.
/// </summary>
internal readonly struct ChooseRemedy(Situation now, Plots plots, Moment moment, ElitesParameters parameters)
{
    private const int Remedies = 6;

    private readonly RemedyParameters p = parameters.Remedies;
    private readonly Leader leader = now.Leader;

    /// <param name="seen">The mood as he sees it.</param>
    public void Step(Mood seen)
    {
        var weigh = new WeighOutlook(parameters.Leader);
        Span<double> utilities = stackalloc double[Remedies];
        for (var remedy = Remedy.None; remedy <= Remedy.Heir; remedy++)
            utilities[(int)remedy] = CanTake(remedy) ? weigh.Utility(With(remedy, seen)) - (remedy == Remedy.None ? 0 : p.Price) : double.NegativeInfinity;
        var choice = (Remedy)ChoosePath.Pick(utilities, weigh.Temperature, moment.Draws(Purposes.LeaderRemedy).Uniform());
        new TakeRemedy(leader, plots, now.Climate, moment, parameters).Step(choice);
    }

    private bool CanTake(Remedy remedy) => remedy switch
    {
        Remedy.PayOff => now.Economy.Reserves > 0 && leader.PayOff[0] < 1 - p.PayOff,
        Remedy.Crackdown => now.Repression.Effective + p.Crackdown < 1,
        Remedy.Scapegoat => leader.Scapegoat[0] < p.Scapegoat / 2,
        Remedy.Heir => !leader.HasNamedHeir[0],
        _ => true,
    };

    private Outlook With(Remedy remedy, Mood seen)
    {
        var hope = remedy switch
        {
            Remedy.Crackdown => new Pressures(Street: -p.CrackdownHope),
            Remedy.PayOff => new Pressures(Palace: -p.PayOffHope),
            Remedy.Purge => new Pressures(Palace: -p.PurgeHope),
            Remedy.Scapegoat => new Pressures(Palace: -p.ScapegoatHope * Math.Min(1, now.Climate.LeaderShareOfBlame * now.Climate.Blame)),
            Remedy.Heir => new Pressures(Palace: p.HeirRisk),
            _ => default,
        };
        var spared = remedy == Remedy.Heir ? p.HeirHope : 0;
        var paths = new ReckonPaths(now, parameters);
        return now.Settlement.IsWar ? paths.War(seen, hope, spared) : paths.Settlement(seen, hope, spared);
    }
}
