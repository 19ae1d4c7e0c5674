using System.Text;
using Microsoft.CodeAnalysis;

namespace Agents.Generators;

/// <summary>A value of the whole model that is reported.</summary>
/// <param name="Kind">Number, Integer or Boolean.</param>
/// <param name="Name">The name in tables.</param>
/// <param name="Meaning">What it means, as C# writes it.</param>
/// <param name="Unit">Its unit, as C# writes it.</param>
/// <param name="Reading">C# that reads it of <c>model</c>.</param>
internal sealed record Measure(string Kind, string Name, string Meaning, string Unit, string Reading)
{
    /// <summary>The measures of a model, in the order of declaration.</summary>
    public static IEnumerable<Measure> Of(INamedTypeSymbol model, List<Finding> findings)
    {
        foreach (var member in model.GetMembers())
        {
            if (member.AttributeOfAgents("MeasureAttribute") is not { } attribute)
                continue;
            if (TypeOf(member) is { } type && KindOf(type) is { } kind && type.TypeKind != TypeKind.Enum)
                yield return new Measure(kind, NameOf(member, attribute), MeaningOf(attribute), UnitOf(attribute), ReadingOf(member));
            else
                findings.Add(Finding.At(member.Where(), Diagnostics.NoMeasure, member.Name));
        }
    }

    /// <summary>As what values of a type are reported; null where they cannot be.</summary>
    public static string? KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single or SpecialType.System_Double => "Number",
        SpecialType.System_Boolean => "Boolean",
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 => "Integer",
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 => "Integer",
        _ => type.TypeKind == TypeKind.Enum ? "Integer" : null,
    };

    public static string NameOf(ISymbol member, AttributeData attribute) =>
        Named(attribute, "Name") is { Length: > 0 } name ? name : SnakeCase(member.Name);

    public static string MeaningOf(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 1 ? Symbols.Written(attribute.ConstructorArguments[0]) : "\"\"";

    public static string UnitOf(AttributeData attribute) => Symbols.Literal(Named(attribute, "Unit") ?? "");

    private static string? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(named => named.Key == name).Value.Value as string;

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { GetMethod: not null, IsIndexer: false } property => property.Type,
        IMethodSymbol { Parameters.Length: 0, IsGenericMethod: false } method => method.ReturnType,
        _ => null,
    };

    private static string ReadingOf(ISymbol member) =>
        $"{(member.IsStatic ? member.ContainingType.Full() : "model")}.{member.Written()}{(member is IMethodSymbol ? "()" : "")}";

    /// <summary>As configs and tables write names: <c>GDPGrowth</c> is <c>gdp_growth</c>, <c>Week52</c> is <c>week52</c>.</summary>
    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && name[i - 1] != '_')
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}

/// <summary>A column of a population that is reported agent by agent.</summary>
/// <param name="Kind">Number, Integer or Boolean.</param>
/// <param name="Name">The name in tables.</param>
/// <param name="Meaning">What it means, as C# writes it.</param>
/// <param name="Unit">Its unit, as C# writes it.</param>
/// <param name="Population">The population's type.</param>
/// <param name="Holder">The member of the model that holds the population.</param>
/// <param name="Reading">C# that reads it of a <c>row</c> of the <c>population</c>.</param>
internal sealed record AgentMeasure(string Kind, string Name, string Meaning, string Unit, string Population, string Holder, string Reading)
{
    /// <summary>The measures of the populations that a model holds in fields and properties, in the order of declaration.</summary>
    public static IEnumerable<AgentMeasure> Of(INamedTypeSymbol model, List<Finding> findings)
    {
        foreach (var holder in model.GetMembers().Where(member => member is { IsStatic: false, IsImplicitlyDeclared: false }))
        {
            var type = (holder as IFieldSymbol)?.Type ?? (holder as IPropertySymbol)?.Type;
            if (type is not INamedTypeSymbol population || !population.DerivesFromAgents("Population"))
                continue;
            foreach (var column in population.GetMembers().OfType<IPropertySymbol>())
            {
                if (column.AttributeOfAgents("MeasureAttribute") is not { } attribute)
                    continue;
                if (column.Type.ValueOfColumn() is { } value && Measure.KindOf(value) is { } kind)
                    yield return new AgentMeasure(kind, Measure.NameOf(column, attribute), Measure.MeaningOf(attribute), Measure.UnitOf(attribute), population.Full(), holder.Written(), ReadingOf(column, value));
                else
                    findings.Add(Finding.At(column.Where(), Diagnostics.NoMeasure, column.Name));
            }
        }
    }

    private static string ReadingOf(IPropertySymbol column, ITypeSymbol value)
    {
        var read = $"population.{column.Written()}[row]";
        return value.SpecialType == SpecialType.System_Boolean ? read + " ? 1 : 0" : value.TypeKind == TypeKind.Enum ? "(double)" + read : read;
    }
}
