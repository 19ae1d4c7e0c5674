using Microsoft.CodeAnalysis;

namespace Agents.Generators;

/// <summary>The definition of a model, as its attributes give it.</summary>
/// <param name="Place">Where the model stands.</param>
/// <param name="Model">The model's name from the global namespace on.</param>
/// <param name="Parameters">The parameters' type.</param>
/// <param name="HasComplaint">True where the parameters say what is wrong with them.</param>
/// <param name="Attribute">The values of the model's attribute, as C# writes them.</param>
/// <param name="Measures">What is reported of the whole model.</param>
/// <param name="AgentMeasures">What is reported of each agent.</param>
/// <param name="IsWritable">False where a finding keeps it from being written.</param>
/// <param name="Findings">What the modeller should know.</param>
internal sealed record DefinitionShape(
    TypePlace Place,
    string Model,
    string Parameters,
    bool HasComplaint,
    Sequence<(string Name, string Value)> Attribute,
    Sequence<Measure> Measures,
    Sequence<AgentMeasure> AgentMeasures,
    bool IsWritable,
    Sequence<Finding> Findings)
{
    /// <summary>The arguments of the attribute's constructor.</summary>
    private static readonly string[] Named = ["Name", "Summary"];

    /// <summary>What a definition must have, with the attribute's defaults.</summary>
    private static readonly (string Name, string Value)[] Defaults = [("TickUnit", "\"step\""), ("DefaultTicks", "100"), ("ResultsVersion", "1")];

    public static DefinitionShape Of(INamedTypeSymbol model, AttributeData attribute)
    {
        var findings = new List<Finding>();
        if (!model.DerivesFromAgents("Model"))
            findings.Add(Finding.At(model.Where(), Diagnostics.NoModel, model.Name, "[Model]"));
        var parameters = ParametersOf(model);
        if (parameters is null)
            findings.Add(Finding.At(model.Where(), Diagnostics.NoMaker, model.Name));
        else if (!Has(parameters, "Agents", member => member is IPropertySymbol { GetMethod: not null, Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 }))
            findings.Add(Finding.At(parameters.Where(), Diagnostics.NoHeadcount, parameters.Name));
        var measures = Measure.Of(model, findings).ToList();
        var agentMeasures = AgentMeasure.Of(model, findings).ToList();
        var place = TypePlace.Of(model, "the definition", findings);
        return new DefinitionShape(
            place, model.Full(), parameters?.Full() ?? "", parameters is not null && Has(parameters, "Complaint", IsComplaint), ValuesOf(attribute), measures, agentMeasures, findings.Count == 0, findings);
    }

    private static INamedTypeSymbol? ParametersOf(INamedTypeSymbol model) =>
        model.InstanceConstructors
            .Where(made => made.Parameters.Length == 2 && made.Parameters[1].Type.IsOfAgents("Seed"))
            .Select(made => made.Parameters[0].Type as INamedTypeSymbol)
            .FirstOrDefault(type => type is { TypeKind: TypeKind.Class, IsAbstract: false } && type.InstanceConstructors.Any(IsPlain));

    private static bool IsPlain(IMethodSymbol made) => made is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public };

    private static bool IsComplaint(ISymbol member) => member is IMethodSymbol { Parameters.Length: 0, ReturnType.SpecialType: SpecialType.System_String };

    private static bool Has(INamedTypeSymbol parameters, string name, Func<ISymbol, bool> isIt)
    {
        for (var type = parameters; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).Any(member => member is { IsStatic: false, DeclaredAccessibility: not Accessibility.Private } && isIt(member)))
                return true;
        }
        return false;
    }

    private static List<(string Name, string Value)> ValuesOf(AttributeData attribute)
    {
        var values = attribute.ConstructorArguments.Zip(Named, (argument, name) => (name, Symbols.Written(argument))).ToList();
        foreach (var (name, value) in Defaults)
            values.Add((name, attribute.NamedArguments.Where(named => named.Key == name).Select(named => Symbols.Written(named.Value)).DefaultIfEmpty(value).First()));
        foreach (var named in attribute.NamedArguments.Where(named => Defaults.All(one => one.Name != named.Key)))
            values.Add((named.Key, Symbols.Written(named.Value)));
        return values;
    }
}
