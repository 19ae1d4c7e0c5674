using System.Text.RegularExpressions;
using Experiments.Config;

namespace Cli.Tests;

public sealed partial class ConfigsTests
{
    private const string Whole = """
        model: elites
        scenarios:
          war: {}
          draw: {interventions: [{at: 52, set: {settlement.terms: 0.5}}]}

        """;

    private static IEnumerable<string> Blocks =>
        YamlBlock().Matches(File.ReadAllText(Path.Combine(Repository.Root, "configs", "README.md"))).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Configs => Directory.EnumerateFiles(Path.Combine(Repository.Root, "configs"), "*.yaml", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Configs))]
    public void Load_CommittedConfig_IsSoundAndSurprisesNobody(string config) =>
        Assert.That(StudyLoader.Load(Path.Combine(Repository.Root, config), Models.All, Overrides.None).Notes, Is.Empty);

    [TestCase("saltelli", 8, 4608)]
    [TestCase("morris", 20, 420)]
    public void Load_ConfigOfSensitivity_HasTheFactorsAndRowsThatItPromises(string name, int factors, int rows)
    {
        var study = StudyLoader.Load(Path.Combine(Repository.Root, "configs", "elites", name + ".yaml"), Models.All, Overrides.None);
        Assert.That((study.Design.Factors.Count, study.Design.Rows), Is.EqualTo((factors, rows)));
    }

    [TestCaseSource(nameof(Blocks))]
    public void Load_SectionShownInTheReferenceOfConfigs_IsSound(string block)
    {
        var folder = Directory.CreateTempSubdirectory("abm-reference-").FullName;
        try
        {
            var config = Path.Combine(folder, "shown.yaml");
            File.WriteAllText(config, Whole + block);
            Assert.That(() => StudyLoader.Load(config, Models.All, Overrides.None), Throws.Nothing);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock();
}
