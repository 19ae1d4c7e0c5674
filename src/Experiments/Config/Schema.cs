using System.Text.Json.Nodes;

namespace Experiments.Config;

/// <summary>The pieces that a JSON Schema is put together from. An empty value of YAML stands for an empty map or list.</summary>
internal static class Schema
{
    public static JsonObject Integer(string description, int min, int max, int? otherwise = null) =>
        WithDefault(new JsonObject { ["description"] = description, ["type"] = "integer", ["minimum"] = min, ["maximum"] = max }, otherwise);

    public static JsonObject Number(string description) => new() { ["description"] = description, ["type"] = "number" };

    public static JsonObject Above(string description, double limit) =>
        new() { ["description"] = description, ["type"] = "number", ["exclusiveMinimum"] = limit };

    public static JsonObject Boolean(string description, bool? otherwise = null) =>
        WithDefault(new JsonObject { ["description"] = description, ["type"] = "boolean" }, otherwise);

    public static JsonObject Word(string description, string? pattern = null)
    {
        var word = new JsonObject { ["description"] = description, ["type"] = "string" };
        if (pattern is not null)
            word["pattern"] = pattern;
        return word;
    }

    public static JsonObject Choice(string description, IEnumerable<string> choices) =>
        new() { ["description"] = description, ["enum"] = Words(choices) };

    public static JsonObject List(string description, JsonObject items) =>
        new() { ["description"] = description, ["type"] = new JsonArray("array", "null"), ["items"] = items };

    /// <summary>A list that holds each of its items once.</summary>
    public static JsonObject Set(string description, JsonObject items)
    {
        var set = List(description, items);
        set["uniqueItems"] = true;
        return set;
    }

    /// <summary>A map of these keys alone.</summary>
    public static JsonObject Map(string description, params IEnumerable<(string Key, JsonObject Value)> keys) => new()
    {
        ["description"] = description,
        ["type"] = new JsonArray("object", "null"),
        ["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key.Key, (JsonNode?)key.Value))),
        ["additionalProperties"] = false,
    };

    /// <summary>A map whose keys the modeller names.</summary>
    public static JsonObject Named(string description, string names, JsonObject values) => new()
    {
        ["description"] = description,
        ["type"] = new JsonArray("object", "null"),
        ["patternProperties"] = new JsonObject { [names] = values },
        ["additionalProperties"] = false,
    };

    /// <summary>One of several forms.</summary>
    public static JsonObject Either(string description, params JsonObject[] forms) =>
        new() { ["description"] = description, ["anyOf"] = new JsonArray([.. forms]) };

    /// <summary>What must hold where a key has a value.</summary>
    public static JsonObject Where(string key, string value, JsonObject then) => new()
    {
        ["if"] = new JsonObject
        {
            ["properties"] = new JsonObject { [key] = new JsonObject { ["const"] = value } },
            ["required"] = Words([key]),
        },
        ["then"] = then,
    };

    public static JsonObject Reference(string path) => new() { ["$ref"] = "#/definitions/" + path };

    public static JsonObject Requiring(this JsonObject schema, params string[] keys)
    {
        schema["required"] = Words(keys);
        return schema;
    }

    public static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);

    private static JsonObject WithDefault(JsonObject schema, JsonNode? otherwise)
    {
        if (otherwise is not null)
            schema["default"] = otherwise;
        return schema;
    }
}
