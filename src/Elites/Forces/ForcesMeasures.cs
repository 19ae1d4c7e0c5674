using Agents.Data;

namespace Elites.Forces;

/// <summary>What is measured of the army.</summary>
internal static class ForcesMeasures
{
    public static readonly IReadOnlyList<ModelReporter> All =
    [
        Measure.Number("morale", "mean morale of units", "share", m => m.Army.Morale.Average()),
        Measure.Number("mutinous_units", "units in mutiny", "share of units", m => m.Army.MutinousShare),
    ];
}
