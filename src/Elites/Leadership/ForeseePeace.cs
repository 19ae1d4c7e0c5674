using Elites.Diplomacy;
using Elites.Economics;
using Elites.Warfare;

namespace Elites.Leadership;

/// <summary>
/// M3, what a settlement would do to the leader's risks, as the two essays have it (Aron 2025; The peace trap 2025): no
/// shield and no control, a promise broken, rents cut, recession, soldiers home, censorship lifted, a narrative that
/// cannot be taken back and a patron who disapproves. What has come about is foreseen no longer.
/// </summary>
internal readonly struct ForeseePeace(Situation now, ElitesParameters parameters)
{
    private const double ForesightHalfLife = 26;

    private readonly ForesightParameters p = parameters.Foresight;
    private readonly Settlement settlement = now.Settlement;
    private readonly War war = now.War;
    private readonly Economy economy = now.Economy;
    private readonly double fears = parameters.Leader.PeaceFears * parameters.Leader.Strength;

    /// <param name="terms">The terms of the settlement.</param>
    /// <param name="squeeze">How far rents and prices are worse than usual in war.</param>
    public Pressures Step(double terms, double squeeze)
    {
        var ahead = settlement.IsWar ? 1 : Clock.LeftAfter(settlement.WeeksSettled, ForesightHalfLife);
        var loosened = parameters.Leader.Strength * (1 - (parameters.Settlement.Ceasefire ? parameters.Settlement.CeasefireWarness : 0));
        var control = parameters.Leader.Control * parameters.Election.Suspension * loosened;
        var scrutiny = p.ByScrutiny * (1 - parameters.Repression.Retention);
        var lasting = p.BySqueeze * squeeze * (1 - p.SqueezeEased) * (1 - parameters.ReliefAtPeace);
        var palace = fears * (Promise(terms) + Rents() + scrutiny + Patron(terms));
        var right = fears * p.ByBetrayal * (1 - terms) * now.Narrative.Strength;
        var street = fears * (Recession() + Veterans() + scrutiny + Narrative());
        return new(
            ahead * (palace + parameters.Leader.Shield * loosened + control) + lasting,
            ahead * (right + control),
            ahead * (street + control) + lasting,
            ahead * control);
    }

    private double Promise(double terms)
    {
        var shortfall = Math.Max(0, 1 - terms - parameters.Narrative.VictoryFraming);
        return p.ByPromise * shortfall * parameters.Blame.LossFactor(war.Casualties) * (1 - parameters.Blame.ScapegoatGenerals / 2);
    }

    private double DefenceCut => Math.Max(0, economy.DefenceShare - parameters.Settlement.DefenceShare);

    private double Rents() =>
        p.ByRents * DefenceCut / Math.Max(economy.DefenceShareInWar, 1e-6) * (1 - now.Leader.PayOff[0]);

    private double Recession() =>
        p.ByRecession * parameters.Recession.Strength * parameters.Recession.Multiplier * DefenceCut * (1 - parameters.Settlement.Conversion);

    // So many men within half a year are as many at once; a slower return is foreseen as less of a danger.
    private double Veterans() =>
        p.ByVeterans * war.Troops / 0.7 * 26 / Math.Max(26, parameters.Settlement.DemobilisationWeeks) * (1 - parameters.Veterans.Benefits / 2);

    private double Narrative() => p.ByNarrative * now.Narrative.Strength * Math.Max(0, 1 - 20 * parameters.Narrative.StepDown);

    private double Patron(double terms)
    {
        var warness = parameters.Settlement.Ceasefire ? parameters.Settlement.CeasefireWarness : 0;
        return p.ByPatron * Math.Max(0, now.Patron.Approval - ConsultPatron.ApprovalOf(terms, warness, parameters));
    }
}
