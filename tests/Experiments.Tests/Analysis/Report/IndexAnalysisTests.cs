using Experiments.Analysis.Sensitivity;

namespace Experiments.Tests.Analysis.Report;

/// <summary>Effects and indices of a model of which they are known.</summary>
public sealed class IndexAnalysisTests : AnalysedBalance
{
    private const string Kinds = """
          factors:
            length: {min: 1, max: 4}
            depth: {distribution: log_uniform, min: 1, max: 100}
            stones: {min: 2, max: 5}
            has_lid: {}
            metal: {}
            arm: {}
            noise: {levels: [0]}

        """;

    /// <summary>Booleans and levels take other steps than the unit cube asks for, and whole numbers round theirs.</summary>
    [TestCase(4)]
    [TestCase(6)]
    public void Run_MorrisOfALinearModel_GivesEachKindOfFactorItsRangeAndNoDeviation(int levels)
    {
        var report = Analyse($"design:\n  method: morris\n  trajectories: 8\n  levels: {levels}\n" + Kinds.Replace("    noise: {levels: [0]}\n", "", StringComparison.Ordinal));
        var set = report.Morris.Single(one => one.Response.Name == "end_weight");
        var effects = set.Factors.Zip(set.Measures.Factors).ToDictionary(pair => pair.First!, pair => pair.Second);
        Assert.That(effects["length"].MeanSize.Value, Is.EqualTo(6).Within(1e-9));
        Assert.That(effects["stones"].MeanSize.Value, Is.EqualTo(9).Within(1e-9));
        Assert.That(effects["has_lid"].Mean.Value, Is.EqualTo(5).Within(1e-9));
        Assert.That(effects["metal"].Mean.Value, Is.EqualTo(14).Within(1e-9));
        Assert.That(effects["arm"].Mean.Value, Is.EqualTo(12).Within(1e-9));
        Assert.That(effects.Values.Select(effect => effect.Deviation.Value), Is.All.EqualTo(0).Within(1e-9));
        Assert.That(effects.Values.Select(effect => effect.Effects), Is.All.EqualTo(8));
        Assert.That(effects.Values.Select(effect => effect.Convergence), Is.All.EqualTo(Convergence.NoSpread), "all of a sample alike cannot say how far it may be off");
    }

    [Test]
    public void Run_MorrisWithALogarithm_CountsTheStepOnItsScale()
    {
        var report = Analyse("design:\n  method: morris\n  trajectories: 4\n  factors:\n    depth: {distribution: log_uniform, min: 1, max: 10000}\n    length: {min: 0, max: 1}\n");
        var depth = report.Morris.Single(one => one.Response.Name == "end_depth").Measures.Factors[1];
        // Levels 1, 21.5, 464 and 10,000: the steps of two thirds of the scale change the depth by 463 or 9,978.
        Assert.That(depth.MeanSize.Value, Is.InRange(463 * 1.4, 9979 * 1.6));
        Assert.That(Table("morris").Where(row => row["response"] == "end_weight" && row["factor"] == "depth").Select(row => row["value"]), Is.All.EqualTo("0"));
    }

    [Test]
    public void Run_MorrisGroup_WhoseMembersMoveByDifferentSteps_DividesByTheirMean()
    {
        var report = Analyse("design:\n  method: morris\n  trajectories: 4\n  groups: {both: [length, depth]}\n  factors: {length: {min: 0, max: 3}, depth: {min: 0, max: 3}, metal: {}}\n");
        var both = report.Morris.Single(one => one.Response.Name == "end_weight").Measures.Factors[0];
        Assert.That(both.MeanSize.Value, Is.EqualTo(6).Within(1e-9), "depth weighs nothing");
        Assert.That(both.Effects, Is.EqualTo(4));
    }

