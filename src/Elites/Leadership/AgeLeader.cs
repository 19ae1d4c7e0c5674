using Agents.Numerics;

namespace Elites.Leadership;

/// <summary>
/// M23: the leader grows old and dies at a rate that doubles every some years of age (Gompertz 1825). Without an heir a
/// succession is contested, the more likely the longer he has been in office. Rebels and assassins remove him at a
/// constant rate from outside the model, and are kept apart from its own outcomes.
/// </summary>
internal readonly struct AgeLeader(ElitesModel model, ElitesParameters parameters)
{
    private const double AgeOfReference = 73;

    private readonly SuccessionParameters p = parameters.Succession;

    public void Step()
    {
        ref var age = ref model.Leader.Age[0];
        age += model.Clock.Years;
        model.Politics.Tenure += model.Clock.Years;
        var draws = model.Draws(Purposes.Death);
        if (draws.Chance(model.Clock.Chance(Mortality())))
            Die(age, draws.Uniform());
        else if (draws.Chance(model.Clock.Chance(p.Strength * p.RebelsOrAssassins)))
            model.Leave(Happenings.RebelOrAssassin, "leader", age, "");
    }

    /// <summary>The rate of death a year at his age.</summary>
    public double Mortality() =>
        Math.Min(100, p.Strength * p.Mortality * Functions.Pow(2, (model.Leader.Age[0] - AgeOfReference) / p.DoublingYears));

    private void Die(double age, double luck)
    {
        model.Record(Happenings.LeaderDeath, "leader", age);
        var heir = Math.Max(p.Heir, model.Leader.HasNamedHeir[0] ? 1 : 0);
        var contested = (1 - heir) * Math.Min(1, model.Politics.Tenure / p.ContestedAfter);
        model.Leave(Happenings.Succession, heir > 0 ? "heir" : "elite", model.Politics.Tenure, luck < contested ? "contested" : "orderly");
    }
}
