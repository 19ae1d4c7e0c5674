using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Coups;

/// <summary>Posts change hands, in war as at peace: by retirement, and among officers who are made scapegoats by dismissal.</summary>
internal readonly struct ChangePosts(Plots plots, EliteClimate climate, Moment moment, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;

    public void Step()
    {
        var retire = moment.Clock.Chance(parameters.Loyalty.Turnover);
        var dismiss = moment.Clock.Chance(parameters.Loyalty.Turnover + parameters.Blame.Dismissals * climate.OfficersShareOfBlame * climate.Blame);
        Span<float> room = stackalloc float[Population.BlockSize];
        for (var row = 0; row < elite.Count; row++)
        {
            var luck = elite.Luck(row, elite.All, Purposes.Turnover, room);
            if (luck < (elite.Kind[row] is EliteKind.General or EliteKind.FieldOfficer ? dismiss : retire))
                Replace(row);
        }
    }

    /// <summary>Whoever holds the post leaves it, and any plot he is in.</summary>
    public void Replace(int row)
    {
        if (plots.Of(row) is { } plot)
            plots.Leave(plot, row);
        new Appoint(elite, moment, parameters).Step(row);
    }
}
