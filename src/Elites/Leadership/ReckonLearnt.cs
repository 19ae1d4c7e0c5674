using Agents.Numerics;
using Elites.Diplomacy;

namespace Elites.Leadership;

/// <summary>The hazard of a course as the leader has learnt it.</summary>
/// <param name="Weight">How far he goes by it rather than by his fears, 0 to 1.</param>
/// <param name="Lasting">Log odds of removal in a month, but for what fades.</param>
/// <param name="Fresh">What a settlement that is near adds to them now.</param>
/// <param name="Left">Share of that which is left after a month.</param>
internal readonly record struct Lesson(double Weight, double Lasting, double Fresh, double Left)
{
    /// <summary>The hazard of a month by both beliefs.</summary>
    /// <param name="feared">The hazard by his fears.</param>
    /// <param name="fresh">What is left by then of the part that fades, in logits.</param>
    public double Mix(double feared, double fresh) => Weight == 0 ? feared : feared + Weight * (Functions.Logistic(Lasting + fresh) - feared);
}

/// <summary>
/// M3, risks as learnt: log odds of removal in a month of the time ahead, by path, by terms, by the time since the
/// settlement and by what he sees now; a discrete-time hazard model (Allison 1982) seen from a landmark (van Houwelingen
/// 2007), so that what a path does to loyalty later is part of what he expects of it.
/// </summary>
internal readonly struct ReckonLearnt(Situation now, ElitesParameters parameters, double weight)
{
    private const double WeeksPerMonth = Clock.WeeksPerYear / 12.0;

    private readonly LearntParameters p = parameters.Learnt;

    /// <summary>The lesson of war.</summary>
    /// <param name="seen">What he sees.</param>
    /// <param name="squeeze">How far rents and prices are worse than usual on this course.</param>
    /// <param name="remedy">What he hopes of a remedy.</param>
    public Lesson War(Mood seen, double squeeze, Pressures remedy) =>
        new(weight, p.War + BySight(seen) + p.ByHope * seen.Hope + p.BySqueezeInWar * squeeze + Of(remedy), 0, 1);

    /// <summary>The lesson of a settlement for such terms.</summary>
    /// <param name="seen">What he sees.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="squeeze">How far rents and prices are worse than usual now.</param>
    /// <param name="remedy">What he hopes of a remedy.</param>
    public Lesson Peace(Mood seen, double terms, double squeeze, Pressures remedy)
    {
        var weeks = now.Settlement.IsWar ? 0 : now.Settlement.WeeksSettled;
        var warness = parameters.Settlement.Ceasefire ? parameters.Settlement.CeasefireWarness : 0;
        var disapproval = 1 - ConsultPatron.ApprovalOf(terms, warness, parameters);
        var lasting = p.Peace + p.ByConcession * (1 - terms) + p.BySqueezeAtPeace * squeeze * (1 - parameters.ReliefAtPeace) + p.ByDisapproval * disapproval;
        var fresh = Clock.LeftAfter(weeks, p.HalfLife) * (p.Fresh + p.FreshByConcession * (1 - terms));
        return new(weight, lasting + BySight(seen) + Of(remedy), fresh, Clock.LeftAfter(WeeksPerMonth, p.HalfLife));
    }

    /// <summary>The chance of punishment, once removed.</summary>
    public double Punishment => p.PalaceShare * Hazards.AfterCoup + (1 - p.PalaceShare) * Hazards.AfterRevolt;

    private double BySight(Mood seen) => p.ByLoyalty * seen.Loyalty + p.ByGrievance * seen.Grievance + p.ByBelief * seen.Belief;

    /// <summary>He has learnt one hazard, and hopes of a remedy as far as its channel has a share in that.</summary>
    private double Of(Pressures remedy) => p.PalaceShare * remedy.Palace + (1 - p.PalaceShare) * remedy.Street;
}
