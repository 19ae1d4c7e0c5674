using Agents.Numerics;

namespace Elites.Leadership;

/// <summary>What moves the leader's risks, channel by channel, in logits.</summary>
internal readonly record struct Pressures(double Palace = 0, double Right = 0, double Street = 0, double Mutiny = 0)
{
    public static Pressures operator +(Pressures one, Pressures other) =>
        new(one.Palace + other.Palace, one.Right + other.Right, one.Street + other.Street, one.Mutiny + other.Mutiny);
}

/// <summary>Monthly hazards of removal, channel by channel.</summary>
internal readonly record struct Hazards(double Palace, double Right, double Street, double Mutiny)
{
    /// <summary>Chances that someone removed is punished, by who did it.</summary>
    public static readonly double AfterCoup = Fates.Of(ExitMode.Military).Punished, AfterRevolt = Fates.Of(ExitMode.PopularProtest).Punished;

    /// <summary>The hazard of removal by anyone.</summary>
    public double Total => 1 - (1 - Palace) * (1 - Right) * (1 - Street) * (1 - Mutiny);

    /// <summary>The chance that the leader, once removed, is punished (phi).</summary>
    public double Punishment => (AfterCoup * (Palace + Right) + AfterRevolt * (Street + Mutiny)) / (Palace + Right + Street + Mutiny);
}

/// <summary>
/// M3, the risks of removal: each channel's monthly hazard is linked by a logit to loyalty, belief, grievance and hope,
/// and to what is foreseen beyond them.
/// </summary>
internal readonly struct ReckonHazards(ForesightParameters p)
{
    /// <param name="mood">What is seen.</param>
    /// <param name="foreseen">What is foreseen beyond it.</param>
    public Hazards From(Mood mood, Pressures foreseen)
    {
        var disloyalty = p.ByLoyalty * (p.UsualLoyalty - mood.Loyalty);
        return new(
            Hazard(p.Palace, disloyalty + foreseen.Palace),
            Hazard(p.Right, p.ByBelief * (mood.Belief - p.UsualBelief) + disloyalty / 2 + foreseen.Right),
            Hazard(p.Street, p.ByGrievance * (mood.Grievance - p.UsualGrievance) + foreseen.Street),
            Hazard(p.Mutiny, foreseen.Mutiny));
    }

    private static double Hazard(double usual, double pressure) => Functions.Logistic(Functions.Log(usual / (1 - usual)) + pressure);
}
