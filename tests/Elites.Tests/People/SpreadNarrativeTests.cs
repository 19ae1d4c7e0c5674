using Elites.People;

namespace Elites.Tests.People;

/// <summary>M10: the ratchet.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class SpreadNarrativeTests
{
    private readonly ElitesModel model = Trial.Make();

    private NarrativeParameters Narrative => model.Parameters.Narrative;

    [Test]
    public void Step_WarGoesOn_StaysWhereItWas()
    {
        Spread(50);
        Assert.That((model.Narrative.Strength, model.Narrative.Message, model.Narrative.Dissonance), Is.EqualTo((0.9, 0.9, 0.0)));
    }

    [Test]
    public void Step_Escalation_GoesUpByAShareOfTheWay()
    {
        model.War.IsEscalated = true;
        Spread(2);
        Assert.That(model.Narrative.Strength, Is.EqualTo(1 - 0.1 * 0.81).Within(1e-12));
    }

    // A settlement of 0.2 has the state say 0.9 (1 - 0.5 0.8) = 0.54.
    [TestCase(0.01, 10, 0.8)]
    [TestCase(0.05, 10, 0.54)]
    [TestCase(0, 100, 0.9)]
    public void Step_Settlement_StepsDownNoFasterThanItsGear(double stepDown, int weeks, double expected)
    {
        Narrative.StepDown = stepDown;
        Settle(0.2);
        Spread(weeks);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Narrative.Message, Is.EqualTo(0.54).Within(1e-12));
            Assert.That(model.Narrative.Strength, Is.EqualTo(expected).Within(1e-12));
            var credence = model.Persons.Mean(model.Mass.Credence);
            Assert.That(model.Narrative.Dissonance, Is.EqualTo(credence * Math.Pow(expected - 0.54, 2)).Within(1e-9));
        }
    }

    [Test]
    public void Step_TotalVictory_TakesNothingBack()
    {
        Settle(1);
        Spread(1);
        Assert.That(model.Narrative.Message, Is.EqualTo(0.9).Within(1e-12));
    }

    [Test]
    public void Step_WorldWithoutWar_TakesNothingBack()
    {
        model.Parameters.War.Enabled = false;
        Settle(-1);
        Spread(10);
        Assert.That((model.Narrative.Strength, model.Narrative.Message), Is.EqualTo((0.9, 0.9)));
    }

    [Test]
    public void Step_Framing_TakesLessBack()
    {
        Narrative.VictoryFraming = 0.5;
        Settle(0.2);
        Spread(1);
        Assert.That(model.Narrative.Message, Is.EqualTo(0.9 * (1 - 0.5 * 0.8 * 0.5)).Within(1e-12));
    }

    // The base does not forgive a reversal that the narrative cannot follow; a gear of 0.05 spares it most of that.
    [Test]
    public void Run_LostWarWithoutAReverseGear_CostsMoreLegitimacyThanWithOne()
    {
        static double Legitimacy(double stepDown) => Trial
            .Run(1_000, 60, set: p => (p.Narrative.StepDown, p.Coup.Enabled, p.Right.Enabled) = (stepDown, false, false), settleAt: 5, terms: 0.1)
            .Series("legitimacy_mean")[5..].Average();
        var (none, some, full) = (Legitimacy(0), Legitimacy(0.05), Legitimacy(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(none, Is.LessThan(full - 0.005));
            Assert.That(some - none, Is.GreaterThan((full - none) / 2));
        }
    }

    // What is stated per week or by half-lives plays the same story in finer steps.
    [TestCase("narrative", 1e-9)]
    [TestCase("justification", 0.01)] // half a week less has passed
    [TestCase("policy_shock", 0.01)]
    [TestCase("opinion_mean", 0.002)]
    [TestCase("weak_ties", 0.01)]
    public void Run_HalfTheTick_TellsTheSameStory(string measure, double tolerance)
    {
        static Trial At(int ticksPerWeek) => Trial.Run(1_000, 60 * ticksPerWeek, set: p =>
            (p.Time.TicksPerWeek, p.Coup.Enabled, p.Right.Enabled, p.Repression.Answer) = (ticksPerWeek, false, false, 0), settleAt: 20 * ticksPerWeek, terms: 0.3);
        Assert.That(At(2).Series(measure)[^1], Is.EqualTo(At(1).Series(measure)[^1]).Within(tolerance));
    }

    private void Settle(double terms) => (model.Settlement.IsWar, model.Settlement.Warness, model.Settlement.Terms) = (false, 0, terms);

    private void Spread(int weeks)
    {
        for (var week = 0; week < weeks; week++)
            new SpreadNarrative(model.Narrative, model.War, model.Settlement, model.Persons, model.Clock, model.Parameters).Step();
    }
}
