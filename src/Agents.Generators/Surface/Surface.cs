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
            .WithTrackingName("Population");
        var rules = context.SyntaxProvider
            .ForAttributeWithMetadataName("Agents.RuleAttribute", (_, _) => true, (found, _) => RuleShape.Of((IMethodSymbol)found.TargetSymbol))
            .WithTrackingName("Rule");
        var definitions = context.SyntaxProvider
            .ForAttributeWithMetadataName("Agents.ModelAttribute", (_, _) => true, (found, _) => DefinitionShape.Of((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0]))
            .WithTrackingName("Definition");
        var files = populations.Select((population, _) => PopulationWriter.Write(population!)).Collect()
            .Combine(rules.Select((rule, _) => RuleWriter.Write(rule)).Collect())
            .Combine(definitions.Select((definition, _) => DefinitionWriter.Write(definition)).Collect());
        return files.SelectMany((all, _) => all.Left.Left.AddRange(all.Left.Right).AddRange(all.Right)).WithTrackingName("File");
    }
}
