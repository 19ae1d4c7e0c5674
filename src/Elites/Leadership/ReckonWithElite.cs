using Elites.Coups;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>
/// R6, what the elite owes a successor: his plotters their posts, and what they had against the old leader they have not
/// against the man they made; those who fought for the old one bear a grudge. Other debts were owed to him who fell, and pass
/// only to an heir or to the elite's own choice. (All assumed.)
/// </summary>
internal readonly struct ReckonWithElite(Plots plots, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;

    public void Step(Successor successor)
    {
        if (successor.Came is Arrival.Heir or Arrival.Elite)
            return;
        elite.Debt.All.Clear();
        if (successor.Came != Arrival.Coup)
            return;
        for (var row = 0; row < elite.Count; row++)
            elite.Debt[row] = elite.HasDefended[row] ? (float)-parameters.Succession.Grudge : 0;
        if (plots.Of(successor.Row) is { } plot)
            Reward(plot);
    }

    private void Reward(Plot plot)
    {
        foreach (var row in plot.Members)
        {
            elite.Debt[row] = (float)parameters.Loyalty.Debt;
            (elite.Leaning[row], elite.Shock[row]) = (Math.Max(0, elite.Leaning[row]), Math.Max(0, elite.Shock[row]));
        }
        plots.End(plot);
    }
}
