using System.Reflection;
using Agents;

namespace Experiments.Config;

/// <summary>The parameters of a model, read once from its parameter class.</summary>
public sealed class ParameterCatalogue
{
    private readonly ModelDefinition model;
    private readonly List<Parameter> parameters = [];
    private readonly List<(string Key, string Meaning)> sections = [];
    private readonly Dictionary<string, Parameter> byKey = new(StringComparer.Ordinal);

    /// <summary>Reads the properties that carry a <see cref="ParameterAttribute"/>, section by section.</summary>
    /// <param name="model">The model whose parameter class is read.</param>
    /// <exception cref="InvalidOperationException">
    /// The class breaks the rules: a parameter of another type than double, int, bool or an enumeration, one that
    /// cannot be written, a default out of its own range, or an empty section.
    /// </exception>
    public ParameterCatalogue(ModelDefinition model)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
        Read(model.NewParameters(), [], "");
    }

    /// <summary>All parameters, in the order of declaration.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>The value of every parameter where a config names none, in the catalogue's order.</summary>
    public IReadOnlyList<object> Defaults => [.. parameters.Select(parameter => parameter.Default)];

    /// <summary>The sections of the parameter class: the first part of their parameters' keys, and what they are about.</summary>
    public IReadOnlyList<(string Key, string Meaning)> Sections => sections;

    /// <summary>The parameter of that key, or null.</summary>
    public Parameter? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The key that a misspelt one most likely means, or null.</summary>
    public string? Nearest(string key) => Spelling.Nearest(key, parameters.Select(parameter => parameter.Key));

    /// <summary>Makes a parameter object that holds these values, in the catalogue's order.</summary>
    /// <exception cref="ArgumentException">There are more or fewer values than parameters.</exception>
    public object Make(IReadOnlyList<object> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != parameters.Count)
            throw new ArgumentException($"{model.Name} has {parameters.Count} parameters, not {values.Count}.", nameof(values));
        var made = model.NewParameters();
        foreach (var parameter in parameters)
            parameter.Set(made, values[parameter.Index]);
        return made;
    }

    private void Read(object section, PropertyInfo[] path, string prefix)
    {
        // Declared order, a base class first, is the order of the metadata tokens; reflection itself promises none.
        var type = section.GetType();
        foreach (var property in type.GetProperties().OrderBy(property => property.DeclaringType == type).ThenBy(property => property.MetadataToken))
        {
            var key = prefix + SnakeCase.Of(property.Name);
            if (property.GetCustomAttribute<SectionAttribute>() is { } heading)
                ReadSection(property.GetValue(section), [.. path, property], key, heading.Meaning);
            else if (property.GetCustomAttribute<ParameterAttribute>() is { } about)
                Add(new Parameter([.. path, property], about, property.GetValue(section)!) { Key = key, Index = parameters.Count });
        }
    }

    private void ReadSection(object? section, PropertyInfo[] path, string key, string meaning)
    {
        if (section is null)
            throw new InvalidOperationException($"{model.Name}: the section {key} is null: initialise it with new().");
        sections.Add((key, meaning));
        Read(section, path, key + ".");
    }

    private void Add(Parameter parameter)
    {
        if (parameter.Type != typeof(double) && parameter.Type != typeof(int) && parameter.Type != typeof(bool) && !parameter.Type.IsEnum)
            throw new InvalidOperationException($"{model.Name}: {parameter.Key} is a {parameter.Type.Name}: a parameter is a double, int, bool or enumeration.");
        if (!parameter.IsWritable)
            throw new InvalidOperationException($"{model.Name}: {parameter.Key} has no public set or init accessor.");
        if (parameter.RangeComplaint(parameter.Default) is { } complaint)
            throw new InvalidOperationException($"{model.Name}: the default of {parameter.Key}: {complaint}.");
        if (!byKey.TryAdd(parameter.Key, parameter))
            throw new InvalidOperationException($"{model.Name}: two properties give the key {parameter.Key}.");
        parameters.Add(parameter);
    }
}
