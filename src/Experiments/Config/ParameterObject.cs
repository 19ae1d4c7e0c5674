using Agents;

namespace Experiments.Config;

/// <summary>
/// One parameter object that holds many sets of values in turn. Only what differs from the set before is written, because
/// a design of many rows varies few of a model's parameters.
/// </summary>
internal sealed class ParameterObject(ModelDefinition model, ParameterCatalogue catalogue)
{
    private readonly object parameters = model.NewParameters();
    private readonly object?[] held = new object?[catalogue.Parameters.Count];

    /// <summary>The object with a set of values, in the catalogue's order; good until the next set.</summary>
    public object With(IReadOnlyList<object> values)
    {
        for (var i = 0; i < held.Length; i++)
        {
            var value = values[i];
            if (ReferenceEquals(value, held[i]))
                continue;
            if (!value.Equals(held[i]))
                catalogue.Parameters[i].Set(parameters, value);
            held[i] = value;
        }
        return parameters;
    }
}
