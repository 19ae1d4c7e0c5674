using System.Globalization;

namespace Experiments.Tests.Analysis.Report;

/// <summary>What a sample says of a model of which it is known: the weight is 2 x length + 3 x stones + noise.</summary>
public sealed class FirstOrderAnalysisTests : AnalysedBalance
{
    private const string Factors = "factors: {length: {min: 0, max: 60}, depth: {min: 0, max: 1}, stones: {min: 0, max: 9}}}\n";

    [TestCase("latin_hypercube", true)]
    [TestCase("latin_hypercube", false)]
    [TestCase("sobol", false)]
    [TestCase("random", false)]
    public void Run_Sample_GivesEachFactorItsShareWhateverTheNoise(string method, bool isShared)
    {
        // Variances: 1,200 of the length, 74 of the stones, and 90,000 / 12 / 5 of the noise, which is no part of it.
        var report = Analyse($"replications: 5\ncommon_random_numbers: {(isShared ? "true" : "false")}\nparameters: {{noise: 300}}\ndesign: {{method: {method}, points: 256, {Factors}");
        var set = report.FirstOrder.Single(one => one.Response.Name == "end_weight");
        var shares = set.Ranked.ToDictionary(one => one.Factor, one => one.Share);
        Assert.That(set.Ranked.First().Factor, Is.EqualTo("length"));
        Assert.That(shares["length"].First.Value, Is.EqualTo(0.94).Within(isShared ? 0.03 : 0.2));
        Assert.That(shares["depth"].First.Value, Is.Zero.Within(isShared ? 0.03 : 0.15));
        Assert.That(shares["length"].IsTold);
        Assert.That(set.Indices.Noise, Is.EqualTo(isShared ? 0 : 1500 / 2775.0).Within(isShared ? 1e-9 : 0.08), "what all rows share does not tell them apart");
        Assert.That(shares["length"].Difference.Value, Is.EqualTo(80).Within(isShared ? 5 : 30), "twice two thirds of 60");
    }

    [Test]
    public void Run_Sample_WritesTheTableInTheOrderOfTheIndices()
    {
        Analyse($"replications: 2\nresponses: {{heavy: {{share: tips}}}}\ndesign: {{method: latin_hypercube, points: 64, {Factors}");
        var rows = Table("first_order").Where(row => row["response"] == "end_weight").ToList();
        Assert.That(rows.Select(row => row["factor"]).First(), Is.EqualTo("length"));
        Assert.That(rows.Select(row => Number(row["index"])), Is.Ordered.Descending);
        Assert.That(rows[0].Keys, Is.EqualTo(new[]
        {
            "scenario", "response", "kind", "factor", "index", "low", "high", "level", "is_told", "lowest", "middle", "highest", "difference", "difference_low", "difference_high",
            "rows", "classes", "replications", "convergence", "reason", "noise",
        }));
        Assert.That((rows[0]["is_told"], rows[0]["rows"], rows[0]["classes"], rows[0]["replications"]), Is.EqualTo(("TRUE", "64", "6", "2")));
        Assert.That(Table("first_order").Where(row => row["response"] == "heavy" && row["factor"] == "length").Select(row => (row["kind"], row["lowest"], row["highest"])).Single().Item3, Is.Not.Empty);
        Assert.That(Table("first_order").Where(row => row["response"] == "hangs").Select(row => row["kind"]).Distinct(), Is.EqualTo(new[] { "outcome" }));
        var first = File.ReadAllBytes(Path.Combine(Target, "analysis", "first_order.csv"));
        Again();
        Assert.That(File.ReadAllBytes(Path.Combine(Target, "analysis", "first_order.csv")), Is.EqualTo(first));
    }

