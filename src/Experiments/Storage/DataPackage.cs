using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>The tables of a study as a Frictionless tabular data package, version 1.</summary>
internal static class DataPackage
{
    public const string FileName = "datapackage.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Of(Study study, StudyTables tables) =>
        Of(study.Name, $"Study {study.Name}", $"Model {study.Model.Name}: {study.Model.Summary}", tables.All);

    /// <summary>A package of any tables.</summary>
    /// <param name="name">Its name: lower-case letters, digits and hyphens.</param>
    /// <param name="title">A title for people.</param>
    /// <param name="description">What it holds.</param>
    /// <param name="tables">Its tables.</param>
    public static byte[] Of(string name, string title, string description, IEnumerable<Table> tables)
    {
        var package = new JsonObject
        {
            ["profile"] = "tabular-data-package",
            ["name"] = name,
            ["title"] = title,
            ["description"] = description,
            ["resources"] = new JsonArray([.. tables.Select(Resource)]),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(package, Json), (byte)'\n'];
    }

    /// <summary>The tables of a package that this program wrote, without what its columns may hold.</summary>
    /// <param name="folder">The folder of the package.</param>
    /// <exception cref="StorageException">There is no such package, or it cannot be read.</exception>
    public static IReadOnlyList<Table> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return [.. JsonNode.Parse(ResultFile.Read(folder, FileName))!["resources"]!.AsArray().Select(resource => TableOf(resource!))];
        }
        catch (Exception exception) when (exception is JsonException or NullReferenceException or InvalidOperationException or FormatException || StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"Cannot read {path}: {exception.Message}", exception);
        }
    }

    /// <summary>The schema of a table, as JSON on one line.</summary>
    public static string SchemaOf(Table table) => Schema(table).ToJsonString(new JsonSerializerOptions(Json) { WriteIndented = false });

    private static Table TableOf(JsonNode resource)
    {
        var schema = resource["schema"]!;
        var parent = schema["foreignKeys"]?[0]!;
        return new Table(
            (string)resource["name"]!,
            (string)resource["description"]!,
            [.. schema["primaryKey"]!.AsArray().Select(name => (string)name!)],
            (string?)parent?["reference"]!["resource"],
            (string?)parent?["fields"],
            [.. schema["fields"]!.AsArray().Select(field => new Field(
                (string)field!["name"]!, Enum.Parse<FieldType>((string)field["type"]!, ignoreCase: true), (string)field["description"]!, (string?)field["unit"] ?? ""))])
        {
            IsPacked = resource["compression"] is not null,
        };
    }

    private static JsonObject Schema(Table table)
    {
        var schema = new JsonObject
        {
            ["fields"] = new JsonArray([.. table.Fields.Select(field => Describe(field, table))]),
            ["missingValues"] = new JsonArray(""),
            ["primaryKey"] = new JsonArray([.. table.Key.Select(name => JsonValue.Create(name))]),
        };
        if (table.Parent is not null)
        {
            schema["foreignKeys"] = new JsonArray(new JsonObject
            {
                ["fields"] = table.ParentKey,
                ["reference"] = new JsonObject { ["resource"] = table.Parent, ["fields"] = table.ParentKey },
            });
        }
        return schema;
    }

    private static JsonObject Resource(Table table)
    {
        var resource = new JsonObject
        {
            ["profile"] = "tabular-data-resource",
            ["name"] = table.Name,
            ["path"] = table.FileName,
            ["description"] = table.Description,
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["dialect"] = new JsonObject { ["delimiter"] = ",", ["lineTerminator"] = "\n", ["quoteChar"] = "\"", ["doubleQuote"] = true, ["header"] = true },
            ["schema"] = Schema(table),
        };
        // The pattern "Compression of resources" of version 1: format and media type are those of the unpacked table.
        if (table.IsPacked)
            resource["compression"] = "gz";
        return resource;
    }

    private static JsonObject Describe(Field field, Table table)
    {
        var described = new JsonObject
        {
            ["name"] = field.Name,
            ["type"] = field.Type.ToString().ToLowerInvariant(),
            ["description"] = field.Description,
        };
        if (field.Unit.Length > 0)
            described["unit"] = field.Unit;
        // The default format of version 1 knows no fractions of a second.
        if (field.Type == FieldType.DateTime)
            described["format"] = "%Y-%m-%dT%H:%M:%S.%fZ";
        if (field.Type == FieldType.Boolean)
        {
            described["trueValues"] = new JsonArray("TRUE");
            described["falseValues"] = new JsonArray("FALSE");
        }
        var constraints = new JsonObject();
        if (table.Key.Contains(field.Name))
            constraints["required"] = true;
        if (field.Choices is not null)
            constraints["enum"] = new JsonArray([.. field.Choices.Select(choice => JsonValue.Create(choice))]);
        if (constraints.Count > 0)
            described["constraints"] = constraints;
        return described;
    }
}
