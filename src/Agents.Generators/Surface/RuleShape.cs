using Microsoft.CodeAnalysis;

namespace Agents.Generators;

/// <summary>A rule that is a method of a model.</summary>
/// <param name="Place">Where the model stands.</param>
/// <param name="Model">The model's name from the global namespace on.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Struct">The name of the struct that is to be written.</param>
/// <param name="Population">The population's name from the global namespace on.</param>
/// <param name="IsStatic">True where the method needs no model.</param>
/// <param name="IsWritable">False where a finding keeps it from being written.</param>
/// <param name="Findings">What the modeller should know.</param>
internal sealed record RuleShape(
    TypePlace Place, string Model, string Method, string Struct, string Population, bool IsStatic, bool IsWritable, Sequence<Finding> Findings)
{
    public static RuleShape Of(IMethodSymbol method)
    {
        var findings = new List<Finding>();
        var model = method.ContainingType;
        if (!model.DerivesFromAgents("Model"))
            findings.Add(Finding.At(method.Where(), Diagnostics.NoModel, model.Name, "[Rule]"));
        var population = PopulationOf(method);
        if (population is null)
            findings.Add(Finding.At(method.Where(), Diagnostics.NoRule, method.Name));
        var place = TypePlace.Of(model, $"the rule '{method.Name}'", findings);
        var isOneOfSeveral = model.GetMembers(method.Name).Count(other => other.AttributeOfAgents("RuleAttribute") is not null) > 1;
        return new RuleShape(
            place,
            model.Full(),
            method.Written(),
            $"{method.Name}{(isOneOfSeveral ? population?.Name : "")}Rule",
            population?.Full() ?? "",
            method.IsStatic,
            findings.Count == 0,
            findings);
    }

    private static INamedTypeSymbol? PopulationOf(IMethodSymbol method)
    {
        if (method is not { ReturnsVoid: true, IsAsync: false, IsGenericMethod: false, Parameters.Length: 1 }
            || method.Parameters[0] is not { RefKind: RefKind.None, Type: INamedTypeSymbol { Arity: 1 } agent })
        {
            return null;
        }
        return agent.IsOfAgents("Agent") ? agent.TypeArguments[0] as INamedTypeSymbol : null;
    }
}
