using Elites.Coups;
using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>
/// A purge: of the clan that shows least loyalty, those who show least are replaced; who hides his own is spared. The
/// rest of it resents that, and everyone fears.
/// </summary>
internal readonly struct PurgeClan(Plots plots, EliteClimate climate, Leader leader, Moment moment, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;
    private readonly RemedyParameters p = parameters.Remedies;

    public void Step()
    {
        var clan = LeastLoyalClan(out var members);
        var replaced = Math.Min(members, (int)Math.Ceiling(p.Purge * members));
        for (var i = 0; i < replaced; i++)
            Replace(LeastLoyalOf(clan));
        climate.ClanShocks[clan] -= p.PurgeResentment;
        leader.PurgeFear[0] += p.PurgeFear;
        moment.Record(Happenings.Purge, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"clan {clan + 1}"), replaced);
    }

    private int LeastLoyalClan(out int members)
    {
        var (least, lowest) = (0, double.MaxValue);
        members = 0;
        for (var clan = 0; clan < climate.ClanShocks.Length; clan++)
        {
            var (sum, count) = (0.0, 0);
            for (var row = 0; row < elite.Count; row++)
            {
                if (elite.Clan[row] == clan)
                    (sum, count) = (sum + elite.PublicLoyalty[row], count + 1);
            }
            if (count > 0 && sum / count < lowest)
                (least, lowest, members) = (clan, sum / count, count);
        }
        return least;
    }

    private int LeastLoyalOf(int clan)
    {
        var (least, lowest) = (-1, float.MaxValue);
        for (var row = 0; row < elite.Count; row++)
        {
            if (elite.Clan[row] == clan && elite.PublicLoyalty[row] < lowest)
                (least, lowest) = (row, elite.PublicLoyalty[row]);
        }
        return least;
    }

    private void Replace(int row)
    {
        if (plots.Of(row) is { } plot)
            plots.Leave(plot, row);
        new Appoint(elite, moment, parameters).Step(row);
    }
}
