using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Agents;

namespace Experiments.Config;

/// <summary>A state variable of a model.</summary>
/// <param name="Entity">What has it: the class of a population, or of what the model has one of.</param>
/// <param name="Name">snake_case.</param>
/// <param name="Kind">trait (fixed at birth), state (others may read it), private, scratch (lives within a tick), or shared.</param>
/// <param name="Type">number, integer, boolean or choice.</param>
/// <param name="Choices">What a choice can be, in its order.</param>
/// <param name="Meaning">The first sentence or two of its doc comment; empty where it has none.</param>
public sealed record StateVariable(string Entity, string Name, string Kind, string Type, IReadOnlyList<string> Choices, string Meaning);

/// <summary>
/// The state variables of a model, read from the classes that hold them and that the model's class has as properties: the
/// columns of populations and the properties of what is shared, with the meaning that stands above each of them in the code.
/// </summary>
public static partial class StateCatalogue
{
    private static readonly Type[] Columns = [typeof(Trait<>), typeof(State<>), typeof(Private<>), typeof(Scratch<>)];

    /// <summary>The variables, class by class, in the order of declaration.</summary>
    public static IReadOnlyList<StateVariable> Of(ModelDefinition model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.ModelType is not { } holder)
            return [];
        var docs = Documentation(holder.Assembly).ToDictionary(StringComparer.Ordinal);
        var entities = Properties(holder).Select(property => property.PropertyType).Where(HoldsState).Distinct();
        return [.. entities.SelectMany(type => Properties(type).Select(property => Of(type, property, docs)).OfType<StateVariable>())];
    }

    private static bool HoldsState(Type type) => typeof(Population).IsAssignableFrom(type) || typeof(IPersistent).IsAssignableFrom(type);

    /// <summary>Declared order is the order of the metadata tokens; reflection itself promises none.</summary>
    internal static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).OrderBy(property => property.MetadataToken);

    private static StateVariable? Of(Type entity, PropertyInfo property, Dictionary<string, string> docs)
    {
        var column = Columns.FirstOrDefault(kind => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == kind);
        // What follows from other state has no setter.
        var isShared = !typeof(Population).IsAssignableFrom(entity) && (property.SetMethod?.IsPublic == true || property.PropertyType.IsArray);
        if (column is null && !isShared)
            return null;
        var type = column is null ? property.PropertyType : property.PropertyType.GetGenericArguments()[0];
        var name = $"{entity.FullName}.{property.Name}";
        return new StateVariable(
            SnakeCase.Of(entity.Name),
            SnakeCase.Of(property.Name),
            column is null ? "shared" : SnakeCase.Of(column.Name[..column.Name.IndexOf('`', StringComparison.Ordinal)]),
            TypeName(type),
            type.IsEnum ? [.. Enum.GetNames(type).Select(SnakeCase.Of)] : [],
            docs.GetValueOrDefault(name, ""));
    }

    private static string TypeName(Type type)
    {
        if (type.IsArray)
            return $"list of {TypeName(type.GetElementType()!)}s";
        if (type.IsEnum)
            return "choice";
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Single or TypeCode.Double => "number",
            TypeCode.Boolean => "boolean",
            TypeCode.Object => "several",
            _ => "integer",
        };
    }

    /// <summary>What the compiler wrote down of an assembly's doc comments on properties; nothing where the file is not beside it.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Documentation(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (!File.Exists(path))
            yield break;
        foreach (var member in XDocument.Load(path).Descendants("member"))
        {
            var name = (string?)member.Attribute("name") ?? "";
            if (name.StartsWith("P:", StringComparison.Ordinal) && member.Element("summary") is { } summary)
                yield return KeyValuePair.Create(name[2..], Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim().TrimEnd('.'));
        }
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => Words(((string?)see.Attribute("cref") ?? "").Split('.')[^1]),
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    private static string Words(string name) => SnakeCase.Of(name).Replace('_', ' ');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
