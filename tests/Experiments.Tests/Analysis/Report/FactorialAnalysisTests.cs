using Experiments.Analysis.Report;
using Experiments.Config;
using Experiments.Tests.Models;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Experiments.Tests.Analysis.Report;

/// <summary>The effects of the levels of a design, computed again from runs.csv and design.csv.</summary>
public sealed class FactorialAnalysisTests : AnalysedVillage
{
    private const string Head = """
        model: village
        name: levels
        seed: 7
        ticks: 20
        replications: 5
        scenarios:
          siege: {}
          storm: {interventions: [{at: 5, set: {pressure: 0.05}}]}

        """;

    private const string At = "scenarios.storm.interventions[1].at";

    private const string Factorial = "design: {method: full_factorial, factors: {guards: {levels: [1, 9]}, pressure: {levels: [0.01, 0.05, 0.09]}, '" + At + "': {levels: [3, 9]}}}";

    [Test]
    public void Run_FullFactorial_MainEffectsAreMeansOverTheRowsOfALevel()
    {
        RunConfig(Head + Factorial);
        Assert.That(Analyse(measures: ["unrest"], outcomes: ["falls"]).ExitCode, Is.Zero);
        var (table, runs) = (Table("main_effects"), Runs());
        Assert.That(table, Has.Count.EqualTo(2 * (2 + 3) + 2 * (2 + 3 + 2)), "a factor stands in the scenarios in which it acts");
        foreach (var row in table)
        {
            var own = runs.Where(run => run["scenario"] == row["scenario"] && run[row["factor"]] == row["level"]).ToList();
            Assert.That(row["runs"], Is.EqualTo($"{own.Count}"));
            Assert.That(Number(row["mean"]), Is.EqualTo(own.Average(run => ValueOf(run, row["response"]))).Within(1e-12));
        }
    }

    [Test]
    public void Run_FullFactorial_DifferencesPairRunsThatDifferInTheFactorAloneAndReplicationsAreTheEvidence()
    {
        RunConfig(Head + Factorial);
        Analyse(measures: ["unrest"]);
        var runs = Runs();
        var table = Table("main_effects").Where(row => row["factor"] == "pressure").ToList();
        Assert.That(table.Where(row => row["level"] == "0.01").Select(row => row["baseline"] + row["difference"] + row["pairs"]), Is.All.EqualTo("0.01"), "the first level is compared with none");
        foreach (var row in table.Where(row => row["level"] != "0.01"))
        {
            // A factor of the storm alone has no value in the siege, whose rows are told apart by their storms.
            var storms = Rows("design").Where(point => point["scenario"] == "storm").ToDictionary(point => point["design_row"], point => point[At]);
            string Others(Dictionary<string, string> run) => $"{run["guards"]} {storms[run["design_row"]]} {run["replication"]}";
            var own = runs.Where(run => run["scenario"] == row["scenario"]).ToList();
            var first = own.Where(run => run["pressure"] == "0.01").ToDictionary(Others);
            var pairs = own.Where(run => run["pressure"] == row["level"]).Select(run => (Replication: run["replication"], Difference: Number(run["end_unrest"]) - Number(first[Others(run)]["end_unrest"]))).ToList();
            double[] replications = [.. pairs.GroupBy(pair => pair.Replication).Select(pair => pair.Average(one => one.Difference))];
            Assert.That((row["pairs"], row["replications"]), Is.EqualTo(("20", "5")));
            Assert.That(Number(row["difference"]), Is.EqualTo(replications.Average()).Within(1e-12));
            var half = StudentT.InvCDF(0, 1, 4, 0.975) * replications.StandardDeviation() / Math.Sqrt(5);
            Assert.That(Number(row["difference_high"]) - Number(row["difference"]), Is.EqualTo(half).Within(1e-9));
            Assert.That(Number(row["difference"]) - Number(row["difference_low"]), Is.EqualTo(half).Within(1e-9));
        }
    }

