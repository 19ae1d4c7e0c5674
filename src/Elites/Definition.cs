using Elites.Leadership;
using Elites.Populations;
using Elites.Study;

namespace Elites;

/// <summary>The model as studies know it.</summary>
public sealed partial class ElitesModel
{
    /// <summary>The model as studies know it.</summary>
    public static ModelDefinition Definition { get; } = new ModelDefinition<ElitesParameters>
    {
        Name = "elites",
        Summary = "Elites, veterans, defence workers and citizens of an autocracy before and after a settlement",
        TickUnit = "week",
        DefaultTicks = 260,
        ResultsVersion = 13,
        BytesPerAgent = 260,
        Make = (parameters, seed) => new ElitesModel(parameters, seed),
        Agents = parameters => parameters.Population.Agents,
        Check = parameters => parameters.Complaint(),
        Warn = Warnings.Of,
        Starter = FirstStudy.Study,
        ModelReporters = StudyMeasures.All,
        AgentReporters = AgentMeasures.All,
        Outcomes = Classifier.Codes,
        OutcomeGroups = Classifier.Groups,
        Events = Happenings.Kinds,
        Spells = SpellMeasures.Table,
        Networks = [NamedNetwork.Of<ElitesModel>("trust", "trust each other with a plot", model => model.trust, model => model.Elite)],
        Mechanisms = SeedStatements.All,
        Demonstrations = Demonstrations.Study,
        Story = StoryOfFall.Of,
        ModelType = typeof(ElitesModel),
    };
}
