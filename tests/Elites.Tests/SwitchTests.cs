using System.Reflection;

namespace Elites.Tests;

/// <summary>Every mechanism can be switched off; then it leaves no trace, and nothing else stands in for it.</summary>
public class SwitchTests
{
    private const int Seeds = 24;

    private static readonly string[] Palace = ["oligarch", "general", "director"];
    private static readonly string[] OnlyOfTheRight = ["field officer", "ultranationalist"];
    private static readonly string[] OfTheRight = [.. OnlyOfTheRight, "security officer"];

    private static IEnumerable<string> Mechanisms() =>
        typeof(ElitesParameters).GetProperties().Where(property => property.PropertyType.IsSubclassOf(typeof(MechanismParameters))).Select(property => property.Name);

    [Test]
    public void Mechanisms_AsDeclared_AreThoseOfTheModel() => Assert.That(Mechanisms().Count(), Is.EqualTo(26));

    [TestCaseSource(nameof(Mechanisms))]
    public void Enabled_False_EqualsNoIntensityAndChangesAReporter(string mechanism)
    {
        var on = HarshRun(_ => { });
        var off = HarshRun(p => Get(p, mechanism).Enabled = false);
        var none = HarshRun(p => Get(p, mechanism).Intensity = 0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(off.Hash(), Is.EqualTo(none.Hash()));
            Assert.That(off.Rows.SelectMany(row => row), Is.Not.EqualTo(on.Rows.SelectMany(row => row)));
        }
    }

    [Test]
    public void RecessionEnabled_False_LeavesNoGapButThatOfShocksAndRates()
    {
        static void Still(ElitesParameters p) => (p.Shocks.Enabled, p.CentralBank.Enabled) = (false, false);
        var off = HarshRun(p =>
        {
            Still(p);
            p.Recession.Enabled = false;
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(off.Series("output_gap"), Is.All.EqualTo(0));
            Assert.That(HarshRun(Still).Series("output_gap"), Has.Some.Not.EqualTo(0));
        }
    }

    [TestCaseSource(nameof(Mechanisms))]
    public void Intensity_Doubled_ChangesAReporter(string mechanism) =>
        Assert.That(
            HarshRun(p => Get(p, mechanism).Intensity = 2).Rows.SelectMany(row => row),
            Is.Not.EqualTo(HarshRun(_ => { }).Rows.SelectMany(row => row)));

    [TestCase(nameof(ElitesParameters.Shocks), "growth_shock", 0)]
    [TestCase(nameof(ElitesParameters.Shocks), "oil_price", 1)]
    [TestCase(nameof(ElitesParameters.CentralBank), "policy_rate", 0.21)]
    [TestCase(nameof(ElitesParameters.Units), "morale", 0.7)]
    [TestCase(nameof(ElitesParameters.Veterans), "veteran_crime", 0)]
    [TestCase(nameof(ElitesParameters.Grievance), "grievance_mean", 0)]
    [TestCase(nameof(ElitesParameters.Grievance), "grievance_mean_ultranationalists", 0)]
    [TestCase(nameof(ElitesParameters.Legitimacy), "legitimacy_mean", 0.6)]
    [TestCase(nameof(ElitesParameters.Legitimacy), "support", 0.6)]
    [TestCase(nameof(ElitesParameters.Protest), "active_share", 0)]
    [TestCase(nameof(ElitesParameters.Blame), "blame", 0)]
    [TestCase(nameof(ElitesParameters.Obedience), "resolve", 0.8)]
    [TestCase(nameof(ElitesParameters.Right), "stab_in_back_mean", 0)]
    [TestCase(nameof(ElitesParameters.Election), "rival_following", 0)]
    [TestCase(nameof(ElitesParameters.Election), "mandate", 0)]
    public void Enabled_False_LeavesItsOwnMeasureNeutral(string mechanism, string reporter, double neutral)
    {
        var on = HarshRun(_ => { }).Series(reporter);
        var off = HarshRun(p => Switch(p, mechanism)).Series(reporter);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(off, Is.All.EqualTo(neutral).Within(1e-5));
            Assert.That(on.Any(value => Math.Abs(value - neutral) > 1e-3), "the same measure moves where the mechanism is on");
        }
    }

    [Test]
    public void LabourEnabled_False_NobodyIsSentHome()
    {
        var on = HarshRun(_ => { }).Series("at_front");
        var off = HarshRun(p => p.Labour.Enabled = false).Series("at_front");
        Assert.That(off, Is.All.InRange(0.95, 1.05));
        Assert.That(on[^1], Is.Zero);
    }

    [Test]
    public void HardshipEnabled_False_LeavesOnlyTheFloor()
    {
        var series = HarshRun(p => p.Hardship.Enabled = false).Series("hardship_mean");
        Assert.That(series, Is.All.EqualTo(series[0]).Within(1e-6), "but for the dead, who weigh no more");
        Assert.That(series[0], Is.EqualTo(0.25).Within(0.03), "floors are even from 0 to 0.5");
    }

