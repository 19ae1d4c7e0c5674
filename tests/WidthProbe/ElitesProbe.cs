using Agents;
using Elites;

namespace WidthProbe;

/// <summary>A short run of the political model: all its reporters every week, and all agents at the end.</summary>
internal static class ElitesProbe
{
    private const int Weeks = 40;
    private const int SettlementAt = 20;

    public static void Feed(BitHash hash)
    {
        var definition = ElitesModel.Definition;
        var parameters = new ElitesParameters();
        parameters.Population.Agents = 5_000;
        var model = definition.Create(parameters, Seed.Of(1));
        while (model.Tick < Weeks && !model.IsFinished)
        {
            if (model.Tick == SettlementAt)
                parameters.Settlement.Terms = 0.5;
            model.Advance();
            foreach (var reporter in definition.ModelReporters)
                hash.Add(reporter.Read(model));
        }
        foreach (var reporter in definition.AgentReporters)
        {
            for (var row = 0; row < reporter.Population(model).Count; row++)
                hash.Add(reporter.Read(model, row));
        }
    }
}
