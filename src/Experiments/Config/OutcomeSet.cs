using Agents;

namespace Experiments.Config;

/// <summary>Outcomes that are counted together.</summary>
/// <param name="Codes">Their codes, in the model's order; empty for every outcome that ends a run before its horizon.</param>
public sealed record OutcomeSet(IReadOnlyList<string> Codes)
{
    /// <summary>The word of configs for every outcome that ends a run before its horizon.</summary>
    public const string Any = "any";

    /// <summary>Whether a run ended in one of them.</summary>
    public bool Holds(Outcome outcome) => Codes.Count == 0 ? !outcome.Censored : Codes.Contains(outcome.Code);

    /// <summary>As a config writes it.</summary>
    public override string ToString() => Codes.Count switch
    {
        0 => Any,
        1 => ResolvedConfig.Word(Codes[0]),
        _ => $"[{string.Join(", ", Codes.Select(ResolvedConfig.Word))}]",
    };

    /// <summary>One code, a list of codes, or the word any; null after a problem.</summary>
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
        var named = new List<string>();
        foreach (var item in node is Sequence list ? list.Items : [node])
        {
            if (read.Word(item, key) is not { } name)
                return null;
            if (!known.Contains(name))
            {
                read.Add(item.Place, key, $"{model.Name} has no outcome {Problem.Quote(name)}{Spelling.Hint(name, known)}; the outcomes are {string.Join(", ", known)}, or {Any} for every one that ends a run before its horizon");
                return null;
            }
            named.Add(name);
        }
        if (named.Count > 0)
            return new OutcomeSet([.. known.Where(named.Contains)]);
        read.Add(node.Place, key, "an empty list of outcomes");
        return null;
    }
}
