using Agents.Data;
using Elites.EliteLoyalty;
using Elites.Leadership;
using Elites.Populations;
using Elites.Study;

namespace Elites;

/// <summary>What the model reports and how it is made by studies.</summary>
public sealed partial class ElitesModel
{
    /// <summary>The model as studies know it.</summary>
    public static ModelDefinition Definition { get; } = new ModelDefinition<ElitesParameters>
    {
        Name = "elites",
        Summary = "Elites, veterans, defence workers and citizens of an autocracy before and after a settlement",
        TickUnit = "week",
        DefaultTicks = 260,
        ResultsVersion = 9,
        BytesPerAgent = 260,
        Make = (parameters, seed) => new ElitesModel(parameters, seed),
        Agents = parameters => parameters.Population.Agents,
        Check = parameters => parameters.Complaint(),
        Warn = Warnings.Of,
        Starter = FirstStudy.Study,
        ModelReporters = [.. Collective(), .. OfPublicLife(), .. OfLeader(), .. ByKind()],
        AgentReporters = [.. OfAgents()],
        Outcomes = Classifier.Codes,
        OutcomeGroups = Classifier.Groups,
        Events = Happenings.Kinds,
        Networks = [NamedNetwork.Of<ElitesModel>("trust", "trust each other with a plot", model => model.trust, model => model.Elite)],
        Mechanisms = SeedClaims.All,
        ModelType = typeof(ElitesModel),
    };

    private static IEnumerable<ModelReporter> Collective() =>
    [
        Number("output_gap", "output less potential output", "share of potential", m => m.Economy.Gap),
        Number("output", "output, in that of the start", "ratio", m => m.Economy.Output),
        Number("defence_share", "defence share of output", "share of output", m => m.Economy.DefenceShare),
        Number("unemployment", "unemployed, weighted by persons", "share of labour force", m => m.Economy.Unemployment),
        Number("inflation", "inflation", "per year", m => m.Economy.Inflation),
        Number("exchange_rate", "exchange rate", "roubles per dollar", m => m.Economy.ExchangeRate),
        Number("reserves", "foreign reserves", "share of yearly output", m => m.Economy.Reserves),
        Number("overhang", "money printed and not yet spent", "share of output", m => m.Economy.Overhang),
        Number("revenue", "yearly revenue of the state", "share of output", m => m.Economy.Revenue),
        Number("deficit", "yearly deficit of the state", "share of output", m => m.Economy.Deficit),
        Number("real_wage", "mean civilian wage in what it buys, in that of the start", "ratio", m => m.Economy.Wage),
        Number("rent_mean", "rents of the elite, in those of the start", "ratio", m => new FeelRents(m.Economy, m.Clock, m.Parameters).Mean(m.Elite)),
        Number("patron_approval", "the patron's approval", "share", m => m.Patron.Approval),
        Number("front", "place of the front: 0 where the run began, 1 total victory, -1 all is lost", "front", m => m.War.Front),
        Number("victory_chance", "chance of victory within two years, as those see it who fight", "share", m => m.War.VictoryChance),
        Number("victory_belief_mean", "the elite's belief in victory", "share", m => m.War.Belief),
        Number("expected_terms", "terms expected of the war", "terms", m => m.War.ExpectedTerms),
        Number("troops", "troops in the theatre", "million persons", m => m.War.Troops),
        Number("supply", "supply of the army", "share", m => m.War.Supply),
        Number("demand", "terms that the leader demands", "terms", m => m.Bargain.Demand),
        Number("offer", "terms that the leader is offered", "terms", m => m.Bargain.Offer),
        Number("casualties", "dead and wounded so far", "persons", m => m.War.Casualties),
        Number("hardship_mean", "hardship of the mass, weighted by persons", "share", m => m.Society.Hardship),
        Number("legitimacy_mean", "legitimacy belief of the mass, weighted by persons", "share", m => m.Persons.Mean(m.Mass.Legitimacy)),
        Number("support", "loyalty of the mass, weighted by persons", "share", m => m.Society.Support),
        Number("grievance_mean", "grievance of the mass, weighted by persons", "share", m => m.Leader.Grievance[0]),
        Number("active_share", "persons who protest", "share of persons", m => m.Unrest.ActiveShare),
        Number("blame", "pool of blame", "", m => m.Climate.Blame),
        Number("loyalty_mean", "loyalty of the elite, weighted by force", "share", m => m.Leader.Loyalty[0]),
        Number("public_loyalty_mean", "loyalty that the elite shows, weighted by force", "share", m => m.Climate.PublicLoyalty),
        Number("coup_pressure", "the force of those of the elite who are discontent enough to plot", "share of force", m => m.Plots.Pressure),
        Number("blame_on_leader", "share of blame that falls on the leader", "share", m => m.Climate.LeaderShareOfBlame),
        Number("assets_seized", "assets of the elite that the state has seized", "share", m => m.Elite.Seized.Mean(m.Elite.All)),
        Number("instability", "index of political stress (Turchin 2013), 1 at the start; it drives nothing", "ratio", m => m.Instability.Index),
        Number("resolve", "resolve that the security forces see in the leader", "share", m => m.Leader.Resolve[0]),
        Number("weakness", "weakness that failed attempts have shown", "logit", m => m.Leader.Weakness[0]),
        Number("stab_in_back_mean", "belief of the ultranationalists in a stab in the back", "share", m => m.Elite.Belief.Mean(m.Elite.Of(EliteKind.Ultranationalist))),
        ModelReporter.Integer<ElitesModel>("plots", "plots of two or more", "plots", m => m.Plots.Alive.Count(plot => plot.Members.Count > 1)),
        ModelReporter.Integer<ElitesModel>("plotters", "elite agents in plots", "agents", m => m.Plots.Plotters),
        Number("at_front", "soldiers at the front", "share of the troops that the population counts", m => m.Persons.ShareAtFront()),
        .. OfSoldiers(),
    ];

