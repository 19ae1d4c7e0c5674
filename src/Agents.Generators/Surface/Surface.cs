using Microsoft.CodeAnalysis;

namespace Agents.Generators;

/// <summary>
/// What a modeller need not write: the columns of populations and their views, the structs of rules that are methods, and
/// the definitions of models.
/// </summary>
internal static class Surface
{
    /// <summary>
    /// All files of this part. A generator does not see what generators write: whoever needs these types adds the texts to the
    /// compilation.
    /// </summary>
    public static IncrementalValuesProvider<GeneratedFile> Provide(IncrementalGeneratorInitializationContext context)
    {
        var populations = context.SyntaxProvider.CreateSyntaxProvider((node, _) => PopulationShape.MayBeAt(node), PopulationShape.At)
            .Where(population => population is not null)
            .WithTrackingName("Population")
            .Select((population, _) => PopulationWriter.Write(population!))
            .WithTrackingName("File");
        return populations;
    }
}
