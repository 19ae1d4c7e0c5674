using Agents.Data;

namespace Elites.Diplomacy;

/// <summary>What is measured of dealings abroad.</summary>
internal static class DiplomacyMeasures
{
    public static readonly IReadOnlyList<ModelReporter> All =
    [
        Measure.Number("patron_approval", "the patron's approval", "share", m => m.Patron.Approval),
        Measure.Number("demand", "terms that the leader demands", "terms", m => m.Bargain.Demand),
        Measure.Number("offer", "terms that the leader is offered", "terms", m => m.Bargain.Offer),
    ];
}
