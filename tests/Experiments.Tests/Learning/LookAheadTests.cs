using Agents;
using Experiments.Config;
using Experiments.Learning;
using Experiments.Statistics;
using Experiments.Tests.Config;

namespace Experiments.Tests.Learning;

public sealed class LookAheadTests : ConfigFolder
{
    private static readonly string[] Names = ["path", "level"];

    /// <summary>A path that changes after row 8, and an end at tick 14, between two rows.</summary>
    [Test]
    public void Add_RunThatChangesItsPath_LooksAheadAlongEach()
    {
        var ahead = new LookAhead(Plan(look: 8, ahead: 8), Names);
        ahead.Add(Run("fell"), 7);
        var data = ahead.Data;
        using (Assert.EnterMultipleScope())
        {
            // From row 0: rows 4 and 8 in war. From row 8, where the path changes: row 12 and the end at 14, which is the event.
            Assert.That(data.Count, Is.EqualTo(4));
            Assert.That(Enumerable.Range(0, 4).Select(i => data.Row(i).ToArray()), Is.EqualTo(new double[][] { [1, 0], [1, 0], [1, 3 * 80], [1, 2 * 80] }), "seen at the look times what was then");
            Assert.That(Enumerable.Range(0, 4).Select(i => data[i]), Is.EqualTo(new[] { (2.0, false, 7, 1.0), (2.0, false, 7, 1.0), (2.0, false, 7, 0.0), (1.0, true, 7, 0.0) }));
        }
    }

    [Test]
    public void Add_RunThatEndsOtherwise_IsCensored()
    {
        var ahead = new LookAhead(Plan(look: 8, ahead: 8), Names);
        ahead.Add(Run("died"), 1);
        Assert.That((ahead.Data.Count, ahead.Data.Events), Is.EqualTo((4, 0)));
    }

    [Test]
    public void Add_RunThatGoesOnAfterTheEvent_EndsWithIt()
    {
        var ahead = new LookAhead(Plan(look: 8, ahead: 8), Names);
        ahead.Add(Run("fell") with { LastTick = 20, Rows = [.. Run("fell").Rows, (16, [1, 9]), (20, [1, 9])] }, 1);
        Assert.That((ahead.Data.Count, ahead.Data.Events, ahead.Data[3]), Is.EqualTo((4, 1, (1.0, true, 1, 0.0))));
    }

    [Test]
    public void Add_ShorterLook_EndsBeforeTheRun()
    {
        var ahead = new LookAhead(Plan(look: 8, ahead: 4), Names);
        ahead.Add(Run("fell"), 1);
        Assert.That((ahead.Data.Count, ahead.Data.Events, ahead.Data.Exposure), Is.EqualTo((2, 0, 4.0)));
    }

    [TestCase("learning: {look: 4, ahead: 8, coefficients: {growth.rate: {}}}", "learning.event: is missing")]
    [TestCase("learning: {event: any, look: 4, ahead: 8, coefficients: {growth.rte: {}}}", "did you mean 'growth.rate'?")]
    [TestCase("learning: {event: any, look: 4, ahead: 8, coefficients: {growth.is_seasonal: {}}}", "is boolean, and a coefficient is a number")]
    [TestCase("learning: {event: any, look: 4, ahead: 8, coefficients: {growth.rate: {seen: [sze]}}}", "herd has no measure 'sze'")]
    [TestCase("measures: {every: 3}\nlearning: {event: any, look: 4, ahead: 8, coefficients: {growth.rate: {}}}", "4 is no multiple of measures.every, which is 3")]
    public void Load_SectionThatCannotBe_IsRefused(string section, string message) =>
        Assert.That(Refusal($"model: herd\n{section}\n"), Does.Contain(message));

    private static LearningPlan Plan(int look, int ahead) => new()
    {
        Event = new OutcomeSet(["fell"]),
        Look = look,
        Ahead = ahead,
        Unit = 2,
        Path = "path",
        Coefficients = [new(Parameter, [], []), new(Parameter, ["level"], ["level"])],
        Measures = [],
    };

    private static Parameter Parameter => new ParameterCatalogue(HerdModel.Definition).Find("growth.rate")!;

    /// <summary>Rows of path and level; the level at row 8 is 80.</summary>
    private static SeenRun Run(string outcome) => new()
    {
        Scenario = 0,
        Outcome = new Outcome(outcome, 14, false),
        LastTick = 14,
        EndMeasures = [0, 2],
        Rows = [(0, [1, 0]), (4, [1, 5]), (8, [1, 80]), (12, [0, 3])],
    };
}
