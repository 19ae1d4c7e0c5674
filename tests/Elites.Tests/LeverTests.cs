using Elites.Tests.Study;

namespace Elites.Tests;

/// <summary>Every lever can be pulled while a run goes on, at once or little by little, and then something moves.</summary>
public class LeverTests
{
    private const int Pulled = 4;
    private const int Arrived = 16;

    /// <summary>The second lever is the week of an intervention, not a parameter.</summary>
    private const int Timing = 2;

    /// <summary>The heir moves no measure while the leader lives; it shows in how the office passes on.</summary>
    private const string Heir = "succession.heir";

    private static readonly Dictionary<string, double[]> Untouched = [];

    private static IEnumerable<Setting> Levers() => Setting.All.Where(setting => setting.Declared.Lever > 0);

    private static IEnumerable<string> Keys() => Levers().Select(lever => lever.Key).Except([Heir]);

    private static IEnumerable<string> Ramps() =>
        Levers().Where(lever => lever.Property.PropertyType != typeof(bool)).Select(lever => lever.Key).Except([Heir, "settlement.terms"]);

    [Test]
    public void Levers_Numbers_AreOneToThirtyEight() =>
        Assert.That(Levers().Select(lever => lever.Declared.Lever).Append(Timing).Distinct().Order(), Is.EqualTo(Enumerable.Range(1, 38)));

    [Test]
    public void Levers_AsDeclared_CanBePulledDuringARun() =>
        Assert.That(Levers().Where(lever => lever.Declared.AtStartOnly).Select(lever => lever.Key), Is.Empty);

    [TestCaseSource(nameof(Keys))]
    public void Lever_PulledAtAWeek_MovesAMeasureFromThenOn(string key)
    {
        var moved = FirstThatMoves(Setting.Of(key), ramp: false);
        Assert.That(moved, Is.Not.Null, "no run of the battery differs");
        Assert.That(moved!.Value.Row, Is.GreaterThan(Pulled), moved.Value.Run);
    }

    [TestCaseSource(nameof(Ramps))]
    public void Lever_PulledLittleByLittle_MovesAMeasureAndArrives(string key)
    {
        var moved = FirstThatMoves(Setting.Of(key), ramp: true);
        Assert.That(moved, Is.Not.Null, "no run of the battery differs");
        Assert.That(moved!.Value.Row, Is.GreaterThan(Pulled), moved.Value.Run);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Heir_NamedAtAWeek_ShowsInTheSuccession(bool ramp)
    {
        // Old leaders: each dies at some week, and those who do before the lever arrives say nothing of it.
        Event[] Successions(Action<ElitesParameters, int>? intervene) => [.. Enumerable.Range(1, 10).Select(seed => Trial.Run(1_000, 80, seed, p =>
        {
            (p.Succession.Mortality, p.Succession.ContestedAfter, p.Succession.RebelsOrAssassins) = (0.9, 1, 0);
            (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled) = (false, false, false);
        }, intervene: intervene)).SelectMany(trial => trial.Model.Events.All).Where(happening => happening.Name == Happenings.Succession && happening.Tick > Arrived)];

        var (without, with) = (Successions(null), Successions((p, row) => Pull(p, Setting.Of(Heir), row, ramp)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(without.Select(passing => (passing.Subject, passing.Details)), Is.Not.Empty.And.All.EqualTo(("elite", "contested")));
            Assert.That(with.Select(passing => (passing.Subject, passing.Details)), Is.Not.Empty.And.All.EqualTo(("heir", "orderly")));
            Assert.That(with.Select(passing => passing.Tick), Is.EqualTo(without.Select(passing => passing.Tick)));
        }
    }

    // The week itself: the same terms, earlier and later.
    [Test]
    public void Timing_SettledLater_GivesAnotherStory()
    {
        var (early, late) = (Trial.Run(1_000, 40, settleAt: 10, terms: 0.3), Trial.Run(1_000, 40, settleAt: 20, terms: 0.3));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(early.Series("is_war").Count(isWar => isWar > 0), Is.EqualTo(11));
            Assert.That(late.Series("is_war").Count(isWar => isWar > 0), Is.EqualTo(21));
            Assert.That(Battery.Measures(late).Take(Battery.Measures(early).Length), Is.Not.EqualTo(Battery.Measures(early)));
        }
    }

    /// <summary>The first run of the battery in which the lever shows, and the first row that differs.</summary>
    private static (string Run, int Row)? FirstThatMoves(Setting lever, bool ramp)
    {
        var measures = ElitesModel.Definition.ModelReporters.Count;
        foreach (var run in Battery.Names)
        {
            if (!Untouched.TryGetValue(run, out var without))
                Untouched[run] = without = Battery.Measures(Battery.Run(run, _ => { }));
            var with = Battery.Measures(Battery.Run(run, _ => { }, (p, row) => Pull(p, lever, row, ramp)));
            var differs = Enumerable.Range(0, Math.Min(with.Length, without.Length)).FirstOrDefault(i => with[i] != without[i], -1);
            if (differs >= 0)
                return (run, differs / measures);
        }
        return null;
    }

    /// <summary>Sets the lever as an intervention does: at the start of the step from a row on, and then it stays.</summary>
    private static void Pull(ElitesParameters p, Setting lever, int row, bool ramp)
    {
        if (row < Pulled)
            return;
        var (from, to) = (lever.Get(new ElitesParameters()), Target(lever));
        lever.Set(p, ramp ? from + (to - from) * Math.Min(1, (double)(row - Pulled + 1) / (Arrived - Pulled)) : to);
    }

    /// <summary>The end of its range that is farther from the default, but nothing that would break the run off.</summary>
    private static double Target(Setting lever)
    {
        if (lever.Key == "settlement.terms")
            return 0.4;
        var (value, declared) = (lever.Get(new ElitesParameters()), lever.Declared);
        if (lever.Property.PropertyType == typeof(bool))
            return 1 - value;
        return declared.Max - value >= value - declared.Min ? declared.Max : Math.Max(0, declared.Min);
    }
}
