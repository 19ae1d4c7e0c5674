using Agents;

namespace Experiments.Config;

/// <summary>The parameters of a model, read once from its parameter class.</summary>
public sealed class ParameterCatalogue
{
    /// <summary>Reads the properties that carry a <see cref="ParameterAttribute"/>, section by section.</summary>
    public ParameterCatalogue(ModelDefinition model) => throw new NotSupportedException();

    /// <summary>All parameters, in the order of declaration.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Makes a parameter object that holds these values, in the catalogue's order.</summary>
    public object Make(IReadOnlyList<object> values) => throw new NotSupportedException();
}

/// <summary>One parameter of a model.</summary>
public sealed class Parameter
{
    /// <summary>snake_case with dots.</summary>
    public required string Key { get; init; }

    /// <summary>double, int, bool or an enumeration.</summary>
    public required Type Type { get; init; }

    /// <summary>What it means, its unit, range and source.</summary>
    public required ParameterAttribute About { get; init; }

    /// <summary>The value where a config names none.</summary>
    public required object Default { get; init; }

    /// <summary>Its number in the catalogue, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Reads it from a parameter object.</summary>
    public object Get(object parameters) => throw new NotSupportedException();

    /// <summary>Writes it to a parameter object.</summary>
    public void Set(object parameters, object value) => throw new NotSupportedException();

    /// <summary>A value as configs and tables write it: invariant culture, shortest round-trip, TRUE or FALSE in tables.</summary>
    public string Format(object value) => throw new NotSupportedException();
}
