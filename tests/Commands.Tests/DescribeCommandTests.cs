using System.Text.RegularExpressions;
using Agents;
using Elites;

namespace Commands.Tests;

public sealed class DescribeCommandTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-describe-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Describe_Levers_AreInTheOrderOfTheirNumbers()
    {
        var lines = Screen.OfRealModels("describe", "elites", "--levers", "--format", "csv").Out.TrimEnd('\n').Split('\n');
        Assert.That(lines[0], Is.EqualTo("lever,key,type,unit,default,range,meaning,source"));
        Assert.That(lines[1], Does.StartWith("1,settlement.terms,number,share,-1,-1 to 1,"));
        Assert.That(lines.Skip(1).Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]).Distinct(), Is.EqualTo(Enumerable.Range(1, 38).Where(number => number != 2).Select(number => $"{number}")),
            "2 is the week of an intervention");
    }

    [TestCase("csv", "id,claim,source,rule,switch,off,intensity,structural,note\n")]
    [TestCase("json", "[\n  {\n    \"id\": \"S")]
    [TestCase("markdown", "## Mechanisms\n\n| id | claim |")]
    [TestCase("table", "Mechanisms\n+-")]
    public void Describe_Mechanisms_HaveEveryFormat(string format, string start)
    {
        var screen = Screen.OfRealModels("describe", "elites", "--mechanisms", "--format", format);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((0, "")));
        Assert.That(screen.Out, Does.StartWith(start));
        Assert.That(screen.Out.Split('\n'), Has.Length.GreaterThan(ElitesModel.Definition.Mechanisms.Count));
    }

    [Test]
    public void Describe_Markdown_TellsStateVariablesFromTheCommentsAboveThem() =>
        Assert.That(Screen.OfRealModels("describe", "elites", "--format", "markdown").Out,
            Does.Contain("| elite | loyalty | state | number | Loyalty to the leader (l), 0 to 1 |").And.Contain("| elite_climate | blame | shared | number | The pool of blame (BL) |"));

    [Test]
    public void Describe_Markdown_TellsWhatFilesCanFill() =>
        Assert.That(Screen.OfRealModels("describe", "elites", "--format", "markdown").Out,
            Does.Contain("| elite | kind | one of oligarch, general, field_officer, security_officer, director, ultranationalist; the record fills the next row of this kind |")
                .And.Contain("| elite | loyalty | a number from 0 to 1 |").And.Contain("| ties.trust | source, target | agents who trust each other with a plot |")
                .And.Not.Contain("| elite | force | a number"));

    [Test]
    public void Describe_Markdown_LeavesNothingOutThatHoldsState()
    {
        var text = Screen.OfRealModels("describe", "elites", "--format", "markdown").Out;
        foreach (var holder in typeof(ElitesModel).Assembly.GetTypes().Where(type => !type.IsNested && HasState(type)))
            Assert.That(text, Does.Match($"(?i)\n\\| {Regex.Replace(holder.Name, "(?<!^)([A-Z])", "_$1")} \\| "), "give the model a property of it");
    }

    private static bool HasState(Type type) => typeof(Population).IsAssignableFrom(type)
        || (typeof(IPersistent).IsAssignableFrom(type) && type.GetProperties().Any(property => property.SetMethod?.IsPublic == true));

    [Test]
    public void Describe_Into_RenewsWhatStandsBetweenTheMarkers()
    {
        var path = Path.Combine(folder, "model.md");
        File.WriteAllText(path, "# Mine\n<!-- abm describe herd --into this file -->\nold\n<!-- end of what abm describe wrote -->\nrest\n");
        Assert.That(Screen.Of("describe", "herd", "--into", path), Is.EqualTo(new Screen(0, "", $"{path} is renewed.\n")));
        var text = File.ReadAllText(path);
        Assert.That(text, Does.StartWith("# Mine\n<!--").And.Contain("\n### Parameters\n\n| key |").And.Not.Contain("old").And.EndWith("<!-- end of what abm describe wrote -->\nrest\n"));
        Assert.That(Screen.Of("describe", "herd", "--into", path).Error, Does.Contain("is as the code has it"));
        Assert.That(File.ReadAllText(path), Is.EqualTo(text));
    }

    [Test]
    public void Describe_IntoAFileWithoutMarkers_IsRefused()
    {
        var path = Path.Combine(folder, "model.md");
        File.WriteAllText(path, "# Mine\n");
        var screen = Screen.Of("describe", "herd", "--into", path);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, $"{path}: has no lines '<!-- abm describe herd --into this file -->' and '<!-- end of what abm describe wrote -->' to write between\n")));
        Assert.That(Screen.Of("describe", "herd", "--into", Path.Combine(folder, "none.md")).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void Describe_Key_TellsAllThatIsKnownOfIt()
    {
        var text = Screen.OfRealModels("describe", "elites", "loyalty.blame").Out;
        Assert.That(text, Does.StartWith("loyalty.blame\n  meaning: ").And.Contain("\n  belongs to: loyalty (M13: the loyalty of the elite)\n  type: number\n  default: "));
        Assert.That(text, Does.Contain("\nBeside it\n").And.Contain("| loyalty.enabled ").And.Contain("\n  during a run: interventions: [{at: 52, set: {loyalty.blame: "));
        Assert.That(Screen.OfRealModels("describe", "elites", "settlement.terms").Out, Does.Contain("\n  lever: 1\n"));
        var statement = ElitesModel.Definition.Mechanisms.First(one => one.Switch == "leader.shield");
        Assert.That(Screen.OfRealModels("describe", "elites", "leader.shield").Out, Does.Contain("Statements that it carries").And.Contain($"| {statement.Id} "));
        Assert.That(Screen.Of("describe", "herd", "herd.animals").Out, Does.Contain("  during a run: nothing can change it: it shapes the initial state\n"));
    }

    [Test]
    public void Describe_KeyThatConfigsName_TellsWhere()
    {
        using var there = new InFolder(Repository.Root);
        var text = Screen.OfRealModels("describe", "elites", "settlement.terms").Out;
        Assert.That(text, Does.Contain("Configs below configs that name it:").And.Match("  configs/elites/[a-z0-9/-]+\\.yaml:[0-9]+: .*settlement\\.terms"));
    }

    [TestCase("SHIELDS", "| S25 | The war shields the leader")]
    [TestCase("palace_coup", "Outcomes")]
    [TestCase("zither", null)]
    public void Describe_Word_LooksThroughAllThatIsDescribed(string word, string? expected)
    {
        var screen = Screen.OfRealModels("describe", "elites", word);
        if (expected is null)
            Assert.That((screen.ExitCode, screen.Out, screen.Error), Is.EqualTo((2, "", $"abm describe elites: nothing found for '{word}'; abm describe elites lists all that there is\n")));
        else
            Assert.That(screen.Out, Does.Contain(expected), screen.Error);
    }

    [Test]
    public void Describe_MisspeltWord_NamesTheNearest() =>
        Assert.That(Screen.OfRealModels("describe", "elites", "loyalty_maen").Error, Does.StartWith("abm describe elites: nothing found for 'loyalty_maen'; nearest: loyalty_mean, "));

    [Test]
    public void Describe_WordInOtherFormats_HoldsTheSameRows()
    {
        var lines = Screen.Of("describe", "herd", "pasture", "--format", "csv").Out.TrimEnd('\n').Split('\n');
        Assert.That(lines.Select(line => line.Split(',')[1]), Is.EqualTo(new[] { "name", "herd.pasture_limit", "is_full" }));
        Assert.That(Screen.OfRealModels("describe", "elites", "terms", "--levers", "--format", "csv").Out, Does.Contain("\n1,settlement.terms,").And.Not.Contain("\n38,"));
        Assert.That(Screen.Of("describe", "herd", "pasture", "--format", "markdown").Out, Does.Contain("| herd.pasture_limit |").And.Not.Contain("growth.rate"));
    }

    [Test]
    public void Describe_LeversAndMechanismsTogether_IsRefused() =>
        Assert.That(Screen.Of("describe", "herd", "--levers", "--mechanisms").ExitCode, Is.EqualTo(2));
}
