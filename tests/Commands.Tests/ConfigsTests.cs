using System.Globalization;
using System.Text.RegularExpressions;
using Elites;
using Experiments.Config;

namespace Commands.Tests;

public sealed partial class ConfigsTests
{
    private const string Whole = """
        model: elites
        scenarios:
          war: {}
          draw: {interventions: [{at: 52, set: {settlement.terms: 0.5}}]}
          lost: {interventions: [{at: 52, set: {settlement.terms: 0.2}}]}

        """;

    private static IEnumerable<string> Blocks =>
        YamlBlock().Matches(File.ReadAllText(Path.Combine(Repository.Root, "configs", "README.md"))).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Configs => Directory.EnumerateFiles(Path.Combine(Repository.Root, "configs"), "*.yaml", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal);

    /// <summary>What is said of configs that mean to be as they are.</summary>
    private static readonly Dictionary<string, string[]> Notes = new()
    {
        ["long-grind"] = ["the scenarios war and grind are the same"],
        ["trap-together"] = ["sanctions_and_carrots, carrots, all_of_these, and_half_a_safe_exit: no settlement comes", "against_him: no settlement comes"],
    };

    [TestCaseSource(nameof(Configs))]
    public void Load_CommittedConfig_IsSoundAndSurprisesNobody(string config)
    {
        var notes = StudyLoader.Load(Path.Combine(Repository.Root, config), Cli.Models.All, Overrides.None).Notes;
        string[] known = Notes.TryGetValue(Path.GetFileNameWithoutExtension(config), out var some) ? some : [];
        Assert.That(notes, Has.Count.EqualTo(known.Length).And.All.Matches<string>(note => note is not null && known.Any(start => note.StartsWith(start, StringComparison.Ordinal))));
    }

    [Test]
    public void Run_NamedElite_ShowsItsTablesAtTickZero()
    {
        var folder = Directory.CreateTempSubdirectory("abm-named-").FullName;
        try
        {
            var elites = Path.Combine(Repository.Root, "configs", "elites");
            var (exitCode, _, error) = AbmProcess.Run("run", Path.Combine(elites, "named-elite.yaml"), "--out", folder, "--replications", "1", "--ticks", "5");
            Assert.That(exitCode, Is.Zero, error);
            var oligarchs = Cells(Path.Combine(elites, "data", "oligarchs.csv"));
            var agents = Cells(Path.Combine(folder, "agents.csv")).Where(row => row["tick"] == "0" && row["elite_kind"] == "0").ToList();
            Assert.That(oligarchs, Has.Count.EqualTo(40));
            Assert.That(agents.Select(row => Number(row["elite_loyalty"])), Is.EqualTo(oligarchs.Select(row => Number(row["loyalty"]))).Within(1e-6));
            var casualties = Cells(Path.Combine(folder, "ticks.csv")).Select(row => Number(row["casualties"])).ToList();
            Assert.That(casualties[1] - casualties[0], Is.EqualTo(7 * 1_000).Within(1));
            Assert.That(casualties[5] - casualties[4], Is.EqualTo(7 * 1_040).Within(1));
            Assert.That(File.ReadAllBytes(Path.Combine(folder, "inputs", "elite.csv")), Is.EqualTo(File.ReadAllBytes(Path.Combine(elites, "data", "oligarchs.csv"))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<Dictionary<string, string>> Cells(string path)
    {
        var lines = File.ReadAllLines(path).Select(line => line.Split(',')).ToList();
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    // What stands in a cell of a table must be the same word to everyone who reads it.
    [Test]
    public void Words_OfTheModels_AreWhatTheyAreToRAndPandas()
    {
        foreach (var model in Cli.Models.All)
        {
            var words = model.Outcomes.Select(outcome => outcome.Code).Concat(model.Events.Select(kind => kind.Name))
                .Concat(model.ModelReporters.Select(measure => measure.Name)).Concat(model.AgentReporters.Select(measure => measure.Name))
                .Concat(model.Networks.Select(network => network.Name)).Concat(new ParameterCatalogue(model).Parameters.SelectMany(parameter => parameter.Choices));
            Assert.That(words.Where(word => TableName.Misreading(word) is not null), Is.Empty, model.Name);
        }
    }

    [TestCase("saltelli", 8, 640)]
    [TestCase("morris", 20, 420)]
    public void Load_ConfigOfSensitivity_HasTheFactorsAndRowsThatItPromises(string name, int factors, int rows)
    {
        var study = StudyLoader.Load(Path.Combine(Repository.Root, "configs", "elites", name + ".yaml"), Cli.Models.All, Overrides.None);
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
            Assert.That(() => StudyLoader.Load(config, Cli.Models.All, Overrides.None), Throws.Nothing);
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
            var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
            foreach (var table in Directory.EnumerateFiles(Path.Combine(Repository.Root, "configs", "elites", "data")))
                File.Copy(table, Path.Combine(data, Path.GetFileName(table)));
            File.WriteAllText(config, Whole + block);
            Assert.That(() => StudyLoader.Load(config, Cli.Models.All, Overrides.None), Throws.Nothing);
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
