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
    /// <summary>A loop to which every agent comes.</summary>
    public SyntaxNode? LoopOfAll { get; private set; }

    private void Loop(ILoopOperation loop)
    {
        if (loop.Syntax is not StatementSyntax text)
            throw new Unsupported(loop.Syntax, "a loop without a text has no form over lanes");
        var semantics = compilation.ModelOf(text.SyntaxTree);
        var (flow, exits) = (semantics.AnalyzeDataFlow(text), semantics.AnalyzeControlFlow(text));
        if (flow is not { Succeeded: true } || exits is not { Succeeded: true } || exits.ReturnStatements.Length > 0 || exits.ExitPoints.Length > 0)
            throw new Unsupported(text, "a loop that is left by more than its end has no form over lanes");
        if (!purity.Of(text))
            throw new Unsupported(text, "a loop that changes more than locals has no form over lanes");
        if (ReadsStored(text))
            throw new Unsupported(text, "a loop reads what the rule has written just before");
        var (home, owner) = HomeOf(text, semantics);
        var call = new LoopCall();
        foreach (var variable in flow.DataFlowsIn.Concat(flow.WrittenInside).Where(symbol => !flow.VariablesDeclared.Contains(symbol)).Distinct<ISymbol>(SymbolEqualityComparer.Default))
            Take(variable, flow.WrittenInside.Contains(variable), call, text);
        var name = $"{rule.Name}Loop{Loops.Count}";
        Loops.Add((home, $"""
            private {(owner.IsStatic ? "static " : "")}void {name}({string.Join(", ", call.Parameters)})
            {"{"}
            {text}
            {"}"}
            """, text.SyntaxTree));
        Notes.Add(new Note(NoteKind.LaneByLane, text.GetLocation(), $"the loop '{Short(text)}' runs for each agent who comes to it"));
        if (path.Lanes == null)
            LoopOfAll ??= text;
        var results = Make(new Call(CallKind.Lane, $"{owner.Text}.{name}({string.Join(", ", call.Texts)});")
        {
            Arguments = [.. call.Results.Concat(call.Given)],
            Results = [.. call.Results.Select(result => result.Type)],
            IsLoop = true,
            Source = Short(text),
        });
        for (var i = 0; i < results.Length; i++)
            bindings.Locals[call.Variables[i]] = results[i];
    }

    /// <summary>The type in which the loop's text can be written again, and how the rule calls it there: the rule itself or one around it.</summary>
    private (INamedTypeSymbol Home, (string Text, bool IsStatic) Owner) HomeOf(SyntaxNode text, SemanticModel semantics)
    {
        var method = semantics.GetEnclosingSymbol(text.SpanStart) as IMethodSymbol;
        for (var type = rule; type != null; type = type.ContainingType)
        {
            if (!SymbolEqualityComparer.Default.Equals(type, method?.ContainingType))
                continue;
            if (method!.IsStatic)
                return (type, (LaneTypes.Full(type), true));
            if (self is Uniform owner)
                return (type, (owner.Text, false));
        }
        throw new Unsupported(text, "a loop in another type's method has no form over lanes");
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
        var calls = text.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => compilation.ModelOf(call.SyntaxTree).GetSymbolInfo(call).Symbol is IMethodSymbol { DeclaringSyntaxReferences.Length: > 0 });
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