    private static IEnumerable<ModelReporter> OfSoldiers() =>
    [
        Number("veterans_share", "veterans at home, of the soldiers who serve or have served", "share", m => m.StatisticsOfVeterans().Share),
        Number("ptsd_share", "post-traumatic stress of veterans at home", "share of veterans", m => m.StatisticsOfVeterans().Trauma),
        Number("veteran_crime", "rate at which veterans at large are convicted", "per veteran and year", m => m.Soldiers.Crime),
        Number("veterans_convicted", "veterans convicted since they came home", "share of veterans", m => m.StatisticsOfVeterans().Convicted),
        Number("felony_ratio", "convicted share of veterans with heavy combat by that of others; 0 where neither has any", "ratio", m => m.StatisticsOfVeterans().FelonyRatio),
        Number("morale", "mean morale of units", "share", m => m.Army.Morale.Average()),
        Number("mutinous_units", "units in mutiny", "share of units", m => m.Army.MutinousShare),
        Number("soldiers_dead", "soldiers who died since the start", "persons", m => m.Persons.Dead * m.Persons.PerAgent(MassKind.Soldier)),
        Number("age", "the leader's age", "years", m => m.Leader.Age[0]),
        Number("mortality", "rate at which a leader of his age dies", "per year", m => new AgeLeader(m.Office, m.Moment, m.Parameters.Succession).Mortality()),
    ];

    private static IEnumerable<ModelReporter> ByKind()
    {
        foreach (var kind in Enum.GetValues<EliteKind>())
            yield return Number($"loyalty_mean_{kind.Plural}", $"loyalty of {kind.Plural.Replace('_', ' ')}", "share", m => m.Elite.Loyalty.Mean(m.Elite.Of(kind)));
        foreach (var kind in Enum.GetValues<MassKind>())
            yield return Number($"loyalty_mean_{kind.Plural}", $"loyalty of {kind.Plural.Replace('_', ' ')}", "share", m => m.Mass.Loyalty.Mean(m.Mass.Of(kind)));
        foreach (var kind in Enum.GetValues<EliteKind>())
            yield return Number($"grievance_mean_{kind.Plural}", $"grievance of {kind.Plural.Replace('_', ' ')}", "share", m => m.Elite.Grievance.Mean(m.Elite.Of(kind)));
        foreach (var kind in Enum.GetValues<MassKind>())
            yield return Number($"grievance_mean_{kind.Plural}", $"grievance of {kind.Plural.Replace('_', ' ')}", "share", m => m.Mass.Grievance.Mean(m.Mass.Of(kind)));
    }

    private static IEnumerable<AgentReporter> OfAgents() =>
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

    private static ModelReporter Number(string name, string meaning, string unit, Func<ElitesModel, double> read) =>
        ModelReporter.Number(name, meaning, unit, read);
}
