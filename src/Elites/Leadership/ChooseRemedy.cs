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
/// M3, the choice of a remedy at home: each is hoped to lower the risk of one channel and is weighed by the same utility
/// as war and peace; he takes the one that gains most beyond its price, and none where none does: they answer the danger he sees.
/// </summary>
internal readonly struct ChooseRemedy(Situation now, Plots plots, Moment moment, ElitesParameters parameters)
{
    private const int Remedies = 6;

    private readonly RemedyParameters p = parameters.Remedies;
    private readonly Leader leader = now.Leader;

    // A remedy is a small matter beside staying or going, and so are his slips about it.
    private double Temperature => parameters.Leader.Temperature * p.Price;

    // A purge takes those who show least, of the right as of others; where all fear one already, another adds little.
    private double PurgeHope => p.PurgeHope * Math.Max(0, 1 - leader.PurgeFear[0]);

    /// <param name="seen">The mood as he sees it.</param>
    public void Step(Mood seen)
    {
        Span<double> gains = stackalloc double[Remedies];
        Gains(seen, gains);
        var choice = (Remedy)ChoosePath.Pick(gains, Temperature, moment.Draws(Purposes.LeaderRemedy).Uniform());
        new TakeRemedy(leader, plots, now.Climate, moment, parameters).Step(choice);
    }

    /// <summary>What each remedy gains him beyond its price, months in office; negative infinity where it cannot be had.</summary>
    public void Gains(Mood seen, Span<double> gains)
    {
        // Day to day he takes chances as they are: overweighed, a danger in the street would make one in the palace look smaller.
        var weigh = new WeighOutlook(parameters.Leader, curvature: 1);
        var outlook = With(Remedy.None, seen);
        var without = weigh.Utility(outlook);
        // Months in office are what he pays with, and he has the fewer of them the greater the danger is.
        var price = p.Price * weigh.Utility(outlook with { Pleasure = 1, ExitCost = 0, StateGood = 0 }) / weigh.Utility(new Outlook(0, 0, 1, 0, 0));
        for (var remedy = Remedy.Crackdown; remedy <= Remedy.Heir; remedy++)
            gains[(int)remedy] = CanTake(remedy) ? weigh.Utility(With(remedy, seen)) - without - price : double.NegativeInfinity;
        gains[(int)Remedy.None] = 0;
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
            Remedy.Purge => new Pressures(Palace: -PurgeHope, Right: -PurgeHope),
            Remedy.Scapegoat => new Pressures(Palace: -p.ScapegoatHope * Math.Min(1, now.Climate.LeaderShareOfBlame * now.Climate.Blame)),
            Remedy.Heir => new Pressures(Palace: p.HeirRisk),
            _ => default,
        };
        var spared = remedy == Remedy.Heir ? p.HeirHope : 0;
        var paths = new ReckonPaths(now, parameters, parameters.Leader.WeightOfLearnt);
        return now.Settlement.IsWar ? paths.War(seen, hope, spared) : paths.Settlement(seen, paths.Terms, hope, spared);
    }
}
