using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agents;

namespace Experiments.Config;

/// <summary>
/// The JSON Schema of configs, by which editors complete keys, show what they mean and mark what is wrong. It is written
/// in draft 07, which the YAML extensions of editors know best. The loader checks more: what a schema cannot say, such
/// as whether the parameters fit together.
/// </summary>
public static class ConfigSchema
{
    private const string Dialect = "http://json-schema.org/draft-07/schema#";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema of the configs of one model.</summary>
    public static string Of(ModelDefinition model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var sections = new SectionSchemas([model]);
        var definitions = new JsonObject { [model.Name] = ParameterSchema.Of(model) };
        return Text($"Config of a study of the model {model.Name}", sections.All(ParameterSchema.PathOf(model)), definitions, []);
    }

    /// <summary>The schema of the configs of all models: what depends on the model follows from the key <c>model</c>.</summary>
    public static string Of(IReadOnlyList<ModelDefinition> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var definitions = new JsonObject(models.Select(model => KeyValuePair.Create(model.Name, (JsonNode?)ParameterSchema.Of(model))));
        var byModel = models.Select(model => Schema.Where("model", model.Name, new JsonObject
        {
            ["properties"] = Properties(new SectionSchemas([model]).OfModel(ParameterSchema.PathOf(model))),
        }));
        return Text("Config of a study", new SectionSchemas(models).All(null), definitions, byModel);
    }

    private static string Text(
        string title, IEnumerable<(string Key, JsonObject Value)> properties, JsonObject definitions, IEnumerable<JsonObject> rules)
    {
        var schema = new JsonObject
        {
            ["$schema"] = Dialect,
            ["title"] = title,
            ["type"] = "object",
            ["anyOf"] = new JsonArray(new JsonObject().Requiring("model"), new JsonObject().Requiring("extends")),
            ["properties"] = Properties(properties),
            ["additionalProperties"] = false,
        };
        if (rules.Any())
            schema["allOf"] = new JsonArray([.. rules]);
        definitions["factor"] = DesignSchema.Factor();
        definitions["statistic"] = StatisticSchema.Statistic();
        schema["definitions"] = definitions;
        return schema.ToJsonString(Json) + "\n";
    }

    private static JsonObject Properties(IEnumerable<(string Key, JsonObject Value)> properties) =>
        new(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)property.Value)));
}
