using System.Reflection;
using Agents.Random;
using Elites.Populations;

namespace Elites.Tests;

/// <summary>Two purposes of one number would share their draws, and nothing else would show it.</summary>
public sealed class PurposesTests
{
    [Test]
    public void Purposes_OfTheModel_DifferAndKeepToTheirRange()
    {
        var numbers = typeof(Purposes).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => ((Purpose)field.GetValue(null)!).Number)
            .Concat(Enum.GetValues<EliteKind>().Select(kind => Purposes.TrustWithin(kind).Number))
            .ToList();
        Assert.That(numbers, Has.Count.GreaterThan(20).And.Unique);
        Assert.That(numbers, Is.All.GreaterThanOrEqualTo(1_000u));
    }
}
