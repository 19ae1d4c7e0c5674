namespace Agents.Generators;

/// <summary>Writes of a rule that is a method the struct that runs take, and the methods that run it.</summary>
internal static class RuleWriter
{
    public static GeneratedFile Write(RuleShape rule) =>
        new($"{rule.Place.Name}.{rule.Struct}.g.cs", rule.IsWritable ? TextOf(rule) : "", rule.Findings);

    private static string TextOf(RuleShape rule)
    {
        var text = rule.Place.Open();
        var made = rule.IsStatic ? $"default({rule.Struct})" : $"new {rule.Struct}(this)";
        text.Summary($"Runs the rule <c>{rule.Method}</c> over all agents of a population, in its regime or another.");
        text.Line($"private void {rule.Method}({rule.Population} population, global::Agents.Regime? regime = null) => Run(population, {made}, regime);");
        text.Line();
        text.Summary($"Runs the rule <c>{rule.Method}</c> over some rows of a population, in its regime or another.");
        text.Line($"private void {rule.Method}({rule.Population} population, global::Agents.Rows rows, global::Agents.Regime? regime = null) => Run(population, {made}, rows, regime);");
        text.Line();
        text.Open($"private readonly partial struct {rule.Struct}{(rule.IsStatic ? "" : $"({rule.Model} model)")} : global::Agents.IRule<{rule.Population}>");
        text.Line("/// <inheritdoc/>");
        text.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        text.Line($"public void Step(global::Agents.Agent<{rule.Population}> me) => {(rule.IsStatic ? rule.Model : "model")}.{rule.Method}(me);");
        text.Close();
        rule.Place.Close(text);
        return text.ToString();
    }
}
