using Experiments.Config;

namespace Cli.Tests;

public sealed class ConfigsTests
{
    private static IEnumerable<string> Configs => Directory.EnumerateFiles(Path.Combine(Repository.Root, "configs"), "*.yaml", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Configs))]
    public void Load_CommittedConfig_IsSoundAndSurprisesNobody(string config) =>
        Assert.That(StudyLoader.Load(Path.Combine(Repository.Root, config), Models.All, Overrides.None).Notes, Is.Empty);

    [TestCase("saltelli", 8, 1152)]
    [TestCase("morris", 20, 420)]
    public void Load_ConfigOfSensitivity_HasTheFactorsAndRowsThatItPromises(string name, int factors, int rows)
    {
        var study = StudyLoader.Load(Path.Combine(Repository.Root, "configs", "elites", name + ".yaml"), Models.All, Overrides.None);
        Assert.That((study.Design.Factors.Count, study.Design.Rows), Is.EqualTo((factors, rows)));
    }
}
