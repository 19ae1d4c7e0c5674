using Agents.Numerics;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>
/// M23: the leader grows old and dies at a rate that doubles every some years of age (Gompertz 1825). Without an heir a
/// succession is contested, the more likely the longer he has been in office. Rebels and assassins remove him at a
/// constant rate from outside the model, and are kept apart from its own outcomes.
/// </summary>
internal readonly struct AgeLeader(Office office, Moment moment, SuccessionParameters p)
{
    private const double AgeOfReference = 73;

    private readonly Leader leader = office.Leader;
    private readonly Clock clock = moment.Clock;

    public void Step()
    {
        ref var age = ref leader.Age[0];
        age += clock.Years;
        office.Tenure += clock.Years;
        leader.Contest[0] *= clock.Left(p.ContestHalfLife);
        var draws = moment.Draws(Purposes.Death);
        if (draws.Chance(clock.Chance(Mortality())))
            Die(age, draws.Uniform());
        else if (draws.Chance(clock.Chance(p.Strength * p.RebelsOrAssassins)))
            office.Leave(moment, Happenings.RebelOrAssassin, "leader", age, "");
    }

    /// <summary>The rate of death a year at his age.</summary>
    public double Mortality() =>
        Math.Min(100, p.Strength * p.Mortality * Functions.Pow(2, (leader.Age[0] - AgeOfReference) / p.DoublingYears));

    private void Die(double age, double luck)
    {
        moment.Record(Happenings.LeaderDeath, "leader", age);
        var heir = Math.Max(p.Heir, leader.HasNamedHeir[0] ? 1 : 0);
        var contested = (1 - heir) * Math.Min(1, office.Tenure / p.ContestedAfter);
        office.Leave(moment, Happenings.Succession, heir > 0 ? Happenings.Heir : "elite", office.Tenure, luck < contested ? Happenings.Contested : "orderly");
    }
}
