using Agents.Data;

namespace Elites.Populations;

/// <summary>What is measured of each agent.</summary>
internal static class AgentMeasures
{
    public static readonly IReadOnlyList<AgentReporter> All =
    [
        AgentReporter.Of<ElitesModel, Leader>("loyalty", "loyalty, 0 to 1", "share", DataType.Number, m => m.Leader, (leader, row) => leader.Loyalty[row]),
        AgentReporter.Of<ElitesModel, Leader>("grievance", "grievance, 0 to 1", "share", DataType.Number, m => m.Leader, (leader, row) => leader.Grievance[row]),
        AgentReporter.Of<ElitesModel, Elite>("elite_kind", "kind of an elite agent: 0 oligarch, 1 general, 2 field officer, 3 security officer, 4 director, 5 ultranationalist", "", DataType.Integer, m => m.Elite, (elite, row) => (int)elite.Kind[row]),
        AgentReporter.Of<ElitesModel, Elite>("elite_loyalty", "loyalty of an elite agent, 0 to 1", "share", DataType.Number, m => m.Elite, (elite, row) => elite.Loyalty[row]),
        AgentReporter.Of<ElitesModel, Elite>("elite_grievance", "grievance of an elite agent, 0 to 1", "share", DataType.Number, m => m.Elite, (elite, row) => elite.Grievance[row]),
        AgentReporter.Of<ElitesModel, Mass>("mass_kind", "kind of a person: 0 soldier, 1 defence worker, 2 citizen", "", DataType.Integer, m => m.Mass, (mass, row) => (int)mass.Kind[row]),
        AgentReporter.Of<ElitesModel, Mass>("mass_loyalty", "loyalty of a person, 0 to 1", "share", DataType.Number, m => m.Mass, (mass, row) => mass.Loyalty[row]),
        AgentReporter.Of<ElitesModel, Mass>("mass_grievance", "grievance of a person, 0 to 1", "share", DataType.Number, m => m.Mass, (mass, row) => mass.Grievance[row]),
        AgentReporter.Of<ElitesModel, Mass>("mass_opinion", "belief of a person in the narrative, 0 to 1", "share", DataType.Number, m => m.Mass, (mass, row) => mass.Opinion[row]),
        AgentReporter.Of<ElitesModel, Mass>("mass_ideal", "ideal terms of a person, 0 to 1", "share", DataType.Number, m => m.Mass, (mass, row) => mass.Ideal[row]),
        AgentReporter.Of<ElitesModel, Mass>("mass_is_active", "whether the person protests", "", DataType.Boolean, m => m.Mass, (mass, row) => mass.IsActive[row] ? 1 : 0),
    ];
}
