using Elites.Coups;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Leadership;

/// <summary>
/// R6, a successor takes office: with aims, an age and a standing of his own, less culpable of the war, and bound by nobody's
/// path but his. War, economy, grievances, blame, narrative and the plots that did not win are as he finds them. Terms in
/// force stay in force; in war he demands what he would like. His post is filled anew.
/// </summary>
internal readonly struct TakeOffice(Situation now, Plots plots, Spells spells, Moment moment, ElitesParameters parameters)
{
    private const double Youngest = 35, Oldest = 90;

    private readonly Leader leader = now.Leader;
    private readonly Elite elite = now.Elite;
    private readonly SuccessionParameters p = parameters.Succession;

    public void Step(Successor successor)
    {
        var kind = elite.Kind[successor.Row];
        BeHimself(successor);
        InheritWar();
        now.Office.Fill();
        new ReckonWithElite(plots, now.Climate, parameters).Step(successor);
        new ChangePosts(plots, now.Climate, moment, parameters).Replace(successor.Row);
        spells.Begin(new Spell
        {
            Number = now.Office.Number,
            From = moment.Tick + 1,
            To = moment.Tick + 1,
            Came = successor.Came,
            Kind = (int)kind,
            Ideal = leader.Ideal[0],
            WasContested = successor.IsContested,
            CameInWar = now.Settlement.IsWar,
            IsAtWar = now.Settlement.IsWar,
        });
        moment.Record(Happenings.Accession, Spell.Word(successor.Came), leader.Ideal[0], successor.IsContested ? $"{kind.Singular}, {Happenings.Contested}" : kind.Singular);
    }

    private void BeHimself(Successor successor)
    {
        var age = moment.Draws(Purposes.SuccessorAge).Normal(p.SuccessorAge, p.SuccessorAgeSpread);
        (leader.Age[0], leader.Ideal[0], leader.Culpable[0]) = (Math.Clamp(age, Youngest, Oldest), elite.Ideal[successor.Row], p.SuccessorCulpability);
        (leader.Resolve[0], leader.Weakness[0], leader.PurgeFear[0]) = (parameters.Obedience.ResolveAtStart, 0, 0);
        leader.Contest[0] = successor.IsContested ? p.Strength * p.Contest : 0;
        (leader.Crackdown[0], leader.PayOff[0], leader.Scapegoat[0], leader.HasNamedHeir[0]) = (0, 0, 0, false);
    }

    private void InheritWar()
    {
        var (settlement, bargain) = (now.Settlement, now.Bargain);
        leader.Chooses[0] = true;
        (leader.IsEscalating[0], leader.WeeksEscalated[0]) = (false, 0);
        leader.AgreedTerms[0] = settlement.IsWar ? SettlementParameters.None : settlement.Terms.Mean;
        (bargain.FirmDemand, bargain.Demand, bargain.Pressed, bargain.Stalling) = (leader.Ideal[0], leader.Ideal[0], 0, 0);
        (bargain.BestOffer, bargain.WeighedChance) = (bargain.Offer, now.War.VictoryChance);
    }
}
