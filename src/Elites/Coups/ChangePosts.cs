using Agents.Random;
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
        Span<float> luck = stackalloc float[Population.BlockSize];
        for (var from = 0; from < elite.Count; from += luck.Length)
        {
            var some = luck[..Math.Min(luck.Length, elite.Count - from)];
            Draws.FillUniform(elite.Ids[from..(from + some.Length)], elite.Model.Seed, (uint)moment.Tick, Purposes.Turnover, some);
            for (var i = 0; i < some.Length; i++)
            {
                if (some[i] < (elite.Kind[from + i] is EliteKind.General or EliteKind.FieldOfficer ? dismiss : retire))
                    Replace(from + i);
            }
        }
    }

    private void Replace(int row)
    {
        if (plots.Of(row) is { } plot)
            plots.Leave(plot, row);
        new Appoint(elite, moment, parameters).Step(row);
    }
}
