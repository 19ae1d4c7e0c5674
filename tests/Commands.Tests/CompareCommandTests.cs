using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Commands.Tests;

public sealed class CompareCommandTests
{
    private const string Pond =
        """
        model: herd
        ticks: 2
        calibration:
          method: rejection
          particles: 40
          quantile: 0.2
          batch: 200
          predictive: 10
          targets: {size: {mean: size, at: 1, value: 14.5, tolerance: 0.5}}
          parameters: {growth.rate: {min: 0, max: 2}}
        """;

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-compare-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Compare_TwoSeeds_SaysThatTheyAgree()
    {
        Calibrate(Pond, "one");
        Calibrate(Pond, "two", "--seed", "2");
        var screen = Screen.Of("compare", Path.Combine(folder, "one"), Path.Combine(folder, "two"));
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.StartWith("seeds 1 and 2, effective samples 40 and 40").And.Contain("1 of 1 parameters agree (R-hat below 1.1).").And.Contain("1 of 1 targets agree"));
        var row = File.ReadAllLines(Path.Combine(folder, "one", "comparison.csv"))[1].Split(',');
        Assert.That((row[0], row[1], row[8]), Is.EqualTo(("parameter", "growth.rate", "TRUE")));
        Assert.That(double.Parse(row[6], CultureInfo.InvariantCulture), Is.InRange(-0.9, 0.9), "four standard errors of the difference of two means of 40");
    }

    /// <summary>1, 2 and 3 on one side, 11, 12 and 13 on the other: each half of a sample has no or half a unit of spread.</summary>
    [Test]
    public void Compare_SamplesFarApart_SaysWhichDoNotAgree()
    {
        Calibrate(Pond, "one");
        Calibrate(Pond, "two", "--seed", "2");
        foreach (var (name, start) in new[] { ("one", 1), ("two", 11) })
        {
            Replace(
                name,
                $"particle,weight,growth.rate,distance,size\n1,0.25,{start},0,5\n2,0.25,{start + 1},0,5\n3,0.25,{start},0,5\n4,0.25,{start + 1},0,5\n");
        }
        var screen = Screen.Of("compare", Path.Combine(folder, "one"), Path.Combine(folder, "two"));
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.Contain("0 of 1 parameters agree (R-hat below 1.1); not growth.rate.").And.Contain("1 of 1 targets agree"));
        var row = File.ReadAllLines(Path.Combine(folder, "one", "comparison.csv"))[1].Split(',');
        // Within: 0.25. Means of halves: 1.5, 1.5, 11.5, 11.5, of variance 100 / 3; halves of 2: 1/2 + 400 / 3.
        Assert.That(double.Parse(row[7], CultureInfo.InvariantCulture), Is.EqualTo(Math.Sqrt(0.5 + 400 / 3.0)).Within(1e-9));
        Assert.That(double.Parse(row[6], CultureInfo.InvariantCulture), Is.EqualTo(-20).Within(1e-9));
    }

    [TestCase("min: 0, max: 2", "min: 0, max: 1.9", "are different searches: only one of them has the prior growth.rate: {")]
    [TestCase("tolerance: 0.5", "tolerance: 1", "are different searches: only one of them has the target size: {mean: size, scenario: baseline, at: 1, value: 14.5, interval: [14, 15]}.")]
    public void Compare_DifferentSearches_Refuses(string here, string there, string expected)
    {
        Calibrate(Pond, "one");
        Calibrate(Pond.Replace(here, there, StringComparison.Ordinal), "two");
        var screen = Screen.Of("compare", Path.Combine(folder, "one"), Path.Combine(folder, "two"));
        Assert.That(screen.ExitCode, Is.EqualTo(2));
        Assert.That(screen.Error, Does.Contain(expected));
    }

    [Test]
    public void Compare_NoCalibration_Refuses()
    {
        Calibrate(Pond, "one");
        var one = Path.Combine(folder, "one");
        Assert.That(Screen.Of("compare", one, folder).Error, Does.Contain($"{folder} holds no calibration."));
        File.Delete(Path.Combine(one, "posterior.csv"));
        Assert.That(Screen.Of("compare", one, one).Error, Does.Contain($"The calibration in {one} is not over: abm calibrate {Path.Combine(one, "config.resolved.yaml")} --out {one} goes on with it."));
    }

    /// <summary>An edited table is not compared, and the calibration that it is of writes it again.</summary>
    [Test]
    public void Compare_AnEditedPosterior_RefusesUntilItIsWrittenAgain()
    {
        Calibrate(Pond, "one");
        var (one, posterior) = (Path.Combine(folder, "one"), Path.Combine(folder, "one", "posterior.csv"));
        var before = File.ReadAllText(posterior);
        File.WriteAllText(posterior, before[..^2] + (before[^2] == '1' ? '2' : '1') + "\n");
        var screen = Screen.Of("compare", one, one);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, $"{posterior} is not what was written: abm calibrate {Path.Combine(one, "config.resolved.yaml")} --out {one} writes it again.\n")));
        Assert.That(Screen.Of("calibrate", Path.Combine(one, "config.resolved.yaml"), "--out", one).ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(posterior), Is.EqualTo(before));
        Assert.That(Screen.Of("compare", one, one).ExitCode, Is.Zero);
    }

    /// <summary>A posterior of the test's own, as if the search had written it.</summary>
    private void Replace(string name, string posterior)
    {
        var path = Path.Combine(folder, name, "posterior.csv");
        var (state, old) = (Path.Combine(folder, name, "calibration.json"), Hash(path));
        File.WriteAllText(path, posterior);
        File.WriteAllText(state, Regex.Replace(File.ReadAllText(state).Replace(old, Hash(path), StringComparison.Ordinal), "(\"posterior.csv\",\\s*\"bytes\": )[0-9]+", $"${{1}}{posterior.Length}"));
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private void Calibrate(string text, string name, params string[] options)
    {
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, text);
        var screen = Screen.Of(["calibrate", path, "--out", Path.Combine(folder, name), .. options]);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
    }
}