    [Test]
    public void Run_FullFactorial_MapsArePairsOfLevelsAndTheStrongestFactorsComeFirst()
    {
        RunConfig(Head + Factorial);
        var report = Analyse(measures: ["unrest"]).Report!;
        var (table, runs) = (Table("heat_map"), Runs());
        Assert.That(table, Has.Count.EqualTo(2 * 3 * 2 + 3 * 2 + 2 * 2), "three pairs in the storm, one in the siege");
        foreach (var row in table)
        {
            var own = runs.Where(run => run["scenario"] == row["scenario"] && run[row["factor"]] == row["level"] && run[row["other_factor"]] == row["other_level"]).ToList();
            Assert.That(row["runs"], Is.EqualTo($"{own.Count}"));
            Assert.That(Number(row["mean"]), Is.EqualTo(own.Average(run => Number(run["end_unrest"]))).Within(1e-12));
        }
        Assert.That((table[0]["factor"], table[0]["other_factor"]), Is.EqualTo(("pressure", At)), "guards do nothing to unrest");
        Assert.That(report.HeatMaps.Select(map => map.Scenario), Is.EqualTo(new[] { "storm" }), "where both act");
    }

    [Test]
    public void Run_TwoFactors_EachCellIsARowOfTheDesignWithItsOwnInterval()
    {
        RunConfig(Head + "design: {method: full_factorial, factors: {guards: {levels: [1, 9]}, pressure: {levels: [0.01, 0.09]}}}");
        Analyse(measures: ["unrest"], outcomes: ["falls"]);
        string Numbers(Dictionary<string, string> row) => $"{row["scenario"]} {row["response"]} {row["mean"]} {row["low"]} {row["high"]} {row["runs"]}";
        Assert.That(Table("heat_map").Select(Numbers), Is.EquivalentTo(Table("design_points").Select(Numbers)));
    }

    [Test]
    public void Run_Heat_PutsTheAskedPairFirstAsItWasAsked()
    {
        RunConfig(Head + Factorial);
        var report = Asked("guards", "pressure").Report!;
        Assert.That(report.HeatMaps.Select(map => (map.Scenario, map.Factor, map.OtherFactor)), Is.EqualTo(new[] { ("siege", "guards", "pressure"), ("storm", "guards", "pressure") }));
        Assert.That((Table("heat_map")[0]["factor"], Table("heat_map")[0]["other_factor"]), Is.EqualTo(("guards", "pressure")));
        Assert.That(Table("heat_map").Select(row => row["factor"] + row["other_factor"]).Distinct().Count(), Is.EqualTo(3), "no pair stands twice");
    }

    [TestCase("guards", "presure", "the design has no factor 'presure'; did you mean 'pressure'?")]
    [TestCase("guards", "guards", "write two factors")]
    [TestCase("guards", null, "write two factors")]
    public void Run_HeatOfWhatThereIsNot_IsRefused(string factor, string? other, string complaint)
    {
        RunConfig(Head + Factorial);
        Assert.That(() => Asked(other is null ? [factor] : [factor, other]), Throws.TypeOf<ConfigException>().With.Message.Contains(complaint));
        Assert.That(Directory.Exists(Path.Combine(Target, "analysis")), Is.False);
    }

    [Test]
    public void Run_HeatOfADesignWithoutLevels_IsRefused()
    {
        RunConfig(Head + "design: {method: latin_hypercube, points: 4, factors: {guards: {min: 1, max: 9}, pressure: {min: 0.01, max: 0.09}}}");
        Assert.That(() => Asked("guards", "pressure"), Throws.TypeOf<ConfigException>().With.Message.Contains("full_factorial"));
        Analyse();
        Assert.That(Tables().Keys, Has.None.EqualTo("main_effects.csv").And.None.EqualTo("heat_map.csv"));
    }

