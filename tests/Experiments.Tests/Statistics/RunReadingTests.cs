using Agents;
using Experiments.Config;
using Experiments.Statistics;

namespace Experiments.Tests.Statistics;

public sealed class RunReadingTests
{
    private static readonly SeenRun Run = new()
    {
        Scenario = 0,
        Outcome = new Outcome("coup", 50, false),
        LastTick = 50,
        EndMeasures = [7],
        Rows = [(0, [1.0]), (10, [4.0]), (20, [2.0]), (30, [double.NaN]), (50, [7.0])],
        Events = [new("offer", "west", 12), new("settlement", "", 31), new("offer", "patron", 40, "large, late")],
    };

    private static readonly RunStatistic Measure = new() { Kind = RunStatisticKind.Mean, Scenario = 0, ScenarioName = "war", Name = "size" };

    private static readonly OutcomeSet Coups = new(["coup"]);

    private static readonly RunStatistic Time = new() { Kind = RunStatisticKind.Time, Scenario = 0, ScenarioName = "war", Awaited = ["settlement"] };

    [Test]
    public void Of_AMeasureInAWindow_ReadsTheRowsAfterItsStart()
    {
        Assert.That(Of(Measure with { From = 0, Until = 30 }), Is.EqualTo(new Contribution(3, 1)), "row 0 stands before the window, and a missing value is none");
        Assert.That(Of(Measure with { Kind = RunStatisticKind.Highest, Until = 20 }), Is.EqualTo(new Contribution(4, 1)));
        Assert.That(Of(Measure with { Kind = RunStatisticKind.Lowest }), Is.EqualTo(new Contribution(1, 1)));
        Assert.That(Of(Measure with { From = 50 }), Is.EqualTo(default(Contribution)), "it does not live to see the window");
        Assert.That(Of(Measure), Is.EqualTo(new Contribution(7, 1)), "without a window the end of the run");
    }

    [Test]
    public void Of_Time_IsRestrictedToTheWindow()
    {
        Assert.That(Of(Time), Is.EqualTo(new Contribution(31, 1)));
        Assert.That(Of(Time with { From = 20 }), Is.EqualTo(new Contribution(11, 1)));
        Assert.That(Of(Time with { From = 10, Until = 30 }), Is.EqualTo(new Contribution(20, 1)), "not within the window: all of it");
        Assert.That(Of(Time with { Awaited = ["settlement", "offer"] }), Is.EqualTo(new Contribution(12, 1)), "the first of several");
        Assert.That(Of(Time with { Awaited = ["offer"], Subject = "patron" }), Is.EqualTo(new Contribution(40, 1)));
        Assert.That(Of(Time with { Awaited = ["offer"], Details = "late" }), Is.EqualTo(new Contribution(40, 1)));
        Assert.That(Of(Time with { Awaited = ["offer"], Details = "lat" }), Is.EqualTo(new Contribution(100, 1)), "whole words");
        Assert.That(Of(Time with { From = 40 }), Is.EqualTo(new Contribution(60, 1)), "over without it: all of the window");
        Assert.That(Of(Time with { From = 50 }), Is.EqualTo(default(Contribution)));
    }

    // The same run, of a model that goes on for another fifty ticks after its coup and sees a second one.
    [Test]
    public void Of_ARunThatGoesOnAfterItsOutcome_IsThatOfOneWhichEndedWithIt()
    {
        var longer = Run with { LastTick = 100, Rows = [.. Run.Rows, (60, [9.0]), (100, [5.0])], Events = [.. Run.Events, new("settlement", "", 60), new("offer", "patron", 70)] };
        RunStatistic[] all =
        [
            Measure with { From = 0 }, Measure with { At = 50 }, Measure with { At = 60 }, Measure with { From = 50 }, Measure with { Kind = RunStatisticKind.Highest },
            Time, Time with { From = 31 }, Time with { From = 50 },
            Time with { Kind = RunStatisticKind.Events, Name = "offer" }, Time with { Kind = RunStatisticKind.Periods, Name = "offer", Length = 10 },
            Time with { Kind = RunStatisticKind.Rate, Outcomes = Coups }, Time with { Kind = RunStatisticKind.Share, Outcomes = Coups, From = 50 },
        ];
        foreach (var statistic in all)
            Assert.That(new RunReading(statistic, 0, 100).Of(longer), Is.EqualTo(Of(statistic)), $"{statistic}");
    }

    [Test]
    public void Of_TheWholeRun_AlsoSeesWhatFollows()
    {
        var longer = Run with { LastTick = 100, Rows = [.. Run.Rows, (60, [9.0])], Events = [.. Run.Events, new("settlement", "", 60)] };
        Contribution Whole(RunStatistic statistic) => new RunReading(statistic with { IsOfWholeRun = true }, 0, 100).Of(longer);
        Assert.That(Whole(Time with { From = 31 }), Is.EqualTo(new Contribution(29, 1)));
        Assert.That(Whole(Time with { Kind = RunStatisticKind.Events, Name = "settlement" }), Is.EqualTo(new Contribution(2, 1)));
        Assert.That(Whole(Measure with { At = 60 }), Is.EqualTo(new Contribution(9, 1)));
    }

    private static Contribution Of(RunStatistic statistic) => new RunReading(statistic, 0, 100).Of(Run);
}
