using Agents;

namespace Cli;

/// <summary>The models that a config can name.</summary>
internal static class Models
{
    public static IReadOnlyList<ModelDefinition> All { get; } = [Elites.ElitesModel.Definition];
}