    [Test]
    public void Run_OneAtATime_ComparesWithTheReferenceAndKeepsTheOthersThere()
    {
        RunConfig(Head + "design: {method: one_at_a_time, factors: {guards: {levels: [9, 1]}, pressure: {levels: [0.05, 0.01, 0.09]}}}");
        Analyse(measures: ["unrest"]);
        var runs = Runs().Where(run => run["scenario"] == "siege").ToList();
        var table = Table("main_effects").Where(row => row["scenario"] == "siege" && row["factor"] == "pressure").ToList();
        Assert.That(table.Select(row => (row["level"], row["baseline"], row["runs"])), Is.EqualTo(new[] { ("0.01", "0.05", "5"), ("0.05", "0.05", "5"), ("0.09", "0.05", "5") }));
        double MeanAt(string pressure) => runs.Where(run => run["guards"] == "9" && run["pressure"] == pressure).Average(run => Number(run["end_unrest"]));
        Assert.That(Number(table[0]["difference"]), Is.EqualTo(MeanAt("0.01") - MeanAt("0.05")).Within(1e-12));
        Assert.That((Number(table[1]["mean"]), table[1]["difference"]), Is.EqualTo((MeanAt("0.05"), "")).Using<(double, string)>((one, other) => Math.Abs(one.Item1 - other.Item1) < 1e-12 && one.Item2 == other.Item2));
        Assert.That(Tables().Keys, Has.None.EqualTo("heat_map.csv"), "no two factors move together");
    }

    [TestCase("[{guards: 9, pressure: 0.05}, {guards: 1, pressure: 0.01}, {guards: 9, pressure: 0.01}, {guards: 1, pressure: 0.05}]", true)]
    [TestCase("[{guards: 9, pressure: 0.05}, {guards: 1, pressure: 0.01}, {guards: 9, pressure: 0.01}]", false)]
    [TestCase("[{guards: 9, pressure: 0.05}, {guards: 1, pressure: 0.01}, {guards: 9, pressure: 0.01}, {guards: 9, pressure: 0.01}]", false)]
    public void Run_ListOfRows_HasEffectsWhereItIsACompleteFactorial(string rows, bool isComplete)
    {
        RunConfig(Head + $"design: {{method: list, rows: {rows}}}");
        Analyse(measures: ["unrest"]);
        Assert.That((Tables().ContainsKey("main_effects.csv"), Tables().ContainsKey("heat_map.csv")), Is.EqualTo((isComplete, isComplete)));
        if (!isComplete)
            return;
        var runs = Runs().Where(run => run["scenario"] == "siege" && run["pressure"] == "0.05").ToList();
        var row = Table("main_effects").Single(row => row["scenario"] == "siege" && row["factor"] == "pressure" && row["level"] == "0.05");
        Assert.That(Number(row["mean"]), Is.EqualTo(runs.Average(run => Number(run["end_unrest"]))).Within(1e-12));
    }

    [TestCase("ranking.csv")]
    [TestCase("responses.csv")]
    [TestCase("heat_map.csv")]
    public void Run_TablesOfAnEarlierAnalysis_Go(string name)
    {
        RunConfig(Head.Replace("replications: 5", "replications: 1", StringComparison.Ordinal));
        Analyse();
        File.WriteAllText(Path.Combine(Target, "analysis", name), "of an earlier analysis");
        Analyse();
        Assert.That(Tables().Keys, Has.None.EqualTo(name));
    }

    private AnalysisResult Asked(params string[] heat) =>
        StudyAnalysis.Run(new AnalysisOptions { Directory = Target, Measures = ["unrest"], Heat = heat }, [VillageModel.Definition]);

    /// <summary>The runs with the values of their design point.</summary>
    private List<Dictionary<string, string>> Runs()
    {
        var points = Rows("design").ToDictionary(point => point["design_id"]);
        return [.. Rows("runs").Select(run => points[run["design_id"]].Concat(run.Where(cell => !points[run["design_id"]].ContainsKey(cell.Key))).ToDictionary(cell => cell.Key, cell => cell.Value))];
    }

    private static double ValueOf(Dictionary<string, string> run, string response) => response == "falls" ? run["outcome"] == "falls" ? 1 : 0 : Number(run[response]);
}
