using Elites.Populations;
using Elites.Warfare;

namespace Elites.Street;

/// <summary>
/// M22, the shock of change (Tocqueville 1856): any sharp change of policy, of whatever sign, unsettles people, so that
/// their thresholds of protest and the loyalties of the elite scatter for a time.
/// </summary>
internal readonly struct ShockExpectations(Unrest unrest, Settlement settlement, Repression repression, Moment moment, ChangeShockParameters p)
{
    /// <summary>Change within a week below which a policy drifts rather than changes (assumed).</summary>
    private const double Sharp = 0.05;

    /// <returns>The size of the change since a week ago, 0 for none.</returns>
    public double Step()
    {
        unrest.PolicyShock *= moment.Clock.Left(p.HalfLife);
        if (!moment.Clock.Begins(1, moment.Tick))
            return 0;
        var before = unrest.LastPolicy;
        var change = p.Strength * (p.War * Sharply(settlement.Warness - before.Warness) + p.Repression * Sharply(repression.Ordered - before.Repression));
        unrest.LastPolicy = (settlement.Warness, repression.Ordered);
        unrest.PolicyShock += change;
        return change;
    }

    private static double Sharply(double step) => Math.Abs(step) < Sharp ? 0 : Math.Abs(step);
}

/// <summary>M22 for a person: how the change strikes it.</summary>
internal readonly partial struct Unsettle : IRule<Mass>
{
    public void Step(Agent<Mass> me) => me.Unsettled = (float)me.Draws(Purposes.ChangeShock).Normal();
}

/// <summary>M22 for an elite agent: its personal shock scatters, and fades as such shocks do.</summary>
internal readonly partial struct UnsettleElite(double change, ChangeShockParameters p) : IRule<Elite>
{
    public void Step(Agent<Elite> me) => me.Shock += (float)(change * p.EliteSpread * (me.Draws(Purposes.ChangeShock).Normal() - p.Mean));
}