    [Test]
    public void LoyaltyEnabled_False_LeavesOnlyTheBase()
    {
        // A purge puts more loyal people in, and so does any change of posts; without plots there is none of the first.
        static void WithoutPlots(ElitesParameters p) => (p.Coup.Enabled, p.Right.Enabled, p.Loyalty.Turnover, p.Blame.Dismissals) = (false, false, 0, 0);
        var off = HarshRun(p =>
        {
            WithoutPlots(p);
            p.Loyalty.Enabled = false;
        }).Series("loyalty_mean");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(off, Is.All.EqualTo(1 / (1 + Math.Exp(-0.5))).Within(1e-5));
            Assert.That(HarshRun(WithoutPlots).Series("loyalty_mean"), Has.Some.Not.EqualTo(off[0]).Within(0.05));
        }
    }

    [Test]
    public void ProtestEnabled_FalseWithThresholdsBelowZero_LeavesNobodyActiveAndNoIncident()
    {
        static void Seething(ElitesParameters p) => (p.Protest.Threshold, p.Protest.IncidentsPerYear) = (-1, 52);
        var on = HarshRun(Seething);
        var off = HarshRun(p =>
        {
            Seething(p);
            p.Protest.Enabled = false;
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(on.Series("active_share").Max(), Is.Positive);
            Assert.That(on.EventNames, Has.Member(Happenings.Incident));
            Assert.That(off.Series("active_share"), Is.All.Zero);
            Assert.That(off.EventNames, Has.No.Member(Happenings.Incident).And.No.Member(Happenings.ProtestAnswered).And.No.Member(Happenings.ProtestUnanswered));
        }
    }

    [Test]
    public void CoupAndRightEnabled_False_NoAttemptWhereThereWereMany()
    {
        var on = Attempts(_ => { });
        var off = Attempts(p => (p.Coup.Enabled, p.Right.Enabled, p.Units.Enabled) = (false, false, false), out var trials);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(on, Has.Count.GreaterThanOrEqualTo(Seeds / 2), "with both on the conditions are harsh enough");
            Assert.That(off, Is.Empty);
            Assert.That(trials.SelectMany(trial => trial.Series("plotters")), Is.All.Zero);
            Assert.That(trials.SelectMany(trial => trial.Series("weakness")), Is.All.Zero);
            Assert.That(trials.SelectMany(trial => trial.EventNames), Has.No.Member(Happenings.PlotExposed));
        }
    }

    [Test]
    public void RightEnabled_False_NobodyOfItFoundsAnAttemptAndNoneIsIdeological()
    {
        var on = Attempts(_ => { });
        var off = Attempts(p => p.Right.Enabled = false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(on.Select(attempt => attempt.Details), Has.Some.StartWith(Happenings.Ideology));
            Assert.That(on.Select(attempt => attempt.Subject), Has.Some.AnyOf(OnlyOfTheRight));
            Assert.That(off, Is.Not.Empty);
            Assert.That(off.Select(attempt => attempt.Details), Is.All.StartWith(Happenings.Interest));
            Assert.That(off.Select(attempt => attempt.Subject), Has.None.AnyOf(OnlyOfTheRight));
        }
    }

    [Test]
    public void CoupEnabled_False_OnlyTheRightFoundsAttempts()
    {
        var on = Attempts(_ => { });
        var off = Attempts(p => p.Coup.Enabled = false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(on.Select(attempt => attempt.Subject), Has.Some.AnyOf(Palace));
            Assert.That(off, Is.Not.Empty);
            Assert.That(off.Select(attempt => attempt.Subject), Is.All.AnyOf(OfTheRight));
        }
    }

    [Test]
    public void CoupAndRightEnabled_SwitchedOffDuringTheRun_PlotsDissolveBeforeTheyStrike()
    {
        var seen = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var model = Trial.Make(1_000, seed, Harsh);
            for (var tick = 0; tick < 8; tick++)
                model.Advance();
            seen += model.Plots.Alive.Count;
            model.Parameters.Coup.Launch = 0;
            (model.Parameters.Coup.Enabled, model.Parameters.Right.Enabled) = (false, false);
            model.Advance();
            Assert.That(model.Plots.Alive, Is.Empty);
            Assert.That(model.Events.All.Select(happening => happening.Name), Has.No.Member(Happenings.CoupAttempt));
        }
        Assert.That(seen, Is.Positive, "there were plots to dissolve");
    }

    /// <summary>Plots abound but none may strike, and crowds that nobody answers topple nobody, nor does an election: the run goes on.</summary>
    private static void Harsh(ElitesParameters p)
    {
        (p.Loyalty.Base, p.Coup.Launch, p.Coup.EstimateError) = (0.5, 1, 0);
        (p.Protest.Threshold, p.Protest.IncidentsPerYear, p.Protest.IncidentSize, p.Protest.CriticalShare) = (0.15, 12, 0.3, 0.9);
        // An election that he wins or steals whatever it takes.
        (p.Election.FirstWeek, p.Election.Emergence, p.Election.Theft) = (30, 52, 1);
    }

    private static Trial HarshRun(Action<ElitesParameters> set, int seed = 1)
    {
        var trial = Trial.Run(1_000, 40, seed, p =>
        {
            Harsh(p);
            set(p);
        }, settleAt: 6, terms: 0.05);
        Assert.That(trial.Rows, Has.Count.EqualTo(41));
        return trial;
    }

    private static List<Event> Attempts(Action<ElitesParameters> set) => Attempts(set, out _);

    private static List<Event> Attempts(Action<ElitesParameters> set, out List<Trial> trials)
    {
        trials = [];
        for (var seed = 1; seed <= Seeds; seed++)
        {
            trials.Add(Trial.Run(1_000, 52, seed, p =>
            {
                p.Loyalty.Base = 0.5;
                set(p);
            }, settleAt: 0, terms: 0.05));
        }
        return [.. trials.SelectMany(trial => trial.Model.Events.All).Where(happening => happening.Name == Happenings.CoupAttempt)];
    }

    private static void Switch(ElitesParameters parameters, string mechanism) => Get(parameters, mechanism).Enabled = false;

    private static MechanismParameters Get(ElitesParameters parameters, string mechanism) =>
        (MechanismParameters)typeof(ElitesParameters).GetProperty(mechanism, BindingFlags.Public | BindingFlags.Instance)!.GetValue(parameters)!;
}
