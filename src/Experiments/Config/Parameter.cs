using System.Globalization;
using System.Reflection;
using Agents;

namespace Experiments.Config;

/// <summary>One parameter of a model.</summary>
public sealed class Parameter
{
    private readonly PropertyInfo[] path;

    internal Parameter(PropertyInfo[] path, ParameterAttribute about, object defaultValue) =>
        (this.path, About, Default) = (path, about, defaultValue);

    /// <summary>snake_case with dots.</summary>
    public required string Key { get; init; }

    /// <summary>Its number in the catalogue, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>double, int, bool or an enumeration.</summary>
    public Type Type => path[^1].PropertyType;

    /// <summary>What it means, its unit, range and source.</summary>
    public ParameterAttribute About { get; }

    /// <summary>The value where a config names none.</summary>
    public object Default { get; }

    /// <summary>True for a double or an int.</summary>
    public bool IsNumber => Type == typeof(double) || Type == typeof(int);

    /// <summary>The type as a modeller calls it: number, integer, boolean or choice.</summary>
    public string TypeName =>
        Type == typeof(double) ? "number" : Type == typeof(int) ? "integer" : Type == typeof(bool) ? "boolean" : "choice";

    /// <summary>The values that a choice allows, snake_case in the order of declaration; empty for other types.</summary>
    public IReadOnlyList<string> Choices => Type.IsEnum ? [.. Enum.GetNames(Type).Select(SnakeCase.Of)] : [];

    /// <summary>The allowed values in words, such as <c>0 to 1</c>, <c>1 or more</c> or <c>low, high</c>; empty where all are.</summary>
    public string Range
    {
        get
        {
            if (!IsNumber)
                return Type == typeof(bool) ? "true, false" : string.Join(", ", Choices);
            var (min, max) = (Text(About.Min), Text(About.Max));
            return (double.IsFinite(About.Min), double.IsFinite(About.Max)) switch
            {
                (true, true) => $"{min} to {max}",
                (true, false) => $"{min} or more",
                (false, true) => $"{max} or less",
                _ => "",
            };
        }
    }

    internal bool IsWritable => path[^1].GetSetMethod() is not null;

    /// <summary>Reads it from a parameter object.</summary>
    public object Get(object parameters) => path[^1].GetValue(Holder(parameters))!;

    /// <summary>Writes it to a parameter object.</summary>
    /// <exception cref="ArgumentException">The value is of another type.</exception>
    public void Set(object parameters, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.GetType() != Type)
            throw new ArgumentException($"{Key} takes a {Type.Name}, not a {value.GetType().Name}.", nameof(value));
        path[^1].SetValue(Holder(parameters), value);
    }

    /// <summary>A value as configs write it: invariant culture, shortest round-trip, true or false, snake_case.</summary>
    public string Format(object value) => value switch
    {
        double number => Text(number),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        _ => SnakeCase.Of(Enum.GetName(Type, value) ?? throw new ArgumentException($"{value} is no value of {Key}.", nameof(value))),
    };

    /// <summary>A value as tables write it: as in configs, but TRUE or FALSE.</summary>
    public string FormatCell(object value) => value is bool truth ? (truth ? "TRUE" : "FALSE") : Format(value);

    /// <summary>What is wrong with a value of the right type, or null.</summary>
    internal string? RangeComplaint(object value)
    {
        if (!IsNumber)
            return null;
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
            return $"{Format(value)} is not a finite number";
        if (number >= About.Min && number <= About.Max)
            return null;
        return $"{Format(value)} is out of range: allowed is {Range}{(About.Unit.Length > 0 ? $" ({About.Unit})" : "")}";
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private object Holder(object parameters)
    {
        for (var i = 0; i < path.Length - 1; i++)
            parameters = path[i].GetValue(parameters)!;
        return parameters;
    }
}
