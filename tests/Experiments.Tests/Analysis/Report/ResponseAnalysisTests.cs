using Experiments.Analysis;
using Experiments.Analysis.Report;
using Experiments.Config;

namespace Experiments.Tests.Analysis.Report;

/// <summary>Responses of a config in the summary and the analysis, counted again from the tables by another way.</summary>
public sealed class ResponseAnalysisTests : AnalysedVillage
{
    private const string Config = """
        model: village
        name: siege
        seed: 7
        ticks: 50
        replications: 40
        scenarios:
          siege: {}
          relief: {interventions: [{at: 20, set: {pressure: 0.001}}]}
          storm: {interventions: [{at: 15, set: {pressure: 0.03}}]}
        responses:
          ruin: {share: falls, from: 20, until: 45, among: all}
          peak: {highest: unrest, from: 20, until: 40}
          wait: {time: alarm}
          alarms: {rate: falls, per: 10}
        baseline: storm
        pairs: [[relief, siege]]
        """;

    [Test]
    public void Run_Responses_AreThoseOfTheTables()
    {
        RunConfig(Config);
        Analyse();
        var (runs, ticks, events) = (Rows("runs"), Rows("ticks").ToLookup(row => row["run_id"]), Rows("events").ToLookup(row => row["run_id"]));
        var table = Table("responses").ToDictionary(row => (row["scenario"], row["response"]));
        foreach (var own in runs.GroupBy(run => run["scenario"]))
        {
            var ruined = own.Count(run => run["outcome"] == "falls" && Number(run["outcome_tick"]) is > 20 and <= 45);
            AssertIs(table[(own.Key, "ruin")], ruined / 40.0, Intervals.Wilson(ruined, 40), 40);
            double[] peaks =
            [
                .. own.Select(run => ticks[run["run_id"]].Where(row => Number(row["tick"]) is > 20 and <= 40).Select(row => Number(row["unrest"])).ToList())
                    .Where(rows => rows.Count > 0).Select(rows => rows.Max()),
            ];
            Assert.That(peaks, Has.Length.LessThanOrEqualTo(40));
            AssertIs(table[(own.Key, "peak")], peaks.Average(), Intervals.Mean(new MathNet.Numerics.Statistics.RunningStatistics(peaks)), peaks.Length);
            var waits = own.Average(run => events[run["run_id"]].Where(row => row["event"] == "alarm").Select(row => Number(row["tick"])).DefaultIfEmpty(50).First());
            Assert.That(Number(table[(own.Key, "wait")]["value"]), Is.EqualTo(waits).Within(1e-9));
            var rate = 10 * own.Count(run => run["outcome"] == "falls") / own.Sum(run => Number(run["last_tick"]));
            Assert.That(Number(table[(own.Key, "alarms")]["value"]), Is.EqualTo(rate).Within(1e-12));
        }
        Assert.That(Table("differences").Select(row => (row["scenario"], row["baseline"])).Distinct(), Is.EqualTo(new[] { ("siege", "storm"), ("relief", "storm"), ("relief", "siege") }));
    }

    [Test]
    public void Run_OtherResponses_AskStoredRunsAnew()
    {
        RunConfig(Config);
        var before = Rows("runs");
        RunConfig(Config.Replace("peak: {highest: unrest, from: 20, until: 40}", "dip: {lowest: unrest, from: 3}", StringComparison.Ordinal));
        Analyse();
        Assert.That(Rows("runs"), Is.EqualTo(before));
        Assert.That(Table("responses").Select(row => row["response"]).Distinct(), Is.EqualTo(new[] { "ruin", "dip", "wait", "alarms" }));
        var verified = Experiments.Runs.Verification.Of(Target, [Models.VillageModel.Definition], 2, default);
        Assert.That(verified.ExitCode, Is.Zero, "what was asked anew stands in the manifest too");
    }

    [Test]
    public void Run_RowsThatShareDraws_CountReplications()
    {
        RunConfig(Config.Replace("baseline: storm\npairs: [[relief, siege]]", "design: {method: full_factorial, factors: {guards: {levels: [1, 2, 3, 4, 5, 6, 7, 8, 9]}}}", StringComparison.Ordinal));
        Analyse();
        foreach (var row in Table("outcomes").Concat(Table("responses")).Concat(Table("measures").Where(row => row["statistic"] != "sd")))
            Assert.That((row["replications"], row.GetValueOrDefault("response") == "peak" || row["runs"] == "360"), Is.EqualTo(("40", true)));
        // Guards change nothing: nine copies of each run are as much evidence as one of each.
        var nine = Table("responses").Single(row => row["scenario"] == "siege" && row["response"] == "ruin");
        var runs = Rows("runs").Where(run => run["scenario"] == "siege").GroupBy(run => run["replication"]).Select(rows => rows.First()).ToList();
        var ruined = runs.Count(run => run["outcome"] == "falls" && Number(run["outcome_tick"]) is > 20 and <= 45);
        var alone = Intervals.Wilson(ruined, 40);
        Assert.That((Number(nine["low"]), Number(nine["high"])), Is.EqualTo((alone.Low, alone.High)).Using<(double, double), (double, double)>(
            (one, other) => Math.Abs(one.Item1 - other.Item1) < 0.02 && Math.Abs(one.Item2 - other.Item2) < 0.02));
    }

