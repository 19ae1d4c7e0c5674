namespace Agents.Data;

/// <summary>A statement that a model plays, the rule that carries it and the parameter that removes it.</summary>
/// <param name="Id">Short name, such as S1.</param>
/// <param name="Statement">What it says, in the model's words.</param>
/// <param name="Source">Who says it.</param>
/// <param name="Rule">The rule or rules that carry it, by the names of their types; empty where it is only what others add up to.</param>
/// <param name="Switch">The key of the parameter that removes it; empty where nothing does.</param>
/// <param name="Off">The value of that parameter, as a config writes it, at which the mechanism is gone.</param>
/// <param name="Intensity">The key of the number that makes it stronger or weaker; 0 is none.</param>
/// <param name="IsStructural">True where it belongs to the model whatever its statements are, so that "all statements off" leaves it on.</param>
/// <param name="Note">What a reader should know, such as that it moves no measure by itself; or empty.</param>
public sealed record Mechanism(
    string Id,
    string Statement,
    string Source,
    string Rule,
    string Switch,
    string Off,
    string Intensity,
    bool IsStructural = false,
    string Note = "");
