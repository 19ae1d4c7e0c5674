using Elites.Elections;

namespace Elites.Tests.Elections;

/// <summary>The calendar of elections.</summary>
public class CallElectionTests
{
    [Test]
    public void Step_AtPeace_ComesAtItsDateAndEverySixYears()
    {
        var model = Make(warness: 0, p => (p.FirstWeek, p.YearsBetween) = (3, 6));
        Assert.That(Weeks(model, 3 + 312 + 312), Is.EqualTo(new[] { 3, 315, 627 }));
        Assert.That(model.Events.All, Is.Empty);
    }

    [Test]
    public void Step_QuarterWeeks_ComesInTheSameWeek()
    {
        var model = Trial.Make(set: p => (p.Time.TicksPerWeek, p.Election.FirstWeek) = (4, 3));
        model.Settlement.Warness = 0;
        Assert.That(Weeks(model, 20), Is.EqualTo(new[] { 12 }), "the last quarter of the third week");
    }

    [Test]
    public void Step_InWar_IsSuspendedOnceAndHeldHalfAYearAfterIt()
    {
        var model = Make(warness: 1, p => (p.FirstWeek, p.WeeksAfter) = (3, 26));
        Assert.That(Weeks(model, 400), Is.Empty, "nor at the next date, while the war goes on");
        Assert.That(model.Events.All.Select(happening => (happening.Name, happening.Value)), Is.EqualTo(new[] { (Happenings.ElectionSuspended, 1.0) }));
        model.Settlement.Warness = 0;
        Assert.That(Weeks(model, 30), Is.EqualTo(new[] { 27 }), "a week in which the suspension ends, and 26 more");
        Assert.That(model.Polls.WeeksUntil, Is.EqualTo(312 - 3).Within(1e-9), "the term of office begins anew");
    }

    [Test]
    public void Step_NobodyInOffice_TheVoteWaitsAndTheCalendarDoesNot()
    {
        var model = Make(warness: 0, p => (p.FirstWeek, p.YearsBetween) = (3, 1));
        model.Office.IsVacant = true;
        Assert.That(Weeks(model, 4), Is.Empty, "due in week 3");
        model.Office.IsVacant = false;
        Assert.That(Weeks(model, 60), Is.EqualTo(new[] { 1, 51 }), "week 5, and a year after week 3");
    }

    [TestCase(0.4, true)]
    [TestCase(0.5, false)]
    public void Step_ACeasefire_EndsTheSuspensionOfWhomHalfTheWarsDisciplineDoesNotHold(double luck, bool staysSuspended)
    {
        var model = Make(warness: 0.5, p => p.FirstWeek = 0);
        (model.Polls.IsSuspended, model.Polls.Luck) = (true, luck);
        Assert.That(Weeks(model, 1), Is.Empty);
        Assert.That(model.Polls.IsSuspended, Is.EqualTo(staysSuspended));
    }

    // Of 400 worlds at war 0.3 are suspended: four standard errors are 0.092.
    [Test]
    public void Step_ControlOfThreeTenths_SuspendsThreeTenths()
    {
        var suspended = Enumerable.Range(1, 400).Count(seed =>
        {
            var model = Trial.Make(seed: seed, set: p => (p.Election.FirstWeek, p.Election.Suspension) = (1, 0.3));
            return Weeks(model, 1).Length == 0;
        });
        Assert.That(suspended / 400.0, Is.EqualTo(0.3).Within(0.092));
    }

    [Test]
    public void Step_WarWithoutControl_HoldsIt() =>
        Assert.That(Weeks(Make(warness: 1, p => (p.FirstWeek, p.Suspension) = (2, 0)), 5), Is.EqualTo(new[] { 2 }));

    [Test]
    public void Step_SwitchedOff_CallsNobody() =>
        Assert.That(Weeks(Make(warness: 0, p => (p.FirstWeek, p.Enabled) = (0, false)), 5), Is.Empty);

    private static ElitesModel Make(double warness, Action<ElectionParameters> set)
    {
        var model = Trial.Make(set: p => set(p.Election));
        model.Settlement.Warness = warness;
        return model;
    }

    /// <summary>The steps, from 1, in which the people vote.</summary>
    private static int[] Weeks(ElitesModel model, int steps) =>
        [.. Enumerable.Range(1, steps).Where(_ => new CallElection(model.Polls, model.Settlement, model.Office, model.Moment, model.Parameters.Election).Step())];
}
