using Agents.Data;

namespace Elites.Coups;

/// <summary>What is measured of plots.</summary>
internal static class CoupsMeasures
{
    public static readonly IReadOnlyList<ModelReporter> All =
    [
        Measure.Number("coup_pressure", "the force of those of the elite who are discontent enough to plot", "share of force", m => m.Plots.Pressure),
        Measure.Integer("plots", "plots of two or more", "plots", m => m.Plots.Alive.Count(plot => plot.Members.Count > 1)),
        Measure.Integer("plotters", "elite agents in plots", "agents", m => m.Plots.Plotters),
    ];
}
