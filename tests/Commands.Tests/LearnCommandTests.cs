using Elites;
using Experiments.Config;
using Experiments.Learning;

namespace Commands.Tests;

/// <summary><c>abm learn</c> from config to config, with the elites model itself: small, and set so that plots strike soon.</summary>
public sealed class LearnCommandTests
{
    private const string Model =
        "model: elites\nreplications: 12\nticks: 40\nmeasures: {every: 4}\nparameters: {population.agents: 1000, loyalty.base: 0.3}\n"
        + "scenarios:\n  war: {}\n  lost: {interventions: [{at: 8, set: {settlement.terms: 0.2}}]}\n";

    private const string Learning =
        "learning:\n  event: irregular\n  look: 8\n  ahead: 24\n  unit: 4\n  path: is_war\n  coefficients:\n    learnt.war: {then: [is_war]}\n    learnt.peace: {then: [at_peace]}\n"
        + "    learnt.by_loyalty: {seen: [public_loyalty_mean]}\n  later: {leader.acts_at_home: true, leader.beliefs: learnt}\n";

    private string folder = "";

    private string Results => Path.Combine(folder, "results");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-learn-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Learn_TwoRounds_WritesAConfigThatOthersExtend()
    {
        var learnt = Path.Combine(folder, "learnt.yaml");
        var screen = Learn(Model + Learning, "--rounds", "2", "--into", learnt);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        var text = File.ReadAllText(learnt);
        Assert.That(text, Is.EqualTo(screen.Out));
        Assert.That(text, Does.Contain("# Round 2 moved a hazard by at most ").And.Contain("at rest").And.Contain("  learnt.by_loyalty: -").And.Contain("# standard error"));
        Assert.That(Learn(Model + Learning, "--rounds", "2").Out, Is.EqualTo(text), "called again it goes on from what it has");

        var other = Path.Combine(folder, "other.yaml");
        File.WriteAllText(other, "extends: learnt.yaml\nreplications: 1\nticks: 4\nparameters: {population.agents: 1000, leader.beliefs: learnt}\n");
        Assert.That(Screen.OfRealModels("check", other).ExitCode, Is.Zero);
    }

    /// <summary>A copy that was cut short would otherwise be a config like any other, with the model's own coefficients for those that it lost.</summary>
    [Test]
    public void Check_OfALearntFileThatWasCut_IsRefusedOrMissesNothing()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "configs", "elites", "learnt.yaml"));
        File.WriteAllText(Path.Combine(folder, "other.yaml"), "model: elites\nextends: learnt.yaml\n");
        string Checked(int kept)
        {
            File.WriteAllText(Path.Combine(folder, "learnt.yaml"), string.Concat(lines.Take(kept).Select(line => line + "\n")));
            try
            {
                return StudyLoader.Load(Path.Combine(folder, "other.yaml"), [ElitesModel.Definition], Overrides.None).ResolvedYaml;
            }
            catch (ConfigException exception)
            {
                return exception.Message;
            }
        }

        var whole = Checked(lines.Length);
        Assert.That(whole, Does.Contain("learnt.by_disapproval: -0.113546"));
        for (var kept = 0; kept < lines.Length; kept++)
            Assert.That(Checked(kept), Is.EqualTo(whole).Or.Match(@"\A\S*learnt\.yaml:"), $"{kept} lines");
    }

    [Test]
    public void Learn_FewerReplicationsThanAreStored_TeachesWhatAFreshDirectoryDoes()
    {
        var fresh = Learn(Model + Learning, "--replications", "8").Out;
        Directory.Delete(Results, recursive: true);
        Learn(Model + Learning);
        Assert.That(Learn(Model + Learning, "--replications", "8", "--checkpoint-every", "0.001").Out, Is.EqualTo(fresh));
    }

    [Test]
    public void Learn_IntoAFileThatItDidNotWrite_IsRefusedBeforeAnyRun()
    {
        var own = Path.Combine(folder, "mine.txt");
        File.WriteAllText(own, "mine");
        var screen = Learn(Model + Learning, "--into", own);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, $"--into: {Experiments.Config.Problem.Quote(own)} is there already, and abm learn did not write it: --force replaces it\n")));
        Assert.That(Learn(Model + Learning, "--into", folder).Error, Does.Contain("is a folder: name a file"));
        Assert.That((File.ReadAllText(own), Directory.Exists(Results)), Is.EqualTo(("mine", false)));
    }

    [Test]
    public void Learn_LedgerLostBetweenTwoCalls_MakesTheRunsAgain()
    {
        var first = Learn(Model + Learning).Out;
        File.Delete(Path.Combine(Results, "round-1", "ledger.db"));
        var again = Learn(Model + Learning);
        Assert.That((again.ExitCode, again.Out), Is.AnyOf((0, first), (2, "")), again.Error);
    }

    [Test]
    public void Learn_Interrupted_AdvisesItself()
    {
        var config = Path.Combine(folder, "learning.yaml");
        File.WriteAllText(config, Model + Learning);
        var stopped = Learner.Run(
            sets => StudyLoader.Load(config, [ElitesModel.Definition], new Overrides { Sets = sets }), new LearnOptions { Directory = Results }, new CancellationToken(canceled: true));
        Assert.That((stopped.IsInterrupted, stopped.Message), Is.EqualTo((true, $"Interrupted: the same command goes on from what is kept in {Path.Combine(Results, "round-1")}.")));
        Assert.That(Learn(Model + Learning).ExitCode, Is.Zero);
    }

    [Test]
    public void Learn_NothingHappened_SaysThatNothingCanBeLearnt()
    {
        var screen = Learn(Model + Learning.Replace("event: irregular", "event: escalation_catastrophe", StringComparison.Ordinal));
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((1, screen.Error)));
        Assert.That(screen.Error, Does.Contain("none ends with the event: nothing can be learnt"));
    }

    [TestCase("", "learning: the config has no such section")]
    [TestCase("learning:\n  event: irregular\n  look: 6\n  ahead: 24\n  coefficients: {learnt.war: {then: [is_war]}}\n", "learning.look: 6 is no multiple of measures.every, which is 4")]
    [TestCase("learning:\n  event: irregular\n  look: 8\n  ahead: 24\n  coefficients: {learnt.wra: {then: [is_war]}}\n", "did you mean 'learnt.war'?")]
    [TestCase("learning:\n  event: irregular\n  look: 8\n  ahead: 24\n  coefficients: {learnt.war: {then: [is_wra]}}\n", "did you mean 'is_war'?")]
    public void Learn_BadPlan_SaysWhatItTakes(string plan, string message)
    {
        var screen = Learn(Model + plan);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, screen.Error)));
        Assert.That(screen.Error, Does.Contain(message));
    }

    private Screen Learn(string config, params string[] options)
    {
        var path = Path.Combine(folder, "learning.yaml");
        File.WriteAllText(path, config);
        return Screen.OfRealModels(["learn", path, "--out", Results, "--threads", "2", .. options]);
    }
}
