using Elites.Populations;

namespace Elites.Leadership;

/// <summary>What a leader goes by.</summary>
/// <param name="Loyalty">Loyalty of the elite, weighted by force.</param>
/// <param name="Belief">Belief of the ultranationalists in a stab in the back.</param>
/// <param name="Grievance">Grievance of the people.</param>
/// <param name="Hope">Chance of victory.</param>
internal readonly record struct Mood(double Loyalty, double Belief, double Grievance, double Hope);

/// <summary>
/// What the leader is shown, and what there is. Those who fear him show more loyalty than they have (Wintrobe 1998;
/// Kuran 1991), and what reaches him is blurred besides.
/// </summary>
internal readonly struct ReadMood(Situation now, Moment moment, LeaderParameters p)
{
    private const double Blur = 0.2;

    // Grievance and belief move within a range several times narrower than loyalty does, and so do errors about them.
    private const double Narrow = 0.25;

    /// <summary>The mood as it is.</summary>
    public Mood Private() => new(
        now.Leader.Loyalty[0],
        now.Elite.Belief.Mean(now.Elite.Of(EliteKind.Ultranationalist)),
        now.Leader.Grievance[0],
        now.War.VictoryChance);

    /// <summary>The mood as the leader sees it.</summary>
    public Mood Public()
    {
        var mood = Private();
        var error = Blur * (1 - p.Information);
        var draws = moment.Draws(Purposes.LeaderSignal);
        return new(
            Blurred(now.Climate.PublicLoyalty, draws.Normal(0, error)),
            Blurred(mood.Belief, Narrow * draws.Normal(0, error)),
            Blurred(mood.Grievance, Narrow * draws.Normal(0, error)),
            Blurred(mood.Hope, Narrow * draws.Normal(0, error)));
    }

    private static double Blurred(double value, double error) => Math.Clamp(value + error, 0, 1);
}
