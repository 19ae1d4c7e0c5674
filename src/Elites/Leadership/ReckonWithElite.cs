using Elites.Coups;
using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>
/// R6, what the elite owes a successor: his plotters, and those who took their side as they struck, are his men: they owe him
/// their posts, what they had against the old leader they have not against the man they made, and they are in no other plot.
/// Those who fought for the old one bear a grudge. Other debts were owed to him who fell, and pass only to an heir or to the
/// elite's own choice; so does the mood about him that the elite shared: a new man begins with neither. (All assumed.)
/// </summary>
internal readonly struct ReckonWithElite(Plots plots, EliteClimate climate, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;

    public void Step(Successor successor)
    {
        if (successor.Came is Arrival.Heir or Arrival.Elite)
            return;
        elite.Debt.All.Clear();
        climate.RegimeShock = 0;
        if (successor.Came == Arrival.Coup)
            Divide(plots.Of(successor.Row));
    }

    private void Divide(Plot? winner)
    {
        for (var row = 0; row < elite.Count; row++)
        {
            var plot = plots.Of(row);
            if (elite.HasDefended[row])
                elite.Debt[row] = (float)-parameters.Succession.Grudge;
            if (!elite.HasJoined[row] && (plot is null || plot != winner))
                continue;
            elite.Debt[row] = (float)parameters.Succession.Following;
            (elite.Leaning[row], elite.Shock[row]) = (Math.Max(0, elite.Leaning[row]), Math.Max(0, elite.Shock[row]));
            if (plot is not null && plot != winner)
                plots.Leave(plot, row);
        }
        if (winner is not null)
            plots.End(winner);
    }
}
