using Elites.People;
using Elites.Populations;
using Elites.Street;

namespace Elites.Elections;

/// <summary>
/// What everyone sees of an election. How many persons voted for the leader gives him legitimacy or takes it, for a time.
/// A stolen vote is seen as far as it is large, by all at once: a focal point for the street in every region (Tucker 2007)
/// and for the elite (Magaloni 2010; Simpser 2013).
/// </summary>
internal readonly struct SeeResult(Polls polls, Society society, Unrest unrest, Leader leader, Clock clock, ElectionParameters p)
{
    /// <summary>What earlier elections gave or took fades.</summary>
    public void Fade() => society.Mandate *= clock.Left(p.MandateHalfLife);

    /// <summary>The election of this tick.</summary>
    public void Step()
    {
        society.Mandate += p.Strength * p.Mandate * (2 * polls.ForLeader - 1);
        leader.Weakness[0] += p.Strength * p.Weakness * polls.Stolen;
        foreach (ref var spark in unrest.Sparks.AsSpan())
            spark += p.Strength * p.Anger * polls.Stolen;
    }
}
