using Agents;
using Agents.Data;
using Elites;
using Experiments.Config;
using Experiments.Demonstrations;
using Experiments.Tests.Config;

namespace Commands.Tests;

/// <summary>What is seen of statements. A herd of 10 on a pasture for 100 gains 9 x rate animals in a week; a full one gains none.</summary>
public sealed class ClaimsCommandTests
{
    private static readonly ModelDefinition Herd = HerdModel.Definition with
    {
        Mechanisms =
        [
            new Mechanism("S1", "A herd grows", "Verhulst 1838", "", "growth.rate", "0", "growth.rate"),
            new Mechanism("S2", "It drifts", "nobody", "", "growth.drift", "0", "growth.drift"),
            new Mechanism("S3", "A herd grows until the pasture is full", "Verhulst 1838", "", "growth.rate", "0", "growth.rate"),
            new Mechanism("S4", "There are herds", "nobody", "", "", "", ""),
            new Mechanism("S5", "It could grow faster", "nobody", "", "growth.drift", "0", "growth.rate"),
        ],
        Demonstrations = new DemonstrationStudy
        {
            Ticks = 2,
            Parameters = ["growth.is_seasonal=true"],
            Rows =
            [
                new("S1", "mean: size, at: 1", ClaimedSign.Up, "1", []),
                new("S2", "mean: size, at: 1", ClaimedSign.Up, "1", []),
                new("S3", "mean: size, at: 1", ClaimedSign.Up, "1", ["herd.animals=100"]) { ShowsAt = ["herd.animals=10"] },
                new("S4", "mean: size, at: 1", ClaimedSign.Either, "", []),
                new("S5", "mean: size, at: 1", ClaimedSign.Up, "1", []),
                new("L1", "mean: size, at: 2", ClaimedSign.Up, "1", []) { Lever = "growth.rate", PulledAt = 1 },
                new("L2", "mean: size, at: 2", ClaimedSign.Down, "1", []) { Lever = "lowest_weight" },
            ],
        },
    };

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-claims-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Claims_OfAModelWithKnownEffects_TellsThemAndNamesWhatIsDead()
    {
        var screen = Claims("--replications", "2");
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Row(screen, "S1"), Does.Contain("; full: growth.rate=1 | 14.5; +4.5; +4.5 |").And.EndWith("| **shows** |"));
            Assert.That(Row(screen, "S2"), Does.Contain("| 14.5; 0; 0 |").And.EndWith("| **mute** |"));
            Assert.That(Row(screen, "S3"), Does.Contain("| 100; 0; 0 |").And.Contain("| herd.animals=10 | 14.5; +4.5; +4.5 |").And.EndWith("| **nominal at the defaults** |"));
            Assert.That(Row(screen, "S4"), Does.EndWith("| **no switch** |"));
            Assert.That(Row(screen, "S5"), Does.Contain("| 14.5; 0; +4.5 |").And.EndWith("| **nominal at the defaults, shows at full** |"));
            Assert.That(Row(screen, "L1"), Does.Contain("pulled: growth.rate=1@1 | 26.9; +6.2 |").And.EndWith("| **shows** |"), "14.5 x (1 - .145) x (1 - .5)");
            Assert.That(Row(screen, "L2"), Does.EndWith("| **weak** |"));
            Assert.That(screen.Out, Does.Contain("2 shows, 1 mute, 1 no switch, 1 nominal at the defaults, 1 nominal at the defaults, shows at full, 1 weak."));
        }
    }

    [Test]
    public void Claims_CalledAgain_ReadsWhatIsThereAndWritesATidyTable()
    {
        var first = Claims("--replications", "2", "--only", "S1,S3");
        Assert.That(Claims("--replications", "2", "--only", "S1,S3", "--checkpoint-every", "0.00001").Out, Is.EqualTo(first.Out));
        var rows = File.ReadAllLines(Path.Combine(Results, "claims.csv"));
        Assert.That(rows[0], Is.EqualTo("id,statement,statistic,world,setting,effect_of,outcome_of,effect,lo,hi,se,least,level,replications,word"));
        Assert.That(rows, Has.Length.EqualTo(1 + 3 + 6), "level, switch and full, in one world and in two");
        Assert.That(rows[2], Is.EqualTo("S1,A herd grows,\"mean: size, at: 1\",defaults,,switch,statistic,4.5,4.5,4.5,0,0,14.5,2,shows"));
        Assert.That(Claims("--replications", "2", "--only", "S1").Out, Does.Not.Contain("| S3 |"));
    }

    /// <summary>Each has its table there, and would leave the other's beside runs that it is not of.</summary>
    [Test]
    public void Claims_WhereJudgementsStand_IsRefusedAndLeavesThem()
    {
        var hypothesis = Path.Combine(folder, "one.yaml");
        File.WriteAllText(hypothesis, """
            model: herd
            ticks: 2
            hypothesis: {id: S1, statement: It grows., source: assumed, kind: construction, fails_if: It does not., contrasts: {level: {weights: {baseline: 1}, mean: size, at: 1, predict: positive, relevant: 1}}}
            """);
        Assert.That(Screen.With([Herd], "judge", hypothesis, "--out", Results).ExitCode, Is.Zero);
        var table = File.ReadAllBytes(Path.Combine(Results, "hypotheses.csv"));
        var screen = Claims("--replications", "2", "--only", "S1");
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, $"{Results} holds judgements of hypotheses: choose another directory with --out, or go on there with abm judge.\n")));
        Assert.That(File.ReadAllBytes(Path.Combine(Results, "hypotheses.csv")), Is.EqualTo(table));
        Directory.Delete(Results, recursive: true);
        Assert.That(Claims("--replications", "2", "--only", "S1").ExitCode, Is.Zero);
        Assert.That(Screen.With([Herd], "judge", hypothesis, "--out", Results).Error, Does.Contain("holds what abm claims shows of a model: choose another directory with --out, or go on there with abm claims."));
    }

    [Test]
    public void Claims_WithAParameterForAllWorlds_HasItInEachOfThem() =>
        Assert.That(Row(Claims("--replications", "1", "--set", "herd.pasture_limit=1000", "--only", "S3"), "S3"), Does.Contain("| 145; +45; +45 |"), "a herd of 100 on a pasture for 1000");

    [Test]
    public void Claims_IntoAFile_WritesTheTableBetweenItsMarkers()
    {
        var page = Path.Combine(folder, "page.md");
        File.WriteAllText(page, "before\n<!-- abm claims herd --into this file -->\nold\n<!-- end of what abm claims wrote -->\nafter\n");
        Assert.That(Claims("--replications", "1", "--only", "S1", "--into", page).Error, Does.Contain("--only: would leave").And.Contain("with some rows of its table"));
        var screen = Claims("--replications", "1", "--into", page);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(File.ReadAllText(page), Does.StartWith("before\n").And.Contain("| S1 | A herd grows").And.Not.Contain("old").And.EndWith("after\n"));
    }

    [TestCase("--set", "herd.pasture=1")]
    [TestCase("--replications", "0")]
    public void Claims_ABadOption_IsToldOnceAndLeavesNothing(string option, string value)
    {
        var screen = Claims(option, value);
        Assert.That(screen.ExitCode, Is.EqualTo(2));
        Assert.That(screen.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1), screen.Error);
        Assert.That(Directory.GetFileSystemEntries(folder), Is.Empty);
    }

    [Test]
    public void Claims_OfAnUnknownId_NamesTheNearestAndRunsNothing()
    {
        var screen = Claims("--only", "S1,S33");
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, "--only: there is no statement or lever 'S33'; did you mean 'S3'?; there are S1, S2, S3, S4, S5, L1, L2\n")));
        Assert.That(Directory.GetFileSystemEntries(folder), Is.Empty);
    }

    [Test]
    public void Claims_OfAModelWithoutStatements_SaysSo()
    {
        var screen = Screen.Of("claims", "flock");
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, "abm claims: flock does not say how its statements are seen\n")));
    }

    /// <summary>Keys, values, measures, events and outcomes of all rows are those of the model: the loader refuses any other.</summary>
    [Test]
    public void Studies_OfTheElites_LoadRowByRow()
    {
        var rows = ElitesModel.Definition.Demonstrations!.Rows;
        Assert.That(() => Demonstrator.Studies(ElitesModel.Definition, rows, Overrides.None), Throws.Nothing);
    }

    /// <summary>A full intensity that is the default would move nothing; where the default is full, the row names none.</summary>
    [Test]
    public void Rows_OfTheElites_TurnTheirIntensityUp()
    {
        var (definition, catalogue) = (ElitesModel.Definition, new ParameterCatalogue(ElitesModel.Definition));
        using (Assert.EnterMultipleScope())
        {
            foreach (var row in definition.Demonstrations!.Rows.Where(row => row.Full.Length > 0))
            {
                var key = row.Lever.Length > 0 ? row.Lever : definition.Mechanisms.Single(mechanism => mechanism.Id == row.Id).Intensity;
                Assert.That(catalogue.Find(key)!.Format(catalogue.Find(key)!.Default), Is.Not.EqualTo(row.Full), row.Id);
            }
        }
    }

    private string Results => Path.Combine(folder, "results");

    private Screen Claims(params string[] arguments) => Screen.With([Herd], ["claims", "herd", .. arguments, "--out", Results, "--threads", "1"]);

    private static string Row(Screen screen, string id) => screen.Out.Split('\n').Single(line => line.StartsWith($"| {id} |", StringComparison.Ordinal));
}
