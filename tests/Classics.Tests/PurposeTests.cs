using System.Reflection;
using Agents.Random;

namespace Classics.Tests;

/// <summary>Two purposes of one number would share their draws, and nothing else would show it.</summary>
public sealed class PurposeTests
{
    [TestCase(typeof(Boltzmann), 1_000u)]
    [TestCase(typeof(Schelling), 1_000u)]
    [TestCase(typeof(CivilViolence), 1_000u)]
    [TestCase(typeof(InfluenceKernel), 1_000u)]
    [TestCase(typeof(DeGroot), 1_000u)]
    [TestCase(typeof(Sir), 1_000u)]
    [TestCase(typeof(Voter), 1_000u)]
    [TestCase(typeof(Moran), 1_000u)]
    [TestCase(typeof(Deffuant), 1_000u)]
    [TestCase(typeof(Axelrod), 1_000u)]
    [TestCase(typeof(Waiting), 1_000u)]
    [TestCase(typeof(Purpose), 1u)]
    public void Purposes_OfAModel_DifferAndKeepToTheirRange(Type owner, uint least)
    {
        var numbers = owner.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(Purpose))
            .Select(field => ((Purpose)field.GetValue(null)!).Number)
            .ToList();
        Assert.That(numbers, Is.Not.Empty.And.Unique);
        Assert.That(numbers, Is.All.InRange(least, least < 1_000 ? 999u : uint.MaxValue));
    }
}
