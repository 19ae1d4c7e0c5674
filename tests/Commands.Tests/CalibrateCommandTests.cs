using System.Globalization;

namespace Commands.Tests;

public sealed class CalibrateCommandTests
{
    /// <summary>After one week a herd of 10 on a pasture for 100 has 10 + 9 x rate animals: 14.5 at a rate of 0.5.</summary>
    private const string Pond =
        """
        model: herd
        ticks: 2
        calibration:
          method: smc
          particles: 20
          generations: 4
          batch: 20
          predictive: 10
          targets: {size: {mean: size, at: 1, value: 14.5, tolerance: 0.5}}
          parameters: {growth.rate: {min: 0, max: 2}}
        """;

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-calibrate-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Calibrate_Config_PrintsPosteriorAndFitAndGoesOnWhenCalledAgain()
    {
        var screen = Calibrate(Pond);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.StartWith("pond (herd): 20 particles of").And.Contain("growth.rate").And.Contain("inside"));
        Assert.That(screen.Error, Does.Contain("generation 1: 20 of 20 proposals drawn from the prior").And.Contain("generation 4: 20 of").And.Contain("Results: "));
        var mean = double.Parse(File.ReadAllLines(Path.Combine(Results, "posterior_summary.csv"))[1].Split(',')[3], CultureInfo.InvariantCulture);
        Assert.That(mean, Is.EqualTo(0.5).Within(0.05));
        Assert.That(Calibrate(Pond).Out, Is.EqualTo(screen.Out));
    }

    [Test]
    public void Calibrate_PosteriorDesign_IsADesignOfAStudy()
    {
        Calibrate(Pond);
        var path = Path.Combine(folder, "ensemble.yaml");
        File.WriteAllText(path, "model: herd\nticks: 2\ndesign: {method: csv, file: result/posterior_design.csv}");
        var screen = Screen.Of("run", path, "--out", Path.Combine(folder, "ensemble"));
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(File.ReadAllLines(Path.Combine(folder, "ensemble", "runs.csv")), Has.Length.EqualTo(11));
    }

    [TestCase("0.5", "14.5", "inside")]
    [TestCase("1.5", "23.5", "missed")]
    public void Calibrate_FitOnly_ComparesTheValuesOfTheConfig(string rate, string size, string verdict)
    {
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, $"{Pond}\nparameters: {{growth.rate: {rate}}}");
        var screen = Screen.Of("calibrate", path, "--fit-only", "--replications", "5", "--out", Results);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.StartWith("Fit of the values of pond (herd), 5 replications").And.Contain(verdict));
        Assert.That(File.ReadAllLines(Path.Combine(Results, "configured", "fit.csv"))[1], Is.EqualTo($"size,14.5,14,15,{size},,,{verdict}"), "five runs that agree have no interval");
    }

    [Test]
    public void Calibrate_GuidedConfig_PrintsRoundsSurrogateAndWhatIsNotFixed()
    {
        var path = Path.Combine(folder, "plots.yaml");
        File.WriteAllText(path,
            """
            model: elites
            ticks: 20
            parameters: {population.agents: 1000}
            calibration:
              method: guided
              initial: 12
              proposals: 20
              particles: 10
              replications: 4
              batch: 8
              predictive: 6
              targets: {plots: {events: coup_attempt, observed: {count: 3, exposure: 20}}}
              parameters: {loyalty.base: {min: 0.5, max: 2.2}}
            """);
        Assert.That(Screen.OfRealModels("check", path).Out, Does.Contain("# calibration: at least 30 and at most 30 proposals (20 for the surrogate, and 10 particles), and 6 draws run anew; 4 runs of each"));
        var screen = Screen.OfRealModels("calibrate", path, "--out", Results);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Error, Does.Contain("round 1: 12 proposals, 12 in all").And.Contain("round 3: 10 proposals, 30 in all; against prediction at worst bias "));
        Assert.That(screen.Out, Does.StartWith("plots (elites): 10 particles of 30 proposals, 4 runs each in every scenario; effective sample ")
            .And.Contain("Surrogate on the particles, which it had not seen").And.Contain("Fit of 6 draws from the posterior"));
        var contraction = double.Parse(File.ReadAllLines(Path.Combine(Results, "posterior_summary.csv"))[1].Split(',')[10], CultureInfo.InvariantCulture);
        Assert.That(screen.Out.Contains("Not fixed by the targets (contraction below 0.5): loyalty.base.", StringComparison.Ordinal), Is.EqualTo(contraction < 0.5));
        Assert.That(Screen.OfRealModels("calibrate", path, "--out", Results).Out, Is.EqualTo(screen.Out));
    }

    [TestCase("resume")]
    [TestCase("status")]
    [TestCase("analyse")]
    [TestCase("verify")]
    public void Command_OnTheDirectoryOfACalibration_NamesTheCommandThatGoesOn(string command)
    {
        Calibrate(Pond);
        var screen = Screen.Of(command, Results);
        Assert.That(screen.ExitCode, Is.EqualTo(2));
        Assert.That(screen.Error, Does.Contain($"holds a calibration, not a study: abm calibrate {Path.Combine(Results, "config.resolved.yaml")} --out {Results} goes on with it"));
        var again = Screen.Of("calibrate", Path.Combine(Results, "config.resolved.yaml"), "--out", Results);
        Assert.That((again.ExitCode, again.Out), Is.EqualTo((0, Calibrate(Pond).Out)), "the command that is named does it");
    }

    [Test]
    public void Check_OfACalibration_SaysWhatTheSearchMayCost()
    {
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, Pond);
        Assert.That(Screen.Of("check", path).Out, Does.Contain("# calibration: at least 20 and at most 1600 proposals (4 generations of 20 particles), and 10 draws run anew; 1 runs of each in every scenario: 30 to 1610 runs, at most about "));
    }

    [TestCase("model: herd", "calibration: the config has no such section")]
    [TestCase("model: herd\ncalibration: {}", "pond.yaml:2:14: calibration.method: 'method' is missing; the methods are rejection, smc (sequential Monte Carlo), guided (by a surrogate)")]
    [TestCase("model: herd\ncalibration: {method: smcc}", "calibration.method: 'smcc' is not a method; did you mean 'smc'?")]
    [TestCase("model: herd\ncalibration: {method: smc}", "calibration.targets: names nothing that is to be met")]
    [TestCase("model: herd\ncalibration: {method: smc}", "calibration.parameters: names nothing that varies")]
    [TestCase("model: herd\ncalibration: {method: rejection, tolerance: 1}", "calibration.tolerance: unknown key")]
    [TestCase("model: herd\ncalibration: {method: smc, quantile: 1}", "calibration.quantile: '1' is out of range; allowed is a number more than 0 and less than 1")]
    [TestCase("model: herd\ncalibration: {method: smc, targets: {a: {maen: size, value: 1, tolerance: 1}}}", "calibration.targets.a: names no statistic; did you mean 'mean'?; it has one of share, rate, events, periods, mean, quantile, highest, lowest, time, ratio, difference")]
    [TestCase("model: herd\ncalibration: {method: smc, targets: {a: {mean: sise, value: 1, tolerance: 1}}}", "calibration.targets.a.mean: herd has no measure 'sise'; did you mean 'size'?")]
    [TestCase("model: herd\ncalibration: {method: smc, targets: {a: {mean: size, value: 1}}}", "calibration.targets.a: a target has one of tolerance")]
    [TestCase("model: herd\ncalibration: {method: smc, targets: {a: {mean: size, value: 1, interval: [2, 3]}}}", "calibration.targets.a.interval[1]: '2' is out of range; allowed is a number below the value, 1")]
    [TestCase("model: herd\ncalibration: {method: smc, targets: {a: {mean: size, value: 0, factor: 2}}}", "calibration.targets.a.factor: a factor needs a value more than 0")]
    [TestCase("model: herd\ncalibration: {method: smc, targets: {a: {share: any, value: 0, tolerance: 2}}}", "calibration.targets.a.share: herd has no outcomes")]
    [TestCase("model: herd\ncalibration: {method: smc, targets: {a: {ratio: {mean: size}, value: 0, tolerance: 2}}}", "calibration.targets.a.ratio: is not a list of two statistics")]
    [TestCase("model: herd\nscenarios: {one: {}, two: {}}\ncalibration: {method: smc, targets: {a: {mean: size, value: 0, tolerance: 2}}}", "calibration.targets.a: 'scenario' is missing; the scenarios are one, two")]
    [TestCase("model: herd\ncalibration: {method: smc, parameters: {growth.rte: {min: 0, max: 1}}}", "calibration.parameters.growth.rte: herd has no parameter 'growth.rte'; did you mean 'growth.rate'?")]
    [TestCase("model: herd\ncalibration: {method: smc, parameters: {growth.rate: {min: 1, max: 0}}}", "calibration.parameters.growth.rate: max is not greater than min")]
    [TestCase("model: herd\ndesign: {method: list, rows: [{growth.rate: 1}]}\ncalibration: {method: smc}", "calibration: makes its own design: leave design empty")]
    public void Calibrate_WrongConfig_NamesPlaceKeyAndWhatIsAllowed(string text, string expected)
    {
        var screen = Calibrate(text);
        Assert.That(screen.ExitCode, Is.EqualTo(2));
        Assert.That(screen.Error, Does.Contain(expected));
    }

    [Test]
    public void Calibrate_ToyOfTheRepository_FindsTheMeanWealthThatItsTargetImplies()
    {
        var toy = Path.Combine(Repository.Root, "configs", "classics", "boltzmann-calibration.yaml");
        var path = Path.Combine(folder, "toy.yaml");
        File.WriteAllText(path, $"extends: '{toy}'\nticks: 100\nparameters: {{agents: 300}}\ncalibration: {{particles: 30, predictive: 10, batch: 30, generations: 5}}");
        using var error = new StringWriter();
        var code = CommandLine.Run(["calibrate", path, "--out", Results], Cli.Models.All, new Terminal(TextWriter.Null, error));
        Assert.That(code, Is.Zero, error.ToString());
        var cells = File.ReadAllLines(Path.Combine(Results, "posterior_summary.csv"))[1].Split(',');
        Assert.That((cells[0], cells[7]), Is.EqualTo(("mean_wealth", "4")), "the median");
    }

    private string Results => Path.Combine(folder, "result");

    private Screen Calibrate(string text)
    {
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, text);
        return Screen.Of("calibrate", path, "--out", Results);
    }
}
