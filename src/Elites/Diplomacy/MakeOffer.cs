using Elites.Warfare;

namespace Elites.Diplomacy;

/// <summary>
/// M2, diplomacy: offers come by chance, a few times a year, at what the front and the carrots so far call for, give or
/// take what the mediator misjudges. A promise to lift sanctions adds to them.
/// </summary>
internal readonly struct MakeOffer(ElitesModel model, ElitesParameters parameters)
{
    /// <summary>Terms that the full lifting of sanctions is worth (assumed).</summary>
    private const double WorthOfRelief = 0.1;

    /// <summary>Rise of what is offered with the front, as that of what is expected of the war (assumed).</summary>
    private const double WorthOfFront = 0.5;

    private readonly War war = model.War;
    private readonly BargainingParameters p = parameters.Bargaining;

    /// <returns>Whether there is a new offer.</returns>
    public bool Step()
    {
        if (!model.Politics.IsWar || p.Strength == 0)
            return false;
        war.Conceded += p.Carrots * model.Clock.Years;
        var draws = model.Draws(Purposes.Offer);
        var misjudged = draws.Normal(0, p.MediatorNoise);
        if (!draws.Chance(model.Clock.Chance(p.OffersPerYear)))
            return false;
        var fair = p.OfferAtStart + war.Conceded + WorthOfFront * war.Front + WorthOfRelief * parameters.Sanctions.ReliefAtPeace;
        (war.Offer, war.Stalling) = (Math.Clamp(fair + misjudged, 0, p.MostOffered), p.Stalling);
        model.Record(Happenings.OfferMade, "leader", war.Offer);
        return true;
    }
}
