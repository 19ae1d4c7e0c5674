using Agents.Numerics;
using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M15, the attempt as a problem of coordination (Morris and Shin 1998; Singh 2014): in rounds, everyone outside the
/// plot joins if the odds p he sees exceed his loyalty, defends if they are well below it, and else stays out; the
/// odds move to what the joiners' share A/(A+D) makes of them, and it succeeds if that share exceeds theta.
/// </summary>
internal readonly struct ContestPower
{
    /// <summary>Points at which a plot samples the luck of an attempt: nine equal parts of a normal distribution.</summary>
    private const int LuckPoints = 9;

    /// <summary>Loyalty is sorted into steps of 1/256, so that a plot need not ask everyone in every round.</summary>
    private const int Steps = 256;

    private readonly ElitesModel model;
    private readonly CoupParameters p;
    private readonly double theta;
    private readonly double evenOdds;
    private readonly double[] forceBelow;

    public ContestPower(ElitesModel model, ElitesParameters parameters)
    {
        (this.model, p) = (model, parameters.Coup);
        theta = 0.5 + p.CounterbalanceEffect * p.Counterbalance;
        // The odds count persons: as a share of the elite they would fall as its size grows.
        evenOdds = p.EvenOdds * PopulationParameters.EliteBasis / model.Elite.Count;
        forceBelow = model.ForceBelow;
        Array.Clear(forceBelow);
        for (var row = 0; row < model.Elite.Count; row++)
            forceBelow[1 + StepOf(row)] += model.Elite.Force[row];
        for (var step = 1; step < forceBelow.Length; step++)
            forceBelow[step] += forceBelow[step - 1];
    }

    public static int TableLength => Steps + 1;

    /// <summary>The chance of success in the eyes of the plot: over the luck that it cannot foresee.</summary>
    public double Estimate(Plot plot)
    {
        var force = Force(plot);
        var odds = Odds(plot, force);
        var sum = 0.0;
        for (var point = 0; point < LuckPoints; point++)
        {
            var seen = odds + p.Luck * Functions.NormalQuantile((point + 0.5) / LuckPoints);
            for (var round = 0; round < p.Rounds; round++)
            {
                var joined = force + Below(seen) - Below(seen, plot);
                var defending = 1 - force - (Below(seen + p.NeutralBand) - Below(seen + p.NeutralBand, plot));
                seen = Moved(seen, joined / (joined + Math.Max(defending, 1e-9)));
            }
            sum += seen;
        }
        return sum / LuckPoints;
    }

    /// <summary>Lets the attempt happen.</summary>
    /// <returns>The joiners' share of all who took sides.</returns>
    public double Resolve(Plot plot, out bool succeeds)
    {
        var elite = model.Elite;
        var force = Force(plot);
        var luck = model.Draws(Purposes.Attempt);
        var seen = Odds(plot, force) + luck.Normal(0, p.Luck);
        var share = 0.0;
        for (var round = 0; round < p.Rounds; round++)
        {
            var (joined, defending) = (force, 0.0);
            for (var row = 0; row < elite.Count; row++)
            {
                if (elite.Plot[row] == plot.Id)
                    continue;
                // The same call gives the same draw: what one sees of an attempt does not change between its rounds.
                var signal = model.Draws(elite.Ids[row], Purposes.Signal);
                var lean = seen - elite.Loyalty[row] - signal.Normal(0, p.SignalNoise);
                if (lean > 0)
                    joined += elite.Force[row];
                else if (lean < -p.NeutralBand)
                    defending += elite.Force[row];
            }
            share = joined / (joined + Math.Max(defending, 1e-9));
            seen = Moved(seen, share);
        }
        succeeds = share > theta;
        return share;
    }

    private double Odds(Plot plot, double force)
    {
        var best = 2;
        foreach (var row in plot.Members)
            best = Math.Min(best, model.Elite.Tier[row]);
        var protest = Math.Min(1, model.Politics.ActiveShare / model.Parameters.Protest.CriticalShare);
        return force / (force + evenOdds) + 0.5 * p.ProtestSignal * protest - p.RankDiscount * best;
    }

    private double Force(Plot plot)
    {
        var force = 0.0;
        foreach (var row in plot.Members)
            force += model.Elite.Force[row];
        return force;
    }

    /// <summary>The force of all whose loyalty lies below a step.</summary>
    private double Below(double loyalty) => forceBelow[StepOf(loyalty)];

    /// <summary>The part of it that belongs to the plotters, who have taken sides already.</summary>
    private double Below(double loyalty, Plot plot)
    {
        var (step, force) = (StepOf(loyalty), 0.0);
        foreach (var row in plot.Members)
            force += StepOf(row) < step ? model.Elite.Force[row] : 0;
        return force;
    }

    private int StepOf(int row) => Math.Min(Steps - 1, StepOf(model.Elite.Loyalty[row]));

    private static int StepOf(double loyalty) => Math.Clamp((int)(loyalty * Steps), 0, Steps);

    private double Moved(double seen, double share) => (seen + Functions.NormalCdf((share - theta) / p.Softness)) / 2;
}
