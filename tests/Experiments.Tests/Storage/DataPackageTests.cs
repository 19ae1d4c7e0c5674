using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsvHelper;
using Experiments.Runs;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Storage;

/// <summary>
/// What version 1 of the Frictionless specifications asks for (Data Package, Data Resource, Tabular Data Package, Table
/// Schema and CSV Dialect; for packed tables the pattern of compressed resources), rule by rule.
/// </summary>
[TestFixture(false)]
[TestFixture(true)]
public sealed partial class DataPackageTests(bool isPacked) : ResultFolder
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "datetime"];

    private static readonly string[] Dialect = ["delimiter", "lineTerminator", "quoteChar", "doubleQuote", "header"];

    private JsonNode package = null!;

    private JsonArray Resources => package["resources"]!.AsArray();

    [SetUp]
    public void RunStudy()
    {
        var study = VillageStudy.Of(replications: 8, ticks: 60, agents: true, brokenReplication: 2);
        StudyRunner.Run(study, new RunOptions { Directory = Target, Threads = 2, Gzip = isPacked }, CancellationToken.None);
        package = JsonNode.Parse(File.ReadAllText(Path.Combine(Target, "datapackage.json")))!;
    }

    [Test]
    public void Package_NamesItselfItsProfileAndItsResources()
    {
        Assert.That((string?)package["profile"], Is.EqualTo("tabular-data-package"));
        Assert.That(Name().IsMatch((string)package["name"]!), Is.True);
        Assert.That(Resources.Select(resource => (string?)resource!["name"] ?? ""), Is.Unique.And.All.Matches<string>(name => Name().IsMatch(name!)));
        Assert.That(Resources.Select(resource => (string?)resource!["path"]), Is.EquivalentTo(Directory.GetFiles(Target, "*.csv*").Select(Path.GetFileName)));
    }

    [Test]
    public void Resources_AreTabularAndSayHowTheyAreWritten()
    {
        foreach (var resource in Resources)
        {
            Assert.That((string?)resource!["profile"], Is.EqualTo("tabular-data-resource"));
            Assert.That(((string?)resource["format"], (string?)resource["mediatype"], (string?)resource["encoding"]), Is.EqualTo(("csv", "text/csv", "utf-8")));
            Assert.That(resource["dialect"]!.AsObject().Select(key => key.Key), Is.SubsetOf(Dialect));
            var path = (string)resource["path"]!;
            Assert.That(Path.IsPathRooted(path) || path.Contains("..", StringComparison.Ordinal) || path.Contains('\\'), Is.False, "a path is relative, and stays within the package");
            Assert.That((string?)resource["compression"], Is.EqualTo(path.EndsWith(".gz", StringComparison.Ordinal) ? "gz" : null));
        }
        Assert.That(Resources.Any(resource => resource!["compression"] is not null), Is.EqualTo(isPacked));
    }

    [Test]
    public void Fields_AreTheColumnsOfTheTablesWithATypeAndAMeaning()
    {
        foreach (var resource in Resources)
        {
            Assert.That(Fields(resource!).Select(field => (string?)field!["name"]), Is.EqualTo(Read(resource!).Header).And.Unique);
            Assert.That(resource!["schema"]!["missingValues"]!.AsArray().Select(value => (string?)value), Is.EqualTo(new[] { "" }));
            foreach (var field in Fields(resource))
            {
                Assert.That(Types, Does.Contain((string?)field!["type"]));
                Assert.That((string?)field["description"], Is.Not.Empty);
            }
        }
    }

    [Test]
    public void Cells_AreOfTheTypeOfTheirFieldAndMeetItsConstraints()
    {
        foreach (var resource in Resources)
        {
            var (header, rows) = Read(resource!);
            Assert.That(rows, Is.Not.Empty);
            for (var column = 0; column < header.Length; column++)
            {
                var field = Fields(resource!)[column]!;
                Assert.That(rows.Select(row => row[column]).Where(cell => Complaint(field, cell) is not null).Take(3), Is.Empty, $"{resource!["name"]}.{header[column]}");
            }
        }
    }

    [TestCase("integer", "1.0")]
    [TestCase("number", "1,5")]
    [TestCase("boolean", "true")]
    [TestCase("datetime", "2026-01-01 10:00:00")]
    public void Cell_OfAnotherType_IsFound(string type, string cell) => Assert.That(
        Complaint(Resources.SelectMany(resource => Fields(resource!)).First(field => (string?)field!["type"] == type)!, cell), Is.Not.Null);

    [Test]
    public void PrimaryKeys_AreFieldsAndUniqueInTheTables()
    {
        foreach (var resource in Resources)
        {
            var keys = resource!["schema"]!["primaryKey"]!.AsArray().Select(key => (string)key!).ToList();
            var (header, rows) = Read(resource);
            Assert.That(keys, Is.Not.Empty.And.SubsetOf(header));
            Assert.That(rows.Select(row => string.Join('|', keys.Select(key => row[Array.IndexOf(header, key)]))), Is.Unique);
            Assert.That(Fields(resource).Where(field => keys.Contains((string)field!["name"]!)).Select(field => (bool?)field!["constraints"]?["required"]), Is.All.True);
        }
    }

    [Test]
    public void ForeignKeys_LeadToRowsOfTheOtherTable()
    {
        var isSeen = false;
        foreach (var resource in Resources)
        {
            foreach (var key in resource!["schema"]!["foreignKeys"]?.AsArray() ?? [])
            {
                var reference = key!["reference"]!;
                var parent = Resources.Single(other => (string?)other!["name"] == (string?)reference["resource"])!;
                Assert.That(Column(resource, (string)key["fields"]!), Is.SubsetOf(Column(parent, (string)reference["fields"]!)));
                isSeen = true;
            }
        }
        Assert.That(isSeen, Is.True);
    }

    [Test]
    public void Units_AreThoseOfTheModel()
    {
        var ticks = Resources.Single(resource => (string?)resource!["name"] == "ticks")!;
        Assert.That(Fields(ticks).ToDictionary(field => (string)field!["name"]!, field => (string?)field!["unit"]),
            Is.SupersetOf(new Dictionary<string, string?> { ["tick"] = "week", ["guards"] = "person", ["rumour"] = null }));
    }

    /// <summary>What a validator would say of a cell, or null.</summary>
    private static string? Complaint(JsonNode field, string cell)
    {
        var constraints = field["constraints"];
        if (cell.Length == 0)
            return (bool?)constraints?["required"] == true ? "is missing" : null;
        if (constraints?["enum"] is { } choices && !choices.AsArray().Any(choice => (string?)choice == cell))
            return "is not one of the enum";
        var isSound = (string?)field["type"] switch
        {
            "integer" => Integer().IsMatch(cell),
            "number" => Number().IsMatch(cell),
            "boolean" => field["trueValues"]!.AsArray().Concat(field["falseValues"]!.AsArray()).Any(value => (string?)value == cell),
            "datetime" => (string?)field["format"] == "%Y-%m-%dT%H:%M:%S.%fZ"
                && DateTime.TryParseExact(cell, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => true,
        };
        return isSound ? null : "is of another type";
    }

    private (string[] Header, List<string[]> Rows) Read(JsonNode resource)
    {
        using Stream file = File.OpenRead(Path.Combine(Target, (string)resource["path"]!));
        using var plain = new MemoryStream();
        using (var source = (string?)resource["compression"] == "gz" ? new GZipStream(file, CompressionMode.Decompress) : file)
            source.CopyTo(plain);
        using var csv = CsvReader.Create(plain.ToArray(), new CsvReaderOptions { Separator = ',' });
        var rows = new List<string[]>();
        while (csv.Read())
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return ([.. csv.Headers], rows);
    }

    private IEnumerable<string> Column(JsonNode resource, string name)
    {
        var (header, rows) = Read(resource);
        return rows.Select(row => row[Array.IndexOf(header, name)]).Distinct();
    }

    private static JsonArray Fields(JsonNode resource) => resource["schema"]!["fields"]!.AsArray();

    [GeneratedRegex("^[a-z0-9._-]+$")]
    private static partial Regex Name();

    [GeneratedRegex("^[+-]?[0-9]+$")]
    private static partial Regex Integer();

    [GeneratedRegex("^[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$")]
    private static partial Regex Number();
}
