using Elites.Coups;
using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>R6, after a coup: of those who defended the old leader and are disloyal to the new one, a share lose their posts (assumed).</summary>
internal readonly struct DismissDefenders(Plots plots, EliteClimate climate, Moment moment, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;

    public void Step()
    {
        var change = new ChangePosts(plots, climate, moment, parameters);
        for (var row = 0; row < elite.Count; row++)
        {
            var isDisloyal = 1 - elite.Loyalty.Next[row] > elite.Threshold[row];
            if (elite.HasDefended[row] && isDisloyal && moment.Draws(elite.Ids[row], Purposes.Dismissal).Chance(parameters.Succession.Dismissals))
                change.Replace(row);
        }
    }
}
