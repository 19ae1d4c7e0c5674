using System.Text.Json.Nodes;

namespace Experiments.Config;

/// <summary>The <c>slurm:</c> section as JSON Schema.</summary>
internal static class SlurmSchema
{
    /// <summary>The section.</summary>
    public static JsonObject Of()
    {
        var options = Schema.Named("Further long options of sbatch, without hyphens; true for one that takes no value.", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", new JsonObject());
        options["properties"] = new JsonObject(SlurmSettings.Reserved.Select(reserved =>
            KeyValuePair.Create(reserved.Key, (JsonNode?)new JsonObject { ["not"] = new JsonObject(), ["description"] = $"Cannot be set: {reserved.Value}." })));
        return Schema.Map("How the study asks Slurm for its share of a cluster; no result depends on it.",
            ("partition", Text("The partition.")),
            ("account", Text("The account.")),
            ("time", Text("Time limit of a task: minutes, HH:MM:SS or D-HH:MM:SS.")),
            ("memory", Text("Memory of a task, such as 4G.")),
            ("cpus", Schema.Integer("Processors of a task.", 1, 1024)),
            ("tasks", Schema.Integer("Tasks of the array; the default follows from the number of runs.", 1, 1_000_000)),
            ("modules", Schema.List("Modules to load.", Text("A module."))),
            ("setup", Schema.List("Lines that a job runs before the first run.", Text("A line."))),
            ("options", options));
    }

    /// <summary>What stands in YAML without quotes may be a number to a schema.</summary>
    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = new JsonArray("string", "number") };
}