    [Test]
    public void Run_RowsOfAFile_HaveIndicesUnlessTheyGoThroughLevels()
    {
        var sample = Enumerable.Range(0, 60).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row % 7},{row * 37 % 60},{(row % 3 == 0 ? "true" : "false")}"));
        File.WriteAllText(Path.Combine(Folder, "sample.csv"), "stones,length,has_lid\n" + string.Join('\n', sample) + "\n");
        var set = Analyse("design: {method: csv, file: sample.csv}\n").FirstOrder.Single(one => one.Response.Name == "end_weight");
        Assert.That(set.Ranked.First().Factor, Is.EqualTo("length"));
        Assert.That(set.Factors.Zip(set.Indices.Factors).ToDictionary(one => one.First, one => one.Second.Classes), Is.EqualTo(new Dictionary<string, int> { ["stones"] = 6, ["length"] = 6, ["has_lid"] = 2 }));
        var levels = from length in Enumerable.Range(0, 10) from stones in Enumerable.Range(0, 6) select string.Create(CultureInfo.InvariantCulture, $"{stones},{length}");
        File.WriteAllText(Path.Combine(Folder, "levels.csv"), "stones,length\n" + string.Join('\n', levels) + "\n");
        Directory.Delete(Target, recursive: true);
        var report = Analyse("design: {method: csv, file: levels.csv}\n");
        Assert.That((report.FirstOrder.Count, report.MainEffects.Count > 0), Is.EqualTo((0, true)));
        Assert.That(report.Notes, Has.None.Contains("first-order"));
    }

    [Test]
    public void Run_FewRows_SaysHowManyItTakesAndWritesNoTable()
    {
        var report = Analyse($"design: {{method: latin_hypercube, points: 49, {Factors}");
        Assert.That(report.FirstOrder, Is.Empty);
        Assert.That(report.Notes, Has.One.EqualTo("No first-order indices: they need 50 rows of a sample, and the design has 49."));
        Assert.That(File.Exists(Path.Combine(Target, "analysis", "first_order.csv")), Is.False);
    }

    /// <summary>About half the rows are too light to be known.</summary>
    [TestCase(64, "No first-order indices of known in baseline: ")]
    [TestCase(256, "First-order indices of known in baseline leave rows out: ")]
    public void Run_MissingAnswers_AreLeftOutOrSaid(int points, string note)
    {
        var report = Analyse($"replications: 2\nparameters: {{stones: 0}}\nresponses: {{known: {{mean: known_weight}}}}\ndesign: {{method: latin_hypercube, points: {points}, factors: {{length: {{min: 0, max: 10}}, depth: {{min: 0, max: 1}}}}}}\n");
        Assert.That(report.Notes, Has.One.StartsWith(note));
        Assert.That(report.FirstOrder.Where(set => set.Response.Name == "known").Select(set => set.Indices.Rows), points == 64 ? Is.Empty : Has.All.InRange(110, 146));
        Assert.That(report.FirstOrder.Select(set => set.Response.Name), Has.Some.EqualTo("end_weight"));
    }

    /// <summary>Rows stop when they know enough, so that some have more replications than others.</summary>
    [Test]
    public void Run_RowsThatStopWhenTheyKnowEnough_HaveIndices()
    {
        var report = Analyse($"common_random_numbers: false\nreplications: {{until: {{mean: weight, half_width: 8}}, min: 3, batch: 1, max: 9}}\nparameters: {{noise: 30}}\ndesign: {{method: latin_hypercube, points: 60, {Factors}");
        Assert.That(Rows("runs").GroupBy(run => run["design_id"]).Select(row => row.Count()).Distinct().Count(), Is.GreaterThan(2));
        var set = report.FirstOrder.Single(one => one.Response.Name == "end_weight");
        Assert.That((set.Ranked.First().Factor, set.Replications), Is.EqualTo(("length", 9)));
        Assert.That(set.Indices.Noise, Is.InRange(0.003, 0.03), "75 over 3 to 9, of 1,300");
    }

    [Test]
    public void Run_OneReplication_CannotTellTheNoise()
    {
        var set = Analyse($"parameters: {{noise: 10}}\ndesign: {{method: sobol, points: 64, {Factors}").FirstOrder.Single(one => one.Response.Name == "end_weight");
        Assert.That(set.Indices.Noise, Is.NaN);
        Assert.That(Table("first_order").Where(row => row["response"] == "end_weight").Select(row => row["noise"]), Is.All.Empty);
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
