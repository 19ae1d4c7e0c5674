using Experiments.Analysis;
using Experiments.Analysis.Discovery;
using Experiments.Analysis.Sensitivity;
using Experiments.Design;

namespace Experiments.Tests.Analysis.Report;

/// <summary>The analysis of studies with designs, computed again from their tables.</summary>
public sealed class DesignAnalysisTests : AnalysedVillage
{
    private const string Head = """
        model: village
        name: sweep
        seed: 7
        ticks: 20
        replications: 2
        scenarios:
          siege: {}
          storm: {interventions: [{at: 5, set: {pressure: 0.05}}]}

        """;

    private const string Factors = "{pressure: {min: 0.01, max: 0.09}, guards: {min: 1, max: 9}, 'scenarios.storm.interventions[1].at': {min: 3, max: 18}}";

    [Test]
    public void Run_SaltelliDesign_HasTheIndicesOfTheMeansOfItsRows()
    {
        RunConfig(Head + $"design: {{method: saltelli, points: 16, second_order: true, factors: {Factors}}}");
        Assert.That(Analyse().ExitCode, Is.Zero);
        var table = Table("sobol");
        foreach (var scenario in new[] { "siege", "storm" })
        {
            var expected = SobolIndices.Of(SaltelliSample.OfRows(Means(scenario), new SaltelliLayout(3, secondOrder: true)), new Bootstrap(7));
            var own = table.Where(row => row["scenario"] == scenario && row["response"] == "end_unrest").ToDictionary(row => (row["factor"], row["order"]));
            Assert.That(Number(own[("pressure", "first")]["index"]), Is.EqualTo(expected.Factors[0].First.Value));
            Assert.That(Number(own[("guards", "total")]["index"]), Is.Zero, "guards change nothing in this model");
            Assert.That(Number(own[("pressure", "total")]["high"]) - Number(own[("pressure", "total")]["low"]),
                Is.GreaterThan(0.9 * (expected.Factors[0].Total.Interval.High - expected.Factors[0].Total.Interval.Low)), "replications are resampled too");
            Assert.That(own[("pressure", "total")]["convergence"], Is.EqualTo("not converged"), "two replications tell no chance from effect");
            Assert.That((own[("pressure", "first")]["points"], own[("pressure", "first")]["replications"]), Is.EqualTo(("16", "2")));
            Assert.That(own.Keys.Any(key => key.Item1.StartsWith("scenarios.storm", StringComparison.Ordinal)), Is.EqualTo(scenario == "storm"), "a factor stands where it acts");
            var pairs = Table("sobol_pairs").Where(row => row["scenario"] == scenario && row["response"] == "end_unrest").ToList();
            Assert.That(pairs, Has.Count.EqualTo(scenario == "storm" ? 3 : 1));
            Assert.That(Number(pairs[0]["index"]), Is.EqualTo(expected.Pairs[0].Second.Value));
        }
        Assert.That(table.Where(row => row["response"] == "falls").Select(row => row["kind"]).Distinct(), Is.EqualTo(new[] { "outcome" }), "shares of outcomes have indices too");
        Assert.That(table.Where(row => row["response"] == "end_guards" && row["factor"] == "guards" && row["order"] == "total").Select(row => Number(row["index"])), Is.Not.Empty.And.All.EqualTo(1).Within(0.35));
    }

