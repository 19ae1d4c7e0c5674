using Agents;
using Experiments.Config;
using Experiments.Statistics;

namespace Experiments.Tests.Statistics;

public sealed class StatisticTallyTests
{
    private const int Horizon = 100;

    private static readonly OutcomeSet Coup = new(["coup"]);

    [Test]
    public void Value_OfAShareInAWindow_CountsRunsThatReachIt()
    {
        // Over at 50 (never past it), a coup at 60, a revolt at 70, a coup at 90, and one that goes on.
        SeenRun[] runs = [Ended("coup", 50), Ended("coup", 60), Ended("revolt", 70), Ended("coup", 90), Going()];
        var share = Statistic(RunStatisticKind.Share) with { Outcomes = Coup };
        Assert.That(Value(share, runs), Is.EqualTo(3 / 5.0));
        Assert.That(Value(share with { From = 50, Until = 75 }, runs), Is.EqualTo(1 / 4.0));
        Assert.That(Value(share with { From = 50, Until = 75, IsAmongReaching = false }, runs), Is.EqualTo(1 / 5.0));
        Assert.That(Value(share with { From = 49, Until = 60 }, runs), Is.EqualTo(2 / 5.0));
        Assert.That(Value(share with { Outcomes = new OutcomeSet([]) }, runs), Is.EqualTo(4 / 5.0));
        Assert.That(Value(share with { From = 95 }, [runs[0]]), Is.NaN);
    }

    [Test]
    public void Value_OfARate_DividesByTheTicksSpentInTheWindow()
    {
        // 10 + 20 + 40 + 50 ticks after row 50, and two coups in them.
        SeenRun[] runs = [Ended("coup", 50), Ended("coup", 60), Ended("revolt", 70), Ended("coup", 90), Going()];
        var rate = Statistic(RunStatisticKind.Rate) with { Outcomes = Coup, From = 50, Per = 52 };
        Assert.That(Value(rate, runs), Is.EqualTo(52 * 2 / 120.0).Within(1e-12));
        Assert.That(Value(rate with { Until = 75 }, runs), Is.EqualTo(52 * 1 / (10 + 20 + 25 + 25.0)).Within(1e-12));
    }

    [Test]
    public void Value_OfEvents_CountsKindSubjectAndWindow()
    {
        SeenRun[] runs = [Going(("attempt", "army", 10), ("attempt", "crowd", 20), ("failed", "army", 20)), Going(("attempt", "army", 60))];
        var events = Statistic(RunStatisticKind.Events) with { Name = "attempt" };
        Assert.That(Value(events, runs), Is.EqualTo(1.5));
        Assert.That(Value(events with { Subject = "army" }, runs), Is.EqualTo(1));
        Assert.That(Value(events with { Until = 20, From = 10 }, runs), Is.EqualTo(0.5));
    }

    [Test]
    public void Value_OfPeriods_CountsWhatFollowsAnEventOrQuiet()
    {
        // Periods of ten rows: 1-10, 11-20, ... The first run attempts in periods 1, 2 and 6 and fails in 1; it ends in period 8.
        SeenRun[] runs =
        [
            Ended("revolt", 75, ("attempt", "army", 10), ("failed", "army", 10), ("attempt", "army", 11), ("attempt", "army", 60)),
            Going(("attempt", "army", 100)),
        ];
        var periods = Statistic(RunStatisticKind.Periods) with { Name = "attempt", Length = 10 };
        Assert.That(Value(periods, runs), Is.EqualTo(4 / 18.0));
        Assert.That(Value(periods with { After = "failed" }, runs), Is.EqualTo(1));
        // Quiet for three periods before: periods 6 of the first run, 4 to 10 of the second.
        Assert.That(Value(periods with { Quiet = 3 }, runs), Is.EqualTo(2 / 8.0));
        // A period that the horizon cuts is no period.
        Assert.That(Value(periods with { Length = 30 }, [runs[1]]), Is.EqualTo(0));
        Assert.That(Value(periods with { From = 10, Until = 20 }, runs), Is.EqualTo(0.5));
    }

    [Test]
    public void Value_OfAMeasure_ReadsTheEndOrARow()
    {
        SeenRun[] runs = [Measured(1, (10, 5)), Measured(2, (10, 6), (20, 7)), Measured(double.NaN), Measured(6)];
        var mean = Statistic(RunStatisticKind.Mean) with { Name = "wealth" };
        Assert.That(Value(mean, runs), Is.EqualTo(3));
        Assert.That(Value(mean with { At = 10 }, runs), Is.EqualTo(5.5));
        Assert.That(Value(mean with { At = 30 }, runs), Is.NaN);
        Assert.That(Value(mean with { Kind = RunStatisticKind.Quantile, Level = 0.25 }, runs), Is.EqualTo(1.5));
    }

    [Test]
    public void Value_OfAnotherScenario_IsPassedOver() =>
        Assert.That(Value(Statistic(RunStatisticKind.Share) with { Outcomes = Coup }, [Going() with { Scenario = 1 }]), Is.NaN);

    private static double Value(RunStatistic statistic, SeenRun[] runs)
    {
        var tally = new StatisticTally(statistic, 0, Horizon);
        foreach (var run in runs)
            tally.Add(run);
        return tally.Value;
    }

    private static RunStatistic Statistic(RunStatisticKind kind) => new() { Kind = kind, Scenario = 0, ScenarioName = "war" };

    private static SeenRun Ended(string outcome, int tick, params (string Name, string Subject, int Tick)[] events) =>
        Going(events) with { Outcome = new Outcome(outcome, tick, false), LastTick = tick };

    private static SeenRun Going(params (string Name, string Subject, int Tick)[] events) => new()
    {
        Scenario = 0,
        Outcome = new Outcome("grind", Horizon, true),
        LastTick = Horizon,
        Events = [.. events.Select(one => new SeenEvent(one.Name, one.Subject, one.Tick))],
    };

    private static SeenRun Measured(double end, params (int Tick, double Value)[] rows) =>
        Going() with { EndMeasures = [end], Rows = [.. rows.Select(row => (row.Tick, new[] { row.Value }))] };
}
