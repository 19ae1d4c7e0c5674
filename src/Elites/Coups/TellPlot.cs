using System.Globalization;
using Elites.Populations;

namespace Elites.Coups;

/// <summary>
/// What events tell of a plot and of its members: who they are, since when, and what moves them. It changes no state and
/// draws nothing.
/// </summary>
internal readonly struct TellPlot(Plots plots, Moment moment, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;
    private readonly ReadMotives motives = new(plots, parameters);

    /// <summary>The founder's motive, the best rank, the founder's motives; which plot it is; what moves its head now.</summary>
    public string Of(Plot plot) => string.Create(CultureInfo.InvariantCulture,
        $"{plot.Motive}, {Happenings.Ranks[plot.BestRankIn(elite)]}, {plot.Motives}, plot {plot.Id}, since week {Week(plot.Since)}, founder agent {elite.Ids[plot.FoundedBy]}, head agent {elite.Ids[plot.Founder]}, now {motives.Of(plot.Founder)}");

    /// <summary>Records every member of a plot that strikes.</summary>
    public void RecordMembers(Plot plot)
    {
        foreach (var row in plot.Members)
        {
            moment.Record(Happenings.Plotter, elite.Kind[row].Singular, elite.Loyalty.Next[row], string.Create(CultureInfo.InvariantCulture,
                $"agent {elite.Ids[row]}, clan {elite.Clan[row] + 1}, {Happenings.Ranks[elite.Tier[row]]}, plot {plot.Id}, since week {Week(plot.SinceOf(row))}, {(row == plot.FoundedBy ? "founder" : "member")}, force {elite.AtCapital[row]:0.0}, {motives.Of(row)}"));
        }
    }

    private int Week(int tick) => tick / moment.Clock.TicksPerWeek;
}
