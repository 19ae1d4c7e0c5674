namespace Experiments.Tests.Analysis.Report;

/// <summary>Boxes of a model whose cases are known.</summary>
public sealed class DiscoveryTests : AnalysedBalance
{
    private const string Design = "parameters: {stones: 0}\ndesign:\n  method: latin_hypercube\n  points: 100\n  factors: {length: {min: 0, max: 20}, metal: {levels: [iron, lead]}}\n";

    /// <summary>Light runs have no weight: it is not below a bound, nor above one.</summary>
    [TestCase("end_known_weight<20")]
    [TestCase("end_known_weight>20")]
    public void Run_PrimOfAMeasureThatIsMissing_LeavesTheRunsOutAndCountsThem(string condition)
    {
        var set = Analyse(Design, condition).Prim.Single();
        var missing = Rows("runs").Count(run => run["end_known_weight"].Length == 0);
        Assert.That(missing, Is.Positive);
        Assert.That((set.Missing, set.Runs, set.Points), Is.EqualTo((missing, 100 - missing, 100 - missing)));
        Assert.That(set.Cases, Is.EqualTo(Rows("runs").Count(run => run["end_known_weight"].Length > 0 && (condition.Contains('<') == double.Parse(run["end_known_weight"], System.Globalization.CultureInfo.InvariantCulture) < 20))));
        Assert.That(set.Note, Does.StartWith($"{missing} runs have no value").And.Contain("this one seed"));
        Assert.That(Table("prim").Select(row => row["missing_runs"]).Distinct(), Is.EqualTo(new[] { $"{missing}" }));
    }

    [Test]
    public void Run_PrimWithReplications_IsOfMoreThanOneSeed()
    {
        var set = Analyse("replications: 2\n" + Design, "end_weight>30").Prim.Single();
        Assert.That((set.Missing, set.Note), Is.EqualTo((0, "")));
        Assert.That(Table("prim_limits").Select(row => row["categories"]), Has.None.Contains("tin"), "which was not run");
    }
}
