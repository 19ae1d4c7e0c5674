using Elites.Populations;

namespace Elites.Tests;

/// <summary>
/// The war goes on with constant levers: nothing drifts to its bounds. 20 seeds of 104 weeks; the bands are wide enough
/// that a difference between machines or a small change of a coefficient does not show, a broken unit does.
/// </summary>
public class BaselineTests
{
    private const int Seeds = 20;
    private const int Agents = 2_000;
    private const int Weeks = 104;

    /// <summary>
    /// Not bounded on both sides (shocks, leanings, motives, references, windfalls, force), or what most people have none or all of by
    /// nature in war: assets seized by a purge, trauma of soldiers, a change of policy that has not come, what a settlement will hurt.
    /// </summary>
    private static readonly string[] Excused =
    [
        "Elite.Blamer", "Elite.Debt", "Elite.Force", "Elite.Heard", "Elite.HeardUsually", "Elite.IdeologyUsually", "Elite.InterestUsually", "Elite.Leaning", "Elite.Reference", "Elite.Seized", "Elite.Shock", "Elite.Threshold",
        "Mass.Betrayal", "Mass.FirstOpinion", "Mass.Organised", "Mass.Reference", "Mass.Trauma", "Mass.Unsettled", "Mass.Windfall",
    ];

    private Trial[] trials = [];

    /// <summary>The same without shocks of growth and oil: the essays' numbers are those of the war as it was expected.</summary>
    private Trial[] calm = [];

    [OneTimeSetUp]
    public void RunTheBaseline()
    {
        trials = [.. Enumerable.Range(1, Seeds).Select(seed => Trial.Run(Agents, Weeks, seed))];
        calm = [.. Enumerable.Range(1, Seeds).Select(seed => Trial.Run(Agents, Weeks, seed, p => p.Shocks.Enabled = false))];
    }

    [Test]
    public void War_TwoYears_UnemploymentStaysLow() =>
        Assert.That(trials.SelectMany(trial => trial.Series("unemployment")).Average(), Is.InRange(0.015, 0.035));

    [Test]
    public void War_TwoYears_GrievanceStaysWithinItsBand() =>
        Assert.That(trials.SelectMany(trial => trial.Series("grievance_mean")), Is.All.InRange(0.02, 0.1));

