using System.Globalization;
using System.Text.RegularExpressions;
using Elites;
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

    // One study pulls all the levers of the model of elites at once, and then little by little.
    [Test]
    public void Load_EveryLeverInAnInterventionAndARamp_IsSound()
    {
        var levers = new ParameterCatalogue(ElitesModel.Definition).Parameters.Where(parameter => parameter.About.Lever > 0).ToArray();
        var set = string.Join(", ", levers.Select(lever => $"{lever.Key}: {(lever.Default is bool ? "true" : Most(lever))}"));
        var to = string.Join(", ", levers.Where(lever => lever.Default is not bool && lever.Key != "settlement.terms").Select(lever => $"{lever.Key}: {Most(lever)}"));
        var folder = Directory.CreateTempSubdirectory("abm-levers-").FullName;
        try
        {
            var config = Path.Combine(folder, "levers.yaml");
            File.WriteAllText(config, $$$"""
                model: elites
                scenarios:
                  set: {interventions: [{at: 4, set: { {{{set}}} }}]}
                  ramp: {interventions: [{at: 4, until: 16, to: { {{{to}}} }}]}

                """);
            Assert.That(levers, Has.Length.GreaterThan(37));
            Assert.That(() => StudyLoader.Load(config, Models.All, Overrides.None), Throws.Nothing);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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

    private static string Most(Parameter lever) => lever.About.Max.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock();
}
