using Agents.Data;
using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>What is measured of the elite.</summary>
internal static class EliteLoyaltyMeasures
{
    public static readonly IReadOnlyList<ModelReporter> All =
    [
        Measure.Number("rent_mean", "rents of the elite, in those of the start", "ratio", m => new FeelRents(m.Economy, m.Clock, m.Parameters).Mean(m.Elite)),
        Measure.Number("blame", "pool of blame", "", m => m.Climate.Blame),
        Measure.Number("loyalty_mean", "loyalty of the elite, weighted by force", "share", m => m.Leader.Loyalty[0]),
        Measure.Number("public_loyalty_mean", "loyalty that the elite shows, weighted by force", "share", m => m.Climate.PublicLoyalty),
        Measure.Number("blame_on_leader", "share of blame that falls on the leader", "share", m => m.Climate.LeaderShareOfBlame),
        Measure.Number("assets_seized", "assets of the elite that the state has seized", "share", m => m.Elite.Seized.Mean(m.Elite.All)),
        Measure.Number("wealth_found", "hidden wealth of the elite that was found", "share", m => m.Climate.Found),
        Measure.Number("stab_in_back_mean", "belief of the ultranationalists in a stab in the back", "share", m => m.Elite.Belief.Mean(m.Elite.Of(EliteKind.Ultranationalist))),
        Measure.Number("grievance_mean_elite", "grievance of the elite", "share", m => m.Elite.Grievance.Mean(m.Elite.All)),
        Measure.Number("terms_for_oligarchs", "terms in sight as oligarchs weigh them: those expected of the war, those of a settlement while it is near", "terms", m => InSight(m, EliteKind.Oligarch)),
        Measure.Number("terms_for_generals", "the same as generals and field officers weigh them", "terms", m => InSight(m, EliteKind.General)),
        Measure.Number("terms_for_ultranationalists", "the same as ultranationalists weigh them", "terms", m => InSight(m, EliteKind.Ultranationalist)),
        Measure.Number("debt_mean", "what the elite owes to whom it owes its posts", "logit", m => m.Elite.Debt.Mean(m.Elite.All)),
    ];

    private static double InSight(ElitesModel model, EliteKind kind) => new PeaceMotives(model.Settlement, model.War, model.Parameters).InSight(kind);
}
