using Elites.Warfare;

namespace Elites.Diplomacy;

/// <summary>
/// M2, diplomacy: offers come by chance, a few times a year, at what the front and the carrots so far call for, give or
/// take what the mediator misjudges. A promise to lift sanctions adds to them.
/// </summary>
internal readonly struct MakeOffer(Bargain bargain, War war, Settlement settlement, Moment moment, ElitesParameters parameters)
{
    /// <summary>Terms that the full lifting of sanctions is worth (assumed).</summary>
    private const double WorthOfRelief = 0.1;

    /// <summary>Rise of what is offered with the front, as that of what is expected of the war (assumed).</summary>
    private const double WorthOfFront = 0.5;

    private readonly BargainingParameters p = parameters.Bargaining;
    private readonly Clock clock = moment.Clock;

    /// <returns>Whether there is a new offer.</returns>
    public bool Step()
    {
        if (!settlement.IsWar || p.Strength == 0)
            return false;
        bargain.Conceded += p.Carrots * clock.Years;
        var draws = moment.Draws(Purposes.Offer);
        var misjudged = draws.Normal(0, p.MediatorNoise);
        if (!draws.Chance(clock.Chance(p.OffersPerYear)))
            return false;
        var fair = p.OfferAtStart + bargain.Conceded + WorthOfFront * war.Front + WorthOfRelief * parameters.Sanctions.ReliefAtPeace;
        (bargain.Offer, bargain.Stalling) = (Math.Clamp(fair + misjudged, 0, p.MostOffered), p.Stalling);
        moment.Record(Happenings.OfferMade, "leader", bargain.Offer);
        return true;
    }
}
