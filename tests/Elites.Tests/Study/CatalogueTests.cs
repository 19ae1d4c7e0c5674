using Agents.Data;

namespace Elites.Tests.Study;

/// <summary>The catalogue of claims, S1 to S83, is whole and true: each has its rule and its switch, and the switch takes it out.</summary>
public class CatalogueTests
{
    /// <summary>What others add up to, or what is a preset: nothing to switch.</summary>
    private static readonly string[] WithoutSwitch = ["S32", "S33", "S34", "S51", "S66", "S75"];

    /// <summary>
    /// Where an intensity of 0 is not the claim's absence. S10: a soldier's pay of 1 is none, that of a civilian. S68: without
    /// hope the leader still reckons what an escalation is worth, and at random may choose it.
    /// </summary>
    private static readonly string[] NotOffAtZero = ["S10", "S68"];

    private static readonly IReadOnlyList<Mechanism> Catalogue = ElitesModel.Definition.Mechanisms;

    private static readonly Dictionary<string, double[]> Untouched = [];

    private static IEnumerable<TestCaseData> Switched() => Cases(claim => claim.Switch != "");

    private static IEnumerable<TestCaseData> SwitchedApartFromIntensity() => Cases(claim => claim.Switch != claim.Intensity && !NotOffAtZero.Contains(claim.Id));

    [OneTimeSetUp]
    public void RunTheBattery()
    {
        foreach (var run in Battery.Names)
            Untouched[run] = Battery.Measures(Battery.Run(run, _ => { }));
    }

    [Test]
    public void Catalogue_Claims_AreS1ToS83() =>
        Assert.That(Catalogue.Select(claim => claim.Id), Is.EqualTo(Enumerable.Range(1, 83).Select(number => $"S{number}")));

    [Test]
    public void Catalogue_ClaimsWithoutASwitch_AreThoseThatEmergeOrArePresets() =>
        Assert.That(Catalogue.Where(claim => claim.Switch == "").Select(claim => claim.Id), Is.EqualTo(WithoutSwitch));

    [Test]
    public void Catalogue_EveryClaim_SaysWhatItSaysAndWhoSaysIt()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var claim in Catalogue)
            {
                Assert.That(claim.Claim, Is.Not.Empty, claim.Id);
                Assert.That(claim.Source, Does.Contain("Aron 2025").Or.Contain("The peace trap 2025"), claim.Id);
                Assert.That(claim.Note, claim.Switch == "" ? Is.Not.Empty : Is.Not.Null, claim.Id);
                Assert.That(claim.IsStructural, Is.False, claim.Id);
            }
        }
    }

    [Test]
    public void Catalogue_EveryRule_IsATypeOfTheModel()
    {
        var rules = typeof(ElitesModel).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Elites.", StringComparison.Ordinal) == true).Select(type => type.Name).ToHashSet();
        using (Assert.EnterMultipleScope())
        {
            foreach (var claim in Catalogue)
            {
                if (WithoutSwitch.Contains(claim.Id) && claim.Rule == "")
                    continue;
                Assert.That(claim.Rule.Split(", "), Is.SubsetOf(rules), claim.Id);
            }
        }
    }

    [Test]
    public void Catalogue_EverySwitchAndIntensity_IsAParameter()
    {
        var keys = Setting.All.ToDictionary(setting => setting.Key);
        using (Assert.EnterMultipleScope())
        {
            foreach (var claim in Catalogue.Except(Catalogue.Where(claim => WithoutSwitch.Contains(claim.Id))))
            {
                Assert.That(keys, Does.ContainKey(claim.Switch), claim.Id);
                Assert.That(keys, Does.ContainKey(claim.Intensity), claim.Id);
                Assert.That(keys[claim.Intensity].Property.PropertyType, Is.Not.EqualTo(typeof(bool)), claim.Id);
                Assert.That(() => keys[claim.Switch].Set(new ElitesParameters(), claim.Off), Throws.Nothing, claim.Id);
            }
        }
    }

    [Test]
    public void Catalogue_Switches_AreAllDifferent() =>
        Assert.That(Catalogue.Where(claim => claim.Switch != "").Select(claim => claim.Switch), Is.Unique);

    [TestCaseSource(nameof(Switched))]
    public void Off_AClaimAlone_ChangesAMeasure(Mechanism claim) =>
        Assert.That(Battery.Names.FirstOrDefault(run => !Measures(run, claim.Switch, claim.Off).SequenceEqual(Untouched[run])), Is.Not.Null, "no run of the battery differs");

    // Where one key is both, it is the same test.
    [TestCaseSource(nameof(SwitchedApartFromIntensity))]
    public void Off_AClaimWithASwitchOfItsOwn_EqualsNoIntensity(Mechanism claim)
    {
        foreach (var run in Battery.Names)
            Assert.That(Measures(run, claim.Switch, claim.Off), Is.EqualTo(Measures(run, claim.Intensity, "0")), run);
    }

    [Test]
    public void Catalogue_SwitchesThatAreIntensities_AreOffAtZero() =>
        Assert.That(Catalogue.Where(claim => claim.Switch == claim.Intensity && claim.Switch != "" && claim.Off != "0").Select(claim => claim.Id), Is.SubsetOf(NotOffAtZero));

    private static IEnumerable<TestCaseData> Cases(Func<Mechanism, bool> isMeant) =>
        Catalogue.Where(isMeant).Select(claim => new TestCaseData(claim).SetArgDisplayNames(claim.Id));

    private static double[] Measures(string run, string key, string value) => Battery.Measures(Battery.Run(run, p => Setting.Of(key).Set(p, value)));
}
