using System.Globalization;
using Elites.Claims;
using Elites.Parameters;
using Mechanism = Agents.Data.Mechanism;

namespace Elites.Tests.Claims;

/// <summary>Each claim of the two essays can be taken out alone, and then something else comes of the same draws.</summary>
public class SeedClaimsTests
{
    private static readonly Lazy<Trial> With = new(() => Pressed(_ => { }));

    private static IEnumerable<TestCaseData> Switches() =>
        SeedClaims.All.Where(claim => claim.Switch != "").Select(claim => new TestCaseData(claim).SetArgDisplayNames(claim.Id));

    [Test]
    public void All_Claims_AreThereByNumber() =>
        Assert.That(SeedClaims.All.Select(claim => claim.Id), Is.EqualTo(Enumerable.Range(1, 83).Select(number => $"S{number}")));

    [Test]
    public void All_ClaimsWithoutASwitch_SayWhy() =>
        Assert.That(SeedClaims.All.Where(claim => claim.Switch == "").Select(claim => claim.Note), Is.All.Not.Empty);

    [Test]
    public void All_Rules_AreTypesOfTheModel()
    {
        var known = typeof(ElitesModel).Assembly.GetTypes().Where(type => type.Namespace == "Elites.Rules").Select(type => type.Name).Distinct();
        Assert.That(SeedClaims.All.Where(claim => claim.Switch != "").SelectMany(claim => claim.Rule.Split(", ")).Distinct(), Is.SubsetOf(known));
    }

    [TestCaseSource(nameof(Switches))]
    public void Off_AClaimAlone_ChangesAMeasure(Mechanism claim)
    {
        var without = Pressed(p => Set(p, claim.Switch, claim.Off));
        Assert.That(without.Rows.SelectMany(row => row), Is.Not.EqualTo(With.Value.Rows.SelectMany(row => row)));
    }

    /// <summary>
    /// Sanctions, strikes, streets and plots are on, so that what is claimed of them can show; no plot strikes and no crowd
    /// topples, so that the run goes on.
    /// </summary>
    private static Trial Pressed(Action<ElitesParameters> set) => Trial.Run(1_000, 78, 7, p =>
    {
        (p.Sanctions.SecondaryOil, p.Sanctions.EnergyMajors, p.Sanctions.Banks, p.Sanctions.ShadowFleet, p.Sanctions.DualUse) = (0.5, 0.5, 0.5, 0.5, 0.5);
        (p.Sanctions.EliteAssets, p.War.Strikes, p.War.Guarantee, p.Patron.Disapproval) = (0.5, 0.3, 0.3, 0.3);
        (p.Protest.Threshold, p.Protest.IncidentsPerYear, p.Protest.IncidentSize, p.Protest.CriticalShare) = (0.15, 12, 0.3, 0.9);
        (p.Coup.Launch, p.Coup.EstimateError, p.Succession.Enabled) = (1, 0, false);
        set(p);
    }, settleAt: 52, terms: 0.2);

    private static void Set(ElitesParameters parameters, string key, string value)
    {
        object target = parameters;
        var names = key.Split('.').Select(word => string.Concat(word.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))).ToArray();
        foreach (var name in names[..^1])
            target = target.GetType().GetProperty(name)!.GetValue(target)!;
        var property = target.GetType().GetProperty(names[^1])!;
        property.SetValue(target, Convert.ChangeType(value, property.PropertyType, CultureInfo.InvariantCulture));
    }
}
