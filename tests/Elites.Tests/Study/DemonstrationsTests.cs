using Agents.Data;

namespace Elites.Tests.Study;

/// <summary>Every statement and a number of levers are seen somewhere.</summary>
public class DemonstrationsTests
{
    private static readonly DemonstrationStudy Study = ElitesModel.Definition.Demonstrations!;

    [Test]
    public void Rows_OfStatements_AreS1ToS83() =>
        Assert.That(Study.Rows.Where(row => row.Lever == "").Select(row => row.Id), Is.EqualTo(ElitesModel.Definition.Mechanisms.Select(statement => statement.Id)));

    [Test]
    public void Rows_OfLevers_HaveTheNumbersOfTheirLevers()
    {
        var levers = Study.Rows.Where(row => row.Lever != "").ToList();
        Assert.That(levers.Select(row => row.Id), Is.EqualTo(levers.Select(row => $"L{Setting.Of(row.Lever).Declared.Lever}")).And.Unique);
        Assert.That(levers.Where(row => Setting.Of(row.Lever).Declared.Lever == 0), Is.Empty);
    }

    [Test]
    public void There_OfASettingThatIsReplaced_HasItOnce()
    {
        var row = new Demonstration("S1", "", ClaimedSign.Up, "", ["a=1", "b=0.2@52", "b=0.3@60"]) { ShowsAt = ["b=0@52", "c=1"] };
        Assert.That(row.There, Is.EqualTo(["a=1", "b=0.3@60", "b=0@52", "c=1"]));
    }

    /// <summary>A setting that touched what is switched would not be one.</summary>
    [Test]
    public void Rows_OfStatements_LeaveTheirSwitchAlone()
    {
        var statements = ElitesModel.Definition.Mechanisms.ToDictionary(statement => statement.Id);
        var touched = Study.Rows.Where(row => row.Lever == "").SelectMany(row => row.World.Concat(row.ShowsAt), (row, setting) => (row.Id, Key: setting[..setting.IndexOf('=', StringComparison.Ordinal)]));
        Assert.That(touched.Where(one => one.Key == statements[one.Id].Switch || one.Key == statements[one.Id].Intensity), Is.Empty);
    }
}
