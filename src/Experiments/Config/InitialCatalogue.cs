using System.Reflection;
using Agents;

namespace Experiments.Config;

/// <summary>A column of a population that a file can fill.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Type">double for numbers of any width, int for whole numbers, bool, or an enumeration.</param>
/// <param name="Min">Least value.</param>
/// <param name="Max">Greatest value.</param>
/// <param name="IsKind">Whether it says which kind a record is of, and is not changed.</param>
public sealed record InitialColumn(string Name, Type Type, double Min, double Max, bool IsKind)
{
    internal PropertyInfo Property { get; init; } = null!;

    /// <summary>The values of a choice; empty for other types.</summary>
    public IReadOnlyList<string> Choices => Type.IsEnum ? [.. Enum.GetNames(Type).Select(SnakeCase.Of)] : [];

    /// <summary>The allowed values in words.</summary>
    public string Allowed => (Type, double.IsFinite(Min), double.IsFinite(Max)) switch
    {
        ({ IsEnum: true }, _, _) => $"one of {string.Join(", ", Choices)}",
        (var type, _, _) when type == typeof(bool) => "one of true, false",
        (var type, true, true) => FormattableString.Invariant($"{Noun(type)} from {Min} to {Max}"),
        (var type, true, false) => FormattableString.Invariant($"{Noun(type)}, {Min} or more"),
        (var type, false, true) => FormattableString.Invariant($"{Noun(type)}, {Max} or less"),
        var (type, _, _) => Noun(type),
    };

    /// <summary>The column of a population.</summary>
    internal Column Of(Population population) => (Column)Property.GetValue(population)!;

    private static string Noun(Type type) => type == typeof(int) ? "an integer" : "a number";
}

/// <summary>A population that a file can fill.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Columns">What can be filled, in the order of declaration.</param>
/// <param name="Others">The columns that cannot, and why.</param>
public sealed record InitialPopulation(string Name, IReadOnlyList<InitialColumn> Columns, IReadOnlyList<(string Name, string Reason)> Others)
{
    /// <summary>The column that says which kind a row is of; null where rows have no kinds.</summary>
    public InitialColumn? Kind => Columns.FirstOrDefault(column => column.IsKind);
}

/// <summary>What files can fill of a model's initial state, read from a model.</summary>
public sealed class InitialCatalogue
{
    /// <summary>Stands before the name of a network.</summary>
    public const string TiesPrefix = "ties.";

    /// <summary>The column that names records, so that links can name them.</summary>
    public const string IdColumn = "id";

    private InitialCatalogue(IReadOnlyList<InitialPopulation> populations, IReadOnlyList<NamedNetwork> networks) =>
        (Populations, Networks) = (populations, networks);

    /// <summary>The populations, in the order in which the model makes them.</summary>
    public IReadOnlyList<InitialPopulation> Populations { get; }

    /// <summary>The networks.</summary>
    public IReadOnlyList<NamedNetwork> Networks { get; }

    /// <summary>The keys of the section <c>initial:</c>.</summary>
    public IEnumerable<string> Keys => [.. Populations.Select(population => population.Name), .. Networks.Select(network => TiesPrefix + network.Name)];

    /// <summary>What a model with the default parameters has.</summary>
    public static InitialCatalogue Of(ModelDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Of(definition, definition.Create(definition.NewParameters(), Seed.Of(1)));
    }

    internal static InitialCatalogue Of(ModelDefinition definition, Model model) => new([.. model.Populations.Select(Of)], definition.Networks);

    private static InitialPopulation Of(Population population)
    {
        var columns = new List<InitialColumn>();
        var others = new List<(string, string)>();
        foreach (var property in StateCatalogue.Properties(population.GetType()).Where(property => typeof(Column).IsAssignableFrom(property.PropertyType)))
        {
            var name = SnakeCase.Of(property.Name);
            var about = property.GetCustomAttribute<InitialAttribute>() ?? new InitialAttribute();
            if (Reason(property.PropertyType, about) is { } reason)
                others.Add((name, reason));
            else
                columns.Add(Column(name, property, about));
        }
        return new InitialPopulation(population.Name, columns, others);
    }

    private static string? Reason(Type column, InitialAttribute about)
    {
        var type = column.GetGenericArguments()[0];
        if (column.GetGenericTypeDefinition() == typeof(Scratch<>))
            return "lives within a tick only";
        if (about.FollowsFrom.Length > 0)
            return $"follows from {about.FollowsFrom}";
        return Type.GetTypeCode(type) is TypeCode.Object or TypeCode.Char || type.IsDefined(typeof(FlagsAttribute)) ? "holds several values in one" : null;
    }

    private static InitialColumn Column(string name, PropertyInfo property, InitialAttribute about)
    {
        var type = property.PropertyType.GetGenericArguments()[0];
        if (type.IsEnum || type == typeof(bool))
            return new InitialColumn(name, type, double.NegativeInfinity, double.PositiveInfinity, about.IsKind) { Property = property };
        var (isWhole, min, max) = Limits(type);
        return new InitialColumn(name, isWhole ? typeof(int) : typeof(double), Math.Max(min, about.Min), Math.Min(max, about.Max), about.IsKind) { Property = property };
    }

    /// <summary>The limits of a type; whole numbers beyond those of int are not for files.</summary>
    private static (bool IsWhole, double Min, double Max) Limits(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Single or TypeCode.Double => (false, double.NegativeInfinity, double.PositiveInfinity),
        TypeCode.Byte => (true, byte.MinValue, byte.MaxValue),
        TypeCode.SByte => (true, sbyte.MinValue, sbyte.MaxValue),
        TypeCode.Int16 => (true, short.MinValue, short.MaxValue),
        TypeCode.UInt16 => (true, ushort.MinValue, ushort.MaxValue),
        TypeCode.UInt32 or TypeCode.UInt64 => (true, 0, int.MaxValue),
        _ => (true, int.MinValue, int.MaxValue),
    };
}
