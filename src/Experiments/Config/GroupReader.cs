using System.Text.RegularExpressions;
using Experiments.Design;

namespace Experiments.Config;

/// <summary>Reads which factors of a Morris design move together.</summary>
internal sealed partial class GroupReader(ValueReader read)
{
    private const string Key = "design.groups";

    /// <summary>The groups in the order of their first factors; a factor that no group names moves alone.</summary>
    public IReadOnlyList<FactorGroup> Read(Node? node, IReadOnlyList<DesignFactor> factors)
    {
        var names = factors.Select(factor => factor.Key).ToList();
        var groupOf = new Dictionary<int, string>();
        var groups = new List<FactorGroup>();
        foreach (var entry in read.Map(node, Key)?.Entries ?? [])
        {
            var key = $"{Key}.{entry.Key}";
            if (!LegalName().IsMatch(entry.Key))
                read.Add(entry.KeyPlace, key, "not a name for a group: allowed are a to z, 0 to 9, hyphens and underscores");
            var members = new List<int>();
            foreach (var item in read.List(entry.Value, key))
            {
                if (read.Word(item, key) is not { } name)
                    continue;
                var factor = names.IndexOf(name);
                if (factor < 0)
                    read.Add(item.Place, key, $"there is no factor {Problem.Quote(name)}{Spelling.Hint(name, names)}");
                else if (!groupOf.TryAdd(factor, entry.Key))
                    read.Add(item.Place, key, $"{name} stands in the group {groupOf[factor]} already");
                else
                    members.Add(factor);
            }
            if (members.Count > 0)
                groups.Add(new FactorGroup(entry.Key, [.. members.Order()]));
            else if (read.IsSound)
                read.Add(entry.KeyPlace, key, "names no factor");
        }
        groups.AddRange(Enumerable.Range(0, names.Count).Where(factor => !groupOf.ContainsKey(factor)).Select(factor => new FactorGroup(names[factor], [factor])));
        return [.. groups.OrderBy(group => group.Factors[0])];
    }

    [GeneratedRegex(@"\A[a-z0-9_-]+\z")]
    private static partial Regex LegalName();
}
