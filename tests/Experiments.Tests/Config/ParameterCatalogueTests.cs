using Agents;
using Experiments.Config;

namespace Experiments.Tests.Config;

public sealed class ParameterCatalogueTests
{
    private readonly ParameterCatalogue catalogue = new(HerdModel.Definition);

    [Test]
    public void Parameters_OfNestedSections_HaveDottedKeysInDeclaredOrder() =>
        Assert.That(catalogue.Parameters.Select(parameter => parameter.Key), Is.EqualTo(new[]
        {
            "herd.animals", "herd.pasture_limit", "growth.rate", "growth.is_seasonal", "growth.season", "growth.drift", "lowest_weight",
        }));

    [Test]
    public void Make_ChangedValues_ReadBackFromTheObject()
    {
        object[] values = [7, 8, 0.25, true, Season.DryMonths, -1.5, 3.0];
        var made = catalogue.Make(values);
        Assert.That(catalogue.Parameters.Select(parameter => parameter.Get(made)), Is.EqualTo(values));
        Assert.That(((HerdParameters)made).Growth.Season, Is.EqualTo(Season.DryMonths));
    }

    [Test]
    public void Make_TooFewValues_Throws() => Assert.Throws<ArgumentException>(() => catalogue.Make([1]));

    [Test]
    public void Set_OtherType_NamesTheKey() =>
        Assert.That(() => catalogue.Find("growth.rate")!.Set(HerdModel.Definition.NewParameters(), 1), Throws.ArgumentException.With.Message.Contains("growth.rate"));

    [TestCase("growth.rte", "growth.rate")]
    [TestCase("animals", "herd.animals")]
    [TestCase("herd.pasturelimit", "herd.pasture_limit")]
    [TestCase("growth.artes", "growth.rate")]
    [TestCase("quite.another.thing", null)]
    public void Nearest_Key_IsTheOneMeant(string typed, string? expected) =>
        Assert.That(catalogue.Nearest(typed), Is.EqualTo(expected));

    [TestCase("growth.rate", 0.1, "0.1")]
    [TestCase("growth.rate", 1e-7, "1E-07")]
    [TestCase("growth.rate", 1.0, "1")]
    [TestCase("herd.animals", 1000, "1000")]
    [TestCase("growth.is_seasonal", true, "true")]
    [TestCase("growth.season", Season.DryMonths, "dry_months")]
    public void Format_Value_IsInvariantAndShort(string key, object value, string expected) =>
        Assert.That(catalogue.Find(key)!.Format(value), Is.EqualTo(expected));

    [Test]
    public void FormatCell_Boolean_IsUpperCase() =>
        Assert.That(catalogue.Find("growth.is_seasonal")!.FormatCell(false), Is.EqualTo("FALSE"));

    [TestCase("herd.animals", "1 to 1000")]
    [TestCase("herd.pasture_limit", "1 or more")]
    [TestCase("growth.season", "dry_months, wet")]
    [TestCase("growth.drift", "")]
    public void Range_OfParameter_IsInWords(string key, string expected) =>
        Assert.That(catalogue.Find(key)!.Range, Is.EqualTo(expected));

    [TestCase(typeof(WrongType), "name is a String")]
    [TestCase(typeof(WrongDefault), "the default of share: 2 is out of range")]
    [TestCase(typeof(ReadOnlyValue), "share has no public set or init accessor")]
    [TestCase(typeof(NullSection), "the section inner is null")]
    public void Catalogue_ClassThatBreaksTheRules_IsRefused(Type parameters, string complaint)
    {
        var method = typeof(ParameterCatalogueTests).GetMethod(nameof(DefinitionOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        var definition = (ModelDefinition)method.MakeGenericMethod(parameters).Invoke(null, null)!;
        Assert.That(() => new ParameterCatalogue(definition), Throws.InvalidOperationException.With.Message.Contains(complaint));
    }

    private static ModelDefinition<T> DefinitionOf<T>()
        where T : class, new() => new()
        {
            Name = "x",
            Summary = "",
            TickUnit = "step",
            DefaultTicks = 1,
            ResultsVersion = 1,
            ModelReporters = [],
            Make = (_, _) => throw new NotSupportedException(),
            Agents = _ => 0,
        };

    public sealed class WrongType
    {
        [Parameter("A text.")]
        public string Name { get; set; } = "";
    }

    public sealed class WrongDefault
    {
        [Parameter("A share.", Max = 1)]
        public double Share { get; set; } = 2;
    }

    public sealed class ReadOnlyValue
    {
        [Parameter("A share.")]
        public double Share { get; } = 0.5;
    }

    public sealed class NullSection
    {
        [Section("Nothing.")]
        public WrongType? Inner { get; set; }
    }
}
