using Elites.Populations;

namespace Elites.Street;

/// <summary>
/// M11, ties: foreign-agent laws and surveillance cut weak ties as far as repression is effective, fast, and ties that
/// it no longer cuts come back slowly.
/// </summary>
internal readonly struct CutTies(WeakTies ties, Repression repression, Moment moment, ElitesParameters parameters)
{
    private const int WeeksBetween = 4;

    /// <summary>The share of weak ties that effective repression leaves.</summary>
    public static double ShareLeft(double repression, ElitesParameters parameters)
    {
        var p = parameters.Repression;
        var laws = Math.Min(1, p.Strength * p.ForeignAgentLaws * repression);
        var watched = Math.Min(1, p.Strength * p.Surveillance * parameters.Coup.Surveillance * repression);
        return (1 - laws) * (1 - watched);
    }

    /// <summary>Every four weeks, so that what is counted along the ties need not be counted anew each week.</summary>
    public void Step()
    {
        if (!moment.Clock.Begins(WeeksBetween, moment.Tick))
            return;
        var p = parameters.Repression;
        var change = ShareLeft(repression.Effective, parameters) - ties.Share;
        var left = 1 - (change < 0 ? p.TieLoss : p.TieReturn);
        ties.MoveTo(ties.Share + change * (1 - left * left * left * left));
    }
}
