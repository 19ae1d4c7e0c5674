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
internal readonly struct ChooseRemedy(ElitesModel model, ElitesParameters parameters)
{
    private const int Remedies = 6;

    private readonly RemedyParameters p = parameters.Remedies;

    /// <param name="seen">The mood as he sees it.</param>
    public void Step(Mood seen)
    {
        var weigh = new WeighOutlook(parameters.Leader);
        Span<double> utilities = stackalloc double[Remedies];
        for (var remedy = Remedy.None; remedy <= Remedy.Heir; remedy++)
            utilities[(int)remedy] = CanTake(remedy) ? weigh.Utility(With(remedy, seen)) - (remedy == Remedy.None ? 0 : p.Price) : double.NegativeInfinity;
        var choice = (Remedy)ChoosePath.Pick(utilities, weigh.Temperature, model.Draws(Purposes.LeaderRemedy).Uniform());
        new TakeRemedy(model, p).Step(choice);
    }

    private bool CanTake(Remedy remedy) => remedy switch
    {
        Remedy.PayOff => model.Economy.Reserves > 0 && model.Leader.PayOff[0] < 1 - p.PayOff,
        Remedy.Crackdown => model.Politics.Repression + p.Crackdown < 1,
        Remedy.Scapegoat => model.Leader.Scapegoat[0] < p.Scapegoat / 2,
        Remedy.Heir => !model.Leader.HasNamedHeir[0],
        _ => true,
    };

    private Outlook With(Remedy remedy, Mood seen)
    {
        var hope = remedy switch
        {
            Remedy.Crackdown => new Pressures(Street: -p.CrackdownHope),
            Remedy.PayOff => new Pressures(Palace: -p.PayOffHope),
            Remedy.Purge => new Pressures(Palace: -p.PurgeHope),
            Remedy.Scapegoat => new Pressures(Palace: -p.ScapegoatHope * Math.Min(1, model.Politics.LeaderShareOfBlame * model.Politics.Blame)),
            Remedy.Heir => new Pressures(Palace: p.HeirRisk),
            _ => default,
        };
        var spared = remedy == Remedy.Heir ? p.HeirHope : 0;
        var paths = new ReckonPaths(model, parameters);
        return model.Politics.IsWar ? paths.War(seen, hope, spared) : paths.Settlement(seen, hope, spared);
    }
}
