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

    private Trial[] trials = [];

    [OneTimeSetUp]
    public void RunTheBaseline() => trials = [.. Enumerable.Range(1, Seeds).Select(seed => Trial.Run(Agents, Weeks, seed))];

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
            Assert.That(trials.SelectMany(trial => trial.Series("output_gap")), Is.All.EqualTo(0));
            Assert.That(trials.SelectMany(trial => trial.Series("defence_share")), Is.All.EqualTo(0.092));
        }
    }

    [Test]
    public void War_TwoYears_NoStatePilesUpAtABound()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var trial in trials)
            {
                Assert.That(ShareAtBounds(trial.Model.Mass.Loyalty), Is.LessThan(0.5));
                Assert.That(ShareAtBounds(trial.Model.Mass.Grievance), Is.LessThan(0.5));
                Assert.That(ShareAtBounds(trial.Model.Elite.Loyalty), Is.LessThan(0.5));
                // In war the rents of the rest of the elite stand still, and nothing else grieves them.
                Assert.That(ShareAtBounds(trial.Model.Elite.Grievance, trial.Model.Elite.Of(EliteKind.Ultranationalist)), Is.LessThan(0.5));
            }
        }
    }

    [Test]
    public void War_TwoYears_LoyaltyOfTheEliteKeepsASpread()
    {
        var deviations = trials.Select(trial => Deviation(trial.Model.Elite.Loyalty)).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(deviations.Average(), Is.GreaterThan(0.05));
            Assert.That(deviations, Is.All.GreaterThan(0.01), "where the shared shocks lift everyone the spread is least");
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

    private static double ShareAtBounds(Column<float> column) => ShareAtBounds(column, new Rows(0, column.Count));

    private static double ShareAtBounds(Column<float> column, Rows rows) =>
        (double)column.Values[rows.From..rows.To].ToArray().Count(value => value is <= 0.001f or >= 0.999f) / rows.Count;

    private static double Deviation(Column<float> column)
    {
        var values = column.Values.ToArray();
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
