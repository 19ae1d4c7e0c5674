using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Blocks;

/// <content>
/// Loops, such as over neighbours: the loop's own text becomes a method that each lane calls, where it changes nothing but
/// locals.
/// </content>
internal sealed partial class Trace
{
    private void Loop(ILoopOperation loop)
    {
        if (loop.Syntax is not StatementSyntax text)
            throw new Unsupported(loop.Syntax, "a loop without a text has no form over lanes");
        var semantics = compilation.GetSemanticModel(text.SyntaxTree);
        var (flow, exits) = (semantics.AnalyzeDataFlow(text), semantics.AnalyzeControlFlow(text));
        var isOwnText = loop.SemanticModel != null && self is Uniform { Text: "this" };
        if (flow is not { Succeeded: true } || exits is not { Succeeded: true } || exits.ReturnStatements.Length > 0 || exits.ExitPoints.Length > 0)
            throw new Unsupported(text, "a loop that is left by more than its end has no form over lanes");
        if (!isOwnText || !purity.Of(text))
            throw new Unsupported(text, "a loop that changes more than locals has no form over lanes");
        if (ReadsStored(text))
            throw new Unsupported(text, "a loop reads what the rule has written just before");
        var call = new LoopCall();
        foreach (var variable in flow.DataFlowsIn.Concat(flow.WrittenInside).Where(symbol => !flow.VariablesDeclared.Contains(symbol)).Distinct<ISymbol>(SymbolEqualityComparer.Default))
            Take(variable, flow.WrittenInside.Contains(variable), call, text);
        var name = $"Loop{Loops.Count}";
        Loops.Add($"""
            private void {name}({string.Join(", ", call.Parameters)})
            {"{"}
            {text}
            {"}"}
            """);
        Notes.Add(new Note(NoteKind.LaneByLane, text.GetLocation(), $"the loop '{Short(text)}' runs for each agent by itself"));
        var results = Make(new Call(CallKind.Lane, $"{name}({string.Join(", ", call.Texts)});")
        {
            Arguments = [.. call.Results.Concat(call.Given)],
            Results = [.. call.Results.Select(result => result.Type)],
            IsLoop = true,
            Source = Short(text),
        });
        for (var i = 0; i < results.Length; i++)
            bindings.Locals[call.Variables[i]] = results[i];
    }

    private void Take(ISymbol variable, bool isWritten, LoopCall call, SyntaxNode at)
    {
        if (variable is IParameterSymbol { IsThis: true } or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } })
            return;
        var type = variable switch { ILocalSymbol local => local.Type, IParameterSymbol parameter => parameter.Type, _ => throw new Unsupported(at, $"{variable.Name} is out of reach") };
        bindings.Locals.TryGetValue(Alias(variable), out var value);
        var (full, isRef) = (LaneTypes.Full(type), isWritten ? "ref " : "");
        call.Parameters.Add($"{isRef}{full} {variable.Name}");
        if (value is AgentValue && !isWritten)
            call.Texts.Add("block[block.From + {lane}]");
        else if (value is StreamValue { Taken: >= 0 } stream)
        {
            call.Parameters[call.Parameters.Count - 1] = $"{full} {variable.Name}";
            call.Texts.Add($"global::Agents.BlockForms.After(block[block.From + {{lane}}].Draws({stream.Purpose}), {stream.Taken})");
            bindings.Locals[Alias(variable)] = new StreamValue(stream.Purpose, -1);
        }
        else if (value is Uniform same && !isWritten)
            call.Texts.Add(same.Text);
        else if (isWritten)
        {
            call.Texts.Add($"ref {{ref{call.Results.Count}}}");
            call.Variables.Add(Alias(variable));
            call.Results.Add(new Argument(value == null ? Lanes(new Uniform($"default({full})", type) { IsSafe = true }, at) : Lanes(value, at), type));
        }
        else
        {
            call.Texts.Add($"{{given{call.Given.Count}}}");
            call.Given.Add(new Argument(Lanes(value, at), type));
        }
    }

    /// <summary>True where a text mentions a column whose new value is not in memory yet.</summary>
    private bool ReadsStored(SyntaxNode text)
    {
        if (bindings.Columns.Count == 0)
            return false;
        var names = new HashSet<string>(bindings.Columns.Keys.Select(span => span.Split('.')).Select(parts => parts[parts.Length - 2]));
        var calls = text.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call).Symbol is IMethodSymbol { DeclaringSyntaxReferences.Length: > 0 });
        return calls || text.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText));
    }

    /// <summary>What a loop takes and gives.</summary>
    private sealed class LoopCall
    {
        public List<string> Parameters { get; } = [];

        public List<string> Texts { get; } = [];

        public List<ISymbol> Variables { get; } = [];

        public List<Argument> Results { get; } = [];

        public List<Argument> Given { get; } = [];
    }
}
