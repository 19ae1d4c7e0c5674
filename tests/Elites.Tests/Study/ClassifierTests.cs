namespace Elites.Tests.Study;

/// <summary>Each code from the state and events that call for it.</summary>
public class ClassifierTests
{
    [TestCase(Happenings.Crowd, "", "popular_revolution")]
    [TestCase(Happenings.Plotters, Happenings.Ideology, "right_wing_coup")]
    [TestCase(Happenings.Plotters, Happenings.Interest, "palace_coup")]
    public void Classify_Removal_IsNamedByWhoAndWhy(string by, string motive, string expected)
    {
        var model = Trial.Make();
        model.Advance();
        model.Office.Remove(model.Moment, by, 0.6, motive);
        Assert.That(model.Classify(), Is.EqualTo(new Outcome(expected, 2, Censored: false, "in war")));
    }

    [Test]
    public void Classify_TwoRemovals_TheFirstDecides()
    {
        var model = Trial.Make();
        model.Office.Remove(model.Moment, Happenings.Crowd, 0.05, "");
        model.Office.Remove(model.Moment, Happenings.Plotters, 0.6, Happenings.Interest);
        Assert.That(model.Classify().Code, Is.EqualTo("popular_revolution"));
    }

    [TestCase(Happenings.FrontCollapse, 26, "mutiny_collapse")]
    [TestCase(Happenings.CurrencyCrisis, 26, "mutiny_collapse")]
    [TestCase(Happenings.CurrencyCrisis, 27, "palace_coup")]
    [TestCase(Happenings.CoupFailed, 1, "palace_coup")]
    public void Classify_RemovalAfterABreakdown_IsItsWorkWithinHalfAYear(string before, int weeks, string expected)
    {
        var model = Trial.Make();
        model.Record(before);
        for (var week = 0; week < weeks; week++)
            model.Advance();
        model.Office.Remove(model.Moment, Happenings.Plotters, 0.6, Happenings.Interest);
        Assert.That(model.Classify().Code, Is.EqualTo(expected));
    }

    [TestCase(Happenings.Succession, "orderly_succession")]
    [TestCase(Happenings.RebelOrAssassin, "exogenous_exit")]
    [TestCase(Happenings.ElectionLost, "lost_election")]
    [TestCase(Happenings.Catastrophe, "escalation_catastrophe")]
    public void Classify_OtherEnds_AreNamedByTheirEvent(string name, string expected)
    {
        var model = Trial.Make();
        model.Record(name, details: "by heir");
        model.Office.Remove(model.Moment, Happenings.Crowd, 0.5, "");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Classify().Code, Is.EqualTo(expected));
            Assert.That(model.Classify().Cause, Is.EqualTo(name == Happenings.Succession ? "by heir" : "in war"));
        }
    }

    [Test]
    public void Classify_CurrencyBrokenAndWarGoesOn_SaysSo()
    {
        var model = Trial.Make();
        model.Record(Happenings.CurrencyCrisis);
        Assert.That(model.Classify(), Is.EqualTo(new Outcome("long_grind", 0, Censored: true, "economic_break")));
    }

    [TestCase(true, 0, 0.6, 0, "long_grind")]
    [TestCase(false, 103, 0.9, 0, "unsettled_peace")]
    [TestCase(false, 104, 0.81, 0.5, "repressive_consolidation")]
    [TestCase(false, 104, 0.8, 0.009, "managed_settlement")]
    [TestCase(false, 104, 0.8, 0.011, "unsettled_peace")]
    public void Classify_InOffice_IsNamedByPeaceRepressionAndProtest(bool isWar, int weeks, double repression, double active, string expected)
    {
        var model = Trial.Make();
        (model.Settlement.IsWar, model.Settlement.WeeksSettled, model.Repression.Effective) = (isWar, weeks, repression);
        model.Unrest.YearOfActivity.AsSpan().Fill(active);
        Assert.That(model.Classify(), Is.EqualTo(new Outcome(expected, 0, Censored: true)));
    }
}
