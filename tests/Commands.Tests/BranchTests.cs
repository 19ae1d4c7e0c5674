namespace Commands.Tests;

/// <summary>A branching study of a real model: the tables of the whole runs, byte for byte.</summary>
public sealed class BranchTests
{
    private const string Elites = """
        model: elites
        replications: 3
        ticks: 60
        measures: {agents: [elite_loyalty, mass_is_active], every: 7}
        parameters: {population.agents: 1500, loyalty.base: 0, coup.threshold: 0.4}
        scenarios:
          war: {}
          draw: {interventions: [{at: 30, set: {settlement.terms: 0.5}}]}
          slow: {interventions: [{at: 35, until: 45, to: {repression.level: 0.1, hardship.loss_aversion: 3}}]}
        """;

    private const string CivilViolence = """
        model: civil-violence
        replications: 4
        ticks: 50
        scenarios:
          lasting: {}
          shaken: {interventions: [{at: 30, set: {legitimacy: 0.6}}]}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("abm-branch-").FullName;

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [TestCase("elites", Elites)]
    [TestCase("civil-violence", CivilViolence)]
    public void Run_Branched_WritesTheTablesOfTheWholeRuns(string name, string config)
    {
        var whole = Tables($"{name}-whole", config, threads: 2);
        Assert.That(whole.Keys, Is.SupersetOf(new[] { "design.csv", "runs.csv", "ticks.csv" }));
        foreach (var threads in new[] { 1, 5 })
            Assert.That(Tables($"{name}-{threads}", config + "\nbranch: {at: 30}\n", threads), Is.EqualTo(whole), $"{threads} threads");
    }

    private Dictionary<string, string> Tables(string name, string config, int threads)
    {
        var path = Path.Combine(folder, "study.yaml");
        File.WriteAllText(path, config);
        var target = Path.Combine(folder, name);
        var (exitCode, _, error) = AbmProcess.Run("run", path, "--out", target, "--threads", $"{threads}");
        Assert.That(exitCode, Is.Zero, error);
        Assert.That(error, config.Contains("branch", StringComparison.Ordinal) ? Does.Contain("The scenarios branched at row 30") : Does.Not.Contain("branched"));
        return Directory.EnumerateFiles(target, "*.csv").Where(file => Path.GetFileName(file) != "timings.csv")
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
    }
}
