using System.Collections;
using System.Reflection;

namespace Agents.Tests;

/// <summary>
/// Compares two objects field by field, through everything that they refer to, so that a field that a model's
/// <c>Persist</c> forgets is found without anybody having thought of it.
/// </summary>
internal sealed class StateGraph
{
    /// <summary>Memory that is written before it is read, in every tick or call.</summary>
    private static readonly string[] Working =
        ["Model.order", "Model.partialSums", "Population.newRows", "Population.sources", "SharedPush.changes", "SharedPush.lengths", "SharedPush.parts", "SharedPush.partSize", "SharedPush.ranges", "SharedPush.rangesPerNode", "SharedPush.capacity", "Layer`1.room"];

    private readonly HashSet<string> ignored;
    private readonly Dictionary<object, object> counterparts = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> differences = [];

    private StateGraph(IEnumerable<string> ignored) => this.ignored = [.. Working, .. ignored];

    /// <summary>Where two objects differ: paths of fields with both values; empty when they are deeply equal.</summary>
    /// <param name="one">An object.</param>
    /// <param name="other">What should be its equal.</param>
    /// <param name="ignored">Fields, as Class.field, that are no state.</param>
    public static IReadOnlyList<string> Differences(object one, object other, params string[] ignored)
    {
        var graph = new StateGraph(ignored);
        graph.Compare(one, other, one.GetType().Name);
        return graph.differences;
    }

    private void Compare(object? one, object? other, string path)
    {
        if (one is null || other is null || one.GetType() != other.GetType())
        {
            if (one is not null || other is not null)
                differences.Add($"{path}: {one ?? "null"} and {other ?? "null"}");
            return;
        }
        var type = one.GetType();
        if (type.IsPrimitive || type.IsEnum || one is string)
        {
            if (!one.Equals(other))
                differences.Add($"{path}: {one} and {other}");
            return;
        }
        if (one is Delegate or Lock or Workers)
            return;
        if (!type.IsValueType && IsKnown(one, other, path))
            return;
        if (one is Array or IList)
            CompareItems(((IEnumerable)one).Cast<object?>().ToList(), ((IEnumerable)other).Cast<object?>().ToList(), path);
        else if (one is IDictionary dictionary)
            CompareEntries(dictionary, (IDictionary)other, path);
        else
            CompareFields(type, one, other, path);
    }

    // What is one object on one side must be one object on the other, too.
    private bool IsKnown(object one, object other, string path)
    {
        if (counterparts.TryAdd(one, other))
            return false;
        if (!ReferenceEquals(counterparts[one], other))
            differences.Add($"{path}: shared with another field on one side only");
        return true;
    }

    private void CompareItems(List<object?> one, List<object?> other, string path)
    {
        if (one.Count != other.Count)
        {
            differences.Add($"{path}: {one.Count} and {other.Count} items");
            return;
        }
        for (var i = 0; i < one.Count && differences.Count < 20; i++)
            Compare(one[i], other[i], $"{path}[{i}]");
    }

    private void CompareEntries(IDictionary one, IDictionary other, string path)
    {
        if (one.Count != other.Count)
            differences.Add($"{path}: {one.Count} and {other.Count} entries");
        foreach (DictionaryEntry entry in one)
            Compare(entry.Value, other[entry.Key], $"{path}[{entry.Key}]");
    }

    private void CompareFields(Type type, object one, object other, string path)
    {
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                var name = NameOf(field);
                if (!ignored.Contains($"{level.Name}.{name}"))
                    Compare(field.GetValue(one), field.GetValue(other), $"{path}.{name}");
            }
        }
    }

    // A property's own field is called <Name>k__BackingField, a captured parameter <name>P.
    private static string NameOf(FieldInfo field) =>
        field.Name[0] == '<' ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
