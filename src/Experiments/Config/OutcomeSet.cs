using Agents;

namespace Experiments.Config;

/// <summary>Outcomes that are counted together.</summary>
/// <param name="Codes">Their codes, in the model's order; empty for every outcome that ends a run before its horizon.</param>
/// <param name="Group">The group of outcomes that they are, by its name; empty for others.</param>
public sealed record OutcomeSet(IReadOnlyList<string> Codes, string Group = "")
{
    /// <summary>The word of configs for every outcome that ends a run before its horizon.</summary>
    public const string Any = "any";

    /// <summary>Whether a run ended in one of them.</summary>
    public bool Holds(Outcome outcome) => Codes.Count == 0 ? !outcome.Censored : Codes.Contains(outcome.Code);

    /// <summary>As a config writes it.</summary>
    public override string ToString() => Codes.Count switch
    {
        _ when Group.Length > 0 => ResolvedConfig.Word(Group),
        0 => Any,
        1 => ResolvedConfig.Word(Codes[0]),
        _ => $"[{string.Join(", ", Codes.Select(ResolvedConfig.Word))}]",
    };

    /// <summary>A group of a model's outcomes.</summary>
    internal static OutcomeSet Of(OutcomeGroup group) => new(group.Codes, group.Name);

    /// <summary>One code or group, a list of them, or the word any; null after a problem.</summary>
    internal static OutcomeSet? Read(ValueReader read, Node node, string key, ModelDefinition model)
    {
        var known = model.Outcomes.Select(outcome => outcome.Code).ToList();
        if (known.Count == 0)
        {
            read.Add(node.Place, key, $"{model.Name} has no outcomes");
            return null;
        }
        if (node is Scalar { Text: Any })
            return new OutcomeSet([]);
        if (node is Scalar one && model.OutcomeGroups.FirstOrDefault(group => group.Name == one.Text) is { } whole)
            return Of(whole);
        var named = new List<string>();
        foreach (var item in node is Sequence list ? list.Items : [node])
        {
            if (read.Word(item, key) is not { } name)
                return null;
            var group = model.OutcomeGroups.FirstOrDefault(group => group.Name == name);
            if (group is null && !known.Contains(name))
            {
                read.Add(item.Place, key, Unknown(model, name));
                return null;
            }
            named.AddRange(group?.Codes ?? [name]);
        }
        if (named.Count > 0)
            return new OutcomeSet([.. known.Where(named.Contains)]);
        read.Add(node.Place, key, "an empty list of outcomes");
        return null;
    }

    /// <summary>That a model has no such outcome, and which it has.</summary>
    internal static string Unknown(ModelDefinition model, string name)
    {
        var known = model.Outcomes.Select(outcome => outcome.Code).ToList();
        var groups = model.OutcomeGroups.Select(group => group.Name).ToList();
        var together = groups.Count > 0 ? $"; groups of them are {string.Join(", ", groups)}" : "";
        return $"{model.Name} has no outcome {Problem.Quote(name)}{Spelling.Hint(name, [.. known, .. groups, Any])}; the outcomes are {string.Join(", ", known)}{together}; {Any} stands for every one that ends a run before its horizon";
    }
}
