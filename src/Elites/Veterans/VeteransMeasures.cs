using Agents.Data;

namespace Elites.Veterans;

/// <summary>What is measured of veterans.</summary>
internal static class VeteransMeasures
{
    public static readonly IReadOnlyList<ModelReporter> All =
    [
        Measure.Number("veterans_share", "veterans at home, of the soldiers who serve or have served", "share", m => m.StatisticsOfVeterans().Share),
        Measure.Number("ptsd_share", "post-traumatic stress of veterans at home", "share of veterans", m => m.StatisticsOfVeterans().Trauma),
        Measure.Number("veteran_crime", "rate at which veterans at large are convicted", "per veteran and year", m => m.Soldiers.Crime),
        Measure.Number("veterans_convicted", "veterans convicted since they came home", "share of veterans", m => m.StatisticsOfVeterans().Convicted),
        Measure.Number("felony_ratio", "convicted share of veterans with heavy combat by that of others; 0 where neither has any", "ratio", m => m.StatisticsOfVeterans().FelonyRatio),
        Measure.Number("veterans_organised", "veterans in organisations", "share of soldiers", m => m.Mass.Organised.Mean(m.Soldiers.Rows)),
    ];
}
