using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Storage;

public sealed partial class DataPackageTests : ResultFolder
{
    private JsonNode package = null!;

    [SetUp]
    public void RunStudy()
    {
        Run(VillageStudy.Of(agents: true));
        package = JsonNode.Parse(File.ReadAllText(Path.Combine(Target, "datapackage.json")))!;
    }

    [Test]
    public void Fields_AreTheColumnsOfTheTables()
    {
        foreach (var resource in package["resources"]!.AsArray())
        {
            var header = File.ReadLines(Path.Combine(Target, (string)resource!["path"]!)).First();
            Assert.That(header, Is.EqualTo(string.Join(',', Fields(resource).Select(field => (string?)field!["name"]))));
        }
        Assert.That(
            package["resources"]!.AsArray().Select(resource => (string?)resource!["path"]),
            Is.EquivalentTo(Directory.GetFiles(Target, "*.csv").Select(Path.GetFileName)));
    }

    /// <summary>What the Frictionless specifications (Data Package, Tabular Data Resource and Table Schema, version 1) require.</summary>
    [Test]
    public void Package_HasWhatTheSpecificationRequires()
    {
        Assert.That((string?)package["profile"], Is.EqualTo("tabular-data-package"));
        foreach (var resource in package["resources"]!.AsArray())
        {
            Assert.That(Name().IsMatch((string)resource!["name"]!), Is.True);
            Assert.That((string?)resource["profile"], Is.EqualTo("tabular-data-resource"));
            Assert.That(resource["schema"]!["missingValues"]!.AsArray().Select(value => (string?)value), Is.EqualTo(new[] { "" }));
            var names = Fields(resource).Select(field => (string?)field!["name"]).ToList();
            Assert.That(names, Is.Unique);
            Assert.That(resource["schema"]!["primaryKey"]!.AsArray().Select(key => (string?)key), Is.SubsetOf(names));
            foreach (var field in Fields(resource))
            {
                Assert.That((string?)field!["type"], Is.AnyOf("string", "integer", "number", "boolean", "datetime"));
                Assert.That((string?)field["description"], Is.Not.Empty);
                if ((string?)field["type"] == "boolean")
                    Assert.That((string?)field["trueValues"]![0] + (string?)field["falseValues"]![0], Is.EqualTo("TRUEFALSE"));
            }
        }
    }

    [Test]
    public void PrimaryKeys_AreUniqueInTheTables()
    {
        foreach (var resource in package["resources"]!.AsArray())
        {
            var keys = resource!["schema"]!["primaryKey"]!.AsArray().Select(key => (string)key!).ToList();
            Assert.That(Rows((string)resource["name"]!).Select(row => string.Join('|', keys.Select(key => row[key]))), Is.Unique);
        }
    }

    [Test]
    public void Units_AreThoseOfTheModel()
    {
        var ticks = package["resources"]!.AsArray().Single(resource => (string?)resource!["name"] == "ticks")!;
        Assert.That(Fields(ticks).ToDictionary(field => (string)field!["name"]!, field => (string?)field!["unit"]),
            Is.SupersetOf(new Dictionary<string, string?> { ["tick"] = "week", ["guards"] = "person", ["rumour"] = null }));
    }

    private static JsonArray Fields(JsonNode resource) => resource["schema"]!["fields"]!.AsArray();

    [GeneratedRegex("^[a-z0-9._-]+$")]
    private static partial Regex Name();
}
