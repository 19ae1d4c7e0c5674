using Agents.Data;

namespace Elites.Tests.Study;

/// <summary>The catalogue of statements, S1 to S83, is whole and true: each has its rule and its switch, and the switch takes it out.</summary>
public class CatalogueTests
{
    /// <summary>What others add up to, or what is a preset: nothing to switch.</summary>
    private static readonly string[] WithoutSwitch = ["S32", "S33", "S34", "S51", "S66", "S75"];

    /// <summary>
    /// Where an intensity of 0 is not the statement's absence. S10: a soldier's pay of 1 is none, that of a civilian. S68: without
    /// hope the leader still reckons what an escalation is worth, and at random may choose it.
    /// </summary>
    private static readonly string[] NotOffAtZero = ["S10", "S68"];

    private static readonly IReadOnlyList<Mechanism> Catalogue = ElitesModel.Definition.Mechanisms;

    private static readonly Dictionary<string, double[]> Untouched = [];

    private static IEnumerable<TestCaseData> Switched() => Cases(statement => statement.Switch != "");

    private static IEnumerable<TestCaseData> SwitchedApartFromIntensity() => Cases(statement => statement.Switch != statement.Intensity && !NotOffAtZero.Contains(statement.Id));

    [OneTimeSetUp]
    public void RunTheBattery()
    {
        foreach (var run in Battery.Names)
            Untouched[run] = Battery.Measures(Battery.Run(run, _ => { }));
    }

    [Test]
    public void Catalogue_Statements_AreS1ToS83() =>
        Assert.That(Catalogue.Select(statement => statement.Id), Is.EqualTo(Enumerable.Range(1, 83).Select(number => $"S{number}")));

    [Test]
    public void Catalogue_StatementsWithoutASwitch_AreThoseThatEmergeOrArePresets() =>
        Assert.That(Catalogue.Where(statement => statement.Switch == "").Select(statement => statement.Id), Is.EqualTo(WithoutSwitch));

    [Test]
    public void Catalogue_EveryStatement_SaysWhatItSaysAndWhoSaysIt()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var statement in Catalogue)
            {
                Assert.That(statement.Statement, Is.Not.Empty, statement.Id);
                Assert.That(statement.Source, Does.Contain("Aron 2025").Or.Contain("The peace trap 2025"), statement.Id);
                Assert.That(statement.Note, statement.Switch == "" ? Is.Not.Empty : Is.Not.Null, statement.Id);
                Assert.That(statement.IsStructural, Is.False, statement.Id);
            }
        }
    }

    [Test]
    public void Catalogue_EveryRule_IsATypeOfTheModel()
    {
        var rules = typeof(ElitesModel).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Elites.", StringComparison.Ordinal) == true).Select(type => type.Name).ToHashSet();
        using (Assert.EnterMultipleScope())
        {
            foreach (var statement in Catalogue)
            {
                if (WithoutSwitch.Contains(statement.Id) && statement.Rule == "")
                    continue;
                Assert.That(statement.Rule.Split(", "), Is.SubsetOf(rules), statement.Id);
            }
        }
    }

    [Test]
    public void Catalogue_EverySwitchAndIntensity_IsAParameter()
    {
        var keys = Setting.All.ToDictionary(setting => setting.Key);
        using (Assert.EnterMultipleScope())
        {
            foreach (var statement in Catalogue.Except(Catalogue.Where(statement => WithoutSwitch.Contains(statement.Id))))
            {
                Assert.That(keys, Does.ContainKey(statement.Switch), statement.Id);
                Assert.That(keys, Does.ContainKey(statement.Intensity), statement.Id);
                Assert.That(keys[statement.Intensity].Property.PropertyType, Is.Not.EqualTo(typeof(bool)), statement.Id);
                Assert.That(() => keys[statement.Switch].Set(new ElitesParameters(), statement.Off), Throws.Nothing, statement.Id);
            }
        }
    }

    [Test]
    public void Catalogue_Switches_AreAllDifferent() =>
        Assert.That(Catalogue.Where(statement => statement.Switch != "").Select(statement => statement.Switch), Is.Unique);

    [TestCaseSource(nameof(Switched))]
    public void Off_AStatementAlone_ChangesAMeasure(Mechanism statement) =>
        Assert.That(Battery.Names.FirstOrDefault(run => !Measures(run, statement.Switch, statement.Off).SequenceEqual(Untouched[run])), Is.Not.Null, "no run of the battery differs");

    // Where one key is both, it is the same test.
    [TestCaseSource(nameof(SwitchedApartFromIntensity))]
    public void Off_AStatementWithASwitchOfItsOwn_EqualsNoIntensity(Mechanism statement)
    {
        foreach (var run in Battery.Names)
            Assert.That(Measures(run, statement.Switch, statement.Off), Is.EqualTo(Measures(run, statement.Intensity, "0")), run);
    }

    [Test]
    public void Catalogue_SwitchesThatAreIntensities_AreOffAtZero() =>
        Assert.That(Catalogue.Where(statement => statement.Switch == statement.Intensity && statement.Switch != "" && statement.Off != "0").Select(statement => statement.Id), Is.SubsetOf(NotOffAtZero));

    private static IEnumerable<TestCaseData> Cases(Func<Mechanism, bool> isMeant) =>
        Catalogue.Where(isMeant).Select(statement => new TestCaseData(statement).SetArgDisplayNames(statement.Id));

    private static double[] Measures(string run, string key, string value) => Battery.Measures(Battery.Run(run, p => Setting.Of(key).Set(p, value)));
}
