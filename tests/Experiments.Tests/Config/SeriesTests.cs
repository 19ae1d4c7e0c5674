namespace Experiments.Tests.Config;

/// <summary>Parameters that follow a column of a file.</summary>
public sealed class SeriesTests : GuildFolder
{
    private const string Guild = "model: guild\nseries: {dues: dues.csv}\n";

    [Test]
    public void Load_TicksAndValues_HoldUntilTheNextRow()
    {
        Write("tick,value\n0,2\n3,5.5\n7,1\n", "dues.csv");
        var study = LoadGuild(Guild);
        var series = study.Scenarios[0].Series.Single();
        Assert.That(Enumerable.Range(0, 8).Select(series.ValueAt), Is.EqualTo(new object[] { 2.0, 2.0, 2.0, 5.5, 5.5, 5.5, 5.5, 1.0 }));
        Assert.That(study.Scenarios[0].Values[series.Parameter.Index], Is.EqualTo(2.0), "the value at the start too");
        Assert.That(study.ResolvedYaml, Does.Contain("\nseries:\n  dues: {file: inputs/series.dues.csv, sha256: '").And.Contain("\n  dues: 2\n"));
    }

    [TestCase("value\n4\n3\n2\n")]
    [TestCase("\"\",\"value\"\n\"1\",4\n\"2\",3\n\"3\",2\n")]
    public void Load_ValuesAlone_AreARowForEachTick(string text)
    {
        Write(text, "dues.csv");
        Assert.That(LoadGuild(Guild).Scenarios[0].Series[0].Ticks, Is.EqualTo(new[] { 0, 1, 2 }));
    }

    [Test]
    public void Load_RowsBeyondTheHorizon_AreLeftOutWithANote()
    {
        Write("tick,value\n0,2\n7,1\n8,3\n40,3\n", "dues.csv");
        var study = LoadGuild(Guild);
        Assert.That(study.Scenarios[0].Series[0].Ticks, Is.EqualTo(new[] { 0, 7 }));
        Assert.That(study.Notes.Single(), Does.EndWith("dues.csv: 2 rows at or after the horizon (8) are left out"));
    }

    [Test]
    public void Load_SeriesOfAScenario_WinsOverThatOfAll()
    {
        Write("tick,value\n1,5\n", "dues.csv");
        Write("value\n3\n4\n", "own.csv");
        var study = LoadGuild(Guild + "scenarios: {calm: {}, dear: {series: {dues: own.csv}}}");
        Assert.That(study.Scenarios.Select(scenario => scenario.Series.Single().ValueAt(1)), Is.EqualTo(new object[] { 5.0, 4.0 }));
        Assert.That((Value(study, "dues"), Value(study, "dues", 2)), Is.EqualTo(((object)1.0, (object)3.0)));
        Assert.That(study.ResolvedYaml, Does.Contain("  calm: {}\n  dear:\n    series:\n      dues: {file: inputs/scenarios.dear.series.dues.csv, sha256: '"));
        Assert.That(study.Inputs.Select(input => input.Name), Is.EqualTo(new[] { "inputs/series.dues.csv", "inputs/scenarios.dear.series.dues.csv" }));
    }

    [Test]
    public void Load_ParameterThatSetHolds_LeavesTheSeriesOutWithANote()
    {
        Write("tick,value\n0,2\n", "dues.csv");
        var study = LoadGuild(Guild, "dues=7");
        Assert.That((study.Series.Count, Value(study, "dues")), Is.EqualTo((0, (object)7.0)));
        Assert.That(study.Notes, Is.EqualTo(new[] { "dues is held by --set, so that series.dues is left out" }));
    }

    [TestCase("tick,value\n0,2\n0,3\n", "dues.csv:3:1: tick: 0 does not come after 0, the tick of the row before: rows of ticks ascend")]
    [TestCase("tick,value\n0,200\n", "dues.csv:2:3: value: 200 is out of range: allowed is 0 to 100")]
    [TestCase("tick,value\n0,\n", "dues.csv:2:3: value: nothing is not a number")]
    [TestCase("tick,value\n0.5,1\n", "dues.csv:2:1: tick: '0.5' is not an integer; allowed is an integer from 0 to 1000000")]
    [TestCase("tick,dues\n0,1\n", "dues.csv:1:6: dues: a series has no such column; its columns are tick and value, or value alone with a row for each tick")]
    [TestCase("tick,value\n", "dues.csv:1:1: the file has no rows")]
    [TestCase("tick,value\n9,1\n", "dues.csv:1:1: 8 is beyond the horizon: the last step of 8 starts at row 7")]
    public void Load_SeriesThatDoesNotFit_IsRefused(string text, string expected)
    {
        Write(text, "dues.csv");
        Assert.That(GuildRefusal(Guild), Does.StartWith(expected));
    }

    [TestCase("series: {due: dues.csv}", "series.due: guild has no parameter 'due'; did you mean 'dues'?")]
    [TestCase("series: {masters: dues.csv}", "series.masters: shapes the initial state only, so that nothing can change it during a run; set it under parameters")]
    [TestCase("series: {dues: dues.csv}\nscenarios: {a: {interventions: [{at: 2, set: {most_dues: 80}}, {at: 3, set: {dues: 1}}]}}", "scenarios.a.interventions[2]: dues follows the series in dues.csv, so that no intervention can change it: take out one of the two")]
    [TestCase("series: {dues: dues.csv}\nscenarios: {a: {parameters: {dues: 1}}}", "scenarios.a.parameters.dues: follows the series in dues.csv: take it out here, or give the scenario a series of its own")]
    [TestCase("series: {dues: dues.csv}\ndesign: {method: full_factorial, factors: {dues: {levels: [1, 2]}}}", "design.factors.dues: follows a series in the scenario baseline, so that the design cannot vary it")]
    [TestCase("series: {dues: dues.csv}\nparameters: {most_dues: 3}", "scenarios.baseline: from tick 2 on, where a series changes: dues exceed most_dues")]
    [TestCase("scenarios: {a: {}, b: {series: {dues: dues.csv}}}\nbranch: {at: 4}", "scenarios.b.series.dues: differs from that of a at row 2, before the branch at row 4")]
    public void Load_SeriesThatMeetsSomethingElse_IsRefused(string text, string expected)
    {
        Write("tick,value\n0,1\n2,5\n", "dues.csv");
        Assert.That(GuildRefusal("model: guild\n" + text), Does.Contain(expected));
    }

    [Test]
    public void Load_SeriesOfABoolean_IsReadByValue()
    {
        Write("tick,value\n0,TRUE\n2,0\n4,True\n", "open.csv");
        Assert.That(LoadGuild("model: guild\nseries: {is_open: open.csv}").Scenarios[0].Series[0].Values, Is.EqualTo(new object[] { true, false, true }));
    }
}
