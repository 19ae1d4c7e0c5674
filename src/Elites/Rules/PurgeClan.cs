using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// A purge: of the clan whose loyalty is least, those who are least loyal are replaced. The rest of it resents that,
/// and everyone fears.
/// </summary>
internal readonly struct PurgeClan(ElitesModel model, RemedyParameters p)
{
    private readonly Elite elite = model.Elite;

    public void Step()
    {
        var clan = LeastLoyalClan(out var members);
        var replaced = Math.Min(members, (int)Math.Ceiling(p.Purge * members));
        for (var i = 0; i < replaced; i++)
            Replace(LeastLoyalOf(clan));
        model.Politics.ClanShocks[clan] -= p.PurgeResentment;
        model.Leader.PurgeFear[0] += p.PurgeFear;
        model.Record(Happenings.Purge, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"clan {clan + 1}"), replaced);
    }

    private int LeastLoyalClan(out int members)
    {
        var (least, lowest) = (0, double.MaxValue);
        members = 0;
        for (var clan = 0; clan < model.Politics.ClanShocks.Length; clan++)
        {
            var (sum, count) = (0.0, 0);
            for (var row = 0; row < elite.Count; row++)
            {
                if (elite.Clan[row] == clan)
                    (sum, count) = (sum + elite.Loyalty[row], count + 1);
            }
            if (count > 0 && sum / count < lowest)
                (least, lowest, members) = (clan, sum / count, count);
        }
        return least;
    }

    // Pending loyalty, so that nobody is replaced twice.
    private int LeastLoyalOf(int clan)
    {
        var (least, lowest) = (-1, float.MaxValue);
        for (var row = 0; row < elite.Count; row++)
        {
            if (elite.Clan[row] == clan && elite.Loyalty.Next[row] < lowest)
                (least, lowest) = (row, elite.Loyalty.Next[row]);
        }
        return least;
    }

    private void Replace(int row)
    {
        if (model.Plots.Of(row) is { } plot)
            model.Plots.Leave(plot, row);
        new PurgePlot(model).Appoint(row);
    }
}
