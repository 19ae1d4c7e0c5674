using System.Reflection;

namespace Agents.Testing;

/// <summary>
/// Makes rules of which nothing is known but their constructors: what they ask for is found in a model, by type and then by name, and
/// numbers are made up. Two makers over equal models make equal rules.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="given">What a parameter is to be, or null where the maker shall see to it.</param>
internal sealed class RuleMaker(Model model, Func<Model, ParameterInfo, object?>? given)
{
    private const int MostDepth = 4;

    private readonly List<(string Name, object Value)> parts = Parts(model);
    private OddValues odd = new(0);

    /// <summary>A rule.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="variant">Other numbers for each.</param>
    /// <exception cref="InvalidOperationException">Nothing fits a parameter.</exception>
    public object Make(Type type, int variant)
    {
        odd = new OddValues(variant);
        return Construct(type, 0) ?? throw new InvalidOperationException($"{type} asks for something that is not found in {model.GetType().Name}: tell the proof what it is.");
    }

    private object? Construct(Type type, int depth)
    {
        var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(one => one.GetParameters() is not [var only] || only.ParameterType != type)
            .OrderByDescending(one => one.GetParameters().Length).ToArray();
        if (constructors.Length == 0)
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        foreach (var constructor in constructors)
        {
            var arguments = constructor.GetParameters().Select(parameter => Argument(parameter, depth)).ToArray();
            if (!arguments.Contains(null))
                return constructor.Invoke(arguments);
        }
        return null;
    }

    private object? Argument(ParameterInfo parameter, int depth)
    {
        var type = parameter.ParameterType;
        if (given?.Invoke(model, parameter) is { } known)
            return known;
        if (type.IsInstanceOfType(model))
            return model;
        var fitting = parts.Where(part => type.IsInstanceOfType(part.Value)).ToList();
        if (fitting.Count > 0 && !type.IsPrimitive)
            return fitting.Find(part => string.Equals(part.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)).Value ?? fitting[0].Value;
        if (type.IsArray)
            return Table(type.GetElementType()!);
        return Number(type) ?? (depth < MostDepth && !type.IsAbstract && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true ? Construct(type, depth + 1) : null);
    }

    private object? Number(Type type)
    {
        if (type == typeof(bool))
            return odd.Below(2) == 0;
        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(odd.Below(values.Length));
        }
        double[] plain = [0, 0.1, 0.25, 0.5, 1, 3];
        return !OddValues.Has(type) ? null
            : type == typeof(double) || type == typeof(float) ? Convert.ChangeType(plain[odd.Below(plain.Length)], type)
            : Convert.ChangeType(odd.Below(5), type);
    }

    private Array? Table(Type element)
    {
        var table = Array.CreateInstance(element, 16);
        for (var i = 0; i < table.Length; i++)
        {
            if (Number(element) is not { } number)
                return null;
            table.SetValue(number, i);
        }
        return table;
    }

    /// <summary>What a model holds, near things first.</summary>
    private static List<(string, object)> Parts(Model model)
    {
        var (found, seen) = (new List<(string, object)>(), new HashSet<object>(ReferenceEqualityComparer.Instance) { model });
        var next = new Queue<(object Owner, int Depth)>([(model, 0)]);
        while (next.TryDequeue(out var at))
        {
            for (var type = at.Owner.GetType(); type != null && type != typeof(object); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (field.GetValue(at.Owner) is not { } value || value is string or Delegate or Array || value.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
                        continue;
                    if (!value.GetType().IsValueType && !seen.Add(value))
                        continue;
                    found.Add((field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>')] : field.Name, value));
                    if (at.Depth < 3 && !value.GetType().IsValueType && value is not Column)
                        next.Enqueue((value, at.Depth + 1));
                }
            }
        }
        return found;
    }
}