    /// <summary>A design that was changed by hand keeps a value in some steps, and one factor's in all.</summary>
    [Test]
    public void Run_MorrisWhereAValueStayed_CountsNoEffectThere()
    {
        const string Config = "replications: 2\ndesign:\n  method: morris\n  trajectories: 4\n  factors: {length: {min: 1, max: 4}, stones: {min: 2, max: 5}}\nparameters: {noise: 1}\n";
        Analyse(Config);
        var path = Path.Combine(Target, "design.csv");
        var lines = File.ReadAllLines(path).Select(line => line.Split(',')).ToList();
        var stones = Array.IndexOf(lines[0], "stones");
        var fixedLines = lines.Skip(1).Select(cells => string.Join(',', cells.Select((cell, i) => i == stones ? "3" : cell)));
        var (manifest, before) = (Path.Combine(Target, "manifest.json"), Experiments.Storage.TableFile.Read(Target, "design.csv"));
        File.WriteAllText(path, string.Join('\n', fixedLines.Prepend(string.Join(',', lines[0]))) + "\n");
        var after = Experiments.Storage.TableFile.Read(Target, "design.csv");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(before.Sha256, after.Sha256, StringComparison.Ordinal));
        File.Delete(Path.Combine(Target, "ledger.db"));
        Experiments.Runs.StudyRunner.Resume([Models.BalanceModel.Definition], Experiments.Config.Overrides.None, new() { Directory = Target, Threads = 1 }, default);
        var measures = Again().Morris.Single(one => one.Response.Name == "end_weight").Measures;
        Assert.That(measures.Factors[0].MeanSize.Value, Is.EqualTo(6).Within(1e-9));
        Assert.That((measures.Factors[1].Effects, measures.Factors[1].Convergence), Is.EqualTo((0, Convergence.NeverMoved)));
        Assert.That(measures.Factors[1].MeanSize.Value, Is.NaN);
        var row = Table("morris").Single(one => one["response"] == "end_weight" && one["factor"] == "stones");
        Assert.That((row["measure"], row["value"], row["effects"], row["convergence"], row["reason"]), Is.EqualTo(("mu_star", "", "0", "not converged", "factor never moved")));
    }

    [Test]
    public void Run_SaltelliWhoseSampleNeverMovesAFactor_HasNoIndexOfIt()
    {
        Analyse("design:\n  method: saltelli\n  points: 16\n  factors: {length: {min: 1, max: 40}, stones: {min: 2, max: 5}, noise: {levels: [0]}}\n");
        var rows = Table("sobol").Where(row => row["response"] == "end_weight").ToList();
        Assert.That(rows.Where(row => row["factor"] == "noise").Select(row => (row["index"], row["low"], row["convergence"], row["reason"])), Is.All.EqualTo(("", "", "not converged", "factor never moved")));
        Assert.That(rows.Where(row => row["factor"] == "length").Select(row => row["index"]), Has.None.Empty);
        Assert.That(rows.Select(row => row["noise"]), Is.All.Empty, "one replication cannot tell");
        var depth = Table("sobol").Where(row => row["response"] == "end_depth");
        Assert.That(depth.Select(row => (row["index"], row["convergence"], row["reason"])), Is.All.EqualTo(("", "constant", "same answer in every row")));
    }

    /// <summary>The factor moves and the rare outcome comes with another: in all that was seen nothing depends on it.</summary>
    [Test]
    public void Run_SaltelliOfARareOutcome_IsNotSureOfAnything()
    {
        Analyse("design:\n  method: saltelli\n  points: 32\n  factors: {length: {min: 1, max: 53}, depth: {min: 0, max: 1}}\n");
        var rows = Table("sobol").Where(row => row["response"] == "tips").ToList();
        Assert.That(rows.Select(row => row["convergence"]), Is.Not.Empty.And.All.EqualTo("not converged"));
        Assert.That(rows.Where(row => row["factor"] == "depth").Select(row => (row["low"], row["high"], row["reason"])), Is.All.EqualTo(("", "", "too rare: a resample misses it")));
    }

    /// <summary>Uniform: the factor's variance is 20^2 / 12, the noise's 10^2 / 12, a fifth of both.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void Run_SaltelliWithReplications_SaysTheShareOfTheNoise(bool isShared)
    {
        var report = Analyse($"replications: 40\ncommon_random_numbers: {(isShared ? "true" : "false")}\nparameters: {{noise: 10}}\ndesign:\n  method: saltelli\n  points: 64\n  factors: {{length: {{min: 0, max: 10}}, depth: {{min: 0, max: 1}}}}\n");
        var noise = report.Sobol.Single(set => set.Response.Name == "end_weight").Indices.Noise;
        Assert.That(noise.Value, Is.EqualTo(0.2).Within(isShared ? 0.06 : 0.015), "forty shared draws are few");
        Assert.That(noise.Interval.Low, Is.LessThan(noise.Value));
        Assert.That(noise.Interval.High, Is.GreaterThan(noise.Value));
        Assert.That(Table("sobol").Where(row => row["response"] == "end_depth").Select(row => row["noise"]), Is.All.EqualTo("0"));
    }
}
