using Agents.Data;
using Elites.Economics;

namespace Elites.Diplomacy;

/// <summary>What the essays say of offers, demands and the patron.</summary>
internal static class DiplomacyStatements
{
    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S15", "Every concession raises his demands", Essays.Aron, nameof(RaiseDemand), "bargaining.ratchet", "0", "bargaining.ratchet"),
        new("S18", "He bargains by what he expects of the field", Essays.Aron, nameof(RaiseDemand), "bargaining.field_response", "0", "bargaining.field_response"),
        new("S19", "He stalls: an offer that has just been made is met with further demands", Essays.Aron, nameof(RaiseDemand), "bargaining.stalling", "0", "bargaining.stalling"),
        new("S20", "The mediator's blind spots make offers miss their aim", Essays.Aron, nameof(MakeOffer), "bargaining.mediator_noise", "0", "bargaining.mediator_noise"),
        new("S26", "Off-ramps are offered again and again, and refused", Essays.PeaceTrap, $"{nameof(MakeOffer)}, {nameof(RaiseDemand)}", "bargaining.offers_per_year", "0", "bargaining.offers_per_year"),
        new("S64", "The patron wants neither its client's collapse nor its turn to the West", Essays.PeaceTrap, nameof(ConsultPatron), "patron.pivot_cost", "0", "patron.pivot_cost"),
        new("S65", "A peace that the patron disapproves of is strangled", Essays.PeaceTrap, $"{nameof(ConsultPatron)}, {nameof(CollectRevenue)}", "patron.leverage", "0", "patron.leverage"),
        new("S77", "Threats that are not carried out move nobody", Essays.Aron, nameof(RaiseDemand), "bargaining.threat_discount", "0", "bargaining.threat_discount"),
        new("S78", "Costs work where they last", Essays.Aron, nameof(RaiseDemand), "bargaining.consistency_half_life", "0", "bargaining.consistency_half_life"),
    ];
}
