using Agents.Data;
using Elites.Claims;

namespace Elites.Tests.Claims;

/// <summary>Each claim about the mass can be taken out alone, and then something else comes of the same draws.</summary>
public class MassClaimsTests
{
    private static IEnumerable<TestCaseData> Claims() => MassClaims.All.Select(claim => new TestCaseData(claim).SetArgDisplayNames(claim.Id));

    [Test]
    public void All_ClaimsOfTheMass_AreThere() =>
        Assert.That(MassClaims.All.Select(claim => claim.Id), Is.EqualTo(new[] { "S4", "S5", "S6", "S14", "S16", "S17", "S36", "S57", "S58", "S59", "S60", "S61", "S62", "S76", "S80" }));

    [TestCaseSource(nameof(Claims))]
    public void Off_AClaimAlone_ChangesAMeasure(Mechanism claim)
    {
        var with = Harsh(_ => { });
        var without = Harsh(p => Set(p, claim.Switch, claim.Off));
        Assert.That(without.Rows.SelectMany(row => row), Is.Not.EqualTo(with.Rows.SelectMany(row => row)));
    }

    private static Trial Harsh(Action<Elites.Parameters.ElitesParameters> set) => Trial.Run(1_000, 60, set: p =>
    {
        (p.Protest.Threshold, p.Protest.IncidentsPerYear, p.Protest.IncidentSize, p.Protest.CriticalShare) = (0.15, 12, 0.3, 0.9);
        (p.Coup.Enabled, p.Right.Enabled) = (false, false);
        set(p);
    }, settleAt: 6, terms: 0.05);

    private static void Set(object parameters, string key, string value)
    {
        var target = parameters;
        var names = key.Split('.').Select(word => string.Concat(word.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))).ToArray();
        foreach (var name in names[..^1])
            target = target.GetType().GetProperty(name)!.GetValue(target)!;
        var property = target.GetType().GetProperty(names[^1])!;
        property.SetValue(target, Convert.ChangeType(value, property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
    }
}