    [Test]
    public void War_TwoYears_OutputStaysWhereItWas()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(calm.SelectMany(trial => trial.Series("output_gap")), Is.All.EqualTo(0).Within(0.01), "what the central bank makes of chance in the currency");
            Assert.That(trials.Average(trial => trial.Series("output_gap")[^1]), Is.EqualTo(0).Within(0.035), "four standard errors");
            Assert.That(trials.SelectMany(trial => trial.Series("defence_share")), Is.All.EqualTo(0.092));
        }
    }

    [Test]
    public void Columns_OfEliteAndMass_AreHeldToABoundOrExcused() =>
        Assert.That(
            ContinuousStates().Select(column => column.Key).Concat(Excused),
            Is.EquivalentTo(from population in new[] { typeof(Elite), typeof(Mass) }
                            from property in population.GetProperties()
                            where property.PropertyType == typeof(State<float>) || property.PropertyType == typeof(Private<float>)
                            select $"{population.Name}.{property.Name}"));

    [Test]
    public void War_TwoYears_NoStatePilesUpAtABound()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (name, (read, most, _)) in ContinuousStates())
                Assert.That(trials.Max(trial => ShareAtBounds(read(trial.Model))), Is.LessThan(most), name);
        }
    }

    [Test]
    public void War_TwoYears_EveryStateKeepsASpread()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (name, (read, _, least)) in ContinuousStates())
                Assert.That(trials.Average(trial => Deviation(read(trial.Model))), Is.GreaterThan(least), name);
        }
    }

    // The statistical appendix (The peace trap 2025): 9.2 % of output for defence, 140 roubles a dollar, casualties by the thousand a
    // day from 650,000; growth of 1.4 to 1.6 % (Aron 2025). What is expected, believed and felt stands where the run began.
    [TestCase("output", 1.0147, 0.001)]
    [TestCase("defence_share", 0.092, 1e-9)]
    [TestCase("casualties", 1_014_000, 1)]
    [TestCase("troops", 0.7, 0.01)]
    [TestCase("exchange_rate", 140, 8)]
    [TestCase("inflation", 0.086, 0.006)]
    [TestCase("unemployment", 0.0205, 0.004)]
    [TestCase("policy_rate", 0.21, 0.01)]
    [TestCase("reserves", 0.11, 0.005)]
    [TestCase("real_wage", 1.0147, 0.01)]
    [TestCase("rent_mean", 1, 0.001)]
    [TestCase("supply", 1, 0.001)]
    [TestCase("morale", 0.6, 0.03)]
    [TestCase("narrative", 0.9, 0.01)]
    [TestCase("repression", 0.6, 0.02)]
    [TestCase("expected_terms", 0.5, 0.08)]
    [TestCase("legitimacy_mean", 0.6, 0.04)]
    [TestCase("hardship_mean", 0.155, 0.02)]
    [TestCase("loyalty_mean", 0.87, 0.05)]
    public void War_AfterTheFirstYear_MacroStateIsWhereTheAppendixPutsIt(string reporter, double expected, double tolerance) =>
        Assert.That(calm.Where(trial => trial.Rows.Count > 52).Average(trial => trial.Series(reporter)[52]), Is.EqualTo(expected).Within(tolerance));

    [Test]
    public void War_TwoYears_LoyaltyOfTheEliteKeepsASpread()
    {
        var deviations = trials.Select(trial => Deviation(trial.Model.Elite.Loyalty)).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(deviations.Average(), Is.GreaterThan(0.05));
            Assert.That(deviations, Is.All.GreaterThan(0.005), "where the shared shocks lift everyone the spread is least");
        }
    }

    [Test]
    public void War_TwoYears_MostLeadersStay() =>
        Assert.That(trials.Count(trial => trial.Model.IsFinished), Is.LessThan(Seeds / 2));

    [Test]
    public void War_TwoYears_SomeoneConspires() =>
        Assert.That(trials.SelectMany(trial => trial.Series("plotters")).Max(), Is.Positive);

    [Test]
    public void War_ManySeeds_AttemptsAreNeitherAbsentNorTheRule()
    {
        // At least one attempt in 120 runs of two years: at an attempt in 25 leader-years it is missed once in 10,000 choices of seeds.
        var attempts = Enumerable.Range(101, 120).Count(seed => Trial.Run(1_000, Weeks, seed).EventNames.Contains(Happenings.CoupAttempt));
        Assert.That(attempts, Is.InRange(1, 60));
    }

    /// <summary>
    /// By name, each state from 0 to 1, the share at its bounds that is too much, and the spread that is too little. Only the right
    /// can believe in a stab in the back; in war the rents of the rest of the elite stand still, and little else grieves them.
    /// </summary>
    private static Dictionary<string, (Func<ElitesModel, Column<float>> Read, double Most, double Least)> ContinuousStates() => new()
    {
        ["Elite.Loyalty"] = (model => model.Elite.Loyalty, 0.05, 0.05),
        ["Elite.PublicLoyalty"] = (model => model.Elite.PublicLoyalty, 0.05, 0.03),
        // Who has lost nothing, or gains by a good year of oil, blames others and hears no worse than he is used to is not grieved.
        ["Elite.Grievance"] = (model => model.Elite.Grievance, 0.45, 0.004),
        ["Elite.Belief"] = (model => model.Elite.Belief, 0.5, 0.05),
        ["Elite.VictoryBelief"] = (model => model.Elite.VictoryBelief, 0.05, 0.01),
        ["Mass.Loyalty"] = (model => model.Mass.Loyalty, 0.05, 0.05),
        ["Mass.Grievance"] = (model => model.Mass.Grievance, 0.1, 0.02),
        ["Mass.Legitimacy"] = (model => model.Mass.Legitimacy, 0.05, 0.05),
        ["Mass.Opinion"] = (model => model.Mass.Opinion, 0.05, 0.08),
    };

    private static double ShareAtBounds(Column<float> column) => (double)column.Values.ToArray().Count(value => value is <= 0.001f or >= 0.999f) / column.Count;

    private static double Deviation(Column<float> column)
    {
        var values = column.Values.ToArray();
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
