using Experiments.Analysis.Sensitivity;
using Experiments.Calibration;
using Experiments.Export;
using Experiments.Hypotheses;

namespace Experiments.Tests.Analysis.Report;

/// <summary>A measure that about half the rows do not have, and a sample without spread, through everything that reads runs.</summary>
public sealed class MissingAndFlatTests : AnalysedBalance
{
    private const string Half = "replications: 6\nparameters: {stones: 0, noise: 1}\nresponses: {known: {mean: known_weight}, lightest: {lowest: known_weight}}\n";
    private const string Factorial = "design: {method: full_factorial, factors: {length: {levels: [1, 3, 6, 9]}}}\n";

    [Test]
    public void MissingInHalfTheRows_Estimates_AreOverTheRunsThatHaveIt()
    {
        var report = Analyse(Half + Factorial);
        double[] known = [.. Rows("runs").Select(run => run["end_known_weight"]).Where(cell => cell.Length > 0).Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.That(known, Has.Length.EqualTo(12), "of 24 runs");
        Assert.That(report.Responses.Select(row => row.Estimate.Runs), Is.All.EqualTo(12));
        Assert.That(report.Responses[0].Estimate.Estimate.Value, Is.EqualTo(known.Average()).Within(1e-9));
        Assert.That(report.Measures.Where(row => row.Measure.Name == "end_known_weight").Select(row => row.Runs), Is.All.EqualTo(12));
        Assert.That(Table("main_effects").Where(row => row["response"] == "known").Select(row => (row["level"], row["runs"])), Is.EqualTo(new[] { ("1.0", "0"), ("3.0", "0"), ("6.0", "6"), ("9.0", "6") })
            .Or.EqualTo(new[] { ("1", "0"), ("3", "0"), ("6", "6"), ("9", "6") }).Or.EqualTo(new[] { ("6", "6"), ("9", "6") }));
        Assert.That(Table("design_points").Where(row => row["response"] == "known"), Has.Exactly(2).Items);
    }

    [Test]
    public void MissingInHalfTheRows_Indices_AreNotMadeUp()
    {
        var report = Analyse(Half + "design: {method: morris, trajectories: 6, factors: {length: {min: 0, max: 10}, depth: {min: 0, max: 1}}}\n");
        Assert.That(report.Morris.Select(set => set.Response.Name), Has.None.EqualTo("known").And.Some.EqualTo("end_weight"));
        Assert.That(report.Notes, Has.Some.StartsWith("No indices of known in baseline: "));
    }

    /// <summary>About half the runs of a row are too light to be known, so that rows differ most in which replications have a value.</summary>
    [Test]
    public void MissingInSomeReplications_MorrisSteps_ComparePairsThatBothHaveIt()
    {
        var report = Analyse("replications: 12\nparameters: {stones: 0, noise: 12}\nresponses: {known: {mean: known_weight}}\n"
            + "design: {method: morris, trajectories: 8, levels: 4, factors: {length: {min: 4, max: 5}, depth: {min: 0, max: 1}}}\n");
        var effects = report.Morris.Single(set => set.Response.Name == "known").Measures;
        Assert.That(effects.Factors[0].Mean.Value, Is.EqualTo(2).Within(1e-9), "each pair differs by the length alone, twice its range of 1");
        Assert.That(effects.Factors[1].MeanSize.Value, Is.Zero.Within(1e-9), "depth has no weight");
        Assert.That(report.Notes, Has.Some.StartsWith("Effects on known in baseline are over the replications that have a value on both sides of a step: "));
    }

    [TestCase(1, "too few replications")]
    [TestCase(4, "too few replications")]
    [TestCase(5, "interval too wide")]
    public void FewReplications_OfSharedDraws_NeverConverge(int replications, string reason)
    {
        Analyse($"replications: {replications}\nparameters: {{noise: 60}}\ndesign: {{method: morris, trajectories: 20, factors: {{length: {{min: 0, max: 60}}, stones: {{min: 0, max: 9}}}}}}\n");
        var own = Table("morris").Where(row => row["factor"] == "length" && row["response"] == "tips").ToList();
        Assert.That(own.Select(row => row["reason"]).Distinct(), Is.EqualTo(new[] { reason }));
    }

    [Test]
    public void MissingInHalfTheRows_Export_LeavesCellsEmpty()
    {
        Analyse(Half + Factorial);
        var result = StudyExport.Run(new ExportOptions { Directory = Target, Format = ExportFormat.Stata });
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        var cells = File.ReadAllLines(Path.Combine(Target, "export", "stata", "runs.csv")).Select(line => line.Split(',')).ToList();
        var column = Array.IndexOf(cells[0], "end_known_weight");
        Assert.That(cells.Skip(1).Count(row => row[column].Length == 0), Is.EqualTo(12));
    }

    [Test]
    public void MissingForAllValues_StopRule_GoesOnToTheGreatestNumber()
    {
        var summary = Run(Load("replications: {until: {mean: known_weight, half_width: 1}, min: 2, batch: 2, max: 8}\nparameters: {stones: 0, length: 1}\n")).Summary!;
        Assert.That(Rows("runs"), Has.Count.EqualTo(8));
        Assert.That(summary.StopRule, Does.Contain("still more than 1 after 8 replications"));
    }

    [Test]
    public void WithoutSpread_NothingIsSaidWithCertainty()
    {
        Run(Load("replications: 6\nparameters: {noise: 0}\nscenarios: {bare: {}, stone: {parameters: {stones: 3}}}\nresponses: {weight: {mean: weight}}\n"));
        var report = Ranked("weight");
        Assert.That(report.Responses.Select(row => row.Estimate.Estimate.Interval.Low), Is.All.NaN);
        Assert.That(report.Measures.Where(row => row.Statistic != "sd").Select(row => row.Estimate.Interval.Low), Is.All.NaN);
        Assert.That(report.Differences.Where(row => !row.Difference.Response.IsShare).Select(row => row.Difference.Estimate.Interval.Low), Is.All.NaN);
        Assert.That((report.Ranking[0].Difference.Estimate.Value, report.Ranking[0].Difference.Estimate.Interval.Low), Is.EqualTo((6.0, double.NaN)));
        foreach (var share in report.Outcomes.Select(row => row.Estimate))
            Assert.That(share.Estimate.Interval.High - share.Estimate.Interval.Low, Is.GreaterThan(0.3), "six runs that agree leave room");
    }

    [Test]
    public void WithoutSpread_Indices_HaveNotConverged()
    {
        var report = Analyse("parameters: {noise: 0}\nmeasures: {model: [depth]}\ndesign: {method: saltelli, points: 8, scramble: true, factors: {length: {min: 0, max: 10}, stones: {min: 0, max: 5}}}\n");
        Assert.That(report.Sobol.Single(set => set.Response.Name == "end_depth").Indices.Factors.Select(factor => factor.Convergence), Is.All.EqualTo(Convergence.Constant));
        Assert.That(report.Sobol.SelectMany(set => set.Indices.Factors).Select(factor => factor.Convergence), Has.None.EqualTo(Convergence.Converged));
    }

    [Test]
    public void WithoutSpread_Judge_RefutesByTheRuleAndSupportsNothing()
    {
        const string Config = "replications: 20\nparameters: {noise: 0}\nscenarios: {bare: {}, same: {}, stone: {parameters: {stones: 3}}}\n"
            + "hypothesis: {id: flat, statement: s, source: assumed, kind: emergent, fails_if: f, contrasts: {c: {weights: {WHICH: 1, bare: -1}, mean: weight, predict: positive, relevant: 1}}}\n";
        Verdict VerdictOf(string scenario) => Judge.Run([Load(Config.Replace("WHICH", scenario, StringComparison.Ordinal))], new JudgeOptions { Directory = Path.Combine(Folder, scenario), Threads = 1 }, default).Judgements.Single().Verdict;
        Assert.That((VerdictOf("same"), VerdictOf("stone")), Is.EqualTo((Verdict.Refuted, Verdict.Undecided)));
    }

    [Test]
    public void WithoutSpread_Calibration_EndsAndSaysHowNear()
    {
        var study = Load("parameters: {noise: 0}\ncalibration: {method: smc, particles: 10, generations: 3, replications: 1, predictive: 2, targets: {deep: {mean: depth, value: 1, tolerance: 0.5}}, parameters: {length: {min: 0, max: 9}}}\n");
        var result = CalibrationRunner.Run(study, new CalibrationOptions { Directory = Path.Combine(Folder, "flat"), Threads = 1 }, default);
        Assert.That(result.ExitCode, Is.Zero, result.Message);
    }
}
