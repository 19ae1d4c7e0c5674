using Commands.Screen;

namespace Commands.Tests;

public sealed class JudgeCommandTests
{
    /// <summary>A herd of 10 on a pasture for 100 gains 9 x rate animals in a week.</summary>
    private const string Pond =
        """
        model: herd
        ticks: 2
        replications: 3
        scenarios: {slow: {parameters: {growth.rate: 0.2}}, fast: {parameters: {growth.rate: 0.6}}}
        hypothesis:
          id: P1
          statement: A greater rate makes a greater herd.
          source: Verhulst 1838
          kind: construction
          fails_if: The rate does not enter growth.
          contrasts:
            fast_less_slow: {weights: {fast: 1, slow: -1}, mean: size, at: 1, predict: positive, relevant: 1}

        """;

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-judge-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Judge_Folder_PrintsALineEachAndWritesTheTable()
    {
        Write("one.yaml", Pond);
        Write("two.yaml", Pond.Replace("P1", "P2", StringComparison.Ordinal).Replace("positive", "{within: [1, 3]}", StringComparison.Ordinal));
        var screen = Screen.Of("judge", Hypotheses, "--out", Results);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.Contain("| P1 | construction | undecided | fast_less_slow |    3.6 | 3.6 to 3.6 | positive").And.Contain("| P2 | construction | refuted   |").And.Contain("Holm's correction for the 2 hypotheses"));
        var rows = File.ReadAllLines(Path.Combine(Results, "hypotheses.csv"));
        Assert.That(rows, Has.Length.EqualTo(3));
        Assert.That(rows[0], Is.EqualTo("id,kind,statement,contrast,effect,lo,hi,se,p,p_holm,verdict,power,replications,replications_needed,draws,draws_needed,draws_without_value,share_of_draws,share_against,share_inside,share_excluded,sd_between,source,prediction,fails_if"));
        Assert.That(rows[1], Does.StartWith("P1,construction,A greater rate makes a greater herd.,fast_less_slow,3.5999").And.EndWith(",,1,undecided,,3,,,,,,,,,,Verhulst 1838,positive,The rate does not enter growth."), "a model without chance leaves nothing to test");
        Assert.That(Screen.Of("judge", Hypotheses, "--out", Results).Out, Is.EqualTo(screen.Out), "called again it reads what is there");
        Assert.That(Screen.Of("status", Path.Combine(Results, "P1")).Out, Does.Contain("6"), "the runs of a hypothesis are a study like any other");
    }

    /// <summary>A construction is a test of code: it is not counted with what the model could have shown otherwise.</summary>
    [Test]
    public void Judge_OfBothKinds_CountsThemApart()
    {
        Write("one.yaml", Pond);
        Write("two.yaml", Pond.Replace("P1", "P2", StringComparison.Ordinal).Replace("construction", "emergent", StringComparison.Ordinal).Replace("positive", "{within: [1, 3]}", StringComparison.Ordinal));
        Assert.That(Screen.Of("judge", Hypotheses, "--out", Results).Out, Does.Contain(
            "\nEmergent: 0 supported, 1 refuted, 0 immaterial, 0 undecided. Constructions (tests of code, no evidence): 0 supported, 0 refuted, 0 immaterial, 1 undecided.\n")
            .And.Contain("P1: A greater rate makes a greater herd. Fails if: The rate does not enter growth.\n"));
    }

    [Test]
    public void Judge_OverRowsOfADesign_ShowsHowTheyDiffer()
    {
        // A herd of 10 gains 3.6 more, one of 20 gains 6.4 more.
        Write("one.yaml", Pond + "design: {method: list, rows: [{herd.animals: 10}, {herd.animals: 20}]}\n");
        var screen = Screen.Of("judge", Hypotheses, "--out", Results);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.Contain("| draws |       draws for : against | sd between |").And.Contain("|     2 | 1.00 : 0.00 (0.00 : 0.00) |       1.98 |"));
        Assert.That(File.ReadAllLines(Path.Combine(Results, "hypotheses.csv"))[1], Does.Contain(",6,,2,720,0,1,0,0,0,1.979"));
        Assert.That(Screen.Of("verify", Path.Combine(Results, "P1"), "--runs", "6").ExitCode, Is.Zero, "its runs can be made again");
    }

    [Test]
    public void Judge_OverAnEnsemble_RunsAllHypothesesWithItsRowsAndLeavesThemWhatTheySetThemselves()
    {
        Write("one.yaml", Pond.Replace("model: herd", "model: herd\nparameters: {growth.drift: 0.1}", StringComparison.Ordinal));
        Write("two.yaml", Pond.Replace("P1", "P2", StringComparison.Ordinal));
        var ensemble = Path.Combine(folder, "draws.csv");
        File.WriteAllText(ensemble, "herd.animals,growth.drift,growth.rate\n10,0,0.1\n20,0,0.2\n20,0,0.3\n");
        var screen = Screen.Of("judge", Hypotheses, "--ensemble", ensemble, "--out", Results);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Error, Does.Contain("note: P1: growth.drift is not varied: the config sets it\nnote: P1: growth.rate is not varied: the config sets it\nnote: P2: growth.rate is not varied: the config sets it\n"));
        Assert.That(File.ReadAllLines(Path.Combine(Results, "P1", "runs.csv")), Has.Length.EqualTo(1 + 3 * 2 * 10), "ten replications of each draw");
        Assert.That(File.ReadAllLines(Path.Combine(Results, "P1", "design.csv"))[0..3].Select(line => line.Split(',')[1]), Is.EqualTo(new[] { "scenario", "slow", "fast" }));
        Assert.That(screen.Out, Does.Contain("|     3 | 1.00 : 0.00 (0.00 : 0.00) |"));
        Assert.That(Screen.Of("verify", Path.Combine(Results, "P2"), "--runs", "9").ExitCode, Is.Zero, "its runs can be made again");
        Assert.That(Screen.Of("judge", Hypotheses, "--ensemble", ensemble, "--replications", "2", "--out", Results).Out, Does.Contain("|    6 |     3 |"));
    }

    [Test]
    public void Judge_WithPower_AddsReplicationsAndSaysWhatIsStillWanting()
    {
        const string Market = """
            model: boltzmann
            ticks: 5
            replications: 20
            parameters: {agents: 50}
            scenarios: {poor: {}, rich: {parameters: {mean_wealth: 2}}}
            hypothesis:
              id: rich
              statement: Wealth for all lessens inequality.
              source: assumed
              kind: emergent
              fails_if: Wealth for all changes nothing.
              contrasts:
                gini: {weights: {rich: 1, poor: -1}, mean: gini, predict: negative, relevant: 0.02}
                little: {weights: {rich: 1, poor: -1}, mean: gini, predict: negative, relevant: 0.0002}
                open: {weights: {rich: 1}, mean: gini, predict: open}

            """;
        Write("rich.yaml", Market);
        var screen = Screen.OfRealModels("judge", Hypotheses, "--power", "0.8", "--most", "60", "--out", Results);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.Match(@"\nrich little: power 0\.0\d after 60 replications: for the smallest effect that matters, 0\.0002, power 0\.8 would need about \d+,?000\.\n")
            .And.Not.Contain("rich gini: power").And.Not.Contain("rich open: power"));
        var cells = File.ReadAllLines(Path.Combine(Results, "hypotheses.csv"))[2].Split(',');
        Assert.That((cells[12], cells[13].Length), Is.EqualTo(("60", 6)), "thousands of times as many");
        Assert.That(Screen.OfRealModels("judge", Hypotheses, "--power", "0.8", "--most", "60", "--out", Results).Out, Is.EqualTo(screen.Out));
        Write("rich.yaml", Market + "design: {method: list, rows: [{agents: 40}, {agents: 50}, {agents: 60}]}\n");
        var drawn = Screen.OfRealModels("judge", Hypotheses, "--power", "0.8", "--most", "60", "--replications", "10", "--out", Path.Combine(folder, "drawn"));
        Assert.That(drawn.Out, Does.Match(@"\nrich little: power 0\.0\d after 60 replications of each of 3 draws: for the smallest effect that matters, 0\.0002, power 0\.8 would need about .*draws with as many"));
    }

    [Test]
    public void Judge_Into_WritesTheVerdictsOfEachKindBetweenTheMarkersOfAFile()
    {
        var page = Path.Combine(folder, "README.md");
        File.WriteAllText(page, "# Mine\n<!-- abm judge --into this file -->\nold\n<!-- end of what abm judge wrote -->\nrest\n");
        Write("one.yaml", Pond);
        Write("two.yaml", Pond.Replace("P1", "P2", StringComparison.Ordinal).Replace("construction", "emergent", StringComparison.Ordinal).Replace("positive", "{within: [1, 3]}", StringComparison.Ordinal).Replace("greater herd", "greater | herd", StringComparison.Ordinal));
        var screen = Screen.Of("judge", Hypotheses, "--out", Results, "--into", page);
        Assert.That(screen.Error, Does.EndWith($"{page} is renewed.\n"));
        var text = File.ReadAllText(page);
        Assert.That(text, Does.StartWith("# Mine\n<!-- abm judge --into this file -->\n\n3 replications, seed 1, model herd, results version 1. Emergent: 0 supported, 1 refuted, 0 immaterial, 0 undecided.")
            .And.EndWith("\n<!-- end of what abm judge wrote -->\nrest\n").And.Not.Contain("\nold\n"));
        Assert.That(text, Does.Contain("\n**Emergent**: the model could have shown otherwise.\n\n| id |")
            .And.Contain("\n| P2 | A greater rate makes a greater \\| herd. *Fails if:* The rate does not enter growth. | **refuted** | fast less slow +3.6 (+3.6 to +3.6) |\n")
            .And.Contain("\n**Constructions**: a coefficient is read back; tests of code, and no evidence.\n\n| id |")
            .And.Contain("\nWhat is wanting:\n- P1 fast_less_slow: nothing can be said of its power after 3 replications").And.Not.Contain("- P2"));
        Assert.That(Screen.Of("judge", Hypotheses, "--out", Results, "--into", page).Error, Does.EndWith($"{page} is as these runs have it.\n"));
    }

    [Test]
    public void Judge_IntoAFileWithoutMarkers_IsRefusedBeforeAnyRun()
    {
        var page = Path.Combine(folder, "README.md");
        File.WriteAllText(page, "# Mine\n");
        Write("one.yaml", Pond);
        var screen = Screen.Of("judge", Hypotheses, "--out", Results, "--into", page);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, $"{page}: has no lines '<!-- abm judge --into this file -->' and '<!-- end of what abm judge wrote -->' to write between\n")));
        Assert.That(Directory.Exists(Results), Is.False);
    }

    [Test]
    public void Page_OfTheHypotheses_HasTheMarkers() => Assert.That(
        () => VerdictBlock.Block.Require(Path.Combine(Repository.Root, "configs", "elites", "hypotheses", "README.md")), Throws.Nothing);

    [Test]
    public void Judge_WithPowerWhereNothingVaries_SaysThatNothingCanBeSaid()
    {
        Write("one.yaml", Pond);
        Assert.That(Screen.Of("judge", Hypotheses, "--power", "0.8", "--most", "12", "--out", Results).Out,
            Does.Contain("P1 fast_less_slow: nothing can be said of its power after 12 replications: nothing varied, or an effect is missing where one is left out.\n"));
    }

    [TestCase("herd.anmals\n1\n", "draws.csv:1:1: herd.anmals: herd has no parameter 'herd.anmals'; did you mean 'herd.animals'?")]
    [TestCase("herd.animals\n0\n", "draws.csv:2:1: herd.animals: 0 is out of range")]
    [TestCase("growth.rate\n0.5\n", "no column is a factor: the first line holds the keys of parameters, of which the config sets not all itself")]
    public void Judge_OverAWrongEnsemble_NamesItsPlace(string text, string expected)
    {
        Write("one.yaml", Pond);
        var ensemble = Path.Combine(folder, "draws.csv");
        File.WriteAllText(ensemble, text);
        var screen = Screen.Of("judge", Hypotheses, "--ensemble", ensemble, "--out", Results);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, screen.Error)));
        Assert.That(screen.Error, Does.Contain(expected));
    }

    [Test]
    public void Judge_Only_CorrectsForTheseAndTakesMoreReplications()
    {
        Write("one.yaml", Pond);
        Write("two.yaml", Pond.Replace("P1", "P2", StringComparison.Ordinal));
        var screen = Screen.Of("judge", Hypotheses, "--only", "P2", "--replications", "4", "--out", Results);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.Contain("for the one hypothesis judged").And.Not.Contain("P1"));
        Assert.That(File.ReadAllLines(Path.Combine(Results, "P2", "runs.csv")), Has.Length.EqualTo(9));
        Assert.That(Directory.Exists(Path.Combine(Results, "P1")), Is.False);
    }

    [Test]
    public void Judge_OfAnotherStudyThanBefore_ReplacesItsRunsOnlyWithForce()
    {
        Write("one.yaml", Pond);
        Assert.That(Screen.Of("judge", Hypotheses, "--out", Results).ExitCode, Is.Zero);
        Write("one.yaml", Pond.Replace("0.6", "0.7", StringComparison.Ordinal));
        var screen = Screen.Of("judge", Hypotheses, "--out", Results);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, screen.Error)));
        Assert.That(screen.Error, Does.StartWith("P1: ").And.Contain("another study"));
        Assert.That(Screen.Of("judge", Hypotheses, "--out", Results, "--force").Out, Does.Contain("4.5"));
    }

    [Test]
    public void Judge_WithForce_KeepsTheRunsOfHypothesesThatWereNotChanged()
    {
        Write("one.yaml", Pond);
        Write("two.yaml", Pond.Replace("P1", "P2", StringComparison.Ordinal));
        Assert.That(Screen.Of("judge", Hypotheses, "--out", Results).ExitCode, Is.Zero);
        string Timings(string id) => File.ReadAllText(Path.Combine(Results, id, "timings.csv"));
        var (kept, replaced) = (Timings("P1"), Timings("P2"));
        Write("two.yaml", Pond.Replace("P1", "P2", StringComparison.Ordinal).Replace("0.6", "0.7", StringComparison.Ordinal));
        Assert.That(Screen.Of("judge", Hypotheses, "--out", Results, "--force").ExitCode, Is.Zero);
        Assert.That(Timings("P1"), Is.EqualTo(kept));
        Assert.That(Timings("P2"), Is.Not.EqualTo(replaced));
    }

    /// <summary>What the judge computes from is in the ledger: the table beside it is told, mended, and never believed.</summary>
    [Test]
    public void Judge_OverAnEditedTable_RefusesUntilItIsWrittenAgain()
    {
        Write("one.yaml", Pond);
        Assert.That(Screen.Of("judge", Hypotheses, "--out", Results).ExitCode, Is.Zero);
        var (verdicts, ticks) = (File.ReadAllText(Path.Combine(Results, "hypotheses.csv")), Path.Combine(Results, "P1", "ticks.csv"));
        var before = File.ReadAllText(ticks);
        File.WriteAllText(ticks, before.Replace(",1,1", ",1,9", StringComparison.Ordinal));
        var screen = Screen.Of("judge", Hypotheses, "--out", Results);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, $"P1: {Results}/P1 holds this study, but ticks.csv is not what was written: abm resume {Results}/P1 writes the files again from the ledger.\n")));
        Assert.That(Screen.Of("resume", Path.Combine(Results, "P1")).ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(ticks), Is.EqualTo(before));
        Assert.That(Screen.Of("judge", Hypotheses, "--out", Results).ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(Results, "hypotheses.csv")), Is.EqualTo(verdicts));
    }

    [TestCase("positive", "poistive", "hypothesis.contrasts.fast_less_slow.predict: 'poistive' is not a prediction; did you mean 'positive'?")]
    [TestCase("positive", "{abov: 1}", "hypothesis.contrasts.fast_less_slow.predict: a map is not a prediction; did you mean 'above'?")]
    [TestCase("positive", "{within: [2, 1]}", "hypothesis.contrasts.fast_less_slow.predict.within[2]: '1' is out of range; allowed is a number above the first")]
    [TestCase("predict: positive, ", "", "hypothesis.contrasts.fast_less_slow: 'predict' is missing")]
    [TestCase(", relevant: 1", "", "hypothesis.contrasts.fast_less_slow: 'relevant' is missing")]
    [TestCase("relevant", "relevnt", "hypothesis.contrasts.fast_less_slow.relevnt: unknown key; did you mean 'relevant'?")]
    [TestCase("relevant: 1", "relevant: 0", "hypothesis.contrasts.fast_less_slow.relevant: '0' is out of range; allowed is a number more than 0")]
    [TestCase("mean: size", "mean: sise", "hypothesis.contrasts.fast_less_slow.mean: herd has no measure 'sise'; did you mean 'size'?")]
    [TestCase("mean: size", "maen: size", "hypothesis.contrasts.fast_less_slow: names no statistic; did you mean 'mean'?")]
    [TestCase("mean: size", "scenario: fast, mean: size", "hypothesis.contrasts.fast_less_slow.scenario: unknown key")]
    [TestCase("mean: size, at: 1", "mean: size, at: 1, until: 2", "hypothesis.contrasts.fast_less_slow: a mean is read at one row or in a window")]
    [TestCase("mean: size, at: 1", "quantile: size, level: 0.5", "hypothesis.contrasts.fast_less_slow: a quantile has no standard error")]
    [TestCase("mean: size, at: 1", "time: birth", "hypothesis.contrasts.fast_less_slow.time: herd has no event 'birth'")]
    [TestCase("weights: {fast: 1,", "weights: {fsat: 1,", "hypothesis.contrasts.fast_less_slow.weights: there is no scenario 'fsat'; did you mean 'fast'?")]
    [TestCase("slow: -1", "slow: 0", "hypothesis.contrasts.fast_less_slow.weights.slow: '0' is out of range; allowed is a number other than 0")]
    [TestCase("weights: {fast: 1, slow: -1}, ", "", "hypothesis.contrasts.fast_less_slow: 'weights' is missing")]
    [TestCase("id: P1", "idd: P1", "hypothesis.idd: unknown key; did you mean 'id'?")]
    [TestCase("id: P1", "id: P 1", "hypothesis.id: 'P 1' is not an id")]
    [TestCase("  source: Verhulst 1838\n", "", "hypothesis.source: is missing")]
    [TestCase("  kind: construction\n", "", "hypothesis.kind: is missing: write emergent where the model could have shown otherwise, construction where a coefficient of it is read back")]
    [TestCase("kind: construction", "kind: emergant", "hypothesis.kind: 'emergant' is not a kind; did you mean 'emergent'?; write emergent where")]
    [TestCase("kind: construction", "kind: 1", "hypothesis.kind: '1' is not a kind; write emergent where")]
    [TestCase("kind: construction", "kind: [emergent]", "hypothesis.kind: a list is not a kind; write emergent where")]
    [TestCase("  fails_if: The rate does not enter growth.\n", "", "hypothesis.fails_if: is missing")]
    [TestCase("replications: 3", "design: {method: morris, trajectories: 2, factors: {growth.drift: {min: 0, max: 1}}}", "hypothesis: takes the rows of a design as evidence, and those of morris are made from one another: name another method, such as csv")]
    [TestCase("replications: 3", "replications: {until: {measure: size, half_width: 1}, max: 90}", "hypothesis: has one number of replications for all scenarios: write replications as a number")]
    [TestCase("hypothesis:", "hypothesiss:", "hypothesiss: unknown key; did you mean 'hypothesis'?")]
    public void Judge_WrongConfig_NamesPlaceKeyAndWhatIsAllowedBeforeAnyRun(string old, string wrong, string expected)
    {
        Write("a.yaml", Pond);
        Write("b.yaml", Pond.Replace("id: P1", "id: P2", StringComparison.Ordinal).Replace(old.Replace("P1", "P2", StringComparison.Ordinal), wrong, StringComparison.Ordinal));
        var screen = Screen.Of("judge", Hypotheses, "--out", Results);
        Assert.That(screen.ExitCode, Is.EqualTo(2), screen.Out);
        Assert.That(screen.Error, Does.Contain("b.yaml:").And.Contain(expected));
        Assert.That(Directory.Exists(Results), Is.False);
    }

    [Test]
    public void Judge_TwoOfOneId_IsRefused()
    {
        Write("a.yaml", Pond);
        Write("b.yaml", Pond);
        Assert.That(Screen.Of("judge", Hypotheses, "--out", Results).Error, Does.Contain("b.yaml: hypothesis.id: 'P1' is the id of another hypothesis too"));
    }

    [TestCase("--only", "P3", "--only: there is no hypothesis 'P3'; did you mean 'P1'?")]
    [TestCase("--only", ",", "--only: names no hypothesis")]
    [TestCase("--power", "0", "--power: '0' is not a number from 0.05 to 0.999, such as 0.8")]
    [TestCase("--power", "80", "--power: '80' is not a number from 0.05 to 0.999, such as 0.8")]
    [TestCase("--most", "100", "--most: is for --power: --replications says how many there are without it")]
    [TestCase("--ensemble", "nowhere.csv", "--ensemble: design.file: 'nowhere.csv': there is no such file")]
    [TestCase("--replications", "0", "--replications: 0 is out of range")]
    [TestCase("--out", " ", "--out: ' ' is not the name of a directory")]
    public void Judge_WrongOption_IsRefused(string option, string value, string expected)
    {
        Write("a.yaml", Pond);
        var screen = Screen.Of("judge", Hypotheses, option, value);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, screen.Error)));
        Assert.That(screen.Error, Does.Contain(expected));
    }

    private string Hypotheses => Directory.CreateDirectory(Path.Combine(folder, "hypotheses")).FullName;

    private string Results => Path.Combine(folder, "result");

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Hypotheses, name), text);
}
