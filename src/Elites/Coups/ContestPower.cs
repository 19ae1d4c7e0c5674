using System.Globalization;
using Elites.Populations;
using Elites.Street;

namespace Elites.Coups;

/// <summary>
/// M15, the attempt as a problem of coordination (Morris and Shin 1998; Singh 2014): in rounds, everyone outside the
/// plot joins if the odds p he sees exceed his loyalty, defends if they are well below it, and else stays out; the
/// odds move to what the joiners' share A/(A+D) makes of them, and it succeeds if that share exceeds theta.
/// </summary>
internal readonly struct ContestPower(Elite elite, Unrest unrest, Moment moment, ElitesParameters parameters)
{
    private readonly CoupParameters p = parameters.Coup;
    private readonly PlotOdds odds = new(elite, unrest, parameters, isOfPlotters: false);

    /// <summary>Lets the attempt happen.</summary>
    /// <returns>The joiners' share of all who took sides.</returns>
    public double Resolve(Plot plot, out bool succeeds)
    {
        var luck = moment.Draws(Purposes.Attempt);
        var seen = odds.AtOutset(plot) + luck.Normal(0, p.Luck);
        var share = 0.0;
        for (var round = 0; round < p.Rounds; round++)
        {
            var (joined, defending) = TakeSides(plot, seen);
            seen = odds.Moved(seen, joined, defending, out share);
        }
        succeeds = share > odds.Theta;
        return share;
    }

    /// <summary>What events tell of what the attempt turned on; the same call gives the same luck.</summary>
    public string Means(Plot plot) => string.Create(CultureInfo.InvariantCulture,
        $"force {odds.ForceOf(plot):0.0}, veterans {plot.Veterans:0.0}, luck {moment.Draws(Purposes.Attempt).Normal(0, p.Luck):0.00}, needed {odds.Theta:0.00}");

    private (double Joined, double Defending) TakeSides(Plot plot, double seen)
    {
        var (joined, defending) = (odds.ForceOf(plot) + plot.Veterans, 0.0);
        for (var row = 0; row < elite.Count; row++)
        {
            (elite.HasJoined[row], elite.HasDefended[row]) = (false, false);
            if (elite.Plot[row] == plot.Id)
                continue;
            // The same call gives the same draw: what one sees of an attempt does not change between its rounds.
            var signal = moment.Draws(elite.Ids[row], Purposes.Signal);
            var lean = seen - elite.Loyalty.Next[row] - signal.Normal(0, p.SignalNoise) + elite.Amnesty[row];
            if (lean > 0)
            {
                elite.HasJoined[row] = true;
                joined += elite.AtCapital[row];
            }
            else if (lean < -p.NeutralBand)
            {
                elite.HasDefended[row] = true;
                defending += elite.AtCapital[row];
            }
        }
        return (joined, defending);
    }
}
