using Elites.Claims;
using Elites.Parameters;
using Mechanism = Agents.Data.Mechanism;

namespace Elites.Tests.Claims;

/// <summary>Each claim about the war and its money can be taken out alone, and then something else comes of the same draws.</summary>
public class WarClaimsTests
{
    private static readonly Lazy<Trial> With = new(() => Pressed(_ => { }));

    private static IEnumerable<TestCaseData> Claims() => WarClaims.All.Select(claim => new TestCaseData(claim).SetArgDisplayNames(claim.Id));

    [Test]
    public void All_ClaimsOfTheWar_AreThere() =>
        Assert.That(WarClaims.All.Select(claim => int.Parse(claim.Id[1..], null)), Is.EqualTo(new[]
        {
            1, 2, 3, 15, 18, 19, 20, 21, 22, 23, 24, 26, 50, 52, 53, 54, 56, 63, 64, 65, 69, 70, 71, 72, 74, 77, 78, 79, 81, 82,
        }));

    [TestCaseSource(nameof(Claims))]
    public void Off_AClaimAlone_ChangesAMeasure(Mechanism claim)
    {
        var without = Pressed(p => Set(p, claim.Switch, claim.Off));
        Assert.That(without.Rows.SelectMany(row => row), Is.Not.EqualTo(With.Value.Rows.SelectMany(row => row)));
    }

    // Sanctions and strikes are on, so that what is claimed of them can show; nobody may strike, so that the run goes on.
    private static Trial Pressed(Action<ElitesParameters> set) => Trial.Run(1_000, 90, 7, p =>
    {
        (p.Sanctions.SecondaryOil, p.Sanctions.EnergyMajors, p.Sanctions.Banks, p.Sanctions.ShadowFleet, p.Sanctions.DualUse) = (0.5, 0.5, 0.5, 0.5, 0.5);
        (p.War.Strikes, p.War.Guarantee, p.Patron.Disapproval) = (0.3, 0.3, 0.3);
        (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled) = (false, false, false);
        set(p);
    }, settleAt: 60, terms: 0.3);

    private static void Set(ElitesParameters parameters, string key, string value)
    {
        var words = key.Split('.').Select(word => string.Concat(word.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))).ToArray();
        var section = typeof(ElitesParameters).GetProperty(words[0])!.GetValue(parameters)!;
        var property = section.GetType().GetProperty(words[1])!;
        property.SetValue(section, Convert.ChangeType(value, property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
    }
}
