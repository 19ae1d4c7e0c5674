using System.Diagnostics;

namespace Commands.Tests;

/// <summary>The promise of the README: same config, seed and version, same bytes.</summary>
public sealed class SameBytesTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("abm-bytes-").FullName;

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Run_OtherThreadsLocaleOrTime_WritesTheSameTables()
    {
        var first = Tables("first", threads: 1, locale: "C");
        Assert.That(first.Keys, Is.SupersetOf(new[] { "design.csv", "runs.csv", "ticks.csv", "events.csv", "agents.csv" }));
        Assert.That(first["events.csv"], Has.Length.GreaterThan(100), "too little happens for the comparison to mean much");
        Assert.That(Tables("again", threads: 1, locale: "C"), Is.EqualTo(first));
        Assert.That(Tables("two", threads: 2, locale: "C"), Is.EqualTo(first));
        Assert.That(Tables("german", threads: 2, locale: "de_DE.UTF-8"), Is.EqualTo(first));
    }

    [Test]
    public void Run_OneRunOnSeveralThreads_WritesTheSameTables()
    {
        string[] large = ["--replications", "1", "--set", "population.agents=20000", "--ticks", "60"];
        Assert.That(Tables("blocks", threads: 7, locale: "C", large), Is.EqualTo(Tables("plain", threads: 1, locale: "C", large)));
    }

    [Test]
    public void Run_AnotherSeed_WritesOtherTables() =>
        Assert.That(Tables("other", threads: 2, locale: "C", "--seed", "2")["ticks.csv"], Is.Not.EqualTo(Tables("one", threads: 2, locale: "C")["ticks.csv"]));

    private Dictionary<string, string> Tables(string name, int threads, string locale, params string[] options)
    {
        var config = Path.Combine(folder, "small.yaml");
        File.WriteAllText(config, $$"""
            extends: {{Path.Combine(Repository.Root, "configs", "elites", "settlement.yaml")}}
            replications: 4
            ticks: 80
            measures: {agents: [elite_loyalty, mass_grievance], every: 20}
            parameters: {population.agents: 2000, loyalty.base: 0}
            """);
        var target = Path.Combine(folder, name);
        var start = AbmProcess.Start(["run", config, "--out", target, "--threads", $"{threads}", .. options]);
        start.Environment["LC_ALL"] = locale;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error.Result);
        return Directory.EnumerateFiles(target, "*.csv").Where(path => Path.GetFileName(path) != "timings.csv")
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
    }
}