    [Test]
    public void Rank_OrdersScenariosByTheirPairedDifference()
    {
        RunConfig(Config);
        var ranking = Asked(rank: "peak").Ranking;
        Assert.That(ranking.Select(row => row.Scenario), Is.EqualTo(new[] { "relief", "siege" }));
        Assert.That(ranking.Select(row => row.Baseline), Is.All.EqualTo("storm"));
        var plain = Table("differences").Single(row => row["scenario"] == "siege" && row["response"] == "peak" && row["among"] == "all");
        var siege = ranking[1].Difference;
        Assert.That(siege.Estimate.Value, Is.EqualTo(Number(plain["difference"])).Within(1e-12));
        Assert.That(siege.Estimate.Interval.High - siege.Estimate.Interval.Low, Is.GreaterThan((Number(plain["high"]) - Number(plain["low"])) * 1.1), "for two comparisons at once");
        Assert.That(() => Asked(rank: "peek"), Throws.TypeOf<ConfigException>().With.Message.Contains("did you mean 'peak'?"));
    }

    [Test]
    public void Rank_OneScenario_IsRefusedInWords()
    {
        RunConfig("model: village\nticks: 20\nreplications: 3");
        Assert.That(() => Asked(rank: "end_unrest"), Throws.TypeOf<ConfigException>().With.Message.EqualTo("--rank: orders scenarios by their difference from a baseline, and the study has one scenario"));
    }

    [Test]
    public void Response_WrittenOutUnderANameThatIsTaken_IsNotMixedUpWithTheOther()
    {
        RunConfig(Config);
        Assert.That(() => Asked(responses: ["peak: {lowest: unrest}"]), Throws.TypeOf<ConfigException>().With.Message.Contains("--response: the study has another response 'peak'"));
        Assert.That(() => Asked(responses: ["one: {lowest: unrest}", "one: {highest: unrest}"]), Throws.TypeOf<ConfigException>().With.Message.Contains("--response: the study has another response 'one'"));
        var report = Asked(responses: ["one: {lowest: unrest}"], rank: "one: {lowest: unrest}");
        Assert.That(report.Responses.Select(row => row.Scenario), Is.EqualTo(new[] { "siege", "relief", "storm" }), "one row each, although it was written twice");
        Assert.That(report.Ranking, Has.Count.EqualTo(2));
    }

    [Test]
    public void Response_WrittenOutOnTheCommandLine_IsAskedOfTheStoredRuns()
    {
        RunConfig(Config);
        var report = Asked(responses: ["early: {share: falls, until: 30}"]);
        Assert.That(report.Responses.Select(row => row.Estimate.Response.Name).Distinct(), Is.EqualTo(new[] { "early" }));
        var runs = Rows("runs").Where(run => run["scenario"] == "siege").ToList();
        Assert.That(report.Responses[0].Estimate.Estimate.Value, Is.EqualTo(runs.Count(run => run["outcome"] == "falls" && Number(run["outcome_tick"]) <= 30) / 40.0));
        Assert.That(() => Asked(responses: ["early: {share: fals}"]), Throws.TypeOf<ConfigException>().With.Message.Contains("did you mean 'falls'?"));
    }

    [TestCase("late")]
    [TestCase("peak>0.9")]
    public void Prim_OfAResponse_LeavesOutRunsThatHaveNoValue(string condition)
    {
        RunConfig(Config.Replace("ruin: {share: falls, from: 20, until: 45, among: all}", "late: {share: falls, from: 20, until: 40}", StringComparison.Ordinal)
            .Replace("baseline: storm\npairs: [[relief, siege]]", "design: {method: latin_hypercube, points: 20, factors: {pressure: {min: 0.01, max: 0.1}}}", StringComparison.Ordinal)
            .Replace("replications: 40", "replications: 3", StringComparison.Ordinal));
        var set = Analyse(prim: [condition]).Report!.Prim[0];
        var own = Rows("runs").Where(run => run["scenario"] == "siege").ToList();
        var reaching = own.Where(run => Number(run["last_tick"]) > 20).ToList();
        Assert.That(reaching, Has.Count.InRange(1, own.Count - 1));
        Assert.That((set.Missing, set.Runs), Is.EqualTo((own.Count - reaching.Count, reaching.Count)));
        if (condition == "late")
            Assert.That(set.Cases, Is.EqualTo(reaching.Count(run => run["outcome"] == "falls" && Number(run["outcome_tick"]) <= 40)));
    }

    [Test]
    public void StopRule_OfAResponse_WaitsForItsInterval()
    {
        const string Rule = "replications: {until: {response: peak, half_width: 0.06}, min: 10, batch: 5, max: 200}";
        RunConfig(Config.Replace("replications: 40", Rule, StringComparison.Ordinal));
        Analyse();
        var counts = Rows("runs").CountBy(run => run["scenario"]).Select(pair => pair.Value).Distinct().ToList();
        Assert.That(counts, Has.Count.EqualTo(1).And.All.InRange(10, 195));
        var halves = Table("responses").Where(row => row["response"] == "peak").Select(row => (Number(row["high"]) - Number(row["low"])) / 2).ToList();
        Assert.That(halves, Is.All.LessThanOrEqualTo(0.06));
    }

    private AnalysisReport Asked(string[]? responses = null, string? rank = null) => StudyAnalysis.Run(
        new AnalysisOptions { Directory = Target, Responses = responses ?? [], Rank = rank }, [Models.VillageModel.Definition]).Report!;

    private static void AssertIs(Dictionary<string, string> row, double value, Interval interval, int runs)
    {
        Assert.That(Number(row["value"]), Is.EqualTo(value).Within(1e-12));
        Assert.That((Number(row["low"]), Number(row["high"])), Is.EqualTo((interval.Low, interval.High)).Using<(double, double), (double, double)>(
            (one, other) => Math.Abs(one.Item1 - other.Item1) < 1e-12 && Math.Abs(one.Item2 - other.Item2) < 1e-12));
        Assert.That(row["runs"], Is.EqualTo($"{runs}"));
    }
}