    [Test]
    public void Run_SaltelliDesign_WithFailedRuns_HasNoIndicesAndSaysHowToCompleteThem()
    {
        RunConfig(Head + $"parameters: {{broken_replication: 2}}\ndesign: {{method: saltelli, points: 4, factors: {Factors}}}");
        var result = Analyse();
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Message, Does.Contain("40 of 80 are missing or failed (run_id 41, 42, ").And.Contain($"abm resume {Target}"));
        Assert.That(Tables().Keys, Has.None.EqualTo("sobol.csv").And.Some.EqualTo("measures.csv"), "means need no complete design");
        Assert.That(result.Report!.Runs, Is.EqualTo(40));
        Assert.That(result.Report.Notes, Has.One.Contains("40 runs failed").And.One.Contains("over all 20 rows of the design together"));
    }

    [Test]
    public void Run_DesignPoints_AreMeansOfTheirRuns()
    {
        RunConfig(Head + $"design: {{method: latin_hypercube, points: 5, factors: {Factors}}}");
        Analyse(measures: ["unrest"], outcomes: ["falls"]);
        var table = Table("design_points");
        Assert.That(table, Has.Count.EqualTo(20));
        var means = Means("storm");
        foreach (var row in table.Where(row => row["scenario"] == "storm" && row["response"] == "end_unrest"))
        {
            Assert.That(Number(row["mean"]), Is.EqualTo(means[int.Parse(row["design_row"]) - 1]).Within(1e-12));
            Assert.That((row["runs"], row["design_id"]), Is.EqualTo(("2", $"{2 * int.Parse(row["design_row"])}")));
        }
        Assert.That(Tables().Keys, Has.None.EqualTo("sobol.csv"));
    }

    /// <summary>The first run of every row failed: the rows stand on the other.</summary>
    [Test]
    public void Run_SampleWithFailedRuns_HasIndicesOfWhatIsThere()
    {
        RunConfig(Head + $"parameters: {{broken_replication: 1}}\ndesign: {{method: latin_hypercube, points: 50, factors: {Factors}}}");
        var result = Analyse(measures: ["unrest"]);
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        var rows = Table("first_order").Where(row => row["scenario"] == "siege").ToList();
        Assert.That(rows[0]["factor"], Is.EqualTo("pressure"));
        Assert.That(rows.Select(row => (row["rows"], row["noise"])), Is.All.EqualTo(("50", "")));
    }

    /// <summary>All rows have the same pressure, so that the runs of a replication are one village, and five of them say no more than one.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void Run_SurvivalOverRowsThatShareTheirDraws_TakesReplicationsForIndependentOnly(bool isShared)
    {
        const string Runs = "parameters: {pressure: 0.06}\n";
        var text = Head.Replace("replications: 2", "replications: 30", StringComparison.Ordinal) + Runs + $"common_random_numbers: {(isShared ? "true" : "false")}\n";
        RunConfig(text + "design: {method: list, rows: [{guards: 1}, {guards: 2}, {guards: 3}, {guards: 4}]}");
        Analyse();
        var rows = Table("survival").Where(row => row["scenario"] == "siege" && Number(row["survival"]) is > 0.3 and < 0.7).ToList();
        Assert.That(rows, Is.Not.Empty);
        foreach (var row in rows)
        {
            var share = Number(row["survival"]);
            Assert.That(Number(row["standard_error"]), Is.EqualTo(Math.Sqrt(share * (1 - share) / (isShared ? 30 : 120))).Within(1e-12));
        }
    }

    [Test]
    public void Run_MorrisDesign_FindsWhatMatters()
    {
        RunConfig(Head + $"design: {{method: morris, trajectories: 6, factors: {Factors}}}");
        Assert.That(Analyse().ExitCode, Is.Zero);
        var own = Table("morris").Where(row => row["scenario"] == "siege" && row["response"] == "end_unrest").ToDictionary(row => (row["factor"], row["measure"]));
        Assert.That(Number(own[("guards", "mu_star")]["value"]), Is.Zero);
        Assert.That(Number(own[("pressure", "mu_star")]["value"]), Is.GreaterThan(0.5).And.EqualTo(Number(own[("pressure", "mu")]["value"])), "more pressure is more unrest");
        Assert.That(own[("pressure", "sigma")]["trajectories"], Is.EqualTo("6"));
        var guards = Table("morris").Single(row => row["scenario"] == "siege" && row["response"] == "end_guards" && row["factor"] == "guards" && row["measure"] == "mu");
        Assert.That(Number(guards["value"]), Is.EqualTo(8).Within(1.6), "from 1 to 9, but for rounding to whole guards");
    }

    [Test]
    public void Run_MorrisGroups_HaveTheMeanSizeOnly()
    {
        RunConfig(Head + $"design: {{method: morris, trajectories: 4, groups: {{people: [pressure, guards]}}, factors: {Factors}}}");
        Analyse();
        Assert.That(Table("morris").Select(row => row["measure"]).Distinct(), Is.EqualTo(new[] { "mu_star" }));
        Assert.That(Table("morris").Where(row => row["scenario"] == "siege").Select(row => row["factor"]).Distinct(), Is.EqualTo(new[] { "people" }));
    }

    [Test]
    public void Run_Prim_FindsTheBoxOfTheCases()
    {
        RunConfig(Head.Replace("replications: 2", "replications: 1", StringComparison.Ordinal) + "design: {method: sobol, points: 256, factors: {pressure: {min: 0.01, max: 0.09}, guards: {min: 1, max: 9}, gates_are_open: {}}}");
        var result = Analyse(prim: ["end_unrest > 0.9", "end_guards>=100"]);
        var set = result.Report!.Prim.Single(one => one.Condition == "end_unrest > 0.9" && one.Scenario == "siege");
        var box = set.Result!.Boxes[set.Result.Chosen];
        Assert.That((box.Coverage, box.Density), Is.EqualTo((1.0, 1.0)), "one replication: unrest rises with pressure alone");
        Assert.That(box.Limits.Select(limit => set.Factors[limit.Factor].Key), Is.EqualTo(new[] { "pressure" }));
        var limit = Table("prim_limits").Last(row => row["condition"] == "end_unrest > 0.9" && row["scenario"] == "siege");
        Assert.That((limit["factor"], limit["high"]), Is.EqualTo(("pressure", "")));
        Assert.That(Table("prim").Count(row => row["scenario"] == "siege" && row["is_chosen"] == "TRUE"), Is.EqualTo(1));
        Assert.That(result.Report.Prim.Where(one => one.Condition == "end_guards>=100").Select(one => (one.Cases, one.Result)), Is.Not.Empty.And.All.EqualTo((0, (PrimResult?)null)));
    }

    [TestCase("end_unrst > 0.9", "end_unrest")]
    [TestCase("end_unrest > much", "'much' is no number")]
    [TestCase("wolves", "'wolves' is no outcome, no share among the responses, and no comparison")]
    public void Run_PrimOfNothing_IsRefused(string condition, string complaint)
    {
        RunConfig(Head + $"design: {{method: latin_hypercube, points: 2, factors: {Factors}}}");
        Assert.That(() => Analyse(prim: [condition]), Throws.TypeOf<Experiments.Config.ConfigException>().With.Message.Contains(complaint));
    }

    /// <summary>The mean end unrest of every row of the design.</summary>
    private double[] Means(string scenario) =>
    [
        .. Rows("runs").Where(run => run["scenario"] == scenario).GroupBy(run => (int.Parse(run["design_id"]) + 1) / 2).OrderBy(row => row.Key)
            .Select(row => row.Sum(run => Number(run["end_unrest"])) / row.Count()),
    ];
}
